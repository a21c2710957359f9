import type { AnswerLine } from '../model';

/** An answer line as plain text, without the backticks around code. */
export function plainAnswer({ text }: AnswerLine): string {
  return text.replaceAll('`', '');
}
