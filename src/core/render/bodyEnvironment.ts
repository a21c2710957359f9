import type { Env } from '../markdown/markdown';
import type { Variant } from '../model';
import type { HighlightBudget } from './highlightCode';
import type { RenderContext } from './renderContext';

export interface BodyOptions {
  readonly variant: Variant;
  readonly context: RenderContext;
  /** The post's name, which the names of its code blocks and tables include. */
  readonly name: string;
  /** The post's index, which the ids of its footnotes include. */
  readonly post: number;
  /** Rank of the post's own heading. */
  readonly rank: number;
  /** How much code may still be highlighted. */
  readonly budget: HighlightBudget;
  /** The post of the same entry that a label in the text means; links to none where it is absent. */
  readonly postOf?: ((label: string) => number | undefined) | undefined;
}

/** The state of one rendering, shared by its rules. */
export interface BodyEnvironment extends BodyOptions {
  codeBlocks: number;
  tables: number;
  /** The elements of open links. */
  readonly links: ('a' | 'span')[];
  /** Number of open summaries, which must not contain buttons. */
  summaries: number;
}

/** The environment that the rules of a rendering are called with. */
export function environmentOf(env: Env | undefined): BodyEnvironment {
  return env as unknown as BodyEnvironment;
}
