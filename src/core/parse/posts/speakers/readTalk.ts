import type { Token } from '../../../markdown/markdown';
import type { PostKind } from '../../../model';
import type { MappedText } from '../../mappedText';
import { isNameless } from './speakerNames';
import { talkKinds } from './talkKinds';
import { readTalkOutline } from './talkOutline';
import { cutTurns, type Turn } from './turns';
import { speakingStarts } from './whoSpeaks';

/** A post of a talk. */
export interface TalkPost {
  readonly kind: PostKind;
  readonly text: MappedText;
  /** As written; absent where the text names nobody. */
  readonly author?: string;
  readonly date?: string;
  /** Index of the post that it answers; absent when it answers the title. */
  readonly replyTo?: number;
}

/**
 * Reads a text in which lines name who speaks; `undefined` where nobody does.
 *
 * @param tokens The block tokens of the text.
 */
export function readTalk(
  text: MappedText,
  tokens: readonly Token[],
  title: string,
): readonly TalkPost[] | undefined {
  const outline = readTalkOutline(text, tokens);
  const speaking = speakingStarts(outline);
  if (speaking.size === 0) return undefined;
  const talk = cutTurns(outline, (start) => speaking.has(start));
  if (talk.turns.length === 0) return undefined;
  const { preface, turns: kinds } = talkKinds(talk, title);
  const opening: readonly TalkPost[] = talk.preface.text === '' ? [] : [{ kind: preface, text: talk.preface }];
  const before = opening.length;
  let lastQuestion = preface === 'question' ? 0 : undefined;
  let lastPost = lastQuestion;
  const posts = talk.turns.map((turn, at): TalkPost => {
    const kind = kinds[at]!;
    const byKind = kind === 'answer' ? lastQuestion : kind === 'reply' ? lastPost : undefined;
    const replyTo = turn.parent === undefined ? byKind : turn.parent + before;
    if (kind === 'question') lastQuestion = at + before;
    lastPost = at + before;
    return { kind, text: turn.text, ...authorOf(turn), ...(replyTo === undefined ? {} : { replyTo }) };
  });
  return [...opening, ...posts];
}

function authorOf({ byline: { name, date } }: Turn): Pick<TalkPost, 'author' | 'date'> {
  return {
    ...(isNameless(name) ? {} : { author: name }),
    ...(date === undefined ? {} : { date }),
  };
}
