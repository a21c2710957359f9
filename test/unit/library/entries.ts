import type { Entry, EntryStatus } from '../../../src/core/model';

/** Properties that tests set; all others are empty. */
export interface EntryParts {
  readonly title?: string;
  readonly shortTitle?: string;
  readonly date?: string;
  readonly archive?: string;
  readonly status?: EntryStatus;
  readonly topics?: readonly string[];
  readonly symbols?: readonly string[];
}

/** An entry with an id. */
export function entryOf(id: string, parts: EntryParts = {}): Entry {
  const {
    title = id,
    shortTitle,
    date,
    archive = 'room',
    status = 'answered',
    topics = [],
    symbols = [],
  } = parts;
  const entry = {
    id: `${archive}/${id}`,
    archive,
    language: 'en',
    title,
    topics,
    status,
    posts: [],
    links: [],
    images: [],
    code: [],
    source: { document: `${id}.md`, startLine: 1, endLine: 2 },
    aliases: [],
    symbols: symbols.map((name) => ({ name, from: 'declared' })),
    errorCodes: [],
    versions: [],
    translations: [],
    see: [],
    ...(shortTitle === undefined ? {} : { shortTitle }),
    ...(date === undefined ? {} : { date }),
  };
  return entry as unknown as Entry;
}
