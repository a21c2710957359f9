import { firstExceptionIn } from '../exceptionLines';
import { isExceptionName } from '../exceptionNames';
import { MappedTextBuilder, replaceMatches, sliceOf, type MappedText } from './mappedText';

const HEADER = String.raw`Traceback \(most recent call last\):?`;
/** What stands for the end of a line where a program or an export joins lines. */
const LINE_END = String.raw`(?<escapes>\\{1,8})(?:r\\{1,8})?(?:n|u000[aA]|x0[aA])|#012|<br ?\/?>|&#10;|&#xa;|[↵␊⏎␤]`;
const AFTER_HEADER = new RegExp(`${HEADER}(?: {0,4})(?<end>${LINE_END}| \\|)`);
const BEFORE_FRAME = new RegExp(
  String.raw`(?<end>${LINE_END})\s{0,40}File \\{0,15}["'][^"'\n]{1,1000}["'], line \d`,
);
const FRAME = String.raw`File "[^"]{1,1000}", line \d{1,9}, in (?:<\w{1,40}>|[\w.]{1,200}(?:\.<locals>\.\w{1,100}){0,8})`;
const CHAIN = String.raw`During handling of the above exception, another exception occurred:|The above exception was the direct cause of the following exception:`;
const STRUCTURE = new RegExp(`${HEADER}|${CHAIN}|${FRAME}|(?<=\\s)[\\^~]{3,}(?=\\s)`, 'g');
/** Two locations, or a header and what follows it, that are separated by blanks. */
const JOINED_BY_BLANKS = new RegExp(
  `${HEADER}\\s{1,80}File "|${FRAME}\\s{1,80}\\S.{0,2000}?\\s(?:File "[^"]{1,1000}", line \\d|Traceback \\(most)`,
);
/** A class without a message at the end of a line. */
const LAST_CLASS = /\s(?<type>[A-Za-z_][\w.]{2,200})\s*$/;

/** A line as the lines that were joined into it. */
export interface JoinedLine {
  readonly lines: readonly MappedText[];
  /** Whether the traceback is quoted within the message of the exception before it. */
  readonly isQuoted: boolean;
}

/** Splits a line into which a whole traceback was joined; `undefined` for any other line. */
export function splitLine(line: MappedText): JoinedLine | undefined {
  if (!line.text.includes('File ') && !line.text.includes('Traceback (most')) return undefined;
  const match = AFTER_HEADER.exec(line.text) ?? BEFORE_FRAME.exec(line.text);
  if (match !== null) {
    const { end = '', escapes } = match.groups ?? {};
    const quote = openQuote(line.text);
    const lines = escapes === undefined ? splitAt(line, end) : unescapedLines(line, escapes.length, quote);
    return { lines, isQuoted: quote !== undefined };
  }
  return JOINED_BY_BLANKS.test(line.text) ? { lines: splitAtFrames(line), isQuoted: false } : undefined;
}

/** A quote before the header, with the backslashes before it and the column behind it. */
interface Quote {
  readonly end: number;
  readonly source: string;
}

function openQuote(text: string): Quote | undefined {
  const header = text.indexOf('Traceback (most recent');
  if (header === -1) return undefined;
  const source = /\\{0,15}["'`]$/.exec(text.slice(Math.max(0, header - 16), header))?.[0];
  return source === undefined ? undefined : { end: header, source };
}

/** Splits at a separator that needs no unescaping. */
function splitAt(line: MappedText, separator: string): readonly MappedText[] {
  const unescaped = separator === '#012' ? replaceMatches(line, /#011/g, () => '    ') : line;
  const lines: MappedText[] = [];
  let start = 0;
  for (let at = 0; at !== -1; start = at + separator.length) {
    at = unescaped.text.indexOf(separator, start);
    // The blank after a bar belongs to it.
    if (separator === ' |' && unescaped.text.charAt(start) === ' ') start += 1;
    lines.push(sliceOf(unescaped, start, at === -1 ? undefined : Math.max(start, at)));
    if (at === -1) break;
  }
  return lines;
}

/**
 * Splits a string literal at its escaped line ends, and unescapes it.
 *
 * @param escape The backslashes of an escaped line end: two where the literal is within another one.
 */
function unescapedLines(line: MappedText, escape: number, quote: Quote | undefined): readonly MappedText[] {
  const end = closingColumn(line.text, quote) ?? line.text.length;
  const lines: MappedText[] = [];
  let builder = new MappedTextBuilder(line);
  let copied = 0;
  for (const { 0: match, index, groups } of line.text.matchAll(
    /(?<run>\\{1,64})(?<code>u000[aA]|x0[aA]|.?)/g,
  )) {
    if (index >= end) break;
    const { run = '', code = '' } = groups ?? {};
    builder.copy(copied, index);
    copied = index + run.length;
    const isEscape = run.length === escape;
    if (code === '"' || code === "'") continue;
    if (isEscape && /^(?:n|u000a|x0a)$/i.test(code)) {
      lines.push(builder.build());
      copied = index + match.length;
      builder = new MappedTextBuilder(line, copied);
    } else if (isEscape && (code === 'r' || code === 't')) {
      copied = index + match.length;
      builder.replace(index, copied, code === 't' ? '    ' : '');
    } else {
      builder.replace(index, copied, '\\'.repeat(Math.max(1, Math.round(run.length / (2 * escape)))));
    }
  }
  lines.push(builder.copy(copied, end).build());
  return lines;
}

/** Column of the quote that closes the one before the traceback: the next one with as many backslashes. */
function closingColumn(text: string, quote: Quote | undefined): number | undefined {
  if (quote === undefined) return undefined;
  const mark = quote.source.slice(-1);
  for (let at = text.indexOf(mark, quote.end); at !== -1; at = text.indexOf(mark, at + 1)) {
    const escapes = /\\{0,64}$/.exec(text.slice(Math.max(quote.end, at - 64), at))?.[0].length ?? 0;
    if (escapes === quote.source.length - 1) return at - escapes;
  }
  return undefined;
}

/** Splits around headers, locations and the sentences between chained tracebacks; code and exception are in between. */
function splitAtFrames(line: MappedText): readonly MappedText[] {
  const lines: MappedText[] = [];
  let start = 0;
  let isCode = false;
  const addBetween = (end: number): void => {
    const between = line.text.slice(start, end);
    if (between.trim() === '') return;
    const exception = isCode ? exceptionColumn(between) : 0;
    const column = start + (exception ?? between.length);
    if (column > start) lines.push(indented(line, start, column));
    if (column < end) lines.push(sliceOf(line, column, start + between.trimEnd().length));
  };
  for (const { 0: match, index } of line.text.matchAll(STRUCTURE)) {
    addBetween(index);
    lines.push(sliceOf(line, index, index + match.length));
    isCode = match.startsWith('File ') || (isCode && !/^\w/.test(match));
    start = index + match.length;
  }
  addBetween(line.text.length);
  return lines;
}

/** Column of the exception that follows code. */
function exceptionColumn(text: string): number | undefined {
  const exception = firstExceptionIn(text);
  if (exception !== undefined) return exception.column;
  const match = LAST_CLASS.exec(text);
  const type = match?.groups?.['type'] ?? '';
  return match !== null && type.includes('.') && isExceptionName(type) ? match.index + 1 : undefined;
}

/** Code as it is below a location. */
function indented(line: MappedText, start: number, end: number): MappedText {
  const text = line.text.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  return new MappedTextBuilder(line, from).replace(from, from, '    ').copy(from, end).build();
}
