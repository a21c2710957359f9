import { parseExceptionLine } from '../exceptionLines';
import { joinTexts, type MappedText } from './mappedText';

/** A frame as CPython prints it, complete or cut anywhere after its beginning. */
const FRAME = /^\s*File "[^"]{1,1000}", line \d{1,9}, in \S.{0,300}$/;
/** Columns of a terminal. */
const MIN_WIDTH = 40;
const MAX_WIDTH = 400;
/** Lines that one line may be wrapped into. */
const MAX_PARTS = 40;
/** Parts of a frame's line. */
const MAX_FRAME_PARTS = 6;

/** The end of a line that is drawn over the whole width: of a box, a rule, or pytest's progress. */
const FULL_WIDTH = /(?:[│╮╯]|[=_-] ?[=_-] ?[=_-]|\d%\])$/;
/** UTF-16 units that are searched for a broken line: the end of a longer text, which was copied as a whole. */
const MAX_SEARCHED = 1 << 18;
/** Columns of a terminal unless it was resized. */
const USUAL_WIDTH = 80;

/**
 * The number of columns at which a text was wrapped when it was copied from a terminal, as told by the first frame or
 * exception whose line is broken; `undefined` where none is.
 */
export function wrapWidth(text: string): number | undefined {
  const end = text.slice(-MAX_SEARCHED);
  return widthOfFrames(end) ?? widthOfExceptions(end);
}

/** Of an exception that fills several lines, or the usual one. */
function widthOfExceptions(text: string): number | undefined {
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; start = end + 1, end = text.indexOf('\n', start)) {
    const width = end - start - (text.charAt(end - 1) === '\r' ? 1 : 0);
    if (width < MIN_WIDTH || width > MAX_WIDTH) continue;
    const [next = '', afterNext = ''] = text.slice(end + 1, end + 1 + 2 * MAX_WIDTH).split(/\r?\n/, 2);
    const isFilled = next.length === width && afterNext.length <= width;
    const goesOn = width === USUAL_WIDTH && next.length < width && /^[a-z\d'"`,.;:)\]_]/.test(next);
    if (!isFilled && !goesOn) continue;
    // An error that is printed again is as long.
    if (parseExceptionLine(next, false) !== undefined) continue;
    if (parseExceptionLine(text.slice(start, start + width), false) !== undefined) return width;
  }
  return undefined;
}

function widthOfFrames(text: string): number | undefined {
  for (let at = text.indexOf('File "'); at !== -1; at = text.indexOf('File "', at)) {
    const start = text.lastIndexOf('\n', at) + 1;
    const lines = text.slice(start, at + MAX_WIDTH * MAX_FRAME_PARTS).split(/\r?\n/, MAX_FRAME_PARTS);
    const width = lines[0]?.length ?? 0;
    // The line of a frame begins with its file, except for blanks.
    if (text.slice(start, at).trim() === '' && isBroken(lines)) return width;
    at = nextLine(text, at);
  }
  return undefined;
}

function isBroken([first = '', ...others]: readonly string[]): boolean {
  const width = first.length;
  if (width < MIN_WIDTH || width > MAX_WIDTH || FRAME.test(first)) return false;
  let joined = first;
  for (const part of others) {
    if (part.length > width) return false;
    joined += part;
    if (FRAME.test(joined)) return true;
    if (part.length < width) return false;
  }
  return false;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Joins the lines that a terminal has wrapped at a number of columns. */
export function* unwrapLines(lines: Iterable<MappedText>, width: number): Generator<MappedText> {
  let parts: MappedText[] = [];
  for (const line of lines) {
    parts.push(line);
    if (line.text.length === width && !FULL_WIDTH.test(line.text) && parts.length < MAX_PARTS) continue;
    yield joinTexts(parts, '');
    parts = [];
  }
  if (parts.length > 0) yield joinTexts(parts, '');
}
