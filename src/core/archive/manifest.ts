import { parse, type ParseError } from 'jsonc-parser';
import type { Expectation, Problem } from './problems';
import { isCorrectionTemplate } from './corrections';
import { LineIndex } from '../text/lineIndex';
import { normaliseText } from '../text/normaliseText';
import { pinnedId } from '../parse/metadata';
import { LAYOUTS, type Layout } from '../parse/layouts/layout';

export const MANIFEST_NAME = 'archive.json';

/** What an archive says about itself in `archive.json`. */
export interface Manifest {
  readonly id?: string;
  readonly title?: string;
  /** Titles in other languages, by language tag. */
  readonly titles: Readonly<Record<string, string>>;
  readonly description?: string;
  /** The language of documents that do not name theirs. */
  readonly language?: string;
  /** The shape of documents that do not name theirs. */
  readonly shape?: Layout;
  /** Where the community is. */
  readonly web?: string;
  /** Where what is outdated or wrong can be told: an address with placeholders. */
  readonly corrections?: string;
}

export const NO_MANIFEST: Manifest = { titles: {} };

/** Reads `archive.json`; what is broken is reported with its line and left out. */
export function readManifest(raw: string): { manifest: Manifest; problems: readonly Problem[] } {
  const text = normaliseText(raw);
  const index = new LineIndex(text);
  const problems: Problem[] = [];
  const report = (
    kind: 'manifestSyntax' | 'manifestValue',
    offset: number,
    args: Problem['args'] = [],
  ): void => {
    const line = index.lineAt(offset) + 1;
    problems.push({ kind, severity: 'error', document: MANIFEST_NAME, line, args });
  };
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error !== undefined) {
    report('manifestSyntax', error.offset);
    return { manifest: NO_MANIFEST, problems };
  }
  if (!isRecord(value)) {
    report('manifestSyntax', 0);
    return { manifest: NO_MANIFEST, problems };
  }
  const pick = <T extends string>(
    key: string,
    wanted: Expectation['wanted'],
    accept: (value: unknown) => T | undefined,
    ...args: readonly string[]
  ): Record<string, T> => {
    if (value[key] === undefined) return {};
    const accepted = accept(value[key]);
    if (accepted !== undefined) return { [key]: accepted };
    report('manifestValue', Math.max(0, text.indexOf(`"${key}"`)), [key, { wanted, args }]);
    return {};
  };
  const titles = value['titles'];
  const titlesFit =
    titles === undefined || (isRecord(titles) && Object.values(titles).every((title) => text1(title)));
  if (!titlesFit)
    report('manifestValue', Math.max(0, text.indexOf('"titles"')), [
      'titles',
      { wanted: 'titles', args: [] },
    ]);
  const manifest: Manifest = {
    titles: titlesFit && isRecord(titles) ? trimmed(titles as Record<string, string>) : {},
    ...pick('id', 'pinnedId', pinnedId),
    ...pick('title', 'text', text1),
    ...pick('description', 'text', text1),
    ...pick('language', 'language', text1),
    ...pick<Layout>('shape', 'oneOf', (shape) => LAYOUTS.find((item) => item === shape), LAYOUTS.join(', ')),
    ...pick('web', 'address', (web) =>
      typeof web === 'string' && /^https?:\/\//.test(web) ? web : undefined,
    ),
    ...pick('corrections', 'correctionAddress', (address) =>
      typeof address === 'string' && isCorrectionTemplate(address) ? address : undefined,
    ),
  };
  return { manifest, problems };
}

function text1(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function trimmed(titles: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(titles).map(([language, title]) => [language, title.trim()]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
