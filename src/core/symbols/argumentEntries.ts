import { variantsOf, type ArchiveId, type Entry } from '../model';
import type { MaybeYield } from '../archive/archiveSource';
import type { SymbolEntry, SymbolIndex } from './symbolEntries';
import type { ConceptTable } from './concepts';
import { byUse } from './mentions';
import type { PackageEntries } from './packageEntries';

/** Most entries that are reached through what a value stands for. */
const MAX_WEAK = 5;

/** `keyword="value"` in either quotes, and in those that chat programs turn them into. */
const ARGUMENT =
  /(?<!\w)([A-Za-z_]\w{0,60})[ \t]{0,4}=[ \t]{0,4}(?:["“]([^"“”\n]{1,60})["”]|['‘]([^'‘’\n]{1,60})['’])/g;

/** Which entries have which keyword arguments with a string for a value, wherever in their posts: it is code by its form. */
export class ArgumentIndex {
  private constructor(private readonly entries: ReadonlyMap<string, ReadonlySet<Entry>>) {}

  static async build(entries: readonly Entry[], maybeYield?: MaybeYield): Promise<ArgumentIndex> {
    const found = new Map<string, Set<Entry>>();
    for (const entry of entries) {
      for (const { markdown } of variantsOf(entry).flatMap(({ posts }) => posts)) {
        for (const [, keyword = '', double, single = ''] of markdown.matchAll(ARGUMENT)) {
          const argument = `${keyword}=${double ?? single}`;
          const known = found.get(argument);
          if (known === undefined) found.set(argument, new Set([entry]));
          else known.add(entry);
        }
      }
      await maybeYield?.();
    }
    return new ArgumentIndex(found);
  }

  /** Whether any entry has the argument. */
  has(keyword: string, value: string): boolean {
    return this.entries.has(`${keyword}=${value}`);
  }

  /** Entries that have the argument, whatever is called with it. */
  entriesWith(keyword: string, value: string): readonly Entry[] {
    return [...(this.entries.get(`${keyword}=${value}`) ?? [])];
  }
}

/** What is known of symbols, for arguments of their calls. */
interface ArgumentFinders {
  readonly symbols: SymbolIndex;
  readonly concepts: ConceptTable;
  readonly packages: PackageEntries;
}

/**
 * Entries for a call's keyword argument: strong ones have it in their code and are about the symbol's package, those
 * that name the symbol or what the value stands for first. Weak ones speak of what the value stands for, in archives
 * that have a strong one.
 */
export function entriesForArgument(
  symbol: string,
  keyword: string,
  value: string,
  index: ArgumentIndex,
  { symbols, concepts, packages }: ArgumentFinders,
): readonly SymbolEntry[] {
  const canonical = symbols.canonical(symbol);
  const meanings = concepts.meaningOf(canonical, keyword, value);
  const named = entriesOf(symbols, [canonical]);
  const meant = entriesOf(symbols, meanings);
  const nearness = (entry: Entry): number => 2 * Number(named.has(entry)) + Number(meant.has(entry));
  const own = index
    .entriesWith(keyword, value)
    .filter((entry) => named.has(entry) || meant.has(entry) || packages.isOf(entry, canonical))
    .sort((a, b) => nearness(b) - nearness(a) || byUse(a, b));
  const archives = new Set<ArchiveId>(own.map(({ archive }) => archive));
  const weak = new Map<Entry, SymbolEntry>();
  for (const { entry, from } of meanings.flatMap((meaning) => symbols.strongFor(meaning))) {
    if (!archives.has(entry.archive) || own.includes(entry) || weak.has(entry)) continue;
    weak.set(entry, { entry, from, confidence: 'weak', through: 'relative' });
  }
  return [
    ...own.map((entry): SymbolEntry => ({ entry, from: 'code', confidence: 'strong' })),
    ...[...weak.values()].slice(0, MAX_WEAK),
  ];
}

function entriesOf(symbols: SymbolIndex, names: readonly string[]): ReadonlySet<Entry> {
  return new Set(names.flatMap((name) => symbols.mentionsOf(name)).map(({ entry }) => entry));
}
