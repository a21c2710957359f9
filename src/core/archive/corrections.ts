import type { Entry, EntryStatus, Variant, VersionNote } from '../model';
import { oneLine, shorten, INVISIBLE } from '../text/shorten';

/** What a surface says in the details of a correction. */
export interface CorrectionLabels {
  readonly title: string;
  readonly id: string;
  readonly source: string;
  readonly language: string;
  readonly status: string;
  readonly versions: string;
  readonly date: string;
  /** Above the part that the reader writes. */
  readonly wrong: string;
  readonly statusOf: (status: EntryStatus) => string;
  readonly versionsOf: (versions: readonly VersionNote[]) => string;
}

const PLACEHOLDER = /\{(title|id|document|line|body)\}/g;
/** Longest address: servers and mail programs take about 8,000 characters. */
const LONGEST_ADDRESS = 6_000;
/** Longest title that is told, in code points; id and line say which entry it is. */
const LONGEST_TITLE = 200;

/**
 * Whether a text is an address to send corrections to: `https:`, `http:` or `mailto:`, with no other placeholders than
 * `{title}`, `{id}`, `{document}`, `{line}` and `{body}`, and with none in the server's or recipient's name, so that no
 * entry decides where it leads.
 */
export function isCorrectionTemplate(text: string): boolean {
  if (INVISIBLE.test(text) || /\s/.test(text)) return false;
  if (/[{}]/.test(text.replace(PLACEHOLDER, ''))) return false;
  return (
    /^https?:\/\/[^/?#\\@{}%]+(?:[/?#][^\\]*)?$/i.test(text) ||
    /^mailto:[^?#/\\{}@]+@[^?#/\\{}@]+(?:\?.*)?$/i.test(text)
  );
}

/** What an archive's editors need to find an entry, and an empty part for what is outdated or wrong in it. */
export function correctionDetails(entry: Entry, variant: Variant, words: CorrectionLabels): string {
  const { document, startLine } = variant.source;
  const lines: readonly (readonly [string, string])[] = [
    [words.title, shorten(oneLine(variant.title), LONGEST_TITLE)],
    [words.id, oneLine(entry.id)],
    [words.source, `${oneLine(document)}:${String(startLine)}`],
    [words.language, oneLine(variant.language)],
    [words.status, words.statusOf(entry.status)],
    [words.versions, oneLine(words.versionsOf(entry.versions))],
    [words.date, entry.date ?? ''],
  ];
  const told = lines.filter(([, value]) => value !== '').map(([word, value]) => `${word}: ${value}`);
  return `${told.join('\n')}\n\n${words.wrong}:\n\n`;
}

/**
 * The address of an archive for a correction, with its placeholders filled in, percent-encoded. A body that makes it
 * longer than 6,000 characters is cut.
 *
 * @param template `corrections` of the archive.
 * @param body The details, with line feeds.
 * @returns `undefined` for a template that is none, and where the address is too long without any body.
 */
export function correctionAddress(
  template: string,
  entry: Entry,
  variant: Variant,
  body: string,
): string | undefined {
  if (!isCorrectionTemplate(template)) return undefined;
  const values: Readonly<Record<string, string>> = {
    title: encoded(shorten(oneLine(variant.title), LONGEST_TITLE)),
    id: encoded(entry.id),
    // Slashes stay: forges take the path of a file in an address with them only.
    document: variant.source.document.split('/').map(encoded).join('/'),
    line: String(variant.source.startLine),
  };
  const bare = template.replace(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);
  const parts = bare.split('{body}');
  const left = LONGEST_ADDRESS - parts.join('').length;
  if (left < 0) return undefined;
  // RFC 6068: a line break in a mail's body is CR and LF.
  const lineBreak = /^mailto:/i.test(template) ? '\r\n' : '\n';
  const room = parts.length === 1 ? 0 : Math.floor(left / (parts.length - 1));
  return parts.join(encodedWithin(body.replaceAll(/\r?\n/g, lineBreak), room));
}

/** Half a surrogate pair cannot be encoded: it becomes the character for what cannot be read. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A text encoded, as much of it as fits; whole characters only. */
function encodedWithin(text: string, room: number): string {
  const whole = encoded(text);
  if (whole.length <= room) return whole;
  const more = encoded('…');
  let kept = '';
  for (const letter of text) {
    const next = encoded(letter);
    if (kept.length + next.length + more.length > room) break;
    kept += next;
  }
  return room < more.length ? '' : kept + more;
}
