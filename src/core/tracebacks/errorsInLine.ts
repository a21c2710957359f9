import type { Span } from '../model';
import { errorCodesIn } from './errorCodes';
import { firstExceptionIn } from './exceptionLines';
import { isExceptionName } from './exceptionNames';
import { sureMessages } from './impliedFacts';
import { isDiagnostic } from './linePatterns';
import { stripLogPrefixes } from './logPrefixes';
import type { ErrorCode } from './raisedError';
import { trailingStart } from '../text/trailing';

/** A part of a line that leads to an error. Offsets are columns in UTF-16 units; `end` is exclusive. */
export interface ErrorInLine extends Span {
  /** What to parse as the text of an error. */
  readonly text: string;
  /** Set if the part stands for a URL that explains an error. */
  readonly code?: ErrorCode;
}

/** Web addresses, which terminals link themselves. Punctuation at the end is not part of one. */
const ADDRESS = /(?:https?:\/\/|file:\/\/|\bwww\.)[^\s"'`<>|]*[^\s"'`<>|.,;:!?()[\]{}]/gi;
/** Addresses of a line, each of which is compared with all others. */
const MAX_ADDRESSES = 50;
/** A line that consists of a class has to qualify it: a bare name may be there for any reason. */
const QUALIFIED_CLASS = /^\s*(?:E {3,})?(?<type>(?:[A-Za-z_]\w{0,80}\.){1,12}[A-Z]\w{0,80})\s*$/;

/**
 * Finds what leads to an error in one line of terminal output without escape sequences: a class with its message, a known
 * message, or the text beside a URL that explains an error. In order, without overlaps; empty for ordinary lines. No part
 * covers a web address: an editor asks extensions for links first, and would drop its own one.
 */
export function errorsInLine(line: string): readonly ErrorInLine[] {
  const addresses = Array.from(line.matchAll(ADDRESS), ({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  })).slice(0, MAX_ADDRESSES);
  const error = exceptionInLine(line) ?? messageInLine(line);
  const outside = error === undefined ? undefined : textOutside(addresses, line, error);
  const parts: ErrorInLine[] = error === undefined || outside === undefined ? [] : [{ ...error, ...outside }];
  for (const { start, end } of addresses) {
    // A URL after a class is part of its message.
    if (error !== undefined && start >= error.start) break;
    const text = line.slice(start, end);
    const [code] = errorCodesIn(text);
    const beside =
      code === undefined ? undefined : textBeside({ start, end }, line, [...addresses, ...parts]);
    if (code !== undefined && beside !== undefined) parts.push({ ...beside, text, code });
  }
  return parts.sort((a, b) => a.start - b.start);
}

function exceptionInLine(line: string): ErrorInLine | undefined {
  if (isDiagnostic(line)) return undefined;
  const type = QUALIFIED_CLASS.exec(line)?.groups?.['type'];
  if (type !== undefined && isExceptionName(type)) {
    const start = line.indexOf(type);
    return { start, end: start + type.length, text: type };
  }
  const { text, column } = stripLogPrefixes(line);
  const exception = firstExceptionIn(text);
  if (exception === undefined) return undefined;
  const { column: start, end } = exception;
  return { start: column + start, end: column + end, text: text.slice(start, end) };
}

/** A known message that stands in a line without its class. */
function messageInLine(line: string): ErrorInLine | undefined {
  if (isDiagnostic(line)) return undefined;
  const messages = sureMessages(line);
  if (messages.length === 0) return undefined;
  const start = Math.min(...messages.map((message) => message.start));
  const end = Math.max(...messages.map((message) => message.end));
  return { start, end, text: line.slice(start).trimEnd() };
}

/** The first text in a part of a line that no address covers. */
function textOutside(addresses: readonly Span[], line: string, { start, end }: Span): Span | undefined {
  let from = start;
  for (const address of addresses) {
    const text = withLetters(line, from, Math.min(address.start, end));
    if (text !== undefined) return text;
    from = Math.max(from, address.end);
  }
  return withLetters(line, from, end);
}

/** The text that introduces an address, else what follows it; `undefined` where the line has nothing else. */
function textBeside(address: Span, line: string, taken: readonly Span[]): Span | undefined {
  const before = Math.max(stripLogPrefixes(line).column, ...ends(taken, address.start));
  const after = Math.min(
    line.length,
    ...taken.map(({ start }) => start).filter((start) => start >= address.end),
  );
  // `[SQL: …] (Background on this error at: https://…)`: only what is in the same brackets.
  const bracket = line.lastIndexOf('(', address.start);
  return (
    withLetters(line, Math.max(before, bracket + 1), address.start) ??
    withLetters(line, before, address.start) ??
    withLetters(line, address.end, after)
  );
}

function ends(spans: readonly Span[], limit: number): readonly number[] {
  return spans.map(({ end }) => end).filter((end) => end <= limit);
}

function withLetters(line: string, start: number, end: number): Span | undefined {
  return start < end && /\p{L}/u.test(line.slice(start, end)) ? textBetween(line, start, end) : undefined;
}

/** A part of a line without the spaces and brackets around it. */
function textBetween(line: string, start: number, end: number): Span {
  const text = line.slice(start, end);
  const kept = text.replace(/^[\s()[\]{}<>"'`,.;]+/, '');
  const from = start + text.length - kept.length;
  return { start: from, end: from + trailingStart(kept, /[\s([{<]/) };
}
