import type { Span } from '../model';
import type { Cancellation } from '../search/index';
import type { Breathe } from '../source';
import { parsePython } from './parse';
import { Resolver, symbolAt, type KnownNames } from './resolve';
import type { Identifier } from './scope';
import { readTree } from './walk';

/** A place in a Python file that resolves to a symbol. */
export interface Occurrence {
  /** The identifier as it is written. */
  readonly name: string;
  /** Qualified name. */
  readonly symbol: string;
  /** UTF-16 offsets of the identifier in the file's text. */
  readonly span: Span;
}

export interface OccurrenceOptions extends KnownNames {
  /** Without it the whole file may hold the thread. */
  readonly breathe?: Breathe;
  readonly signal?: Cancellation;
}

/**
 * Finds the symbols in a Python file, in order of position. Any text will do: what cannot be understood yields
 * nothing, what stands around it still does. A cancelled reading yields nothing.
 */
export async function readOccurrences(
  text: string,
  { breathe, signal, ...known }: OccurrenceOptions,
): Promise<readonly Occurrence[]> {
  const work = findOccurrences(text, known);
  for (;;) {
    const step = stepOf(work);
    if (step.done === true) return step.value;
    await breathe?.();
    if (signal?.aborted === true) return [];
  }
}

/** One step of the reading. Lezer builds its tree by recursion: what is nested deeper than the stack yields nothing. */
function stepOf<T>(work: Generator<undefined, readonly T[]>): IteratorResult<undefined, readonly T[]> {
  try {
    return work.next();
  } catch (error) {
    if (error instanceof RangeError) return { done: true, value: [] };
    throw error;
  }
}

/** The occurrence at an offset, its end included, as a cursor behind a word is at it. */
export function occurrenceAt(occurrences: readonly Occurrence[], offset: number): Occurrence | undefined {
  return (
    occurrences.find(({ span }) => span.start <= offset && offset < span.end) ??
    occurrences.find(({ span }) => span.end === offset)
  );
}

/** A longer file, in UTF-16 units, is data: the last step of building its tree would hold the thread for too long. */
const LARGEST = 2_000_000;
/** Chains between two pauses: a fraction of a millisecond. */
const CHAINS = 64;

function* findOccurrences(text: string, known: KnownNames): Generator<undefined, readonly Occurrence[]> {
  if (text.length > LARGEST) return [];
  const top = yield* parsePython(text);
  const { chains, imported } = yield* readTree(top, text);
  const found = new Map<number, Occurrence>();
  const add = ({ start, end }: Identifier, symbol: string): void => {
    found.set(start, { name: text.slice(start, end), symbol, span: { start, end } });
  };
  for (const { identifier, path, isModule } of imported) {
    const symbol = isModule && !known.declared.has(path) ? undefined : symbolAt(known, path);
    if (symbol !== undefined) add(identifier, symbol);
  }
  const resolver = new Resolver(known);
  for (const [at, chain] of chains.entries()) {
    resolver.evaluate(chain, add);
    if (at % CHAINS === 0) yield;
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}
