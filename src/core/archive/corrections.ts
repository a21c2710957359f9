import type { Entry, EntryStatus, Variant, VersionNote } from '../model';
import { isMailTemplate } from './mailAddress';
import { oneLine, shorten, INVISIBLE } from '../text/shorten';

/** The labels of a correction's details, in the user's language. */
export interface CorrectionLabels {
  readonly title: string;
  readonly id: string;
  readonly source: string;
  readonly language: string;
  readonly status: string;
  readonly versions: string;
  readonly date: string;
  /** The heading of the part that the reader writes. */
  readonly wrong: string;
  readonly statusOf: (status: EntryStatus) => string;
  readonly versionsOf: (versions: readonly VersionNote[]) => string;
}

const PLACEHOLDER = /\{(title|id|document|line|body)\}/g;
/** UTF-16 units of an address; servers and mail programs accept about 8,000. */
const MAX_ADDRESS_LENGTH = 6_000;
/** Code points of a title; id and line identify the entry. */
const MAX_TITLE_LENGTH = 200;

/**
 * Whether a text is a template for the addresses of corrections: `https:`, `http:` or `mailto:`, with no placeholders
 * other than `{title}`, `{id}`, `{document}`, `{line}` and `{body}`, and none in the name of the server or a recipient,
 * so that no entry decides where a correction goes. `mailAddress.ts` says what a mail may have.
 */
export function isCorrectionTemplate(text: string): boolean {
  if (INVISIBLE.test(text) || /\s/.test(text)) return false;
  if (/[{}]/.test(text.replace(PLACEHOLDER, ''))) return false;
  if (/^mailto:/i.test(text)) return isMailTemplate(text);
  return /^https?:\/\/[^/?#\\@{}%]+(?:[/?#][^\\]*)?$/i.test(text);
}

/** What the editors of an archive need to find an entry, followed by an empty part for what is outdated or wrong. */
export function correctionDetails(entry: Entry, variant: Variant, labels: CorrectionLabels): string {
  const { document, startLine } = variant.source;
  const lines: readonly (readonly [string, string])[] = [
    [labels.title, shorten(oneLine(variant.title), MAX_TITLE_LENGTH)],
    [labels.id, oneLine(entry.id)],
    [labels.source, `${oneLine(document)}:${String(startLine)}`],
    [labels.language, oneLine(variant.language)],
    [labels.status, labels.statusOf(entry.status)],
    [labels.versions, oneLine(labels.versionsOf(entry.versions))],
    [labels.date, entry.date ?? ''],
  ];
  const details = lines.filter(([, value]) => value !== '').map(([label, value]) => `${label}: ${value}`);
  return `${details.join('\n')}\n\n${labels.wrong}:\n\n`;
}

/**
 * The address for a correction: a template with its placeholders replaced, percent-encoded. The body is shortened so that
 * the address has at most `MAX_ADDRESS_LENGTH` characters.
 *
 * @param template `corrections` of the archive.
 * @param body The details, with line feeds.
 * @returns `undefined` for an invalid template, and where the address is too long even without a body.
 */
export function correctionAddress(
  template: string,
  entry: Entry,
  variant: Variant,
  body: string,
): string | undefined {
  if (!isCorrectionTemplate(template)) return undefined;
  const values: Readonly<Record<string, string>> = {
    title: percentEncode(shorten(oneLine(variant.title), MAX_TITLE_LENGTH)),
    id: percentEncode(entry.id),
    // Slashes are kept: code hosts accept the path of a file only with them.
    document: variant.source.document.split('/').map(percentEncode).join('/'),
    line: String(variant.source.startLine),
  };
  const withoutBody = template.replace(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);
  const parts = withoutBody.split('{body}');
  const remaining = MAX_ADDRESS_LENGTH - parts.join('').length;
  if (remaining < 0) return undefined;
  // RFC 6068: line breaks in the body of a mail are CRLF.
  const lineBreak = /^mailto:/i.test(template) ? '\r\n' : '\n';
  const maxBodyLength = parts.length === 1 ? 0 : Math.floor(remaining / (parts.length - 1));
  return parts.join(percentEncodeWithin(body.replaceAll(/\r?\n/g, lineBreak), maxBodyLength));
}

/** Unlike `encodeURIComponent`, encodes parentheses and the like, and replaces lone surrogates instead of throwing. */
function percentEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A text percent-encoded to at most `maxLength` characters, shortened by whole code points and with an ellipsis. */
function percentEncodeWithin(text: string, maxLength: number): string {
  const whole = percentEncode(text);
  if (whole.length <= maxLength) return whole;
  const ellipsis = percentEncode('…');
  let kept = '';
  for (const letter of text) {
    const next = percentEncode(letter);
    if (kept.length + next.length + ellipsis.length > maxLength) break;
    kept += next;
  }
  return maxLength < ellipsis.length ? '' : kept + ellipsis;
}
