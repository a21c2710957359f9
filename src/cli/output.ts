import type { Span } from '../core/model';
import { highlighted, line, type TerminalText } from './terminalText';

/** Writes a text and a line break to standard output. */
export function print(text: TerminalText): void {
  process.stdout.write(`${text.toString()}\n`);
}

/** Writes a text and a line break to standard error. */
export function printError(text: TerminalText): void {
  process.stderr.write(`${text.toString()}\n`);
}

/** A text on one line, with ranges in bold where standard output shows it. */
export function styled(text: string, ranges: readonly Span[]): TerminalText {
  return showsStyles() ? highlighted(text, ranges) : line`${text}`;
}

/** https://no-color.org, https://force-color.org */
function showsStyles(): boolean {
  const { NO_COLOR: noColor = '', FORCE_COLOR: forceColor = '' } = process.env;
  return noColor === '' && (forceColor !== '' || process.stdout.isTTY);
}

/** Ends the process without an error when the reader of standard output has closed it early (`| head`). */
export function endWhenUnread(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
