import type { Post } from '../../model';
import { isCourteous } from './courtesy';
import { matchesAny } from './matchCount';
import { asksSomething, endsWithQuestion } from './questionCues';

/**
 * Whether a post agrees or disagrees with the one it answers, by the wording of its first sentence, in Korean and
 * English. Only unambiguous wording counts: no question, no reservation ("but"), no quotation, no past opinion. In
 * answer to a question the same words are a yes or no, in answer to courtesy they are modesty.
 */

type Agreement = NonNullable<Post['agreement']>;

/** What may precede the decisive words: yes, interjections, laughter, a mention of the person addressed. */
const LEAD_IN =
  /^(?:(?:@[\w.-]+|네|넵|넹|예|옙|음|아하?|오|앗|와|헉|ㅇㅇ|ㅋ+|ㅎ+|yes|yeah|yep|yup|oh|ah|hm+|well)[\s,.!~…ㅋㅎ]+){1,4}/i;
const NO = /^(?:no|nope|아니요?|아뇨)[\s,.!]+/i;

/** A Korean clause at the beginning of a text, with what may follow it. */
const korean = (words: string): RegExp => new RegExp(`^(?:${words})(?=[\\s.,!~…ㅎㅋㅠㅜ)]|$)`);

/** Agreement that is also a plain yes, so none when any sentence of the answered post asks. */
const YES: readonly RegExp[] = [
  korean(
    '(?:(?:그|말씀하신|말씀해 ?주신) ?)?(?:(?:말씀|말|의견|내용|것|게)[이도]? ?)?맞(?:습니다|아요?|네요?|죠|지요|음)',
  ),
  korean('맞는 말(?:씀)?(?:입니다|이에요|이네요|이죠)|옳습니다|그렇습니다|그렇죠|그쵸|그렇네요|그러게요'),
  /^(?:absolutely|exactly|totally|completely|perfectly|quite) (?:right|correct|true)(?=[.,!]|$)/i,
  /^(?:that['’]s|that is|you['’]re|you are) (?:(?:absolutely|exactly|totally|completely|perfectly|quite) )?(?:right|correct|true)(?=[.,!]|$)/i,
  /^(?:exactly|precisely|absolutely|indeed|correct)(?=[.,!]|$)/i,
];

