import type { SyntaxNode } from '@lezer/common';
import { childrenOf, identifierAt, splitAtCommas } from './nodes';
import type { BindingSource, Identifier, ImportedName, TopLevelStatement } from './scope';

/** One comma-separated clause of an import statement. */
export interface ImportClause {
  readonly binding?: { readonly name: string; readonly source: BindingSource };
  /** The module of `from module import *`. */
  readonly starModule?: string;
  readonly names: readonly ImportedName[];
}

/** Reads an import statement in any of its forms, including unfinished ones. */
export function readImport(node: SyntaxNode, statement: TopLevelStatement): readonly ImportClause[] {
  const tokens = childrenOf(node);
  const importIndex = tokens.findIndex(({ name }) => name === 'import');
  if (importIndex === -1) return [];
  const clauses = splitAtCommas(tokens.slice(importIndex + 1));
  if (tokens[0]?.name !== 'from') return clauses.map((clause) => readModuleClause(clause, statement));
  const { path, names } = readDottedName(tokens.slice(1, importIndex), statement);
  return [{ names }, ...clauses.map((clause) => readNameClause(clause, statement, path))];
}

/** `a.b` binds `a`; `a.b as c` binds `c` to `a.b`. */
function readModuleClause(clause: readonly SyntaxNode[], statement: TopLevelStatement): ImportClause {
  const { before, alias } = splitAtAs(clause, statement);
  const { path, names } = readDottedName(before, statement);
  if (alias !== undefined) {
    const source = { kind: 'import', module: path, importedIn: statement } as const;
    return {
      binding: { name: alias.name, source },
      names: [...names, { identifier: alias, module: path }],
    };
  }
  const name = names[0]?.identifier.name;
  return name === undefined
    ? { names }
    : { binding: { name, source: { kind: 'import', module: name, importedIn: statement } }, names };
}

function readNameClause(
  clause: readonly SyntaxNode[],
  statement: TopLevelStatement,
  module: string,
): ImportClause {
  if (module === '') return { names: [] };
  if (clause.some(({ name }) => name === '*')) return { starModule: module, names: [] };
  const { before, alias } = splitAtAs(clause, statement);
  const node = before.find(({ name }) => name === 'VariableName');
  if (node === undefined) return { names: [] };
  const original = identifierAt(node, statement);
  const { name } = original;
  const identifiers = [original, ...(alias === undefined ? [] : [alias])];
  const source = { kind: 'import', module, name, importedIn: statement } as const;
  return {
    binding: { name: (alias ?? original).name, source },
    names: identifiers.map((identifier) => ({ identifier, module, name })),
  };
}

function splitAtAs(
  clause: readonly SyntaxNode[],
  statement: TopLevelStatement,
): { readonly before: readonly SyntaxNode[]; readonly alias?: Identifier } {
  const asIndex = clause.findIndex(({ name }) => name === 'as');
  if (asIndex === -1) return { before: clause };
  const alias = clause.slice(asIndex).find(({ name }) => name === 'VariableName');
  return {
    before: clause.slice(0, asIndex),
    ...(alias === undefined ? {} : { alias: identifierAt(alias, statement) }),
  };
}

/** Names in the path of a module: each of them has the path up to it. */
const MAX_PATH_NAMES = 64;

/** Reads `a.b.c` or `..a.b` as a path, and each identifier in it as the module up to there. */
function readDottedName(tokens: readonly SyntaxNode[], statement: TopLevelStatement) {
  const names: ImportedName[] = [];
  let path = '';
  for (const token of tokens) {
    if (token.name === 'VariableName') {
      if (names.length === MAX_PATH_NAMES) return { path: '', names: [] };
      const identifier = identifierAt(token, statement);
      path += (names.length === 0 ? '' : '.') + identifier.name;
      names.push({ identifier, module: path });
    } else if ((token.name === '.' || token.name === 'Ellipsis') && names.length === 0) {
      path += statement.textOf(token);
    }
  }
  return { path, names };
}

/** A module and a name in it as one path: `.deps` and `get` → `.deps.get`. */
export function importPath({ module, name }: { readonly module: string; readonly name?: string }): string {
  if (name === undefined) return module;
  return module + (module.endsWith('.') ? '' : '.') + name;
}
