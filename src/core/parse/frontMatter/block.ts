/** How deep nested maps are read; the top level is the first. */
export const MAX_LEVEL = 3;

/** The content of a block of front matter, whatever its syntax. */
export interface Block {
  /** Texts, lists and maps by key; `null` for nothing. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Lines of the block, counted from one, of each key; the least nested where a key repeats. */
  readonly keyLines: ReadonlyMap<string, number>;
}

/** Why a block cannot be read. */
export interface BlockError {
  /** A sentence in English, or that it is nested too deeply; none where the block is valid but not a map. */
  readonly error: string | typeof TOO_DEEP | undefined;
  /** Line of the block, counted from one. */
  readonly line: number;
}

export const TOO_DEEP = Symbol('nested too deeply');
