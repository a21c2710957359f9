import { expect } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import type { Entry, SymbolRef } from '../../../src/core/model';
import { entriesForErrors, type ErrorLibrary } from '../../../src/core/tracebacks/entriesForErrors';
import type { PartialError } from '../../../src/core/tracebacks/errorCollector';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import type { RaisedError } from '../../../src/core/tracebacks/raisedError';

/** The error of a text that has exactly one. */
export function onlyError(text: string): RaisedError {
  const errors = parseErrors(text);
  expect(errors).toHaveLength(1);
  return errors[0]!;
}

/** An error as it is collected; by default, a raised `KeyError` in the first report. */
export function partialError(properties: Partial<PartialError> = {}): PartialError {
  const { message = 'x' } = properties;
  return {
    type: 'KeyError',
    message,
    details: [message],
    frames: [],
    role: 'raised',
    span: { start: 0, end: 1 },
    report: 1,
    depth: 0,
    ...properties,
  };
}

interface EntryProperties {
  readonly title?: string;
  readonly text?: string;
  readonly errorCodes?: readonly string[];
  /** Qualified names that it declares. */
  readonly declares?: readonly string[];
  /** Qualified names that its text mentions. */
  readonly mentions?: readonly string[];
  /** Text of a translation. */
  readonly translation?: string;
}

/** An entry with what errors are compared with. */
export function entryOf(id: string, properties: EntryProperties = {}): Entry {
  const { title = '', text = '', errorCodes = [], declares = [], mentions = [], translation } = properties;
  const symbols = [
    ...declares.map((name) => ({ name, from: 'declared' })),
    ...mentions.map((name) => ({ name, from: 'prose' })),
  ];
  return {
    id,
    title,
    posts: [{ markdown: text }],
    translations: translation === undefined ? [] : [{ title: '', posts: [{ markdown: translation }] }],
    errorCodes,
    symbols,
  } as unknown as Entry;
}

interface LibraryProperties {
  /** Ids of the entries that the search returns; by default, all. */
  readonly suggests?: readonly string[];
  /** Where the answers for a symbol have it from; by default, from where the entry has it. */
  readonly answersFrom?: SymbolRef['from'];
  /** Is called with each query. */
  readonly onSearch?: (query: string, options: Parameters<Library['search']>[1]) => void;
}

/** A library of these entries. */
export function libraryOf(
  entries: readonly Entry[],
  { suggests, answersFrom, onSearch }: LibraryProperties = {},
): ErrorLibrary {
  return {
    entries: () => entries,
    strongEntriesForSymbol: (symbol: string) =>
      entries.flatMap((entry) =>
        entry.symbols
          .filter(({ name }) => name === symbol)
          .map(({ from }) => ({ entry, from: answersFrom ?? from })),
      ),
    search: (query: string, options: Parameters<Library['search']>[1]) => {
      onSearch?.(query, options);
      const hits = entries.filter(({ id }) => suggests?.includes(id) ?? true).map((entry) => ({ entry }));
      return Promise.resolve(hits);
    },
  } as unknown as ErrorLibrary;
}

/** Entries for the errors of a text, best first, as `id matched-by confidence`. */
export async function matchesFor(
  text: string,
  entries: readonly Entry[],
  options?: Parameters<typeof libraryOf>[1],
): Promise<readonly string[]> {
  const found = await entriesForErrors(parseErrors(text), libraryOf(entries, options));
  return found.map(({ entry, matchedBy, confidence }) => `${entry.id} ${matchedBy} ${confidence}`);
}
