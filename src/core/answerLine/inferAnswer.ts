import { groupBy } from '../base/grouping';
import { MAX_ANSWER_LENGTH, type AnswerLine, type EntryStatus, type Post, type Variant } from '../model';
import { notesByCorrectedPost } from '../parse/posts/correctedPosts';
import { isCourteous, isThanks } from '../parse/posts/courtesy';
import { asksSomething } from '../parse/posts/questionCues';
import { analyse } from '../text/analyser';
import { isStopWord } from '../text/stopWords';
import { sentencesOf, type Sentence } from './sentences';
import {
  advises,
  asksForAdvice,
  asksForComparison,
  asksYesOrNo,
  contrasts,
  describesProblem,
  isAboutTheText,
  isAnsweringHeading,
  isConditional,
  isGreeting,
  isPageTitle,
  isRejectedView,
  isStory,
  isYesOrNo,
  lacksNumber,
  pointsBack,
  statesSomething,
} from './sentenceWording';

/** Sentences of a post that are looked at: an answer begins with what it says. */
const MAX_SENTENCES = 40;
/** UTF-16 units that a sentence must have to say something. */
const MIN_SENTENCE_LENGTH = 15;
/** Score below which no sentence is better than this one. */
const MIN_SCORE = 2;

/**
 * The sentence of a thread that says most about its question, from an accepted or agreed answer, else from the first
 * one; `undefined` where no sentence does, or where opinions differ.
 */
export function inferAnswer(
  { title, language, posts }: Pick<Variant, 'title' | 'language' | 'posts'>,
  status: EntryStatus,
): AnswerLine | undefined {
  if ((status !== 'answered' && status !== 'self-answered') || isPageTitle(title)) return undefined;
  const question = questionOf(title);
  for (const post of candidatePosts(posts)) {
    const text = bestSentence(sentencesOf(posts[post]!.markdown, language, MAX_SENTENCES), question);
    if (text !== undefined) return { text, from: 'inferred', post };
  }
  return undefined;
}

/** Indices of the answers that may be quoted, the most trusted first. */
function candidatePosts(posts: readonly Post[]): readonly number[] {
  const answers = [...posts.keys()].filter((at) => posts[at]?.kind === 'answer');
  const replies = groupBy(posts, ({ replyTo }) => replyTo);
  const repliesTo = (at: number): readonly Post[] => replies.get(at) ?? [];
  const corrected = notesByCorrectedPost(posts);
  const undisputed = answers.filter(
    (at) => !corrected.has(at) && repliesTo(at).every(({ agreement }) => agreement !== 'disagrees'),
  );
  const isAccepted = (at: number): boolean =>
    repliesTo(at).some(
      ({ agreement, kind, markdown }) => agreement === 'agrees' || (kind === 'reply' && isThanks(markdown)),
    );
  const accepted = undisputed.filter(isAccepted);
  const own = undisputed.filter((at) => posts[at]?.byAsker === true);
  // A later answer than the first is only as good as what others say of it.
  const first = undisputed.filter((at) => at === answers[0]);
  return [...new Set([...accepted, ...own, ...first])];
}

interface Question {
  /** The terms of each telling word of the title. */
  readonly words: readonly ReadonlySet<string>[];
  readonly title: string;
  readonly kind: 'comparison' | 'yesOrNo' | 'advice' | 'topic' | 'other';
}

/** Words of the longest title that only names a topic. */
const MAX_TOPIC_WORDS = 4;

function questionOf(title: string): Question {
  const words = tellingWords(title);
  if (asksForComparison(title)) return { title, words, kind: 'comparison' };
  if (asksYesOrNo(title)) return { title, words, kind: 'yesOrNo' };
  if (asksForAdvice(title)) return { title, words, kind: 'advice' };
  const isTopic = !/[?？]/.test(title) && words.length <= MAX_TOPIC_WORDS;
  return { title, words, kind: isTopic ? 'topic' : 'other' };
}

/** The terms of each word of a text that is no stop word. */
function tellingWords(text: string): readonly ReadonlySet<string>[] {
  const byPosition = new Map<number, Set<string>>();
  for (const { term, kind, position } of analyse(text.normalize('NFC')).tokens) {
    if (kind === 'bigram') continue;
    const terms = byPosition.get(position) ?? new Set();
    byPosition.set(position, terms.add(term));
  }
  return [...byPosition.values()].filter((terms) => {
    const [word = '', ...others] = terms;
    return !isStopWord(word, others);
  });
}

