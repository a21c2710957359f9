import type { Entry } from '../model';
import type { PhraseOccurrence, PhraseOccurrences } from '../search/phraseOccurrences';
import type { Concept, ConceptTable } from './concepts';
import { byUsefulness, type Evidence, type Mention } from './mentions';
import type { PackageEntries } from './packageEntries';

/**
 * Why an entry is a weak match for a symbol. `mention`: it mentions the symbol, but other entries of its archive declare
 * it. `class`, `member`: it is about the class of the member, or a member of the class. `relative`: it is about a
 * related symbol. `concept`: it contains words for a concept that the symbol belongs to.
 */
export type WeakMatchReason = 'mention' | 'class' | 'member' | 'relative' | 'concept';

/** An entry that is close to a symbol; `from` is where it mentions whatever links the two. */
interface WeakMatch {
  readonly entry: Entry;
  readonly from: Evidence;
  readonly reason: WeakMatchReason;
}

export interface WeakMatchSources {
  readonly concepts: ConceptTable;
  readonly phrases: PhraseOccurrences;
  readonly packages: PackageEntries;
}

/** An entry, and how it is linked to a symbol. */
interface Linked {
  readonly entry: Entry;
  readonly from: Evidence;
}

/** Mentions by symbol; each method accepts any of the symbol's names. */
interface MentionIndex {
  mentionsOf(symbol: string): readonly Mention[];
  strongFor(symbol: string): readonly Linked[];
  memberMentionsOf(symbol: string): readonly Mention[];
  ownerOf(symbol: string): string | undefined;
}

/** Weak matches returned for one symbol; those further down are noise. */
const MAX_WEAK_MATCHES = 5;
/** Points for a mention of what links entry and symbol: the closer, the more. */
const LINK_POINTS = { mention: 5, twin: 2.5, class: 2.2, member: 2, relative: 1.5 } as const;
/** Factor for where the mention is. */
const MENTION_WEIGHTS = { declared: 1, title: 1, link: 1, answer: 0.8, code: 0.6, prose: 0.4 } as const;
/** Points for a concept's words in a title, and in each of the first `MAX_POSTS` posts that have them. */
const TITLE_POINTS = 2;
const POST_POINTS = 0.5;
const MAX_POSTS = 4;
/** Posts that must have the words of a broad concept. */
const MIN_POSTS_OF_BROAD_CONCEPT = 2;

interface Candidate extends WeakMatch {
  readonly points: number;
}

/** Finds entries that are close to a symbol without being about it. The entries of each concept are cached. */
export class WeakMatchFinder {
  readonly #entriesByConcept = new Map<Concept, ReadonlyMap<Entry, PhraseOccurrence>>();

  constructor(
    private readonly mentions: MentionIndex,
    private readonly sources: WeakMatchSources,
  ) {}

  /**
   * Weak matches for a symbol, best first. Points of several candidates for one entry add up; its reason is that of the
   * best one.
   *
   * @param symbol Canonical name.
   * @param excluded Entries that are strong matches.
   */
  find(symbol: string, excluded: ReadonlySet<Entry>): readonly WeakMatch[] {
    const byEntry = new Map<Entry, { best: Candidate; points: number }>();
    for (const candidate of this.#candidatesFor(symbol)) {
      if (excluded.has(candidate.entry)) continue;
      const known = byEntry.get(candidate.entry);
      if (known === undefined) byEntry.set(candidate.entry, { best: candidate, points: candidate.points });
      else {
        known.points += candidate.points;
        if (candidate.points > known.best.points) known.best = candidate;
      }
    }
    return [...byEntry.values()]
      .sort((a, b) => b.points - a.points || byUsefulness(a.best.entry, b.best.entry))
      .slice(0, MAX_WEAK_MATCHES)
      .map(({ best: { entry, from, reason } }) => ({ entry, from, reason }));
  }

  *#candidatesFor(symbol: string): Generator<Candidate> {
    const { concepts } = this.sources;
    yield* candidatesFrom(this.mentions.mentionsOf(symbol), 'mention', LINK_POINTS.mention);
    for (const twin of concepts.twinsOf(symbol)) {
      yield* candidatesFrom(this.mentions.strongFor(twin), 'relative', LINK_POINTS.twin);
    }
    const owner = this.mentions.ownerOf(symbol);
    if (owner !== undefined) {
      yield* candidatesFrom(this.mentions.strongFor(owner), 'class', LINK_POINTS.class);
    }
    yield* candidatesFrom(this.#bestMemberMentions(symbol), 'member', LINK_POINTS.member);
    yield* this.#candidatesByRelatives(symbol);
    for (const concept of concepts.conceptsOf(symbol)) yield* this.#candidatesByConcept(symbol, concept);
  }

  /** The best mention of a class's members in each entry. */
  #bestMemberMentions(symbol: string): Iterable<Mention> {
    // Mentions are sorted best first, and the last one set for an entry stays.
    const mentions = this.mentions.memberMentionsOf(symbol).toReversed();
    return new Map(mentions.map((mention) => [mention.entry, mention])).values();
  }

  /** By symbols that share a concept with this one; the fewer symbols a concept has, the closer they are. */
  *#candidatesByRelatives(symbol: string): Generator<Candidate> {
    const { concepts } = this.sources;
    const closeness = new Map<string, number>();
    for (const { symbols } of concepts.conceptsOf(symbol)) {
      for (const other of symbols) {
        if (other === symbol || concepts.isGeneral(other)) continue;
        closeness.set(other, (closeness.get(other) ?? 1) + 1 / symbols.length);
      }
    }
    for (const [other, factor] of closeness) {
      yield* candidatesFrom(this.mentions.strongFor(other), 'relative', LINK_POINTS.relative * factor);
    }
  }

  *#candidatesByConcept(symbol: string, concept: Concept): Generator<Candidate> {
    for (const [entry, { isTitle, postCount }] of this.#entriesOf(concept)) {
      if (concept.broad === true && !isTitle && postCount < MIN_POSTS_OF_BROAD_CONCEPT) continue;
      if (!this.sources.packages.isAboutPackageOf(entry, symbol)) continue;
      const points = (isTitle ? TITLE_POINTS : 0) + POST_POINTS * Math.min(postCount, MAX_POSTS);
      const factor = 1 + 1 / concept.symbols.length;
      yield { entry, from: 'prose', reason: 'concept', points: points * factor };
    }
  }

  #entriesOf(concept: Concept): ReadonlyMap<Entry, PhraseOccurrence> {
    const cached = this.#entriesByConcept.get(concept);
    if (cached !== undefined) return cached;
    const entries = this.sources.phrases.find(concept.words);
    this.#entriesByConcept.set(concept, entries);
    return entries;
  }
}

function* candidatesFrom(
  mentions: Iterable<Linked>,
  reason: WeakMatchReason,
  points: number,
): Generator<Candidate> {
  for (const { entry, from } of mentions) {
    yield { entry, from, reason, points: points * MENTION_WEIGHTS[from] };
  }
}
