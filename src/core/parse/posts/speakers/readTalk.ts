import type { Token } from '../../../markdown/markdown';
import type { PostKind } from '../../../model';
import type { MappedText } from '../../mappedText';
import { isNameless } from './speakerNames';
import { talkKinds } from './talkKinds';
import { readTalkOutline } from './talkOutline';
import { cutTurns, type CutTalk, type Turn } from './turns';
import { speakingStarts } from './whoSpeaks';

/** A post of a talk. */
export interface TalkPost {
  readonly kind: PostKind;
  readonly text: MappedText;
  /** What it was cut from: an alert, which may hold the answer line, or the text of somebody. */
  readonly from: 'alert' | 'text';
  /** As written; absent where the text names nobody. */
  readonly author?: string;
  readonly date?: string;
  /** The post that it answers; absent when it answers the title. */
  readonly answers?: TalkPost;
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
  return talk.turns.length === 0 ? undefined : postsOf(talk, title);
}

function postsOf(talk: CutTalk, title: string): readonly TalkPost[] {
  const { preface, turns: kinds } = talkKinds(talk, title);
  const asker = preface === 'question' ? talk.asker : undefined;
  const opening: TalkPost = {
    kind: preface,
    text: talk.preface,
    from: 'text',
    ...(asker === undefined ? {} : { author: asker }),
  };
  let lastQuestion = preface === 'question' ? opening : undefined;
  let lastPost = lastQuestion;
  const turns: TalkPost[] = [];
  talk.turns.forEach((turn, at) => {
    const kind = kinds[at]!;
    const byKind = kind === 'answer' ? lastQuestion : kind === 'reply' ? lastPost : undefined;
    const answers = turn.parent === undefined ? byKind : turns[turn.parent];
    const post: TalkPost = {
      kind,
      text: turn.text,
      from: 'text',
      ...authorOf(turn),
      ...(answers === undefined ? {} : { answers }),
    };
    if (kind === 'question') lastQuestion = post;
    lastPost = post;
    turns.push(post);
  });
  const posts = talk.preface.text === '' ? [] : [opening];
  let next = 0;
  for (const { text, turnsAbove } of talk.notes) {
    for (const turn of turns.slice(next, turnsAbove)) posts.push(turn);
    posts.push({ kind: 'note', text, from: 'alert' });
    next = turnsAbove;
  }
  return [...posts, ...turns.slice(next)];
}

function authorOf({ byline: { name, date } }: Turn): Pick<TalkPost, 'author' | 'date'> {
  return {
    ...(isNameless(name) ? {} : { author: name }),
    ...(date === undefined ? {} : { date }),
  };
}
