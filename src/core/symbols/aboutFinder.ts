import { variantsOf, type Entry, type EntryTarget } from '../model';
import { byUsefulness, isExplicit, strengthRank, type Evidence } from './mentions';
import { NameMeaning, type NameMeaningSources } from './nameMeaning';
import type { NameMention } from './nameMentions';
import { EXPLAINED } from './sentencePoints';
import { subjectOf, type Subject } from './symbolSubject';

/** An entry that is about a symbol. */
export interface AboutMatch {
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
    const found: { readonly match: AboutMatch; readonly points: number }[] = [];
    const passing: AboutMatch[] = [];
    for (const entry of new Set([...explicit.keys(), ...named.keys()])) {
      const mentions = (named.get(entry) ?? []).filter((mention) =>
        this.#meaning.means(mention, entry, subject),
      );
      const points = pointsOf(mentions);
      const from = evidenceOf(explicit.get(entry), mentions, points >= thresholdFor(subject));
      if (from === undefined && mentions.length === 0) continue;
      const match = { entry, from: from ?? 'prose', targets: targetsOf(entry, mentions, subject) } as const;
      if (from === undefined) passing.push(match);
      else found.push({ match, points });
    }
    const about = found
      .sort(
        (a, b) =>
          strengthRank(a.match.from) - strengthRank(b.match.from) ||
          (isExplicit(a.match.from)
            ? a.match.entry.symbols.length - b.match.entry.symbols.length
            : b.points - a.points) ||
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

function evidenceOf(
  explicit: Evidence | undefined,
  mentions: readonly NameMention[],
  isExplained: boolean,
): Evidence | undefined {
  const all: Evidence[] = mentions.filter(({ from }) => from !== 'prose').map(({ from }) => from);
  if (explicit !== undefined) all.push(explicit);
  if (isExplained) all.push('prose');
  return all.sort((a, b) => strengthRank(a) - strengthRank(b))[0];
}

/** For each variant the post that says most about the symbol; its head, where none does. */
function targetsOf(
  entry: Entry,
  mentions: readonly NameMention[],
  { last }: Subject,
): readonly EntryTarget[] {
  return variantsOf(entry).map(({ language }, at) => {
    const best = mentions
      .filter(({ variant, post }) => variant === at && post !== undefined)
      .reduce<NameMention | undefined>((a, b) => (a === undefined || b.points > a.points ? b : a), undefined);
    return {
      language,
      ...(best?.post === undefined ? {} : { post: best.post }),
      words: [last.toLowerCase()],
    };
  });
}
