import { bareMessage } from './bareMessage';
import { OutputReader } from './outputReader';
import { readLines } from './outputLines';
import type { RaisedError } from './raisedError';

/**
 * The errors in terminal output, a selection or the message of a diagnostic, most relevant first: what was raised last,
 * then its causes, then earlier tracebacks, then warnings and log lines. A short text that names no exception is taken
 * as a message. Never throws; takes linear time.
 */
export function parseErrors(text: string): readonly RaisedError[] {
  const lines = readLines(text);
  const reader = new OutputReader();
  for (const line of lines) reader.read(line);
  const errors = reader.errors.sorted();
  return errors.length > 0 ? errors : bareMessage(lines);
}
