import { oneLine, shortenAtWord } from '../../core/text/shorten';
import { withoutHidden } from '../../core/text/hiddenCharacters';
import { escapeMarkdown } from './escapeMarkdown';

/** An answer line as Markdown: its text escaped, its code between backticks, cut after a word. */
export function answerMarkdown(text: string, maxLength: number): string {
  return shortenAtWord(oneLine(withoutHidden(text)), maxLength)
    .split(/`([^`]+)`/)
    .map((part, at) => (at % 2 === 0 || part.includes('$') ? escaped(part) : `\`${part}\``))
    .join('');
}

/** Escaped text with the spaces around it, which separate it from code. */
function escaped(part: string): string {
  const [before = '', after = ''] = [/^ /, / $/].map((space) => space.exec(part)?.[0]);
  return part.trim() === '' ? before : `${before}${escapeMarkdown(part)}${after}`;
}
