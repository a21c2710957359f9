import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ModuleStore } from '../core/python/moduleStore';
import { SourceFile } from '../core/python/sourceFile';
import { STUBS } from '../core/python/stubs';
import type { Library } from '../core/library/library';
import { isSourceError } from '../core/archive/archiveSource';
import { SYMBOLS } from '../core/symbolTable/symbolTable';
import { readNamedFile } from '../node/fileSystem';
import { decodeText } from '../sources/decodeText';
import { NotFoundError } from './errors';
import { modulesAround, withSlashes } from '../node/pythonModules';

/** One item of `resolve --json`. Lines and columns count from one, columns in UTF-16 units; the end is exclusive. */
export interface ResolvedItem {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly name: string;
  readonly symbol: string;
}

/**
 * The names in a Python file that resolve to a symbol, in order, also by way of other modules of its project.
 *
 * @param file A path, or `-` for standard input.
 * @throws {NotFoundError} when it cannot be read.
 */
export async function resolveFile(library: Library, file: string): Promise<readonly ResolvedItem[]> {
  const text = (await readPython(file)).replace(/^\uFEFF/, '');
  const path = resolve(file === '-' ? 'stdin.py' : file);
  const modules = new ModuleStore(STUBS, modulesAround(path));
  const known = { symbols: SYMBOLS, declared: library.declaredSymbols() };
  const source = new SourceFile(withSlashes(path), modules, known);
  await source.update(text);
  const occurrences = await source.occurrences();
  const breaks = [...text.matchAll(/\r\n?|\n/g)].map((found) => found.index + found[0].length);
  let line = 0;
  return occurrences.map(({ name, symbol, span }) => {
    while ((breaks[line] ?? Infinity) <= span.start) line += 1;
    const lineStart = breaks[line - 1] ?? 0;
    const column = span.start - lineStart + 1;
    return { line: line + 1, column, endColumn: span.end - lineStart + 1, name, symbol };
  });
}

async function readPython(file: string): Promise<string> {
  try {
    return file === '-' ? decodeText(await buffer(process.stdin)) : await readNamedFile(file);
  } catch (error) {
    if (!isSourceError(error)) throw error;
    const name = file === '-' ? 'standard input' : `"${file}"`;
    throw new NotFoundError(`${name} cannot be read: ${error.message}`);
  }
}
