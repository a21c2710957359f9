import { looksLikeCode } from '../text/codeShape';

/** UTF-16 units of the longest query that is typed as one: four lines of a box. */
const MAX_TYPED_LENGTH = 300;
/** A traceback, a frame of one, or a line of a log. */
const OUTPUT =
  /Traceback \(most recent call last\)|File "[^"\n]{1,500}", line \d|\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/;
/** The heading of a traceback, and where its frames are: they say nothing about the error. */
const FRAME =
  /Traceback \(most recent call last\):?|File "[^"\n]{1,500}", line \d{1,9}(?:, in [^\s]{1,100})?/g;

/** Whether a text was pasted rather than typed as a query: it is long or has several lines, or is code or terminal output. */
export function isPasted(text: string): boolean {
  return (
    text.length > MAX_TYPED_LENGTH || text.trim().includes('\n') || hasOutput(text) || looksLikeCode(text)
  );
}

/** Whether a text has what only terminal output of several lines has. */
export function hasOutput(text: string): boolean {
  return OUTPUT.test(text);
}

/** Pasted output without the headings of its tracebacks and the places of their frames. */
export function withoutFrames(text: string): string {
  return text.replace(FRAME, ' ');
}
