import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import type { Library, SearchOptions } from '../core/library/library';
import { variantIn, type Entry } from '../core/model';
import type { Hit } from '../core/search/hits';
import { searchWithErrors } from '../core/tracebacks/searchErrors';
import { entryText } from './entryText';
import { findForError } from './errorCommand';
import { NotFoundError } from './errors';
import { entryItem, hitItem, removedItems, symbolItem, wholeEntry, type RemovedItem } from './json';
import type { CommandOptions } from './options';
import { printError, styled } from './output';
import { resolveFile, type ResolvedItem } from './resolve';
import { json, line, lines, type TerminalText } from './terminalText';

/**
 * Runs one command and yields its output in chunks of one or more lines. Returns whether it found what it was to find:
 * for `error`, an entry that answers it; lists may be empty.
 */
export async function* run(library: Library, options: CommandOptions): AsyncGenerator<TerminalText, boolean> {
  switch (options.command) {
    case 'entries': {
      const entries = library.entries().slice(0, options.limit);
      if (options.json) yield json(entries.map(entryItem), INDENT);
      else for (const entry of entries) yield entryLine(entry);
      return true;
    }
    case 'show': {
      const entry = library.resolveEntry(options.argument ?? '');
      if (entry === undefined) {
        throw new NotFoundError(
          `no entry has the id "${options.argument ?? ''}". "archive-answers entries" lists all.`,
        );
      }
      yield options.json
        ? json(wholeEntry(entry), INDENT)
        : entryText(entry, variantIn(entry, options.language ?? ''));
      return true;
    }
    case 'resolve': {
      const items = (await resolveFile(library, options.argument ?? '')).slice(0, options.limit);
      if (options.json) yield json(items, INDENT);
      else for (const item of items) yield resolvedLine(item);
      return true;
    }
    case 'symbol': {
      const name = options.argument ?? '';
      const matches = library.entriesForName(name).slice(0, options.limit);
      const removed = removedItems(library.removedSymbols(name));
      const items = matches.map((match) => symbolItem(match, options.language ?? '', removed));
      // Standard output of `--json` holds entries only.
      if (options.json && items.length === 0) for (const item of removed) printError(removedLine(item));
      if (!options.json) for (const item of removed) yield removedLine(item);
      if (options.json) yield json(items, INDENT);
      else if (items.length === 0) yield line`Nothing found for "${name}".`;
      else for (const item of items) yield symbolLines(item);
      return true;
    }
    case 'search':
      if (options.queries === undefined) yield* searchOnce(library, options);
      else yield* searchMany(library, options.queries, searchOptions(options));
      return true;
    case 'error':
      return yield* findForError(library, options);
  }
}

function searchOptions({ limit, language }: Pick<CommandOptions, 'limit' | 'language'>): SearchOptions {
  return { limit, ...(language === undefined ? {} : { language }) };
}

async function* searchOnce(
  library: Library,
  { argument = '', json: asJson, ...options }: CommandOptions,
): AsyncGenerator<TerminalText> {
  const hits = await searchWithErrors(library, argument, searchOptions(options));
  if (hits.length === 0) reportUnknownFilters(library, argument, options.language ?? '');
  if (asJson) {
    yield json(hits.map(hitItem), INDENT);
    return;
  }
  const strong = hits.filter(({ confidence }) => confidence === 'strong');
  for (const hit of strong) yield hitLines(hit);
  if (strong.length > 0) return;
  const possible = hits.filter(({ confidence }) => confidence === 'possible');
  yield possible.length > 0 ? line`Possible answers:` : line`No answer found for "${argument}".`;
  for (const hit of possible) yield hitLines(hit);
  const listed = possible.map(({ entry }) => entry);
  const nearest = await library.nearest(argument, MAX_NEAREST, options.language ?? '', listed);
  if (nearest.length > 0) yield line`Similar threads:`;
  for (const { entry, variant } of nearest) yield line`    ${variant.title}\n        ${entry.id}`;
}

/** Names filters whose value no entry has, with the values there are. */
function reportUnknownFilters(library: Library, query: string, language: string): void {
  for (const { name, value, values } of library.unknownFilters(query, language)) {
    const listed = values.slice(0, MAX_VALUES).map((known) => known.value);
    const more = values.length > listed.length ? ', …' : '';
    const known = listed.length === 0 ? 'There are no values.' : `Known values: ${listed.join(', ')}${more}`;
    printError(line`no entry has ${name} "${value}". ${known}`);
  }
}

/** Filter values listed where one is unknown. */
const MAX_VALUES = 10;

/** Threads suggested where no answer is sure. */
const MAX_NEAREST = 5;

async function* searchMany(
  library: Library,
  file: string,
  options: SearchOptions,
): AsyncGenerator<TerminalText> {
  for (const queryLine of (await readQueries(file)).replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const query = queryLine.trim();
    if (query === '') continue;
    const startedAt = performance.now();
    const hits = await searchWithErrors(library, query, options);
    const ms = Number((performance.now() - startedAt).toFixed(3));
    if (hits.length === 0) reportUnknownFilters(library, query, options.language ?? '');
    yield json({ query, hits: hits.map(hitItem), ms });
  }
}

async function readQueries(file: string): Promise<string> {
  if (file === '-') return readStream(process.stdin);
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new NotFoundError(
      `the file of queries cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
}

/** Spaces by which JSON of several lines is indented. */
const INDENT = 2;

function entryLine({ id, status, title }: Entry): TerminalText {
  return line`${id}\t${status}\t${title}`;
}

function resolvedLine({ line: row, column, name, symbol }: ResolvedItem): TerminalText {
  return line`${row}:${column} ${name} → ${symbol}`;
}

function removedLine({ symbol, package: name, version }: RemovedItem): TerminalText {
  return line`${symbol} is in ${name} until ${version}.`;
}

function symbolLines({ id, title, answer, sure }: ReturnType<typeof symbolItem>): TerminalText {
  const row = line`${id}\t${sure ? 'about' : 'near'}\t${title}`;
  return answer === null ? row : lines(row, line`    ${answer.text}`);
}

function hitLines({ entry, variant, why, snippet }: Hit): TerminalText {
  const { document, startLine } = variant.source;
  const rows = [
    styled(variant.title, why.title),
    line`    ${entry.id}  ${entry.status}  ${document}:${startLine}`,
  ];
  if (snippet !== undefined) rows.push(line`    ${styled(snippet.text, snippet.ranges)}`);
  return lines(...rows);
}
