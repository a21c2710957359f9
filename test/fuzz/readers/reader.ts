import assert from 'node:assert/strict';

/** A reader of untrusted text, with what must hold of its result. */
export interface FuzzedReader {
  /** A slow one takes about a millisecond or more for a text of a few kilobytes. */
  readonly isSlow: boolean;
  /** Endings of the fixtures that it starts from. */
  readonly seeds: readonly string[];
  /** Fragments that edits insert: what its grammar is made of. */
  readonly words: readonly string[];
  /** Reads a text; throws where something does not hold. */
  readonly read: (text: string) => void | Promise<void>;
}

/** Expects a range of offsets inside a text, or inside another range. */
export function expectInside(
  inner: { readonly start: number; readonly end: number },
  outer: { readonly start: number; readonly end: number },
  what: string,
): void {
  const isInside = inner.start >= outer.start && inner.end >= inner.start && inner.end <= outer.end;
  const range = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    `${String(start)}–${String(end)}`;
  assert.ok(isInside, `${what} ${range(inner)} leaves ${range(outer)}`);
}
