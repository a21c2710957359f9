import type { Expectation, Problem } from '../archive/problems';
import type { EntryStatus, VersionNote } from '../model';
import { isTable } from '../versions/toml';
import type { FrontMatter } from './frontMatter';
import { dateText } from './frontMatter/dates';
import {
  answerLine,
  headline,
  isNothing,
  isTooLong,
  languageTag,
  MAX_VALUE_LENGTH,
  MAX_VALUES,
  names,
  oneText,
  pinnedId,
  tags,
  texts,
} from './frontMatter/values';
import { packageVersionNotes, versionNotes } from './frontMatter/versionNotes';
import { LAYOUTS, type Layout } from './layouts/layout';

/** What an author may declare in front matter about an entry, or about every entry of a document. */
export interface Metadata {
  readonly id?: string;
  /** Whether the id was written for an entry, rather than for a page of a site. */
  readonly hasOwnId?: true;
  /** The headline: `title`, else `question`. */
  readonly title?: string;
  /** The title, where the author declares it as `question`. */
  readonly question?: string;
  /** The title for narrow lists: `short`. */
  readonly shortTitle?: string;
  /** The answer line: plain text, with code between single backticks. */
  readonly answer?: string;
  /** Other names of the entry. */
  readonly aliases?: readonly string[];
  readonly language?: string;
  readonly topics?: readonly string[];
  readonly status?: EntryStatus;
  readonly symbols?: readonly string[];
  readonly errors?: readonly string[];
  readonly versions?: readonly VersionNote[];
  readonly date?: string;
  readonly see?: readonly string[];
  /** The setting `shape`: what authors call a shape is a layout in the code. */
  readonly layout?: Layout;
}

/** Keys that are also read in nested maps, where settings of a site or a bot have them. */
const NESTED_KEYS = new Set(
  'title question topics topic tags categories category aliases alias date'.split(' '),
);
/** Keys that sites use for something else: values of other shapes are theirs, and no problem. */
const SITE_KEYS = new Set(
  'id status version versions see symbol symbols error errors alias aliases'.split(' '),
);
/** An id of an entry, also with its archive or document. */
const ENTRY_ID = /^[\p{L}\p{N}][\p{L}\p{N}._/#-]*$/u;
/** The map in front matter whose keys are ours beyond doubt. */
const NAMESPACE = 'archive';
const STATUSES: readonly EntryStatus[] = ['answered', 'self-answered', 'disputed', 'unanswered', 'link'];

/**
 * Reads front matter as metadata, with a problem for each value that its key does not allow. Where nothing says that the
 * front matter is ours, keys that it shares with sites count only if their values are as ours are.
 *
 * @param isArchive Whether an `archive.json` says that the document is part of an archive.
 */
export function readMetadata(
  frontMatter: FrontMatter,
  document: string,
  isArchive = false,
): { metadata: Metadata; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const { values, nested, keyLines } = frontMatter;
  const own = isTable(values[NAMESPACE]) ? values[NAMESPACE] : {};
  const isOurs = isArchive || hasOurValues(values);
  const read = <T>(
    keys: readonly string[],
    wanted: Expectation['wanted'],
    accept: (value: unknown, isOurs: boolean) => T | undefined,
    ...args: readonly string[]
  ): T | undefined => {
    const candidates = [
      ...keys.map((key) => ({ key, value: own[key], strict: true })),
      ...keys.map((key) => ({ key, value: values[key], strict: isOurs })),
      ...keys
        .filter((key) => NESTED_KEYS.has(key))
        .map((key) => ({ key, value: nested[key], strict: isOurs })),
    ];
    for (const { key, value, strict } of candidates) {
      if (isNothing(value)) continue;
      const tooLong = isTooLong(value);
      const accepted = tooLong ? undefined : accept(value, strict);
      if (accepted !== undefined) return accepted;
      if (!strict && SITE_KEYS.has(key)) continue;
      problems.push({
        severity: strict ? 'warning' : 'info',
        document,
        line: keyLines.get(key) ?? 1,
        ...(tooLong
          ? { kind: 'frontMatterValueTooLong', args: [key, String(MAX_VALUES), String(MAX_VALUE_LENGTH)] }
          : { kind: 'frontMatterValue', args: [key, { wanted, args }] }),
      });
    }
    return undefined;
  };
  const question = read(['question'], 'line', headline);
  const id = read(['id'], 'pinnedId', pinnedId);
  const metadata = {
    id,
    hasOwnId: id !== undefined && (isOurs || pinnedId(own['id']) === id) ? (true as const) : undefined,
    title: read(['title'], 'line', headline) ?? question,
    question,
    shortTitle: read(['short'], 'line', headline),
    answer: read(['answer'], 'answer', answerLine),
    aliases: read(['aliases', 'alias'], 'texts', names),
    language: read(['language', 'lang'], 'language', languageTag),
    topics: read(['topics', 'topic'], 'texts', texts) ?? siteTopics(read),
    status: read(['status'], 'oneOf', oneOf(STATUSES), STATUSES.join(', ')),
    symbols: read(['symbols', 'symbol'], 'symbols', (value, strict) =>
      strict || isSymbols(value) ? texts(value) : undefined,
    ),
    errors: read(['errors', 'error'], 'errors', texts),
    versions: read(['versions', 'version'], 'versions', (value, strict) =>
      strict ? versionNotes(value) : packageVersionNotes(value),
    ),
    date: read(['date'], 'date', dateText),
    see: read(['see'], 'ids', (value, strict) => {
      const ids = texts(value);
      return strict || ids?.every((text) => ENTRY_ID.test(text)) === true ? ids : undefined;
    }),
    layout: read(['shape'], 'oneOf', oneOf(LAYOUTS), LAYOUTS.join(', ')),
  };
  return { metadata: withoutUndefined(metadata), problems };
}

type Reader = <T>(
  keys: readonly string[],
  wanted: Expectation['wanted'],
  accept: (value: unknown) => T | undefined,
) => T | undefined;

/** The categories and tags of a site's page, the categories first as they are more general. */
function siteTopics(read: Reader): readonly string[] | undefined {
  const categories = read(['categories', 'category'], 'texts', tags) ?? [];
  const topics = [...new Set([...categories, ...(read(['tags'], 'texts', tags) ?? [])])];
  return topics.length === 0 ? undefined : topics;
}

/** Whether values of top-level keys are ours by their shape. */
function hasOurValues({ question, status, symbols, shape }: FrontMatter['values']): boolean {
  return (
    oneText(question) !== undefined ||
    oneOf(STATUSES)(status) !== undefined ||
    oneOf(LAYOUTS)(shape) !== undefined ||
    isSymbols(symbols)
  );
}

/** Whether a value is one or several qualified names: `sqlalchemy.orm.Session`. */
function isSymbols(value: unknown): boolean {
  const list = texts(value) ?? [];
  return list.length > 0 && list.every((text) => /^[\p{L}_]\w*(?:\.[\p{L}_]\w*)+$/u.test(text));
}

function oneOf<T extends string>(allowed: readonly T[]): (value: unknown) => T | undefined {
  return (value) => allowed.find((item) => item === value);
}

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(record: T): Present<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Present<T>;
}
