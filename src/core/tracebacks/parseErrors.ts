import type { MaybeYield } from '../archive/archiveSource';
import { bareMessage } from './bareMessage';
import type { RaisedError } from './raisedError';
import { TextReader } from './textReader';

/** UTF-16 units that are read between two calls of `maybeYield`. */
const STEP = 4096;
/** What a line counts besides its text. */
const LINE_COST = 20;

/**
 * The errors in terminal output, a selection or the message of a diagnostic, most relevant first: what was raised last,
 * then its causes, then earlier tracebacks, then warnings and log lines. A short text that names no exception is taken
 * as a message. Never throws; takes linear time.
 */
export function parseErrors(text: string): readonly RaisedError[] {
  const reader = new TextReader();
  for (const _ of reader.read(text)) continue;
  return errorsOf(reader, text);
}

/** Like `parseErrors`, for texts of any length: lets other work on the thread go on between the lines. */
export async function parseLongText(text: string, maybeYield: MaybeYield): Promise<readonly RaisedError[]> {
  const reader = new TextReader();
  let units = 0;
  for (const length of reader.read(text)) {
    units += length + LINE_COST;
    if (units < STEP) continue;
    units = 0;
    await maybeYield();
  }
  return errorsOf(reader, text);
}

function errorsOf(reader: TextReader, text: string): readonly RaisedError[] {
  const { errors } = reader;
  return errors.length > 0 ? errors : bareMessage(text);
}
