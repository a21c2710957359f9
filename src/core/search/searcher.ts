import { variantsOf, type Entry, type Variant } from '../model';
import type { MaybeYield } from '../archive/archiveSource';
import { analyse } from '../text/analyser';
import { tokenize } from '../text/tokenizer';
import { ForwardIndex, type IndexedText } from './forwardIndex';
import { segmentsOf } from './fields';
import type { Cancellation, IndexDocument, IndexFactory, SearchIndex, WeightedTerm } from './searchIndex';
import { planQuery } from './queryPlan';
import type { QueryTerm } from './queryTerm';
import type { Query } from './query';
import { rank, type IndexedVariant, type RankedEntry, type ScoredVariant } from './ranking';
import { PhraseOccurrences } from './phraseOccurrences';
import { Scorer, type TextScore } from './scorer';
import type { Tuning } from './tuning';

/** Candidates an engine proposes for one query, before ranking. */
const CANDIDATES = 40;
/** Candidates with which nobody looks for guesses. */
const ENOUGH_CANDIDATES = 20;
/** Of those, how many are looked at word by word for what stands near what. */
const RERANKED = 16;
const NOT_MATCHED: TextScore = { score: 0, coverage: 1 };
const NO_MATCHES: readonly undefined[] = [];

export interface SearchRequest {
  /** Most entries wanted. */
  readonly limit: number;
  readonly signal: Cancellation | undefined;
  /** The reader's language. */
  readonly language: string | undefined;
  /** Whether the query's filters let a variant through. */
  readonly passes: (entry: Entry, variant: Variant) => boolean;
}

/** What a query found, in order. */
export interface RankedResults {
  readonly ranked: readonly RankedEntry[];
  readonly plan: readonly QueryTerm[];
}

const NOTHING: RankedResults = { ranked: [], plan: [] };

/** Everything that is searched, and how: an engine proposes, the scorer and the ranking order. */
export class Searcher {
  private constructor(
    private readonly collection: ForwardIndex,
    private readonly documents: ReadonlyMap<string, IndexedVariant>,
    /** Keys of the texts that have a title, by its words, and by the title as it is written. */
    private readonly byTitle: ReadonlyMap<string, readonly string[]>,
    private readonly index: SearchIndex,
    private readonly tuning: Tuning,
    private readonly maybeYield: MaybeYield | undefined,
  ) {}

  static async build(
    entries: readonly Entry[],
    createIndex: IndexFactory,
    tuning: Tuning,
    maybeYield?: MaybeYield,
  ): Promise<Searcher> {
    const collection = new ForwardIndex();
    const documents = new Map<string, IndexedVariant>();
    const byTitle = new Map<string, string[]>();
    const indexed: IndexDocument[] = [];
    for (const entry of entries) {
      for (const [at, variant] of variantsOf(entry).entries()) {
        const key = keyOf(entry, at);
        const { text, terms } = await collection.add(segmentsOf(entry, variant), maybeYield);
        documents.set(key, { entry, variant, text });
        indexed.push({ key, terms });
        for (const name of [variant.title, ...entry.aliases].flatMap(namesOf)) {
          const known = byTitle.get(name);
          if (known === undefined) byTitle.set(name, [key]);
          else known.push(key);
        }
        await maybeYield?.();
      }
    }
    await collection.vocabulary.sort(maybeYield);
    const index = await createIndex(indexed, tuning, maybeYield);
    return new Searcher(collection, documents, byTitle, index, tuning, maybeYield);
  }

  /** What the texts say, phrase by phrase. */
  get sayings(): PhraseOccurrences {
    return new PhraseOccurrences(this.collection, [...this.documents.values()]);
  }

  /** Entries for a query, best first. Without words those that the filters let through, by title. */
  async find(query: Query, { limit, signal, language, passes }: SearchRequest): Promise<RankedResults> {
    // Whoever pastes a title means it, whatever in it looks like a filter.
    const written = new Set(this.byTitle.get(asWritten(query.text)));
    const titled = new Set([...written, ...(this.byTitle.get(wordsIn(query.text)) ?? [])]);
    const isNarrowed = query.filters.length + query.phrases.length + query.without.length > 0;
    const wanted = isNarrowed || limit > CANDIDATES ? Infinity : CANDIDATES;
    const { plan, keys } = await this.#propose(query.words, wanted, signal);
    if (isCancelled(signal)) return NOTHING;
    const isWordless = plan.length === 0;
    if (isWordless && !isNarrowed && titled.size === 0) return NOTHING;
    const hasPhrases = this.#hasPhrases(query);
    const isLeftOut = this.#isLeftOut(query);
    const scorer = new Scorer(plan, this.collection, this.tuning);
    const scored: ScoredVariant[] = [];
    for (const key of new Set([...titled, ...(isWordless && isNarrowed ? this.documents.keys() : keys)])) {
      if (this.maybeYield !== undefined) await this.maybeYield();
      if (isCancelled(signal)) return NOTHING;
      const document = this.documents.get(key);
      const isTitle = titled.has(key);
      if (document === undefined) continue;
      const { entry, variant, text } = document;
      const isMeant = passes(entry, variant) && hasPhrases(text) && !isLeftOut(entry);
      if (!isMeant && !written.has(key)) continue;
      const { score, coverage } = isWordless ? NOT_MATCHED : scorer.byWords(text);
      scored.push({ document, isTitle, score, coverage, matches: NO_MATCHES });
    }
    scored.sort((a, b) => b.score - a.score);
    // Who wants all of them is shown none of what is found this way.
    const closer = isWordless || limit === Infinity ? 0 : Math.max(RERANKED, limit);
    for (const one of scored.slice(0, closer)) {
      one.matches = scorer.matches(one.document.text);
      one.score += scorer.byPlaces(one.document.text, one.coverage, one.matches);
    }
    return { ranked: rank(scored, this.tuning, language), plan };
  }

