import type { MaybeYield } from '../archive/archiveSource';
import { variantsOf, type ArchiveId, type Entry } from '../model';
import type { ConceptTable } from './concepts';
import { byUsefulness } from './mentions';
import type { PackageEntries } from './packageEntries';
import type { SymbolEntry, SymbolIndex } from './symbolIndex';

/** Weak matches returned for one argument. */
const MAX_WEAK_MATCHES = 5;

/** `keyword="value"` in straight quotes, or in the curly ones that chat programs turn them into. */
const ARGUMENT =
  /(?<!\w)([A-Za-z_]\w{0,60})[ \t]{0,4}=[ \t]{0,4}(?:["“]([^"“”\n]{1,60})["”]|['‘]([^'‘’\n]{1,60})['’])/g;

/** Which entries contain which keyword arguments with string values. They are found in prose too: the form is code. */
export class ArgumentIndex {
  private constructor(private readonly entriesByArgument: ReadonlyMap<string, ReadonlySet<Entry>>) {}

  static async build(entries: readonly Entry[], maybeYield?: MaybeYield): Promise<ArgumentIndex> {
    const entriesByArgument = new Map<string, Set<Entry>>();
    for (const entry of entries) {
      for (const { markdown } of variantsOf(entry).flatMap(({ posts }) => posts)) {
        for (const [, keyword = '', double, single = ''] of markdown.matchAll(ARGUMENT)) {
          const key = keyOf(keyword, double ?? single);
          entriesByArgument.set(key, (entriesByArgument.get(key) ?? new Set<Entry>()).add(entry));
        }
      }
      await maybeYield?.();
    }
    return new ArgumentIndex(entriesByArgument);
  }

  has(keyword: string, value: string): boolean {
    return this.entriesByArgument.has(keyOf(keyword, value));
  }

  /** Entries that contain the argument, in calls of any function. */
  entriesWith(keyword: string, value: string): readonly Entry[] {
    return [...(this.entriesByArgument.get(keyOf(keyword, value)) ?? [])];
  }
}

function keyOf(keyword: string, value: string): string {
  return `${keyword}=${value}`;
}

interface ArgumentMatchSources {
  readonly symbols: SymbolIndex;
  readonly concepts: ConceptTable;
  readonly packages: PackageEntries;
}

/**
 * Entries for a keyword argument in a call of a symbol. Strong matches contain the argument and are about the symbol's
 * package; those that mention the symbol or an equivalent of the argument come first. Weak matches are about an
 * equivalent, in archives that have a strong match.
 */
export function entriesForArgument(
  symbol: string,
  keyword: string,
  value: string,
  index: ArgumentIndex,
  { symbols, concepts, packages }: ArgumentMatchSources,
): readonly SymbolEntry[] {
  const canonical = symbols.canonical(symbol);
  const equivalents = concepts.equivalentsOf(canonical, keyword, value);
  const withSymbol = entriesMentioning([canonical], symbols);
  const withEquivalent = entriesMentioning(equivalents, symbols);
  const relevance = (entry: Entry): number =>
    2 * Number(withSymbol.has(entry)) + Number(withEquivalent.has(entry));
  const strong = index
    .entriesWith(keyword, value)
    .filter((entry) => relevance(entry) > 0 || packages.isAboutPackageOf(entry, canonical))
    .sort((a, b) => relevance(b) - relevance(a) || byUsefulness(a, b));
  const archives = new Set<ArchiveId>(strong.map(({ archive }) => archive));
  const weak = new Map<Entry, SymbolEntry>();
  for (const { entry, from } of equivalents.flatMap((equivalent) => symbols.strongFor(equivalent))) {
    if (!archives.has(entry.archive) || strong.includes(entry) || weak.has(entry)) continue;
    weak.set(entry, { entry, from, confidence: 'weak', reason: 'relative' });
  }
  return [
    ...strong.map((entry): SymbolEntry => ({ entry, from: 'code', confidence: 'strong' })),
    ...[...weak.values()].slice(0, MAX_WEAK_MATCHES),
  ];
}

function entriesMentioning(names: readonly string[], symbols: SymbolIndex): ReadonlySet<Entry> {
  return new Set(names.flatMap((name) => symbols.mentionsOf(name)).map(({ entry }) => entry));
}
