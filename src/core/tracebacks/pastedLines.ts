import { hasOutput } from '../search/pastedText';

/** Where a line began: a traceback, a frame, an exception with its module, a log line, the sentence that joins two tracebacks. */
const BEGINNINGS =
  / {1,40}(?=Traceback \(most recent call last\)|(?:[A-Za-z_]\w{0,80}\.){1,12}[A-Z]\w{0,80}: |(?<!\bexcept {1,40})[A-Z]\w{0,80}(?:Error|Exception|Warning): |\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|(?:The above exception was the direct cause|During handling of the above exception))/g;
const FRAME = / {1,40}(?=File "[^"\n]{1,500}", line \d)/g;

/** Output that a box of one line was pasted into, which makes spaces of line breaks, with its lines as they were. */
export function pastedLines(text: string): string {
  if (text.includes('\n') || !hasOutput(text)) return text;
  return text.replaceAll(BEGINNINGS, '\n').replaceAll(FRAME, '\n  ');
}
