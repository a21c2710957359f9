import type { Entry } from '../model';
import type { PhraseOccurrence, PhraseOccurrences } from '../search/phraseOccurrences';
import type { Concept, ConceptTable } from './concepts';
import { byUse, type Mention } from './mentions';
import type { PackageEntries } from './packageEntries';

/**
 * What leads from a symbol to a weak answer. `mention`: it is named, but the archive has entries that declare it;
 * `class`: the entry speaks of the member's class; `member`: of a member of the class; `relative`: of a symbol of the
 * same use; `concept`: it has words that stand for the symbol.
 */
export type Through = 'mention' | 'class' | 'member' | 'relative' | 'concept';

/** An entry that is close to a symbol: where it speaks of what led to it, and what that is. */
interface NearbyAnswer extends Mention {
  readonly through: Through;
}

/** What finds entries by what they say. */
export interface NearbyFinders {
  readonly concepts: ConceptTable;
  readonly sayings: PhraseOccurrences;
  readonly packages: PackageEntries;
}

/** What entries say of symbols, by any of their names: all of it, and what is a strong match. */
interface Mentions {
  mentionsOf(symbol: string): readonly Mention[];
  strongFor(symbol: string): readonly Mention[];
  memberMentionsOf(symbol: string): readonly Mention[];
  ownerOf(symbol: string): string | undefined;
}

/** Most weak answers for one symbol: what is further down is noise. */
const MAX_ENTRIES = 5;
/** What a mention of each is worth, beside the symbol's own: the nearer, the more. */
const WORTH = { mention: 5, twin: 2.5, class: 2.2, member: 2, relative: 1.5 } as const;
/** What a mention is worth that is not explicit. */
const BY_PLACE = { declared: 1, link: 1, code: 0.6, prose: 0.4 } as const;
/** What a concept is worth in a title, and in each of the first posts that have it. */
const TITLE = 2;
const POST = 0.5;
const MAX_POSTS = 4;
/** Posts from which a word that is said about much else is no passing one. */
const NOT_PASSING = 2;

/** One way to an entry. */
interface Way extends NearbyAnswer {
  readonly points: number;
}

/** Entries that are close to what is asked for without naming it: found when they are asked for, each concept once. */
export class NearbyEntries {
  readonly #said = new Map<Concept, ReadonlyMap<Entry, PhraseOccurrence>>();

  constructor(
    private readonly mentions: Mentions,
    private readonly finders: NearbyFinders,
  ) {}

  /** Weak answers for a symbol by its canonical name, best first; entries that are `found` already are none. */
  of(symbol: string, found: ReadonlySet<Entry>): readonly NearbyAnswer[] {
    const best = new Map<Entry, { way: Way; points: number }>();
    for (const way of this.#waysFrom(symbol)) {
      if (found.has(way.entry)) continue;
      const known = best.get(way.entry);
      if (known === undefined) best.set(way.entry, { way, points: way.points });
      else {
        known.points += way.points;
        if (way.points > known.way.points) known.way = way;
      }
    }
    return [...best.values()]
      .sort((a, b) => b.points - a.points || byUse(a.way.entry, b.way.entry))
      .slice(0, MAX_ENTRIES)
      .map(({ way: { entry, from, through } }) => ({ entry, from, through }));
  }

  *#waysFrom(symbol: string): Generator<Way> {
    yield* waysOver(this.mentions.mentionsOf(symbol), 'mention', WORTH.mention);
    for (const twin of this.finders.concepts.twinsOf(symbol)) {
      yield* waysOver(this.mentions.strongFor(twin), 'relative', WORTH.twin);
    }
    const owner = this.mentions.ownerOf(symbol);
    if (owner !== undefined) yield* waysOver(this.mentions.strongFor(owner), 'class', WORTH.class);
    const members = new Map(
      // Of an entry with several, the best one: they come best first, and the last one set stays.
      this.mentions
        .memberMentionsOf(symbol)
        .toReversed()
        .map((mention) => [mention.entry, mention]),
    );
    yield* waysOver(members.values(), 'member', WORTH.member);
    yield* this.#waysOverRelatives(symbol);
    for (const concept of this.finders.concepts.of(symbol)) yield* this.#waysOverConcept(symbol, concept);
  }

  /** Symbols of the same concepts; those of a small one are nearer to each other. */
  *#waysOverRelatives(symbol: string): Generator<Way> {
    const nearness = new Map<string, number>();
    for (const { symbols } of this.finders.concepts.of(symbol)) {
      for (const other of symbols) {
        if (other === symbol || this.finders.concepts.isGeneral(other)) continue;
        nearness.set(other, (nearness.get(other) ?? 1) + 1 / symbols.length);
      }
    }
    for (const [other, near] of nearness) {
      yield* waysOver(this.mentions.strongFor(other), 'relative', WORTH.relative * near);
    }
  }

  *#waysOverConcept(symbol: string, concept: Concept): Generator<Way> {
    for (const [entry, { isTitle, postCount }] of this.#entriesSaying(concept)) {
      if (concept.broad === true && !isTitle && postCount < NOT_PASSING) continue;
      if (!this.finders.packages.isOf(entry, symbol)) continue;
      const said = (isTitle ? TITLE : 0) + POST * Math.min(postCount, MAX_POSTS);
      yield { entry, from: 'prose', through: 'concept', points: said * (1 + 1 / concept.symbols.length) };
    }
  }

  #entriesSaying(concept: Concept): ReadonlyMap<Entry, PhraseOccurrence> {
    const known = this.#said.get(concept);
    if (known !== undefined) return known;
    const said = this.finders.sayings.find(concept.words);
    this.#said.set(concept, said);
    return said;
  }
}

function* waysOver(mentions: Iterable<Mention>, through: Through, worth: number): Generator<Way> {
  for (const { entry, from } of mentions) yield { entry, from, through, points: worth * BY_PLACE[from] };
}
