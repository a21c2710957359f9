import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import type { Library, SearchOptions } from '../core/library/library';
import { variantIn, type Entry, type Span } from '../core/model';
import { entryAsText } from '../core/render/entryText';
import type { Hit } from '../core/search/hits';
import { searchWithErrors } from '../core/tracebacks/searchErrors';
import { NotFoundError } from './errors';
import { entryItem, hitItem, symbolItem, wholeEntry } from './json';
import type { CommandOptions } from './options';
import { resolveFile, type ResolvedItem } from './resolve';

/** Runs one command and yields its output in chunks of one or more lines. */
export async function* run(library: Library, options: CommandOptions): AsyncGenerator<string> {
  switch (options.command) {
    case 'entries': {
      const entries = library.entries().slice(0, options.limit);
      if (options.json) yield json(entries.map(entryItem));
      else for (const entry of entries) yield entryLine(entry);
      return;
    }
    case 'show': {
      const entry = library.resolveEntry(options.argument ?? '');
      if (entry === undefined) {
        throw new NotFoundError(
          `no entry has the id "${options.argument ?? ''}". "archive-answers entries" lists all.`,
        );
      }
      yield options.json
        ? json(wholeEntry(entry))
        : printable(entryAsText(entry, variantIn(entry, options.language ?? '')));
      return;
    }
    case 'resolve': {
      const items = (await resolveFile(library, options.argument ?? '')).slice(0, options.limit);
      if (options.json) yield json(items);
      else for (const item of items) yield resolvedLine(item);
      return;
    }
    case 'symbol': {
      const name = options.argument ?? '';
      const matches = library.entriesForName(name).slice(0, options.limit);
      const items = matches.map((match) => symbolItem(match, options.language ?? ''));
      if (options.json) yield json(items);
      else if (items.length === 0) yield printable(`Nothing found for "${name}".`);
      else for (const item of items) yield symbolLines(item);
      return;
    }
    case 'search':
      if (options.queries === undefined) yield* searchOnce(library, options);
      else yield* searchMany(library, options.queries, searchOptions(options));
  }
}

function searchOptions({ limit, language }: Pick<CommandOptions, 'limit' | 'language'>): SearchOptions {
  return { limit, ...(language === undefined ? {} : { language }) };
}

async function* searchOnce(library: Library, { argument = '', json: asJson, ...options }: CommandOptions) {
  const hits = await searchWithErrors(library, argument, searchOptions(options));
  if (hits.length === 0) reportUnknownFilters(library, argument, options.language ?? '');
  if (asJson) {
    yield json(hits.map(hitItem));
    return;
  }
  const strong = hits.filter(({ confidence }) => confidence === 'strong');
  for (const hit of strong) yield hitLines(hit);
  if (strong.length > 0) return;
  yield `Nothing found for "${argument}".`;
  const nearest = await library.nearest(argument, MAX_NEAREST, options.language ?? '');
  if (nearest.length > 0) yield 'Nearest titles:';
  for (const { entry, variant } of nearest) yield printable(`    ${variant.title}\n        ${entry.id}`);
}

/** Names filters whose value no entry has, with the values there are. */
function reportUnknownFilters(library: Library, query: string, language: string): void {
  for (const { name, value, values } of library.unknownFilters(query, language)) {
    const listed = values.slice(0, MAX_VALUES).map((known) => known.value);
    const more = values.length > listed.length ? ', …' : '';
    const known = listed.length === 0 ? 'There are no values.' : `Known values: ${listed.join(', ')}${more}`;
    process.stderr.write(`${printable(`no entry has ${name} "${value}". ${known}`)}\n`);
  }
}

/** Filter values listed where one is unknown. */
const MAX_VALUES = 10;

/** Titles suggested where nothing was found. */
const MAX_NEAREST = 5;

async function* searchMany(library: Library, file: string, options: SearchOptions) {
  for (const line of (await readQueries(file)).replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const query = line.trim();
    if (query === '') continue;
    const startedAt = performance.now();
    const hits = await searchWithErrors(library, query, options);
    const ms = Number((performance.now() - startedAt).toFixed(3));
    if (hits.length === 0) reportUnknownFilters(library, query, options.language ?? '');
    yield JSON.stringify({ query, hits: hits.map(hitItem), ms });
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

function entryLine({ id, status, title }: Entry): string {
  return [id, status, title].map(printable).join('\t');
}

/** Archive text with control characters replaced, which terminals would interpret; the length stays the same. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '\ufffd');
}

function resolvedLine({ line, column, name, symbol }: ResolvedItem): string {
  return `${String(line)}:${String(column)} ${name} → ${symbol}`;
}

function symbolLines({ id, title, answer, sure }: ReturnType<typeof symbolItem>): string {
  const line = [id, sure ? 'about' : 'near', title].map(printable).join('\t');
  return answer === null ? line : `${line}\n    ${printable(answer.text)}`;
}

function hitLines({ entry, variant, why, snippet }: Hit): string {
  const location = `${variant.source.document}:${String(variant.source.startLine)}`;
  const lines = [
    highlighted(variant.title, why.title),
    `    ${printable(entry.id)}  ${entry.status}  ${printable(location)}`,
  ];
  if (snippet !== undefined) lines.push(`    ${highlighted(snippet.text, snippet.ranges)}`);
  return lines.join('\n');
}

/** Text with matched words in bold, where the terminal supports it. https://no-color.org, https://force-color.org */
function highlighted(text: string, ranges: readonly Span[]): string {
  const { NO_COLOR: noColor = '', FORCE_COLOR: forceColor = '' } = process.env;
  const plain = printable(text);
  if (noColor !== '' || (forceColor === '' && !process.stdout.isTTY)) return plain;
  let styled = '';
  let end = 0;
  for (const range of ranges) {
    styled += `${plain.slice(end, range.start)}\u001b[1m${plain.slice(range.start, range.end)}\u001b[22m`;
    end = range.end;
  }
  return styled + plain.slice(end);
}

function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
