import type { Span } from '../core/model';
import { replaceHidden, showHidden } from '../core/text/hiddenCharacters';

/**
 * Text that may be written to a terminal: line breaks, tabs and styles in it are the command line's own, and text of
 * archives, logs and arguments in it cannot act on the terminal or pass for another row. Only this file can make it.
 */
class TerminalText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}
export type { TerminalText };

/** Text of our own around values. Of a value that is a string, every hidden character is shown: it stays on its line. */
export function line(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | TerminalText)[]
): TerminalText {
  const parts = strings.map((own, at) => {
    const value = values[at] ?? '';
    return own + (typeof value === 'string' ? showHidden(value) : value.toString());
  });
  return new TerminalText(parts.join(''));
}

/** Texts one below the other. */
export function lines(...texts: readonly TerminalText[]): TerminalText {
  return new TerminalText(texts.join('\n'));
}

/** A text of several lines, such as a post: its line breaks and tabs stay. */
export function block(text: string): TerminalText {
  return new TerminalText(showHidden(text.replace(/\r\n?/g, '\n'), '\n\t'));
}

/** A value as JSON in which hidden characters are escaped: it parses to the same value. */
export function json(value: unknown, indent = 0): TerminalText {
  const text = JSON.stringify(value, undefined, indent);
  return new TerminalText(
    replaceHidden(text, (character) => (character === '\n' ? character : escapeSequences(character))),
  );
}

/** `\u202e`; two of them for a surrogate pair. */
function escapeSequences(character: string): string {
  const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
  return units.map((unit) => `\\u${unit}`).join('');
}

/** A text on one line with ranges in bold. */
export function highlighted(text: string, ranges: readonly Span[]): TerminalText {
  // Unit by unit, so that the ranges count in the text as it is.
  const units = text.split('');
  replaceHidden(text, (character, offset) => {
    units.fill('', offset, offset + character.length);
    units[offset] = showHidden(character);
    return character;
  });
  let styled = '';
  let end = 0;
  for (const range of ranges) {
    const found = units.slice(range.start, range.end).join('');
    styled += `${units.slice(end, range.start).join('')}\u001b[1m${found}\u001b[22m`;
    end = range.end;
  }
  return new TerminalText(styled + units.slice(end).join(''));
}
