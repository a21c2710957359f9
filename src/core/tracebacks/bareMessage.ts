import { ErrorCollector } from './errorCollector';
import { isForeignReport } from './exceptionNames';
import { isDiagnostic, isPowerShellCode, isPowerShellNote } from './linePatterns';
import { sourceText, type MappedText } from './lines/mappedText';
import { normaliseLine } from './lines/normaliseLine';
import { stripLogPrefixes } from './logPrefixes';
import { readLines } from './outputLines';
import type { RaisedError } from './raisedError';

/** Lines of a selected message; longer texts are other output. */
const MAX_LINES = 6;
/** The same with blank lines. */
const MAX_LINES_WITH_BLANKS = MAX_LINES * 4;
/** UTF-16 units of a selected message. */
const MAX_LENGTH = 4000;

/**
 * Takes a short text without any exception name, such as a selection, as the message of an error; returns nothing for
 * longer texts, for log lines of a level below ERROR, and for diagnostics.
 */
export function bareMessage(text: string): readonly RaisedError[] {
  const lines = firstLines(text, MAX_LINES_WITH_BLANKS + 1);
  if (lines.length > MAX_LINES_WITH_BLANKS) return [];
  const hasNotes = lines.some((line) => isPowerShellNote(line.text));
  const stripped = lines
    .filter(({ text: line }) => !hasNotes || !(isPowerShellNote(line) || isPowerShellCode(line)))
    .map((line) => ({ line, ...stripLogPrefixes(line.text) }))
    .filter((line) => line.text.trim() !== '');
  const [first] = stripped;
  if (first === undefined || stripped.length > MAX_LINES) return [];
  const details = stripped.map(({ text }) => text.trim());
  const isTooLong = details.join('\n').length > MAX_LENGTH;
  const isBelowError = first.level !== undefined && first.level !== 'ERROR';
  if (isTooLong || isBelowError || isDiagnostic(first.text) || isForeignReport(first.text)) return [];
  const [message = ''] = details;
  const start = first.column + first.text.search(/\S/);
  const span = { start: first.line.offsetOf(start), end: first.line.endOf(start + message.length) };
  const errors = new ErrorCollector();
  errors.add({ message, details, frames: [], role: 'raised', span, report: 0, depth: 0 });
  return errors.sorted();
}

function firstLines(text: string, count: number): readonly MappedText[] {
  const lines: MappedText[] = [];
  for (const line of readLines(sourceText(text))) {
    lines.push(normaliseLine(line));
    if (lines.length === count) break;
  }
  return lines;
}
