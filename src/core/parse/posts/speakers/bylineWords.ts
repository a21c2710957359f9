import type { PostKind } from '../../../model';

/** What words of a byline say: that somebody has written something, and what. */
export interface Deed {
  /** Offset behind it. */
  readonly end: number;
  readonly kind?: PostKind;
  /** Whether it only numbers the posts (`Comment 2:`). */
  readonly isNumber: boolean;
}

const NOUN =
  '(?:(?:accepted|best|top|original)\\s+)?(comment|reply|response|answer|solution|post|message|question|review|issue)s?';
const BY = '(?:by|from|von|par|por|de|от)';
const NUMBER = '#?\\d{1,6}';

/** What precedes a name: `Comment by`, `Post #2 by`, `Asked by`, `Comment 2:`. */
const NOUN_BY = new RegExp(`${NOUN}(?:\\s+${NUMBER})?\\s+${BY}\\s*:?(?=\\s)`, 'iuy');
const VERB_BY =
  /(?:(?:issue|question|thread|topic|discussion|pr|pull\s+request|ticket)\s+)?(?:(?:originally|first)\s+)?(asked|opened|reported|answered|solved|posted|created|submitted|written|commented|replied|reviewed|started|sent)\s+by\s*:?(?=\s)/iy;
const NUMBERED = new RegExp(`${NOUN}\\s+${NUMBER}\\s*(?:[:：—–-]|\\s\\()(?=\\s)`, 'iuy');

/** What follows a name: `commented`, `opened this issue`. */
const VERB = new RegExp(
  [
    '(?:(?:has|have|hat|a|ha)\\s+)?(asked|opened|reported|answered|solved|posted|created|submitted|wrote|writes|commented|replied|responded|reviewed|started|said|says)',
    '(?:added|left|made|posted)\\s+a\\s+(?:comment|reply|review)',
    'schrieb|kommentierte|antwortete|fragte|geschrieben|écrit|répondu|commenté|demandé|escribió|comentó|respondió|preguntó',
    'escreveu|comentou|respondeu|perguntou|scritto|risposto|написала?|ответила?|спросила?',
    '님?(?:이|의)?\\s*(?:작성|댓글|답변|답글|질문)(?:함|했습니다)?|さん(?:の(?:コメント|回答|返信|質問)|が(?:投稿|回答))',
    '(?:回复|回覆|评论|評論|发表|發表)[于於]?|写道|寫道',
  ]
    .map((words) => `(?:${words})`)
    .join('|')
    .replace(/^/, '(?:')
    .replace(/$/, ')(?![\\p{L}\\p{N}])'),
  'iuy',
);

/** Words between a name, a verb and a date that add nothing. */
const FILLER =
  /(?:on|in|to|at|the|this|that|an?|it|and|edited|deleted|issue|pull\s+request|pr|discussion|comment|question|thread|message|topic|reply|here|am|um|님|さん)(?=[\s:：,]|$)/iy;
const SCORE =
  /(?:score:?\s*)?[+-]?\d{1,6}\s*(?:points?|votes?|upvotes?|likes?|reactions?|favou?rites?|replies|reply)(?![\p{L}\p{N}])|score:?\s*-?\d{1,6}|\+\d{1,6}(?!\d)|#\d{1,9}(?!\d)/iuy;

const KINDS: Readonly<Record<string, PostKind>> = {
  asked: 'question',
  opened: 'question',
  reported: 'question',
  question: 'question',
  issue: 'question',
  answered: 'answer',
  solved: 'answer',
  answer: 'answer',
  solution: 'answer',
};

/** The words before a name, at an offset of a line without markup. */
export function readDeedBefore(plain: string, at: number): Deed | undefined {
  const by = matchAt(NOUN_BY, plain, at) ?? matchAt(VERB_BY, plain, at);
  if (by !== null) return deed(by, at, false);
  const numbered = matchAt(NUMBERED, plain, at);
  return numbered === null ? undefined : deed(numbered, at, true);
}

/** The words after a name. */
export function readVerb(plain: string, at: number): Deed | undefined {
  const match = matchAt(VERB, plain, at);
  return match === null ? undefined : deed(match, at, false);
}

/** The offset behind a word or number that adds nothing; `undefined` where there is none. */
export function readFiller(plain: string, at: number): number | undefined {
  const match = matchAt(FILLER, plain, at);
  return match === null ? undefined : at + match[0].length;
}

/** The offset behind a score or the number of a post. */
export function readScore(plain: string, at: number): number | undefined {
  const match = matchAt(SCORE, plain, at);
  return match === null ? undefined : at + match[0].length;
}

function deed(match: RegExpExecArray, at: number, isNumber: boolean): Deed {
  const kind = KINDS[match[1]?.toLowerCase() ?? ''];
  return { end: at + match[0].length, isNumber, ...(kind === undefined ? {} : { kind }) };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
