/** What was shown one after the other, and the position in it, as in a browser. Immutable. The window stores this shape. */
export interface NavigationHistory<T> {
  /** The oldest first; never empty. */
  readonly visits: readonly T[];
  /** Index of the current visit. */
  readonly at: number;
}

const MAX_VISITS = 50;

export function createHistory<T>(first: T): NavigationHistory<T> {
  return { visits: [first], at: 0 };
}

export function currentOf<T>({ visits, at }: NavigationHistory<T>): T {
  const visit = visits[at];
  if (visit === undefined) throw new RangeError('Archive Answers: a history must contain its current visit');
  return visit;
}

/** The history after navigating to something new, which drops what lay ahead. */
export function pushed<T>({ visits, at }: NavigationHistory<T>, next: T): NavigationHistory<T> {
  const all = [...visits.slice(0, at + 1), next].slice(-MAX_VISITS);
  return { visits: all, at: all.length - 1 };
}

/** The history some visits back (negative) or forward; `undefined` where it does not reach that far. */
export function movedBy<T>(
  { visits, at }: NavigationHistory<T>,
  by: number,
): NavigationHistory<T> | undefined {
  const to = at + by;
  return to >= 0 && to < visits.length ? { visits, at: to } : undefined;
}

/** The same history with its current visit replaced. */
export function withCurrent<T>({ visits, at }: NavigationHistory<T>, visit: T): NavigationHistory<T> {
  return { visits: visits.map((other, index) => (index === at ? visit : other)), at };
}
