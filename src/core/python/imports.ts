import type { SyntaxNode } from '@lezer/common';
import { childrenOf, identifierAt, splitAtCommas } from './nodes';
import type { Identifier } from './scope';

/** A word of an import statement that names something. */
export interface ImportWord {
  readonly identifier: Identifier;
  readonly path: string;
  /** A module by its place, whatever else has that path. */
  readonly isModule: boolean;
}

/** What one part of an import statement brings in. */
export interface Imported {
  /** The name that is bound, and what it stands for: a qualified name, with leading dots where it is relative. */
  readonly binds?: { readonly name: string; readonly path: string };
  /** The module that all names are taken from. */
  readonly star?: string;
  readonly words: readonly ImportWord[];
}

/** Reads an import statement in any of its forms, unfinished ones included. */
export function readImport(statement: SyntaxNode, text: string): readonly Imported[] {
  const tokens = childrenOf(statement);
  const at = tokens.findIndex(({ name }) => name === 'import');
  if (at === -1) return [];
  const groups = splitAtCommas(tokens.slice(at + 1));
  if (tokens[0]?.name !== 'from') return groups.map((group) => readModule(group, text));
  const module = readDotted(tokens.slice(1, at), text);
  return [{ words: module.words }, ...groups.map((group) => readName(group, text, module.path))];
}

/** `a.b` binds `a`; `a.b as c` binds `c` to `a.b`. */
function readModule(group: readonly SyntaxNode[], text: string): Imported {
  const { before, alias } = splitAtAs(group, text);
  const { path, words } = readDotted(before, text);
  if (alias !== undefined) {
    const word = { identifier: alias, path, isModule: true };
    return { binds: { name: alias.name, path }, words: [...words, word] };
  }
  const name = words[0]?.identifier.name;
  return name === undefined ? { words } : { binds: { name, path: name }, words };
}

function readName(group: readonly SyntaxNode[], text: string, module: string): Imported {
  if (group.some(({ name }) => name === '*')) return { star: module, words: [] };
  const { before, alias } = splitAtAs(group, text);
  const node = before.find(({ name }) => name === 'VariableName');
  if (node === undefined || module === '') return { words: [] };
  const identifier = identifierAt(node, text);
  const path = module + (module.endsWith('.') ? '' : '.') + identifier.name;
  const named = [identifier, ...(alias === undefined ? [] : [alias])];
  return {
    binds: { name: (alias ?? identifier).name, path },
    words: named.map((word) => ({ identifier: word, path, isModule: false })),
  };
}

function splitAtAs(
  group: readonly SyntaxNode[],
  text: string,
): { readonly before: readonly SyntaxNode[]; readonly alias?: Identifier } {
  const at = group.findIndex(({ name }) => name === 'as');
  if (at === -1) return { before: group };
  const alias = group.slice(at).find(({ name }) => name === 'VariableName');
  return { before: group.slice(0, at), ...(alias === undefined ? {} : { alias: identifierAt(alias, text) }) };
}

function readDotted(tokens: readonly SyntaxNode[], text: string) {
  const words: ImportWord[] = [];
  let path = '';
  for (const token of tokens) {
    if (token.name === 'VariableName') {
      const identifier = identifierAt(token, text);
      path += (words.length === 0 ? '' : '.') + identifier.name;
      words.push({ identifier, path, isModule: true });
    } else if ((token.name === '.' || token.name === 'Ellipsis') && words.length === 0) {
      path += text.slice(token.from, token.to);
    }
  }
  return { path, words };
}
