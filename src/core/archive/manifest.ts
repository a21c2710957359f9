import { parse, type ParseError } from 'jsonc-parser';
import type { Expectation, Problem } from './problems';
import { AUTHOR_NAMES, type AuthorNames } from './authorNames';
import { isCorrectionTemplate } from './corrections';
import { LineIndex } from '../text/lineIndex';
import { normaliseText } from '../text/normaliseText';
import { MAX_NESTING, tooDeepInJson } from '../text/nesting';
import { MAX_ID_LENGTH, pinnedId } from '../parse/frontMatter/values';
import { LAYOUTS, type Layout } from '../parse/layouts/layout';

export const MANIFEST_NAME = 'archive.json';

/** The contents of `archive.json`: what an archive says about itself. */
export interface Manifest {
  readonly id?: string;
  readonly title?: string;
  /** Titles in other languages, by language tag. */
  readonly titles: Readonly<Record<string, string>>;
  readonly description?: string;
  /** The language of documents that do not declare theirs. */
  readonly language?: string;
  /** The layout of documents that do not declare theirs. */
  readonly shape?: Layout;
  /** How the authors of posts are shown; by name where it does not say. */
  readonly authors?: AuthorNames;
  /** The community's website. */
  readonly web?: string;
  /** The address for corrections, with placeholders: see `corrections.ts`. */
  readonly corrections?: string;
}

/** UTF-16 units of the file; parsing cannot be interrupted. */
const MAX_LENGTH = 200_000;
/** UTF-16 units of each value, by its key. */
const MAX_LENGTHS = {
  id: MAX_ID_LENGTH,
  title: 500,
  titles: 500,
  description: 5000,
  language: 100,
  shape: 100,
  authors: 100,
  web: 2000,
  corrections: 5000,
} as const;

export const NO_MANIFEST: Manifest = { titles: {} };

/** Parses `archive.json`; invalid values are reported with their lines and skipped. */
export function readManifest(raw: string): { manifest: Manifest; problems: readonly Problem[] } {
  const text = normaliseText(raw);
  const index = new LineIndex(text);
  const problems: Problem[] = [];
  const report = (kind: Problem['kind'], offset: number, args: Problem['args'] = []): void => {
    const line = index.lineAt(offset) + 1;
    problems.push({ kind, severity: 'error', document: MANIFEST_NAME, line, args });
  };
  const value = parseManifest(text, report);
  if (value === undefined) return { manifest: NO_MANIFEST, problems };
  const offsetOf = (key: string): number => Math.max(0, text.indexOf(`"${key}"`));
  const isShort = (key: keyof typeof MAX_LENGTHS, texts: readonly unknown[]): boolean => {
    const most = MAX_LENGTHS[key];
    if (texts.every((one) => typeof one !== 'string' || one.length <= most)) return true;
    report('manifestValueTooLong', offsetOf(key), [key, String(most)]);
    return false;
  };
  const pick = <T extends string>(
    key: keyof typeof MAX_LENGTHS,
    wanted: Expectation['wanted'],
    accept: (value: unknown) => T | undefined,
    ...args: readonly string[]
  ): Record<string, T> => {
    if (value[key] === undefined || !isShort(key, [value[key]])) return {};
    const accepted = accept(value[key]);
    if (accepted !== undefined) return { [key]: accepted };
    report('manifestValue', offsetOf(key), [key, { wanted, args }]);
    return {};
  };
  const titles = value['titles'];
  const areTitlesValid =
    titles === undefined || (isRecord(titles) && Object.values(titles).every((title) => nonEmptyText(title)));
  if (!areTitlesValid) {
    report('manifestValue', offsetOf('titles'), ['titles', { wanted: 'titles', args: [] }]);
  }
  const manifest: Manifest = {
    titles:
      areTitlesValid && isRecord(titles) && isShort('titles', Object.values(titles))
        ? trimmed(titles as Record<string, string>) : {},
    ...pick('id', 'pinnedId', pinnedId),
    ...pick('title', 'text', nonEmptyText),
    ...pick('description', 'text', nonEmptyText),
    ...pick('language', 'language', nonEmptyText),
    ...pick<Layout>('shape', 'oneOf', (shape) => LAYOUTS.find((item) => item === shape), LAYOUTS.join(', ')),
    ...pick<AuthorNames>(
      'authors',
      'oneOf',
      (authors) => AUTHOR_NAMES.find((item) => item === authors),
      AUTHOR_NAMES.join(', '),
    ),
    ...pick('web', 'address', (web) =>
      typeof web === 'string' && /^https?:\/\//.test(web) ? web : undefined,
    ),
    ...pick('corrections', 'correctionAddress', (address) =>
      typeof address === 'string' && isCorrectionTemplate(address) ? address : undefined,
    ),
  };
  return { manifest, problems };
}

/** The object in a manifest; `undefined` where there is none, which is reported at its offset. */
function parseManifest(
  text: string,
  report: (kind: Problem['kind'], offset: number, args?: Problem['args']) => void,
): Readonly<Record<string, unknown>> | undefined {
  if (text.length > MAX_LENGTH) {
    report('manifestTooLong', 0, [String(MAX_LENGTH)]);
    return undefined;
  }
  // The parser calls itself for each level.
  const tooDeep = tooDeepInJson(text);
  if (tooDeep !== undefined) {
    report('manifestTooDeep', tooDeep, [String(MAX_NESTING)]);
    return undefined;
  }
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error === undefined && isRecord(value)) return value;
  report('manifestSyntax', error?.offset ?? 0);
  return undefined;
}

function nonEmptyText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function trimmed(titles: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(titles).map(([language, title]) => [language, title.trim()]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
