import { notesByCorrectedPost } from '../parse/posts/correctedPosts';
import { samePostIn } from '../library/samePost';
import { variantsOf, type Entry, type EntryTarget, type Variant } from '../model';
import { byUsefulness, isExplicit, strengthRank, type Evidence } from './mentions';
import { NameMeaning, type NameMeaningSources } from './nameMeaning';
import type { NameMention } from './nameMentions';
import { EXPLAINED } from './sentencePoints';
import { subjectOf, type Subject } from './symbolSubject';

/** An entry that is about a symbol. */
interface AboutMatch {
  readonly entry: Entry;
  /** What makes it so. */
  readonly from: Evidence;
  /** Where each variant speaks of it. */
  readonly targets: readonly EntryTarget[];
}

/** The entries about a symbol, and those that only mention it in passing. */
interface SymbolAnswers {
  readonly about: readonly AboutMatch[];
  readonly passing: readonly AboutMatch[];
}

/**
 * Finds the entries that are about a symbol: they declare it, have it in their title or answer line, link to its
 * documentation, or explain it. A name that occurs in code blocks only is not explained.
 */
export class AboutFinder {
  readonly #answers = new Map<string, SymbolAnswers>();
  readonly #meaning: NameMeaning;

  constructor(private readonly sources: NameMeaningSources) {
    this.#meaning = new NameMeaning(sources);
  }

  /** Best first; each entry once. */
  find(symbol: string): SymbolAnswers {
    const subject = subjectOf(symbol, this.sources.symbols);
    const cached = this.#answers.get(subject.name);
    if (cached !== undefined) return cached;
    const answers = this.#find(subject);
    this.#answers.set(subject.name, answers);
    return answers;
  }

  #find(subject: Subject): SymbolAnswers {
    const explicit = new Map(
      this.sources
        .mentionsOf(subject.name)
        .filter(({ from }) => isExplicit(from))
        .map((mention) => [mention.entry, mention.from]),
    );
    const named = this.sources.names.mentionsOf(subject.last);
    const found: { readonly match: AboutMatch; readonly relevance: number }[] = [];
    const passing: AboutMatch[] = [];
    for (const entry of new Set([...explicit.keys(), ...named.keys()])) {
      const mentions = (named.get(entry) ?? []).filter((mention) =>
        this.#meaning.means(mention, entry, subject),
      );
      const points = pointsOf(mentions);
      const evidence = evidenceOf(explicit.get(entry), mentions, points >= thresholdFor(subject));
      const [from] = evidence;
      if (from === undefined && mentions.length === 0) continue;
      const match = { entry, from: from ?? 'prose', targets: targetsOf(entry, mentions, subject) } as const;
      if (from === undefined) passing.push(match);
      else found.push({ match, relevance: relevanceOf(evidence, points) });
    }
    const about = found
      .sort(
        (a, b) =>
          b.relevance - a.relevance ||
          a.match.entry.symbols.length - b.match.entry.symbols.length ||
          byUsefulness(a.match.entry, b.match.entry),
      )
      .map(({ match }) => match);
    return { about, passing };
  }
}

/** The points of the variant that explains it best; a translation says the same once more. */
function pointsOf(mentions: readonly NameMention[]): number {
  const byVariant = new Map<number, Map<string, number>>();
  for (const { variant, from, points, sentence } of mentions) {
    if (from !== 'prose') continue;
    const bySentence = byVariant.get(variant) ?? new Map<string, number>();
    byVariant.set(variant, bySentence);
    bySentence.set(sentence, Math.max(points, bySentence.get(sentence) ?? 0));
  }
  return Math.max(
    0,
    ...[...byVariant.values()].map((all) => [...all.values()].reduce((sum, points) => sum + points, 0)),
  );
}

/** Builtins that are in most sentences about Python: a sentence has to be about them. */
const BASIC_BUILTINS = new Set(
  'bool dict float id int len list object open print set str tuple type'.split(' '),
);

function thresholdFor({ name }: Subject): number {
  return BASIC_BUILTINS.has(name) ? EXPLAINED_BASIC : EXPLAINED;
}

const EXPLAINED_BASIC = 2;

/** What makes an entry an answer, strongest first. */
function evidenceOf(
  explicit: Evidence | undefined,
  mentions: readonly NameMention[],
  isExplained: boolean,
): readonly Evidence[] {
  const all = new Set<Evidence>(mentions.filter(({ from }) => from !== 'prose').map(({ from }) => from));
  if (explicit !== undefined) all.add(explicit);
  if (isExplained) all.add('prose');
  return [...all].sort((a, b) => strengthRank(a) - strengthRank(b));
}

/** What each kind of evidence adds to an entry's relevance for a symbol. */
const EVIDENCE_WEIGHTS: Readonly<Record<Evidence, number>> = {
  declared: 4,
  title: 4,
  link: 3,
  answer: 2,
  prose: 0,
  code: 0,
};
/** Points beyond which more sentences about a symbol add nothing. */
const MAX_POINTS = 6;

/** Entries that say more about a symbol come first: the hover shows the answer of the first one. */
function relevanceOf(evidence: readonly Evidence[], points: number): number {
  return evidence.reduce((sum, kind) => sum + EVIDENCE_WEIGHTS[kind], 0) + Math.min(points, MAX_POINTS) / 2;
}

/**
 * For each variant the post that says most about the symbol, if possible none that a note corrects, and the same one in
 * every language; its head, where none does.
 */
function targetsOf(
  entry: Entry,
  mentions: readonly NameMention[],
  { last }: Subject,
): readonly EntryTarget[] {
  const original = bestPost(entry, mentions, 0);
  return variantsOf(entry).map((variant, at) => {
    const post = samePostIn(variant, original, entry) ?? bestPost(variant, mentions, at);
    return {
      language: variant.language,
      ...(post === undefined ? {} : { post }),
      words: [last.toLowerCase()],
    };
  });
}

function bestPost(
  { posts }: Variant,
  mentions: readonly NameMention[],
  variantIndex: number,
): number | undefined {
  const corrected = notesByCorrectedPost(posts);
  const pointsByPost = mentions.flatMap(({ variant, post, points }) =>
    variant === variantIndex && post !== undefined ? [{ post, points }] : [],
  );
  const holding = pointsByPost.filter(({ post }) => !corrected.has(post));
  const [first, ...others] = holding.length > 0 ? holding : pointsByPost;
  return others.reduce((best, other) => (other.points > (best?.points ?? 0) ? other : best), first)?.post;
}
