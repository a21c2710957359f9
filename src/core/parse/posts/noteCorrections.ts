import { groupBy } from '../../base/grouping';
import type { Post, PostKind } from '../../model';
import { LABEL_IN_TEXT, labelledPost, postsByLabel, type PostsByLabel } from './labelledPosts';
import { withoutTrailing } from '../../text/trailing';

/** The first line of a note that says which posts it corrects: `Corrects: A1, A2-1`, `정정: 질문`. */
const MARKER = /^ {0,3}(\*\*|__)?(?:corrects|정정)(?:\1)?[ \t]*[:：](?:\1)?[ \t]*(?<posts>\S.*)$/i;
const SEPARATOR = /[,，、·;]|\band\b|및/;
/** UTF-16 units of a marker's line. */
const MAX_MARKER_LENGTH = 300;

/** A post without a label, by its kind and its number among those. */
const BY_KIND = /^(?<kind>question|answer|reply|질문|답변|답글)\s*(?<number>\d{1,3})?$/i;
const KINDS: Readonly<Record<string, PostKind>> = {
  question: 'question',
  answer: 'answer',
  reply: 'reply',
  질문: 'question',
  답변: 'answer',
  답글: 'reply',
};

/** Indices of posts by their kinds, ascending. */
type PostsByKind = ReadonlyMap<PostKind, readonly number[]>;

/** Stands for a label in a sentence. */
const HERE = '\uE000';
const SAID = `${HERE}(?:의 [^.,!?\uE000]{0,30})?`;
const CLAIM = `(?:${HERE}(?:['’]s)?|in ${HERE},?)[^.,:;!?()\uE000]{0,50}`;

/** Wording that leaves no doubt that what a labelled post says does not hold. */
const CORRECTIONS: readonly RegExp[] = [
  new RegExp(`\\bcontrary to (?:(?:point|part|item|the) [\\w ]{0,20}?(?:of|in) )?${HERE}`, 'i'),
  new RegExp(
    `${CLAIM} (?:is|are|was|has been|have been) (?:now |since |meanwhile )?(?:outdated|obsolete|wrong|incorrect|mistaken|superseded|reversed|no longer (?:true|valid|correct|right|the case))\\b`,
    'i',
  ),
  new RegExp(
    `${CLAIM} (?:no longer (?:holds|applies)|contradicts the (?:documentation|docs|source))\\b`,
    'i',
  ),
  new RegExp(`^(?:this|this note) corrects ${HERE}`, 'i'),
  new RegExp(`${SAID}(?:와는?|과는?) ?(?:달리|다르게|반대로)`),
  new RegExp(
    `${SAID}(?:은|는|이|가)? (?:더 ?이상|이제는?) (?:맞지|유효하지|옳지|통하지) 않(?:습니다|아요|는다)`,
  ),
  new RegExp(
    `${SAID}(?:은|는|이|가)? (?:문서와 |사실과 )?(?:맞지 않(?:습니다|아요)|틀(?:립니다|렸습니다)|다릅니다)`,
  ),
  new RegExp(`${SAID}(?:을|를) (?:바로잡|정정)(?:습니다|합니다)`),
  new RegExp(`${SAID}(?:은|는|이|가) (?:그 ?뒤 |이제 )?반대로 바뀌(?:었|어)`),
];
/** What leaves doubt: a negation, a condition, a report. A Korean condition follows the words it is about. */
const DOUBT = /\b(?:not|never|whether|if|unless|perhaps|maybe|might)\b|n['’]t\b|만약|아닌지|는지|라면|다면/i;
const CONDITION_LENGTH = 4;
const SENTENCE_END = /(?<=[.!?。])(?=\s|\*)|\n/;
/** In UTF-16 units. */
const MAX_READ_LENGTH = 4_000;

/** The posts with the corrections that their notes make. */
export function withCorrections(posts: readonly Post[]): readonly Post[] {
  if (!posts.some(({ kind }) => kind === 'note')) return posts;
  const byLabel = postsByLabel(posts.map(({ kind, label }) => (kind === 'note' ? undefined : label)));
  const byKind = groupBy([...posts.keys()], (at) => posts[at]!.kind);
  return posts.map((post, at) => {
    const corrects = post.kind === 'note' ? correctedBy(post, at, byKind, byLabel) : [];
    return corrects.length === 0 ? post : { ...post, corrects };
  });
}

/** A note's text without the line that says which posts it corrects. */
export function withoutMarker({ markdown, corrects }: Pick<Post, 'markdown' | 'corrects'>): string {
  const [first = '', ...others] = markdown.split('\n');
  return corrects !== undefined && MARKER.test(first.slice(0, MAX_MARKER_LENGTH))
    ? others.join('\n').replace(/^\s*\n/, '')
    : markdown;
}

function correctedBy(note: Post, at: number, byKind: PostsByKind, byLabel: PostsByLabel): readonly number[] {
  const [firstLine = ''] = note.markdown.split('\n', 1);
  const named = MARKER.exec(firstLine.slice(0, MAX_MARKER_LENGTH))?.groups?.['posts'];
  const found =
    named === undefined
      ? sentencesOf(note.markdown).flatMap((sentence) => correctedLabel(sentence) ?? [])
      : named.split(SEPARATOR).map((name) => withoutTrailing(name, /[\s.*_]/).trim());
  const indices = found.flatMap((name) => labelledPost(byLabel, name, at) ?? nthOfKind(name, byKind) ?? []);
  return [...new Set(indices)].sort((a, b) => a - b);
}

/** The label of the only post that a sentence is about, where its wording corrects it. */
function correctedLabel(sentence: string): string | undefined {
  const labels = new Set(sentence.match(LABEL_IN_TEXT));
  const [label, ...others] = labels;
  if (label === undefined || others.length > 0) return undefined;
  const text = sentence.replaceAll(label, HERE);
  return CORRECTIONS.some((pattern) => isCertain(pattern.exec(text), text)) ? label : undefined;
}

/** Whether wording was found, and nothing up to its end leaves doubt, nor a condition right behind it. */
function isCertain(found: RegExpExecArray | null, text: string): boolean {
  return found !== null && !DOUBT.test(text.slice(0, found.index + found[0].length + CONDITION_LENGTH));
}

function sentencesOf(markdown: string): readonly string[] {
  return markdown
    .slice(0, MAX_READ_LENGTH)
    .replace(/`[^`\n]*`/g, '`')
    .replace(/\*\*|__/g, '')
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim());
}

function nthOfKind(name: string, byKind: PostsByKind): number | undefined {
  const { kind = '', number = '1' } = BY_KIND.exec(name.trim())?.groups ?? {};
  const wanted = KINDS[kind.toLowerCase()];
  return wanted === undefined ? undefined : byKind.get(wanted)?.[Number(number) - 1];
}
