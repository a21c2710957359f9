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
/** The longest aside, in characters. */
const MAX_ASIDE_LENGTH = 200;

/**
 * The kinds of a talk's posts by who speaks. The one who asked first is the asker: their further posts ask on, report a
 * solution or reply. The others answer, unless they thank, ask back or react; in a quote below a post they reply to it.
 */
export function talkKinds(talk: CutTalk, title: string): TalkKinds {
  const preface = kindOfPreface(talk.preface.text, talk.isOpening, talk.turns);
  return { preface, turns: new KindTeller(talk, title, preface).tell() };
}

/** Tells the kinds of turns, from the first to the last. */
class KindTeller {
  readonly #kinds: PostKind[] = [];
  #asker: string | undefined;
  #isAsked: boolean;
  #isAnswered = false;

  constructor(
    private readonly talk: CutTalk,
    private readonly title: string,
    preface: PostKind,
  ) {
    this.#isAsked = preface === 'question';
    if (this.#isAsked && talk.asker !== undefined) this.#asker = nameKey(talk.asker);
  }

  tell(): readonly PostKind[] {
    const opens = !this.#isAsked;
    this.talk.turns.forEach((turn, at) => {
      const kind = statedKind(turn) ?? (opens && at === 0 ? this.#kindOfFirst(turn) : this.#kindOf(turn, at));
      if (kind === 'question') {
        this.#isAsked = true;
        this.#asker ??= nameKey(turn.byline.name);
      }
      this.#isAnswered ||= kind === 'answer';
      this.#kinds.push(kind);
    });
    return this.#kinds;
  }

  #kindOfFirst(turn: Turn): PostKind {
    return isQuestionTitle(this.title) && !asksAnything(turn.text.text) ? 'answer' : 'question';
  }

  #kindOf(turn: Turn, at: number): PostKind {
    const { text } = turn.text;
    if (nameKey(turn.byline.name) === this.#asker) return this.#kindOfAskers(text);
    const parent = turn.parent === undefined ? undefined : this.#kinds[turn.parent];
    if (parent !== undefined && parent !== 'question') return 'reply';
    if (isAside(text)) return 'reply';
    const isAskedNow = this.#kinds[at - 1] === 'question' || !this.#isAsked;
    const before = this.talk.turns[at - 1]?.text.text ?? '';
    return !isAskedNow && this.#isAnswered && isReplyTo(before, text) ? 'reply' : 'answer';
  }

  /** The kind of a further post of the one who asked. */
  #kindOfAskers(text: string): PostKind {
    if (isThanks(text) && !/[?？]/.test(text)) return 'reply';
    if (soundsLikeQuestion(text) || asksAnything(text)) return 'question';
    return !this.#isAnswered && isSelfAnswer(text) ? 'answer' : 'reply';
  }
}

/** Whether a text only asks back, thanks or says that somebody has the same question. */
function isAside(text: string): boolean {
  return text.length <= MAX_ASIDE_LENGTH && (/[?？]\s*$/.test(text) || ME_TOO.test(text) || isThanks(text));
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

/** The kind that the byline's words or the speaker's role state. */
function statedKind({ byline }: Turn): PostKind | undefined {
  const role = roleOf(byline.name);
  return byline.kind ?? (role === 'any' ? undefined : role);
}
