import { MAX_ANSWER_LENGTH, type EntryStatus, type VersionNote } from '../model';
import { answerText } from '../answerLine/answerText';
import type { Expectation, Problem } from '../archive/problems';
import type { FrontMatter } from './frontMatter';
import { LAYOUTS, type Layout } from './layouts/layout';
import { titleText } from './plainTitles';

/** What an author may declare in front matter about an entry, or about every entry of a document. */
export interface Metadata {
  readonly id?: string;
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
const NESTED_KEYS = new Set(['title', 'question', 'topics', 'topic', 'tags', 'aliases', 'alias', 'date']);
const STATUSES: readonly EntryStatus[] = ['answered', 'self-answered', 'disputed', 'unanswered', 'link'];

/** Reads front matter as metadata, with a problem for each value that its key does not allow. */
export function readMetadata(
  frontMatter: FrontMatter,
  document: string,
): { metadata: Metadata; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const { values, nested, keyLines } = frontMatter;
  const read = <T>(
    keys: readonly string[],
    wanted: Expectation['wanted'],
    accept: (value: unknown) => T | undefined,
    ...args: readonly string[]
  ): T | undefined => {
    const candidates = [
      ...keys.map((key) => ({ key, value: values[key] })),
      ...keys.filter((key) => NESTED_KEYS.has(key)).map((key) => ({ key, value: nested[key] })),
    ];
    for (const { key, value } of candidates) {
      if (value === undefined || value === null) continue;
      const accepted = accept(value);
      if (accepted !== undefined) return accepted;
      const line = keyLines.get(key) ?? 1;
      problems.push({
        kind: 'frontMatterValue',
        severity: 'warning',
        document,
        line,
        args: [key, { wanted, args }],
      });
    }
    return undefined;
  };
  const oneOf =
    <T extends string>(allowed: readonly T[]) =>
    (value: unknown): T | undefined =>
      allowed.find((item) => item === value);
  const versions = read(['versions', 'version'], 'versions', texts)?.map(readVersion);
  const question = read(['question'], 'line', headline);
  const metadata = {
    id: read(['id'], 'pinnedId', pinnedId),
    title: read(['title'], 'line', headline) ?? question,
    question,
    shortTitle: read(['short'], 'line', headline),
    answer: read(['answer'], 'answer', answerLine),
    aliases: read(['aliases', 'alias'], 'texts', texts),
    language: read(['language', 'lang'], 'language', languageTag),
    topics: read(['topics', 'topic', 'tags'], 'texts', texts),
    status: read(['status'], 'oneOf', oneOf(STATUSES), STATUSES.join(', ')),
    symbols: read(['symbols', 'symbol'], 'symbols', texts),
    errors: read(['errors', 'error'], 'errors', texts),
    versions,
    date: read(['date'], 'date', dateText),
    see: read(['see'], 'ids', texts),
    layout: read(['shape'], 'oneOf', oneOf(LAYOUTS), LAYOUTS.join(', ')),
  };
  return { metadata: withoutUndefined(metadata), problems };
}

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(record: T): Present<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Present<T>;
}

function oneText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** A title is shown as plain text everywhere. */
function headline(value: unknown): string | undefined {
  const text = oneText(value);
  return text === undefined ? undefined : titleText(text);
}

/** Markup is reduced to plain text and code spans. */
function answerLine(value: unknown): string | undefined {
  const text = answerText(oneText(value) ?? '');
  return text !== '' && text.length <= MAX_ANSWER_LENGTH ? text : undefined;
}

function texts(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const read = list.map(oneText);
  return read.every((text) => text !== undefined) ? read : undefined;
}

/** A pinned id is part of links and paths, so it consists of characters that need no escaping there. */
export function pinnedId(value: unknown): string | undefined {
  const text = oneText(value);
  return text !== undefined && /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text) ? text : undefined;
}

function languageTag(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value) ? value : undefined;
}

function dateText(value: unknown): string | undefined {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : oneText(value);
  return text !== undefined && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? text : undefined;
}

/** A package's name, its extras, and a version (`1.4`) or specifiers (`>=2.0`). */
const VERSION_NOTE = /^([^\s<>=!~^()[\]]+)(?: ?\[[^\]]*\])? ?(.*)$/;

function readVersion(text: string): VersionNote {
  const [, name = text, rest = ''] = VERSION_NOTE.exec(text) ?? [];
  const version = rest
    .replace(/^\((.*)\)$/, '$1')
    // A single exact pin is that version; in a list of specifiers each keeps its operator.
    .replace(/^={1,3} ?([^,]*)$/, '$1');
  return { package: name.toLowerCase(), version: version.trim(), from: 'declared' };
}
