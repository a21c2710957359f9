import type { PostKind } from '../../../model';
import { isQuestionTitle } from '../../questionTitles';
import { soundsLikeQuestion } from '../askerWording';
import { isThanks } from '../courtesy';
import { isReplyTo } from '../replyWording';
import { isSelfAnswer } from '../selfAnswers';
import { nameKey, roleOf } from './speakerNames';
import type { CutTalk, Turn } from './turns';
import { asksAnything } from './whoSpeaks';

/** What a talk consists of: the kind of the text above it, and of each turn. */
export interface TalkKinds {
  readonly preface: PostKind;
  readonly turns: readonly PostKind[];
}

/** Somebody has the same question. */
const ME_TOO =
  /^\W*(?:me too|same (?:here|problem|issue|question)|i (?:wonder|ask myself|have the same)|\+1\b|following\b|any (?:news|update)|bump\b)|^\s*저(?:도|희도)\s|^\s*同問|^\s*同问|^\s*私も/i;
/** The longest text that only asks back or says that somebody has the same question, in characters. */
const MAX_ASIDE_LENGTH = 200;

/**
 * The kinds of a talk's posts by who speaks. The one who asked first is the asker: their further posts ask on, report a
 * solution or reply. The others answer, unless they thank, ask back or react; in a quote below a post they reply to it.
 */
export function talkKinds({ preface, isOpening, turns }: CutTalk, title: string): TalkKinds {
  const prefaceKind = kindOfPreface(preface.text, isOpening, turns);
  const kinds: PostKind[] = [];
  let asker: string | undefined;
  turns.forEach((turn, at) => {
    const name = nameKey(turn.byline.name);
    const isFirst = at === 0 && prefaceKind !== 'question';
    const kind = isFirst
      ? kindOfFirst(turn, title)
      : (statedKind(turn) ?? kindOfTurn(turn, at, name === asker, turns, kinds, prefaceKind));
    if (kind === 'question') asker ??= name;
    kinds.push(kind);
  });
  return { preface: prefaceKind, turns: kinds };
}

function kindOfPreface(text: string, isOpening: boolean, turns: readonly Turn[]): PostKind {
  if (text === '') return 'note';
  const [first] = turns;
  if (first === undefined || statedKind(first) === 'question') return 'note';
  if (isOpening) return 'question';
  // Where one of those who talk asks first, the text above introduces them.
  const isIntroduced = asksAnything(first.text.text) && !isReport(first);
  return !isIntroduced && (isReport(first) || asksAnything(text)) ? 'question' : 'note';
}

/** Whether a byline comes from an export: it says more than a name. */
function isReport({ byline }: Turn): boolean {
  return byline.hasVerb || byline.hasHandle;
}

function kindOfFirst(turn: Turn, title: string): PostKind {
  const stated = statedKind(turn);
  if (stated !== undefined) return stated;
  return isQuestionTitle(title) && !asksAnything(turn.text.text) ? 'answer' : 'question';
}

/** The kind that the byline's words or the speaker's role state. */
function statedKind({ byline }: Turn): PostKind | undefined {
  const role = roleOf(byline.name);
  return byline.kind ?? (role === 'any' ? undefined : role);
}

function kindOfTurn(
  turn: Turn,
  at: number,
  isAsker: boolean,
  turns: readonly Turn[],
  kinds: readonly PostKind[],
  preface: PostKind,
): PostKind {
  const { text } = turn.text;
  const isAnswered = kinds.includes('answer');
  if (isAsker) {
    if (isThanks(text) && !/[?？]/.test(text)) return 'reply';
    if (soundsLikeQuestion(text) || asksAnything(text)) return 'question';
    return !isAnswered && isSelfAnswer(text) ? 'answer' : 'reply';
  }
  const parent = turn.parent === undefined ? undefined : kinds[turn.parent];
  if (parent !== undefined && parent !== 'question') return 'reply';
  if (text.length <= MAX_ASIDE_LENGTH && (/[?？]\s*$/.test(text) || ME_TOO.test(text))) return 'reply';
  if (text.length <= MAX_ASIDE_LENGTH && isThanks(text)) return 'reply';
  const hasQuestion = kinds.includes('question') || preface === 'question';
  const previous = kinds.at(-1);
  const asksNow = previous === 'question' || !hasQuestion;
  return !asksNow && isAnswered && isReplyTo(turns[at - 1]!.text.text, text) ? 'reply' : 'answer';
}
