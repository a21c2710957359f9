import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { SourceError, type ArchiveSource } from '../core/archive/archiveSource';
import { problemMessage } from '../core/archive/problems';
import type { LocatedProblem } from '../core/library/library';
import { openLibrary } from '../core/library/openLibrary';
import type { UnopenedSource } from '../core/library/sourceReading';
import { createInvertedIndex } from '../core/search/invertedIndex';
import { isMarkdownName } from '../core/archive/paths';
import { fileSource, folderSource } from '../sources/folder';
import { run } from './commands';
import { NotFoundError } from './errors';
import { nodeFileSystem } from '../node/fileSystem';
import { printable } from './output';
import { readArguments, USAGE, UsageError, type CommandOptions } from './options';

/** The package's root: this file runs as `dist/cli.js`. */
const PACKAGE_ROOT = join(__dirname, '..');
const SHIPPED = join(PACKAGE_ROOT, 'archive', 'fastapi-user-group');

/** Runs the command line and resolves to its exit code. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const request = readArguments(args);
    if (request.kind === 'help') return print(USAGE);
    if (request.kind === 'version') return print(version());
    return await execute(request.options);
  } catch (error) {
    if (error instanceof UsageError) return fail(`${error.message}\n\n${USAGE}`, 2);
    if (error instanceof NotFoundError) return fail(error.message, 1);
    throw error;
  }
}

async function execute(options: CommandOptions): Promise<number> {
  const paths = options.sources.length === 0 ? [SHIPPED] : options.sources;
  const library = await openLibrary(paths.map(sourceAt), { createIndex: createInvertedIndex, logFailure });
  for (const problem of library.problems) process.stderr.write(`${printable(problemLine(problem))}\n`);
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
  process.stderr.write(`${printable(`${location}: ${text}`)}\n`);
}

function problemLine(problem: LocatedProblem): string {
  const line = problem.line === undefined ? '' : `:${String(problem.line)}`;
  return `${problem.severity}: ${problem.location}${line}: ${problemMessage(problem)}`;
}

function version(): string {
  const manifest = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return manifest.version;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function fail(message: string, code: number): number {
  process.stderr.write(`archive-answers: ${message}\n`);
  return code;
}

// A reader that closes the pipe early (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
