import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { openLibrary } from '../core/library/library';
import { createInvertedIndex } from '../core/search/invertedIndex';
import type { ArchiveSource } from '../core/archive/archiveSource';
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
  const library = await openLibrary(await Promise.all(paths.map(sourceAt)), {
    createIndex: createInvertedIndex,
  });
  for (const problem of library.problems) printError(problemLine(problem));
  const output = run(library, options);
  let next = await output.next();
  for (; next.done !== true; next = await output.next()) print(next.value);
  return next.value && library.archives.length === paths.length ? 0 : 1;
}

async function sourceAt(path: string): Promise<ArchiveSource> {
  const absolute = resolve(path);
  const kind = await nodeFileSystem.kind(absolute);
  if (kind === undefined)
    throw new NotFoundError(`"${path}" does not exist. "--source" takes a folder or a Markdown file.`);
  if (kind === 'folder') return folderSource(nodeFileSystem, absolute, basename(absolute));
  if (!isMarkdownName(absolute)) {
    throw new NotFoundError(
      `"${path}" is not a Markdown file. "--source" takes a folder or a file that ends in .md.`,
    );
  }
  return fileSource(nodeFileSystem, dirname(absolute), basename(absolute));
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
