import type { EntryStatus, VersionNote } from '../model';
import type { Expectation, Problem } from '../archive/problems';
import type { FrontMatter } from './frontMatter';
import { LAYOUTS, type Layout } from './layouts/block';
import { titleText } from './titles';

/** What an author may declare about an entry, or about every entry of a document. */
export interface Metadata {
  readonly id?: string;
  /** The headline: `title`, else `question`. */
  readonly title?: string;
  /** Set where the author says that the title is a question. */
  readonly question?: string;
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
  readonly shape?: Layout;
}

/** Keys that may stand in a map inside the front matter, as a site's or a bot's settings hold them. */
const NESTED = new Set(['title', 'question', 'topics', 'topic', 'tags', 'aliases', 'alias', 'date']);
const STATUSES: readonly EntryStatus[] = ['answered', 'self-answered', 'disputed', 'unanswered', 'link'];

/** Front matter as metadata, with a problem for each value that is not what its key wants. */
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
    const found = [
      ...keys.map((key) => ({ key, value: values[key] })),
      ...keys.filter((key) => NESTED.has(key)).map((key) => ({ key, value: nested[key] })),
    ];
    for (const { key, value } of found) {
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
  const found = {
    id: read(['id'], 'pinnedId', pinnedId),
    title: read(['title'], 'line', headline) ?? question,
    question,
    aliases: read(['aliases', 'alias'], 'texts', texts),
    language: read(['language', 'lang'], 'language', languageTag),
    topics: read(['topics', 'topic', 'tags'], 'texts', texts),
    status: read(['status'], 'oneOf', oneOf(STATUSES), STATUSES.join(', ')),
    symbols: read(['symbols', 'symbol'], 'symbols', texts),
    errors: read(['errors', 'error'], 'errors', texts),
    versions,
    date: read(['date'], 'date', dateText),
    see: read(['see'], 'ids', texts),
    shape: read(['shape'], 'oneOf', oneOf(LAYOUTS), LAYOUTS.join(', ')),
  };
  return { metadata: withoutUndefined(found), problems };
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

/** Titles are shown as plain text, wherever they stand. */
function headline(value: unknown): string | undefined {
  const text = oneText(value);
  return text === undefined ? undefined : titleText(text);
}

function texts(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const read = list.map(oneText);
  return read.every((text) => text !== undefined) ? read : undefined;
}

/** A pinned id becomes part of links, so it holds nothing that a link would have to escape or that ends a path. */
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

/** Name, extras, and the rest: a version (`1.4`) or specifiers (`>=2.0`). */
const VERSION_NOTE = /^([^\s<>=!~^()[\]]+)(?: ?\[[^\]]*\])? ?(.*)$/;

function readVersion(text: string): VersionNote {
  const [, name = text, rest = ''] = VERSION_NOTE.exec(text) ?? [];
  const version = rest
    .replace(/^\((.*)\)$/, '$1')
    // One that is pinned is for that version, as if it had no operator; in a list, the operator stays with its kind.
    .replace(/^={1,3} ?([^,]*)$/, '$1');
  return { package: name.toLowerCase(), version: version.trim(), from: 'declared' };
}
