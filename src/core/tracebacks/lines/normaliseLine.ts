import { replaceMatches, sliceOf, type MappedText } from './mappedText';

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const ENTITY = /&(?:(?<name>lt|gt|amp|quot|apos|nbsp)|#(?<decimal>\d{1,6})|#x(?<hex>[\da-f]{1,5}));/gi;
/** A colour sequence whose escape character was lost or is spelt out. */
const SPELT_COLOUR =
  /(?:\^\[|\\x1[bB]|\\u001[bB]|\\033|\\e|␛|#033)\[[\d;]{0,30}m|\[\d{1,3}(?:;\d{1,3}){0,5}m/g;
const SMART_QUOTE = /[“”„‟‘’‚‛]/g;
const DOUBLE = '“”„‟';
/** A frame in a cell of a CSV file, where quotes are doubled. */
const CSV_FRAME = /\bFile ""[^"]{1,1000}"", line \d/;
/** A line in a tag of its own, such as a paragraph, and the tags in it. */
const TAGGED = /^\s*<(?:p|pre|code|div|li|td)\b|<\/(?:p|pre|code|div|li|td)>\s*$/i;
const TAG = /<\/?(?:p|pre|code|span|div|li|td|tr|samp)(?: [^<>]{0,200})?>/gi;
/** A row of a table in Markdown with one cell. */
const ROW = /^\s{0,3}\|(?: .*)? \|\s*$/;
/** What a line must have for any of this. */
const ALTERED = /[&[<|“”„‟‘’‚‛`]|""/;
/** A line that is all code in a chat. */
const INLINE_CODE = /^\s*`(?<code>[^`]+)`\s*$/;

/**
 * Undoes what programs do to a line when it is copied: HTML entities, colour sequences without their escape character,
 * smart quotes where all quotes of the line are smart, doubled quotes around the file of a frame; tags, the bars of a
 * table and backticks around the whole line.
 */
export function normaliseLine(line: MappedText): MappedText {
  if (!ALTERED.test(line.text)) return line;
  let result = line;
  if (result.text.includes('[')) result = replaceMatches(result, SPELT_COLOUR, () => '');
  if (result.text.includes('&'))
    result = replaceMatches(result, ENTITY, ({ 0: entity, groups }) => decoded(entity, groups));
  if (!/["']/.test(result.text)) {
    result = replaceMatches(result, SMART_QUOTE, ({ 0: quote }) => (DOUBLE.includes(quote) ? '"' : "'"));
  }
  if (CSV_FRAME.test(result.text)) result = replaceMatches(result, /""/g, () => '"');
  if (TAGGED.test(result.text)) result = replaceMatches(result, TAG, () => '');
  if (ROW.test(result.text))
    result = sliceOf(result, result.text.indexOf('|') + 1, result.text.lastIndexOf('|'));
  const code = INLINE_CODE.exec(result.text)?.groups?.['code'];
  if (code === undefined) return result;
  const start = result.text.indexOf('`');
  return replaceMatches(sliceOf(result, 0, start + 1 + code.length), /`/g, () => '');
}

function decoded(entity: string, groups: RegExpExecArray['groups']): string {
  const { name, decimal, hex } = groups ?? {};
  if (name !== undefined) return NAMED_ENTITIES[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  // An encoded line end separates the lines of a traceback that was joined.
  return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
