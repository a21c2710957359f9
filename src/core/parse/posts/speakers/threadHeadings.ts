import type { Token } from '../../../markdown/markdown';
import type { LineIndex } from '../../../text/lineIndex';
import { MappedText } from '../../mappedText';
import { isNameless, nameKey } from './speakerNames';
import { readTalkOutline } from './talkOutline';
import { threadPart } from './threadParts';
import { speakingStarts } from './whoSpeaks';

/**
 * The headings of a document that belong to a thread and begin no section: those that name who speaks
 * (`### Comment by x`), and in a document where somebody speaks those that name a part of a thread (`## Discussion`).
 *
 * @param tokens The block tokens of the text.
 */
export function threadHeadings(text: string, index: LineIndex, tokens: readonly Token[]): ReadonlySet<Token> {
  const headings = tokens.flatMap((token, at): readonly Heading[] => {
    if (token.type !== 'heading_open' || token.level !== 0 || token.map === null) return [];
    return [{ token, inline: tokens[at + 1]!, line: token.map[0] }];
  });
  const parts = headings.filter(({ inline }) => threadPart(inline.content) !== undefined);
  // Paragraphs are read only where a heading gives reason to.
  const read = parts.length > 0 ? tokens : headings.flatMap(({ token, inline }) => [token, inline]);
  if (read.length === 0) return new Set();
  const outline = readTalkOutline(MappedText.of(text, index, 0, index.count), read);
  const speaking = [...speakingStarts(outline)];
  if (speaking.length === 0) return new Set();
  const lines = new Set(speaking.filter(({ place }) => place === 'heading').map(({ line }) => line));
  const named = headings.filter(({ line }) => lines.has(line));
  return new Set([...named, ...parts].map(({ token }) => token));
}

/** Whether lines of a text name persons who speak. */
export function nameSpeakers(text: string, index: LineIndex, tokens: readonly Token[]): boolean {
  const outline = readTalkOutline(MappedText.of(text, index, 0, index.count), tokens);
  return [...speakingStarts(outline)].some(
    ({ byline }) => !isNameless(byline.name) && nameKey(byline.name).length > 1,
  );
}

interface Heading {
  readonly token: Token;
  readonly inline: Token;
  readonly line: number;
}
