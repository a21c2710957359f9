import type { MaybeYield } from '../archive/archiveSource';
import { isForeignReport } from './foreignErrors';
import { isIdentified, sureMessages } from './impliedFacts';
import { namedClass } from './namedClass';
import { parseErrors, parseLongText } from './parseErrors';
import type { RaisedError } from './raisedError';

/** UTF-16 units that are searched for a known message: the end of a longer text, where the error is. */
const MAX_LENGTH = 12_000;
/** Lines of a message that an editor or a terminal has wrapped. */
const MAX_LINES = 3;

/**
 * The errors of any text, most relevant first: those that `parseErrors` reads, else a known message anywhere in it, such
 * as in prose or in a log line of a lower level (but not in a report of another language), else the class that a
 * question names.
 */
export function readErrors(text: string): readonly RaisedError[] {
  return identified(parseErrors(text), text);
}

/** Like `readErrors`, for texts of any length: lets other work on the thread go on between the lines. */
export async function readLongText(text: string, maybeYield: MaybeYield): Promise<readonly RaisedError[]> {
  return identified(await parseLongText(text, maybeYield), text);
}

function identified(errors: readonly RaisedError[], text: string): readonly RaisedError[] {
  if (errors.some(isIdentified)) return errors;
  const end = text.slice(-MAX_LENGTH);
  const [message] = sureMessages(end);
  if (message !== undefined) {
    const isForeign = isForeignReport(paragraphAt(end, message.start));
    return isForeign ? errors : parseErrors(lineAt(end, message.start));
  }
  const named = namedClass(text);
  return named === undefined ? errors : [named];
}

/** The lines around an offset, up to empty ones. */
function paragraphAt(text: string, offset: number): string {
  const before = text.lastIndexOf('\n\n', offset);
  const after = text.indexOf('\n\n', offset);
  return text.slice(before + 1, after === -1 ? text.length : after);
}

/** A line from an offset on, with the lines that a message may continue on. */
function lineAt(text: string, start: number): string {
  return text.slice(start).split('\n', MAX_LINES).join('\n');
}
