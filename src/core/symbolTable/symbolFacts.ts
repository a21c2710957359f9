import data from '../../../data/symbols.json';

/** Module → names, one word each. */
export type NamesByModule = Readonly<Record<string, string>>;

/** Kinds as they are stored. Where two symbols share a name, the later kind is the one the name means. */
export type StoredKind = 'module' | 'data' | 'exception' | 'function' | 'class';

/** What is known of public Python names, as it is stored; `about` in the file says what each part holds. */
export interface SymbolFacts {
  /** Package, by the name it is installed under → version. */
  readonly packages: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<StoredKind, NamesByModule>>;
  /** Other module → own module → names. */
  readonly alsoIn: Readonly<Record<string, NamesByModule>>;
  /** Other path → qualified name, followed by its kind where that alone tells two symbols apart. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Page → `module`, or `module as module in the anchors` → names, followed by `:anchor` where that differs. */
  readonly pages: Readonly<Record<string, NamesByModule>>;
  /** Module → class → members; a word with a dot stands for all members of that class. */
  readonly members: Readonly<Record<string, NamesByModule>>;
  readonly errorCodes: { readonly page: string; readonly titles: Readonly<Record<string, string>> };
}

// Compared key by key, the file's literal type would take the compiler seconds.
export const FACTS = data as unknown as SymbolFacts;
