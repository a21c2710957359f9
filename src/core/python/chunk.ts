import type { SyntaxNode } from '@lezer/common';
import type { ImportWord } from './imports';
import type { PythonModule } from './module';
import { Scope, type Place } from './scope';

/** Characters behind a statement that its text has as well: they tell what comes next. */
export const AFTER = 9;

/** A name or an expression of names that is used somewhere, and is no part of a longer one. */
export interface Use {
  readonly node: SyntaxNode;
  readonly place: Place;
  /** Offset at which its names are looked up. */
  readonly at: number;
}

/** A string that is given by keyword: `lazy="selectin"`. */
export interface KeywordString {
  /** What is called. */
  readonly callee: SyntaxNode;
  readonly keyword: string;
  readonly value: SyntaxNode;
  readonly place: Place;
}

/**
 * One statement of a module's top level, as it was read. Offsets in it are those of the text it was read from; while
 * other statements are edited it moves without being read again, so that only `position` knows where it stands now.
 */
export class Chunk {
  readonly scope = new Scope('module', this);
  /** In no particular order. */
  readonly uses: Use[] = [];
  readonly imported: ImportWord[] = [];
  readonly keywordStrings: KeywordString[] = [];
  /** Modules of star imports. */
  readonly stars: { readonly module: string; readonly from: number }[] = [];
  /** Where comprehensions and lambdas are, by where their code begins: how names look from inside of them. */
  readonly inside = new Map<number, Place>();
  #module: PythonModule | undefined;
  #shift = 0;

  /**
   * @param text The statement's own text, and `AFTER` characters more.
   * @param start Its offset in the text it was read from.
   */
  constructor(
    readonly text: string,
    readonly start: number,
  ) {}

  /** The module it stands in. */
  get module(): PythonModule {
    if (this.#module === undefined) throw new Error('Archive Answers: a statement outside of any module');
    return this.#module;
  }

  /** Says where it stands now. */
  place(module: PythonModule, start: number): void {
    this.#module = module;
    this.#shift = start - this.start;
  }

  /** Where an offset of the text it was read from is in the module's text now. */
  position(offset: number): number {
    return offset + this.#shift;
  }

  /** What is written at a node of it. */
  textOf({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from - this.start, to - this.start);
  }

  /** A few characters behind a node. */
  following({ to }: { readonly to: number }): string {
    return this.text.slice(to - this.start, to - this.start + AFTER);
  }
}
