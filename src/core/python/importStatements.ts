import type { SyntaxNode } from '@lezer/common';
import { childrenOf, identifierAt, splitAtCommas } from './nodes';
import type { TopLevelStatement, Identifier, ImportedName, BindingSource } from './scope';

/** What one part of an import statement brings in. */
export interface ImportClause {
  readonly binding?: { readonly name: string; readonly source: BindingSource };
  /** The module that all names are taken from. */
  readonly starModule?: string;
  readonly names: readonly ImportedName[];
}

/** Reads an import statement in any of its forms, unfinished ones included. */
export function readImport(node: SyntaxNode, statement: TopLevelStatement): readonly ImportClause[] {
  const tokens = childrenOf(node);
  const at = tokens.findIndex(({ name }) => name === 'import');
  if (at === -1) return [];
  const groups = splitAtCommas(tokens.slice(at + 1));
  if (tokens[0]?.name !== 'from') return groups.map((group) => readModule(group, statement));
  const module = readDottedName(tokens.slice(1, at), statement);
  return [{ names: module.words }, ...groups.map((group) => readName(group, statement, module.path))];
}

/** `a.b` binds `a`; `a.b as c` binds `c` to `a.b`. */
function readModule(group: readonly SyntaxNode[], statement: TopLevelStatement): ImportClause {
  const { before, alias } = splitAtAs(group, statement);
  const { path, words } = readDottedName(before, statement);
  if (alias !== undefined) {
    const binds = { name: alias.name, source: { kind: 'import', module: path, in: statement } as const };
    return { binding: binds, names: [...words, { identifier: alias, module: path }] };
  }
  const name = words[0]?.identifier.name;
  return name === undefined
    ? { names: words }
    : { binding: { name, source: { kind: 'import', module: name, in: statement } }, names: words };
}

function readName(group: readonly SyntaxNode[], statement: TopLevelStatement, module: string): ImportClause {
  if (module === '') return { names: [] };
  if (group.some(({ name }) => name === '*')) return { starModule: module, names: [] };
  const { before, alias } = splitAtAs(group, statement);
  const node = before.find(({ name }) => name === 'VariableName');
  if (node === undefined) return { names: [] };
  const identifier = identifierAt(node, statement);
  const { name } = identifier;
  const named = [identifier, ...(alias === undefined ? [] : [alias])];
  return {
    binding: { name: (alias ?? identifier).name, source: { kind: 'import', module, name, in: statement } },
    names: named.map((word) => ({ identifier: word, module, name })),
  };
}

function splitAtAs(
  group: readonly SyntaxNode[],
  statement: TopLevelStatement,
): { readonly before: readonly SyntaxNode[]; readonly alias?: Identifier } {
  const at = group.findIndex(({ name }) => name === 'as');
  if (at === -1) return { before: group };
  const alias = group.slice(at).find(({ name }) => name === 'VariableName');
  return {
    before: group.slice(0, at),
    ...(alias === undefined ? {} : { alias: identifierAt(alias, statement) }),
  };
}

function readDottedName(tokens: readonly SyntaxNode[], statement: TopLevelStatement) {
  const words: ImportedName[] = [];
  let path = '';
  for (const token of tokens) {
    if (token.name === 'VariableName') {
      const identifier = identifierAt(token, statement);
      path += (words.length === 0 ? '' : '.') + identifier.name;
      words.push({ identifier, module: path });
    } else if ((token.name === '.' || token.name === 'Ellipsis') && words.length === 0) {
      path += statement.textOf(token);
    }
  }
  return { path, words };
}

/** A module's name and what is taken from it as one path: `.deps` and `get` → `.deps.get`. */
export function importPath({ module, name }: { readonly module: string; readonly name?: string }): string {
  if (name === undefined) return module;
  return module + (module.endsWith('.') ? '' : '.') + name;
}
