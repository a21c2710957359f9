import data from '../../../data/symbols.json';

/** Module → names, separated by spaces. */
export type NamesByModule = Readonly<Record<string, string>>;

/**
 * Kinds as stored, in this order: if two symbols share a name, the name means the one of the later kind. An `alias` (of a
 * type) or a `constant` means its symbol only with its path or an import: `Send` in a sentence is hardly a type.
 */
export type StoredKind = 'alias' | 'constant' | 'module' | 'data' | 'exception' | 'function' | 'class';

/** Public names, and where they are. */
export interface NameFacts {
  readonly names: Readonly<Partial<Record<StoredKind, NamesByModule>>>;
  /** Module that re-exports names → module of their canonical names → names. */
  readonly alsoIn: Readonly<Record<string, NamesByModule>>;
  /** Other path → canonical name, followed by its kind if only that distinguishes two symbols. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Module → class → members; a qualified class name stands for all members of that class. */
  readonly members: Readonly<Record<string, NamesByModule>>;
}

/** The stored form, `data/symbols.json`; `about` in the file describes each part, and docs/code.md how it is made. */
export interface SymbolFacts extends NameFacts {
  /** Distribution name → version. */
  readonly packages: Readonly<Record<string, string>>;
  /** URL → `module`, or `module as module in anchors` → names, followed by `:anchor` if that differs. */
  readonly pages: Readonly<Record<string, NamesByModule>>;
  /** What packages no longer have: the last version that has it → names, and members of classes that are still there. */
  readonly removed: Readonly<Record<string, NameFacts>>;
  readonly errorCodes: {
    /** URL of a code's documentation, without the code. */
    readonly page: string;
    readonly titles: Readonly<Record<string, string>>;
    /**
     * Code → qualified class, empty where only the documentation is known → constant words of its messages, with `{}`
     * for what varies. No messages: the class alone implies the code.
     */
    readonly raised: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  };
}

// Checking the file's literal type key by key would take the compiler seconds.
export const FACTS = data as unknown as SymbolFacts;
