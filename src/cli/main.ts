import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { SourceError, type ArchiveSource } from '../core/archive/archiveSource';
import { openLibrary } from '../core/library/openLibrary';
import type { UnopenedSource } from '../core/library/sourceReading';
import { createInvertedIndex } from '../core/search/invertedIndex';
import { isMarkdownName } from '../core/archive/paths';
import { fileSource, folderSource } from '../sources/folder';
import { run } from './commands';
import { NotFoundError } from './errors';
import { nodeFileSystem } from '../node/fileSystem';
import { readArguments, USAGE, UsageError, type CommandOptions } from './options';
import { endWhenUnread, print, printError } from './output';
import { problemLine } from './problemLine';
import { block, line, type TerminalText } from './terminalText';

/** The package's root: this file runs as `dist/cli.js`. */
const PACKAGE_ROOT = join(__dirname, '..');
const SHIPPED = join(PACKAGE_ROOT, 'archive', 'fastapi-user-group');

/** Runs the command line and resolves to its exit code. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const request = readArguments(args);
    if (request.kind === 'run') return await execute(request.options);
    print(request.kind === 'help' ? block(USAGE) : line`${version()}`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) return fail(line`${error.message}\n\n${block(USAGE)}`, 2);
    if (error instanceof NotFoundError) return fail(line`${error.message}`, 1);
    // Node would print it as it is, with whatever the names in it hold.
    return fail(line`unexpected error: ${block(inspect(error))}`, 1);
  }
}

async function execute(options: CommandOptions): Promise<number> {
  const paths = options.sources.length === 0 ? [SHIPPED] : options.sources;
  const library = await openLibrary(paths.map(sourceAt), { createIndex: createInvertedIndex, logFailure });
  for (const problem of library.problems) printError(problemLine(problem));
  const output = run(library, options);
  let next = await output.next();
  for (; next.done !== true; next = await output.next()) print(next.value);
  return next.value && library.archives.length === paths.length ? 0 : 1;
}

function sourceAt(path: string): UnopenedSource {
  const location = resolve(path);
  return { name: basename(location) || location, location, open: () => openSource(location) };
}

async function openSource(location: string): Promise<ArchiveSource> {
  const kind = await nodeFileSystem.kind(location);
  if (kind === undefined) throw new SourceError({ why: 'missing' });
  if (kind === 'other') throw new SourceError({ why: 'notFile' });
  if (kind === 'folder') return folderSource(nodeFileSystem, location, basename(location) || location);
  if (!isMarkdownName(location)) throw new SourceError({ why: 'notMarkdown' });
  return fileSource(nodeFileSystem, dirname(location), basename(location));
}

/** Standard error is the log of the command line. */
function logFailure(location: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  printError(line`${location}: ${block(text)}`);
}

function version(): string {
  const manifest = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return manifest.version;
}

function fail(message: TerminalText, code: number): number {
  printError(line`archive-answers: ${message}`);
  return code;
}

endWhenUnread();
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
