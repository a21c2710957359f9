import type { Entry, EntryTarget } from '../model';
import type { Evidence } from './mentions';
import type { WeakMatchReason } from './weakMatches';

/** An entry that answers for a symbol. */
export interface SymbolEntry {
  readonly entry: Entry;
  /** What makes it an answer; of a weak match, what links the two. */
  readonly from: Evidence;
  /** `strong`: the entry is about this very symbol; `weak`: it is only near it. */
  readonly confidence: 'strong' | 'weak';
  /** Set for weak matches. */
  readonly reason?: WeakMatchReason;
  /** Where its variants speak of the symbol; empty where they do not. */
  readonly targets: readonly EntryTarget[];
}

/** Where to open an entry for a symbol, in the variant of a language. */
export function targetIn({ targets }: Pick<SymbolEntry, 'targets'>, language: string): EntryTarget {
  return targets.find((target) => target.language === language) ?? { language };
}
