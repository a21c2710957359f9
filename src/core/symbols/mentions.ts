import type { Entry, SymbolRef } from '../model';

/** What connects an entry and a symbol: the kinds of mentions, its title and its answer line. */
export type Evidence = SymbolRef['from'] | 'title' | 'answer';

/** The kinds of evidence, strongest first. */
const STRENGTHS: readonly Evidence[] = ['declared', 'title', 'link', 'answer', 'code', 'prose'];

/** That an entry mentions a symbol, and where its strongest mention is. */
export interface Mention {
  readonly entry: Entry;
  readonly from: SymbolRef['from'];
}

/** Whether the entry's author said that it is about the symbol, by front matter or a link to the documentation. */
export function isExplicit(from: Evidence): boolean {
  return from === 'declared' || from === 'link';
}

/** The lower, the stronger. */
export function strengthRank(from: Evidence): number {
  return STRENGTHS.indexOf(from);
}

/** Sorts entries that match equally well: answered ones first, then newer ones. */
export function byUsefulness(a: Entry, b: Entry): number {
  return (
    Number(a.status === 'unanswered') - Number(b.status === 'unanswered') ||
    (b.date ?? '').localeCompare(a.date ?? '')
  );
}
