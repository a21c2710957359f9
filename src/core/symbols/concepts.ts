import data from '../../../data/concepts.json';

/** What people say when they do not name a symbol, and the symbols it stands for. */
export interface Concept {
  /** Phrases of which any spelling that the glossary has counts. */
  readonly words: readonly string[];
  /** Qualified names; those of one concept are relatives. */
  readonly symbols: readonly string[];
  /** Said about much else too: one passing word says nothing. */
  readonly broad?: boolean;
}

/** What is known of concepts, as it is stored; `about` in the file says what each part holds. */
export interface ConceptFacts {
  readonly concepts: readonly Concept[];
  readonly twins: readonly (readonly string[])[];
  readonly general: readonly string[];
  readonly arguments: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const NONE: readonly never[] = [];

/** The concepts of the field, by symbol. All names are those of the symbol table. */
export class ConceptTable {
  readonly #concepts = new Map<string, Concept[]>();
  readonly #twins = new Map<string, readonly string[]>();
  readonly #general: ReadonlySet<string>;
  readonly #meanings: ReadonlyMap<string, readonly string[]>;

  constructor({ concepts, twins, general, arguments: values }: ConceptFacts) {
    for (const concept of concepts) {
      for (const symbol of concept.symbols) {
        const known = this.#concepts.get(symbol);
        if (known === undefined) this.#concepts.set(symbol, [concept]);
        else known.push(concept);
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
    this.#meanings = new Map(
      Object.entries(values).flatMap(([symbol, meanings]) =>
        Object.entries(meanings).map(([argument, names]) => [`${symbol}(${argument})`, names] as const),
      ),
    );
  }

  /** Concepts that stand for a symbol. */
  of(symbol: string): readonly Concept[] {
    return this.#concepts.get(symbol) ?? NONE;
  }

  /** Whether a symbol is used for so much that an entry about it is none about its relatives. */
  isGeneral(symbol: string): boolean {
    return this.#general.has(symbol);
  }

  /**
   * Symbols of the same use, as an asynchronous class and its synchronous one. Of a member, those of its class with
   * the member's name, whether they have such a member or not.
   */
  twinsOf(symbol: string): readonly string[] {
    const twins = this.#twins.get(symbol);
    if (twins !== undefined) return twins;
    const dot = symbol.lastIndexOf('.');
    const ofOwner = this.#twins.get(symbol.slice(0, Math.max(0, dot))) ?? NONE;
    return ofOwner.map((owner) => owner + symbol.slice(dot));
  }

  /** Symbols that an argument's value stands for: `lazy="selectin"` of `relationship` → `selectinload`. */
  meaningOf(symbol: string, keyword: string, value: string): readonly string[] {
    return this.#meanings.get(`${symbol}(${keyword}=${value})`) ?? NONE;
  }
}

export const CONCEPTS = new ConceptTable(data);
