import type { SyntaxNode } from '@lezer/common';
import { childrenOf, identifierAt, splitAtCommas } from './nodes';
import type { Chunk, Identifier, ImportWord, Source } from './scope';

/** What one part of an import statement brings in. */
export interface Imported {
  readonly binds?: { readonly name: string; readonly source: Source };
  /** The module that all names are taken from. */
  readonly star?: string;
  readonly words: readonly ImportWord[];
}

/** Reads an import statement in any of its forms, unfinished ones included. */
export function readImport(statement: SyntaxNode, chunk: Chunk): readonly Imported[] {
  const tokens = childrenOf(statement);
  const at = tokens.findIndex(({ name }) => name === 'import');
  if (at === -1) return [];
  const groups = splitAtCommas(tokens.slice(at + 1));
  if (tokens[0]?.name !== 'from') return groups.map((group) => readModule(group, chunk));
  const module = readDotted(tokens.slice(1, at), chunk);
  return [{ words: module.words }, ...groups.map((group) => readName(group, chunk, module.path))];
}

/** `a.b` binds `a`; `a.b as c` binds `c` to `a.b`. */
function readModule(group: readonly SyntaxNode[], chunk: Chunk): Imported {
  const { before, alias } = splitAtAs(group, chunk);
  const { path, words } = readDotted(before, chunk);
  if (alias !== undefined) {
    const binds = { name: alias.name, source: { kind: 'import', module: path, in: chunk } as const };
    return { binds, words: [...words, { identifier: alias, module: path }] };
  }
  const name = words[0]?.identifier.name;
  return name === undefined
    ? { words }
    : { binds: { name, source: { kind: 'import', module: name, in: chunk } }, words };
}

function readName(group: readonly SyntaxNode[], chunk: Chunk, module: string): Imported {
  if (module === '') return { words: [] };
  if (group.some(({ name }) => name === '*')) return { star: module, words: [] };
  const { before, alias } = splitAtAs(group, chunk);
  const node = before.find(({ name }) => name === 'VariableName');
  if (node === undefined) return { words: [] };
  const identifier = identifierAt(node, chunk);
  const { name } = identifier;
  const named = [identifier, ...(alias === undefined ? [] : [alias])];
  return {
    binds: { name: (alias ?? identifier).name, source: { kind: 'import', module, name, in: chunk } },
    words: named.map((word) => ({ identifier: word, module, name })),
  };
}

function splitAtAs(
  group: readonly SyntaxNode[],
  chunk: Chunk,
): { readonly before: readonly SyntaxNode[]; readonly alias?: Identifier } {
  const at = group.findIndex(({ name }) => name === 'as');
  if (at === -1) return { before: group };
  const alias = group.slice(at).find(({ name }) => name === 'VariableName');
  return {
    before: group.slice(0, at),
    ...(alias === undefined ? {} : { alias: identifierAt(alias, chunk) }),
  };
}

function readDotted(tokens: readonly SyntaxNode[], chunk: Chunk) {
  const words: ImportWord[] = [];
  let path = '';
  for (const token of tokens) {
    if (token.name === 'VariableName') {
      const identifier = identifierAt(token, chunk);
      path += (words.length === 0 ? '' : '.') + identifier.name;
      words.push({ identifier, module: path });
    } else if ((token.name === '.' || token.name === 'Ellipsis') && words.length === 0) {
      path += chunk.textOf(token);
    }
  }
  return { path, words };
}

/** A module's name and what is taken from it as one path: `.deps` and `get` → `.deps.get`. */
export function pathOf({ module, name }: { readonly module: string; readonly name?: string }): string {
  if (name === undefined) return module;
  return module + (module.endsWith('.') ? '' : '.') + name;
}
