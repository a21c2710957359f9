import data from '../../../data/concepts.json';
import { addToGroup } from '../base/grouping';

/** Words that people use instead of a symbol's name, and the symbols that they mean. */
export interface Concept {
  /** Phrases; every spelling in the glossary matches. */
  readonly words: readonly string[];
  /** Qualified names; symbols of one concept are related to each other. */
  readonly symbols: readonly string[];
  /** The words have many other uses: a single one in passing is not enough. */
  readonly broad?: boolean;
}

/** The stored form, `data/concepts.json`; `about` in the file describes each part. */
export interface ConceptFacts {
  readonly concepts: readonly Concept[];
  readonly twins: readonly (readonly string[])[];
  readonly general: readonly string[];
  readonly arguments: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const NONE: readonly never[] = [];

/** Concepts by symbol. All names are canonical names of the symbol table. */
export class ConceptTable {
  readonly #concepts = new Map<string, Concept[]>();
  readonly #twins = new Map<string, readonly string[]>();
  readonly #general: ReadonlySet<string>;
  readonly #equivalents: ReadonlyMap<string, readonly string[]>;
  /** The same for calls of anything. */
  readonly #equivalentsInAnyCall = new Map<string, string[]>();

  constructor({ concepts, twins, general, arguments: values }: ConceptFacts) {
    for (const concept of concepts) {
      for (const symbol of concept.symbols) {
        addToGroup(this.#concepts, symbol, concept);
      }
    }
    for (const group of twins) {
      for (const symbol of group)
        this.#twins.set(
          symbol,
          group.filter((other) => other !== symbol),
        );
    }
    this.#general = new Set(general);
    this.#equivalents = new Map(
      Object.entries(values).flatMap(([symbol, equivalents]) =>
        Object.entries(equivalents).map(([argument, names]) => [`${symbol}(${argument})`, names] as const),
      ),
    );
    for (const [argument, names] of Object.values(values).flatMap((equivalents) =>
      Object.entries(equivalents),
    )) {
      for (const name of names) addToGroup(this.#equivalentsInAnyCall, argument, name);
    }
  }

  /** Concepts that mean a symbol. */
  conceptsOf(symbol: string): readonly Concept[] {
    return this.#concepts.get(symbol) ?? NONE;
  }

  /** Whether a symbol has so many uses that an entry about it says nothing about related symbols. */
  isGeneral(symbol: string): boolean {
    return this.#general.has(symbol);
  }

  /**
   * Symbols with the same purpose, such as an asynchronous class and its synchronous counterpart. The twins of a member
   * are that member of its class's twins, whether or not these have it.
   */
  twinsOf(symbol: string): readonly string[] {
    const twins = this.#twins.get(symbol);
    if (twins !== undefined) return twins;
    const dot = symbol.lastIndexOf('.');
    const ownerTwins = this.#twins.get(symbol.slice(0, Math.max(0, dot))) ?? NONE;
    return ownerTwins.map((owner) => owner + symbol.slice(dot));
  }

  /** Symbols with the same effect as a keyword argument: `lazy="selectin"` of `relationship` → `selectinload`. */
  equivalentsOf(symbol: string, keyword: string, value: string): readonly string[] {
    return this.#equivalents.get(`${symbol}(${keyword}=${value})`) ?? NONE;
  }

  /** Symbols with the same effect as a keyword argument in a call of anything that takes it. */
  equivalentsInAnyCall(keyword: string, value: string): readonly string[] {
    return this.#equivalentsInAnyCall.get(`${keyword}=${value}`) ?? NONE;
  }
}

export const CONCEPTS = new ConceptTable(data);
