/** What was shown one after the other, and where in it the reader is; like a browser's. All of it is immutable. */
export interface History<T> {
  /** The oldest first; never empty. */
  readonly visits: readonly T[];
  /** Index of what is shown now. */
  readonly at: number;
}

/** Visits that are kept; older ones are forgotten. */
const MAX_ENTRIES = 50;

export function historyOf<T>(first: T): History<T> {
  return { visits: [first], at: 0 };
}

export function current<T>({ visits, at }: History<T>): T {
  const visit = visits[at];
  if (visit === undefined) throw new RangeError('A history holds the visit it is at.');
  return visit;
}

/** Goes on to something new: what lay ahead is forgotten. */
export function visited<T>({ visits, at }: History<T>, next: T): History<T> {
  const all = [...visits.slice(0, at + 1), next].slice(-MAX_ENTRIES);
  return { visits: all, at: all.length - 1 };
}

/** The history some visits back (negative) or ahead; `undefined` where it does not reach that far. */
export function moved<T>({ visits, at }: History<T>, by: number): History<T> | undefined {
  const to = at + by;
  return to >= 0 && to < visits.length ? { visits, at: to } : undefined;
}

/** The same history with what is shown now told in another way. */
export function restated<T>({ visits, at }: History<T>, now: T): History<T> {
  return { visits: visits.map((visit, index) => (index === at ? now : visit)), at };
}