/** Agreement in as many words, so none only when the answered post ends with a question. */
const AGREES: readonly RegExp[] = [
  korean(
    '(?:전적으로 |완전히 |저도 |저 역시 |그 ?(?:말씀|의견|부분)에 )?(?:동의|공감|인정)(?:합니다|해요|함|됩니다|돼요)',
  ),
  korean('(?:저도 |저 역시 )?동감(?:입니다|이에요|합니다|해요)'),
  korean('(?:저도|저 역시) (?:그렇게|똑같이) (?:생각|이해)(?:합니다|해요|하고 있(?:습니다|어요))'),
  korean('(?:저도|저 역시) 그렇게 (?:봅니다|봐요|느낍니다|느껴요|(?:쓰고|하고|사용하고) 있(?:습니다|어요))'),
  korean('(?:저도|저 역시) (?:같은|동일한|똑같은) (?:생각|의견)(?:입니다|이에요|이네요)'),
  /^\+1(?=[\s!]|[.,:](?!\d)|$)/,
  /^i(?:['’]d)? (?:(?:totally|completely|fully|strongly|wholeheartedly|also|would|have to) )*agree(?=[.,:!]|$| (?:with|that|and)\b)/i,
  /^agreed(?=[.,:!]|$| with\b)/i,
];

const DISAGREES: readonly RegExp[] = [
  korean('(?:그건 |그것은 |그게 |꼭 그런 건 )?아(?:닙니다|니에요|녜요|니죠)'),
  korean(
    '(?:그건 |그것은 |그게 |꼭 그런 건 )?아닌 (?:(?:것|거) ?같(?:습니다|아요|은데요|네요)|듯(?:합니다|해요))',
  ),
  korean('(?:꼭 |항상 )?그렇(?:지는|진|지) 않(?:습니다|아요|은 (?:것|거) ?같(?:습니다|아요|은데요))'),
  korean(
    '(?:그건 |그 말씀은 |그 말은 |그 부분은 )?맞지 않(?:습니다|아요|는 (?:것|거) ?같(?:습니다|아요|은데요))',
  ),
  korean(
    '(?:그건 |그 말씀은 |그 말은 |그 부분은 )?틀(?:렸습니다|렸어요|린 (?:말|내용|얘기|이야기)(?:입니다|이에요|이죠))',
  ),
  korean(
    '(?:저는 |전 |그 ?(?:말씀|의견|부분)에는? )?(?:동의|공감)(?:하지는? 않(?:습니다|아요)|하기 어렵(?:습니다|네요)|(?:은|는)? ?못 ?(?:합니다|해요|하겠습니다|하겠네요))',
  ),
  korean('제 (?:생각|의견)[은이] (?:좀 |조금 )?(?:다릅니다|달라요|다르네요)'),
  korean(
    '(?:저는|전) (?:(?:생각|의견)이 (?:좀 |조금 )?(?:다릅니다|달라요|다르네요)|(?:좀 |조금 )?다르게 (?:생각합니다|생각해요|봅니다|봐요))',
  ),
  korean('(?:저는 |전 )?반대(?:합니다|해요|입니다|예요)'),
  /^i (?:(?:strongly|respectfully|totally|completely|have to|must|would) )*disagree(?=[\s.,:!]|$)/i,
  /^i (?:do not|don['’]t) (?:(?:really|quite) )?(?:agree|think so)(?=[\s.,:!]|$)/i,
  /^i (?:do not|don['’]t) think (?:that|this|it)(?:['’]s| is) (?:(?:really|quite|entirely) )?(?:right|true|correct|accurate|the case)(?=[.,:!]|$)/i,
  /^(?:that|it)(?:['’]s not| is not| isn['’]t) (?:(?:really|quite|entirely|even) )?(?:right|true|correct|accurate|the case)(?=[.,:!]|$| because\b)/i,
  /^(?:that['’]s|that is|you['’]re|you are) (?:(?:simply|just|plain) )?(?:wrong|incorrect|mistaken)(?=[.,:!]|$| because\b)/i,
];

/** A no that plays down thanks or praise, with laughter or in as many words. */
const MODEST = /^아(?:닙니다|니에요|녜요|니죠)[\s.,!~…]*(?:[ㅎㅋ^]|별말씀|별 ?거|천만|과찬|저야말로|제가 더)/;

const BUT =
  '(?:하지만|그렇지만|그러나|그런데|근데|다만|단,|but|however|though|although|except|unless|if|when)(?=[\\s,]|$)';
/** Agreement in part. */
const IN_PART = /\b(?:only|partly|partially|in part|to some extent)\b|일부|부분적/i;
/** A reservation in the first sentence. */
const HAS_BUT = new RegExp(`[\\s,.!]${BUT}`, 'i');
/** A reservation at the beginning of the second sentence. */
const BEGINS_WITH_BUT = new RegExp(`^[\\s.,!~…ㅎㅋ]*${BUT}`, 'i');
/** The first sentence with its final punctuation; the end of a line ends a sentence as well. */
const FIRST_SENTENCE = /^(?:[^.!?？。\n]|\.(?=\d))*(?:[.!?？。]+|$|(?=\n))/;
/** How much of a post is read, in characters. */
const MAX_READ_LENGTH = 300;

/** What agreement depends on in the post that is answered. */
export interface AnsweredPost extends Pick<Post, 'kind'> {
  readonly asks: () => boolean;
  readonly endsAsking: () => boolean;
  readonly isCourteous: () => boolean;
}

/** A post that others answer. It is read when an answer depends on it, once for all of them. */
export function answeredPost({ kind, markdown }: Pick<Post, 'kind' | 'markdown'>): AnsweredPost {
  return {
    kind,
    asks: once(() => asksSomething(markdown)),
    endsAsking: once(() => endsWithQuestion(markdown)),
    isCourteous: once(() => isCourteous(markdown)),
  };
}

function once(read: () => boolean): () => boolean {
  let value: boolean | undefined;
  return () => (value ??= read());
}

/** Whether a post agrees or disagrees with the one it answers; `undefined` when in doubt. */
export function agreementOf(markdown: string, answered: AnsweredPost): Agreement | undefined {
  if (answered.kind === 'question' || answered.kind === 'note') return undefined;
  const text = markdown
    .trimStart()
    .slice(0, MAX_READ_LENGTH)
    .replace(/\*\*|__/g, '')
    .replace(LEAD_IN, '');
  const first = FIRST_SENTENCE.exec(text)?.[0] ?? '';
  if (/[?？]/.test(first)) return undefined;
  const isYes = matchesAny(first, YES);
  if (isYes || matchesAny(first, AGREES)) {
    const second = text.slice(first.length);
    const hasReservation = IN_PART.test(first) || HAS_BUT.test(first) || BEGINS_WITH_BUT.test(second);
    const isAnswer = isYes ? answered.asks() : answered.endsAsking();
    return hasReservation || isAnswer ? undefined : 'agrees';
  }
  if (!matchesAny(first.replace(NO, ''), DISAGREES) || MODEST.test(text.replace(NO, ''))) return undefined;
  return answered.isCourteous() || answered.asks() ? undefined : 'disagrees';
}