function bestSentence(sentences: readonly Sentence[], question: Question): string | undefined {
  const isAnswering = ({ heading }: Sentence): boolean =>
    heading !== undefined && isAnsweringHeading(heading);
  const hasAnsweringHeading = sentences.some(isAnswering);
  let best: { readonly text: string; readonly score: number } | undefined;
  sentences.forEach((sentence, at) => {
    const text = wholeSentence(sentence, sentences[at + 1]);
    if (!isStatement(text) || lacksNumber(question.title, text) || isContradicted(sentences, at)) return;
    const score =
      scoreOf({ ...sentence, text }, question) + (isAnswering(sentence) ? 1.5 : hasAnsweringHeading ? -2 : 0);
    if (score >= MIN_SCORE && (best === undefined || score > best.score)) best = { text, score };
  });
  return best?.text;
}

/** A mere yes or no says nothing without the sentence after it. */
function wholeSentence({ text, block }: Sentence, next: Sentence | undefined): string {
  const whole = text.replace(LABEL, '');
  const isShort = isYesOrNo(whole) && whole.length < 40;
  return isShort && next?.block === block ? `${whole} ${next.text}` : whole;
}

/** Whether the sentence after it, or the paragraph after its own, begins with a contrast. */
function isContradicted(sentences: readonly Sentence[], at: number): boolean {
  const { block } = sentences[at]!;
  const next = sentences[at + 1];
  const nextBlock = sentences.find((sentence) => sentence.block === block + 1);
  return [next, nextBlock].some((sentence) => sentence !== undefined && contrasts(sentence.text));
}

/** A letter that is of no script of the languages whose wording is known. */
const FOREIGN_LETTER = /(?=\p{L})[^\p{Script=Latin}\p{Script=Hangul}\p{Script=Han}]/u;

/** The label of an answer. */
const LABEL = /^(?:[:：]\s*)?(?:(?:A|Ans(?:wer)?|답변?|답)\s*[:.：]\s*)?/iu;

/** Addresses, and markup of other tools that the parser takes for text. */
const RAW_MARKUP = /https?:\/\/|<\/?[a-z]|\{[{%#:]|\{\w+\}`|^:::|\]\(/i;

function isStatement(text: string): boolean {
  const withoutCode = text.replace(/`[^`]*`|https?:\/\/\S+/g, '');
  return (
    text.length >= MIN_SENTENCE_LENGTH &&
    text.length <= MAX_ANSWER_LENGTH &&
    (withoutCode.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 3 &&
    !RAW_MARKUP.test(text) &&
    (/[.!。…)]$/.test(text) || statesSomething(text) || advises(text)) &&
    !asksSomething(text) &&
    !REJECTED.some((rejects) => rejects(text))
  );
}

const REJECTED: readonly ((sentence: string) => boolean)[] = [
  isAboutTheText,
  isGreeting,
  isStory,
  isRejectedView,
  isCourteous,
  contrasts,
  describesProblem,
];

function scoreOf(
  { text, block, isFirst, isBold, isListItem }: Sentence,
  { title, words, kind }: Question,
): number {
  const terms = new Set(tellingWords(text).flatMap((word) => [...word]));
  const shared = words.filter((word) => [...word].some((term) => terms.has(term))).length;
  const overlap = words.length === 0 ? 0 : shared / words.length;
  const isOpening = block === 0 && isFirst;
  return (
    3 * overlap +
    (isOpening ? (kind === 'topic' ? 2 : 1.2) : 0) +
    (isFirst && !isListItem ? 0.4 : 0) -
    Math.min(1.5, 0.15 * block) +
    (statesSomething(text) ? 0.4 : 0) +
    (advises(text) ? (kind === 'advice' ? 1 : 0.3) : 0) +
    (text.includes('`') ? 0.3 : 0) +
    (isBold ? 0.5 : 0) +
    (kind === 'comparison' ? overlap - 1 : 0) * 2 +
    (kind === 'yesOrNo' ? (isYesOrNo(text) ? 2 : isOpening ? -0.5 : -1.2) : 0) -
    (pointsBack(text) ? (isOpening ? 1.5 : 3) : 0) -
    (overlap < 0.5 && !isOpening && FOREIGN_LETTER.test(text) ? 3 : 0) -
    (isConditional(text) && !isConditional(title) ? 0.3 : 0) -
    (text.length < 30 ? 0.5 : 0)
  );
}
