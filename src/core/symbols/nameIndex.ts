import type { MaybeYield } from '../archive/archiveSource';
import { variantsOf, type Entry } from '../model';
import type { SymbolTable } from '../symbolTable/symbolTable';
import { nameMentions, type NameMention } from './nameMentions';

const NONE: ReadonlyMap<Entry, readonly NameMention[]> = new Map();

/** Where which names are in titles, answer lines, links to documentation and prose; by the last part of the name. */
export class NameIndex {
  private constructor(private readonly byName: ReadonlyMap<string, ReadonlyMap<Entry, readonly NameMention[]>>) {}

  static async build(
    entries: readonly Entry[],
    symbols: SymbolTable,
    maybeYield?: MaybeYield,
  ): Promise<NameIndex> {
    const byName = new Map<string, Map<Entry, NameMention[]>>();
    for (const entry of entries) {
      for (const [at, variant] of variantsOf(entry).entries()) {
        for (const mention of nameMentions(variant, at, at === 0 ? entry.aliases : [], symbols)) {
          const last = mention.path.at(-1) ?? '';
          const byEntry = byName.get(last) ?? new Map<Entry, NameMention[]>();
          byName.set(last, byEntry);
          const mentions = byEntry.get(entry);
          if (mentions === undefined) byEntry.set(entry, [mention]);
          else mentions.push(mention);
        }
        await maybeYield?.();
      }
    }
    return new NameIndex(byName);
  }

  /** By the last part of a name, and by entry. */
  mentionsOf(last: string): ReadonlyMap<Entry, readonly NameMention[]> {
    return this.byName.get(last) ?? NONE;
  }

  /** Every name with its mentions. */
  names(): Iterable<readonly [string, ReadonlyMap<Entry, readonly NameMention[]>]> {
    return this.byName;
  }
}