  /**
   * Candidates by what the query's words surely mean, and by guesses for words that nothing has. Where that leaves
   * room, by guesses for every word: what is spelled wrong may be in the text.
   */
  async #propose(
    words: string,
    limit: number,
    signal: Cancellation | undefined,
  ): Promise<{ readonly plan: readonly QueryTerm[]; readonly keys: readonly string[] }> {
    const plan = planQuery(words, this.collection, this.tuning, 'for unknown words');
    const keys = await this.#keysFor(this.#terms(plan, false), limit, signal);
    if (plan.length === 0 || keys.length >= ENOUGH_CANDIDATES) return { plan, keys };
    const guessed = planQuery(words, this.collection, this.tuning, 'all');
    return { plan: guessed, keys: await this.#keysFor(this.#terms(guessed, true), limit, signal) };
  }

  async #keysFor(
    terms: readonly WeightedTerm[],
    limit: number,
    signal: Cancellation | undefined,
  ): Promise<readonly string[]> {
    return (await this.index.search(terms, limit, signal)).map(({ key }) => key);
  }

  /** What the engine is asked for; pairs of syllables of known words only where `all` are wanted. */
  #terms(plan: readonly QueryTerm[], all: boolean): readonly WeightedTerm[] {
    const weights = new Map<number, number>();
    const add = (term: number, weight: number): void => {
      weights.set(term, Math.max(weights.get(term) ?? 0, weight));
    };
    for (const { isKnown, importance, alternatives, compoundParts: pieces, bigrams: grams } of plan) {
      for (const { term, quality } of alternatives) add(term, quality * importance);
      for (const { term, quality } of pieces.flatMap((piece) => piece.alternatives)) {
        add(term, quality * this.tuning.query.piece);
      }
      if (isKnown && !all) continue;
      for (const term of grams) add(term, this.tuning.grams * importance);
    }
    return [...weights]
      .filter(([, weight]) => weight > 0)
      .map(([term, weight]) => ({ term: this.collection.termOf(term), weight }));
  }

  /** Whether a text has the query's phrases, word by word; one with a word that no text has is a few words only. */
  #hasPhrases({ phrases }: Query): (text: IndexedText) => boolean {
    const required = phrases
      .map((phrase) => this.#wordForms(phrase))
      .filter((words) => words.every((forms) => forms.length > 0));
    return (text) => required.every((phrase) => hasPhrase(text, phrase));
  }

  /** Whether an entry has, in any of its languages, what the query leaves out. */
  #isLeftOut({ without }: Query): (entry: Entry) => boolean {
    const excluded = without.map((phrase) => this.#wordForms(phrase)).filter(({ length }) => length > 0);
    if (excluded.length === 0) return () => false;
    return (entry) =>
      variantsOf(entry).some((_, at) => {
        const text = this.documents.get(keyOf(entry, at))?.text;
        return text !== undefined && excluded.some((phrase) => hasPhrase(text, phrase));
      });
  }

  /** Of each word of a phrase, its terms as written and without endings. */
  #wordForms(phrase: string): readonly (readonly number[])[] {
    const { words, tokens } = analyse(phrase);
    const forms = words.map((): number[] => []);
    for (const { term, kind, word } of tokens) {
      const id = this.collection.idOf(term);
      if (id !== undefined && (kind === 'word' || kind === 'stem' || kind === 'name')) forms[word]?.push(id);
    }
    return forms;
  }
}

function hasPhrase(text: IndexedText, words: readonly (readonly number[])[]): boolean {
  let ends: Set<number> | undefined;
  for (const terms of words) {
    const here = new Set<number>();
    for (const term of terms) {
      for (let at = text.first(term); at >= 0 && text.is(at, term); at += 1) {
        const word = text.wordAt(at);
        const follows = ends === undefined || ends.has(word - 1);
        if (follows && text.kindAt(at) <= LAST_WHOLE_KIND) here.add(word);
      }
    }
    if (here.size === 0) return false;
    ends = here;
  }
  return true;
}

/** Kinds of a text's tokens in order: `word`, `stem` and `name` come first, what stands for less than a word after them. */
const LAST_WHOLE_KIND = 2;

/** Asked again and again: others may cancel at every pause. */
function isCancelled(signal: Cancellation | undefined): boolean {
  return signal?.aborted === true;
}

function keyOf({ id }: Entry, variant: number): string {
  return `${id}\n${String(variant)}`;
}

/** What a title may be called by: its words, and as it is written; nothing for a title without any. */
function namesOf(title: string): readonly string[] {
  return [wordsIn(title), asWritten(title)].filter((name) => name !== '' && name !== asWritten(''));
}

/** A text as nothing but its words. */
function wordsIn(text: string): string {
  return Array.from(tokenize(text.normalize('NFC')), ({ folded }) => folded).join(' ');
}

/** Not mistaken for a title's words: it keeps what stands between them. */
function asWritten(text: string): string {
  return `"${text.normalize('NFC').trim().toLowerCase()}"`;
}
