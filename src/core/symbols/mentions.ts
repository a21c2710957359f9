import type { Entry, SymbolRef } from '../model';

/** Kinds of mentions, strongest first. */
export const MENTION_STRENGTHS: readonly SymbolRef['from'][] = ['declared', 'link', 'code', 'prose'];

/** That an entry mentions a symbol, and where its strongest mention is. */
export interface Mention {
  readonly entry: Entry;
  readonly from: SymbolRef['from'];
}

/** Whether the entry's author said that it is about the symbol, by front matter or a link to the documentation. */
export function isExplicit(from: SymbolRef['from']): boolean {
  return from === 'declared' || from === 'link';
}

/** Sorts entries that match equally well: answered ones first, then newer ones. */
export function byUsefulness(a: Entry, b: Entry): number {
  return (
    Number(a.status === 'unanswered') - Number(b.status === 'unanswered') ||
    (b.date ?? '').localeCompare(a.date ?? '')
  );
}
