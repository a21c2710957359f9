import { variantsOf, type Entry, type EntryTarget } from '../model';
import { indexEach, type IndexingOptions } from '../search/indexEach';
import type { ConceptTable } from './concepts';
import { byUsefulness } from './mentions';
import type { PackageEntries } from './packageEntries';
import { replaceFencedCode } from '../text/fencedCode';
import type { SymbolEntry } from './symbolEntry';
import type { SymbolIndex } from './symbolIndex';

/** Weak matches returned for one argument. */
const MAX_WEAK_MATCHES = 5;

/** `keyword="value"` in straight quotes, or in the curly ones that chat programs turn them into. */
const ARGUMENT =
  /(?<!\w)([A-Za-z_]\w{0,60})[ \t]{0,4}=[ \t]{0,4}(?:["“]([^"“”\n]{1,60})["”]|['‘]([^'‘’\n]{1,60})['’])/g;

/** Where an entry has an argument. */
interface ArgumentUse {
  /** Whether its prose has it, not only its code blocks. */
  isInProse: boolean;
  /** For each variant the first post whose prose has it, else the first whose code does. */
  readonly posts: Map<number, { post: number; isInProse: boolean }>;
}

/** Which entries contain which keyword arguments with string values. They are found in prose too: the form is code. */
export class ArgumentIndex {
  private constructor(
    private readonly usesByArgument: ReadonlyMap<string, ReadonlyMap<Entry, ArgumentUse>>,
  ) {}

  static async build(entries: readonly Entry[], options: IndexingOptions = {}): Promise<ArgumentIndex> {
    const usesByArgument = new Map<string, Map<Entry, ArgumentUse>>();
    const add = (entry: Entry, variant: number, post: number, text: string, isInProse: boolean): void => {
      for (const [, keyword = '', double, single = ''] of text.matchAll(ARGUMENT)) {
        const key = keyOf(keyword, double ?? single);
        const uses = usesByArgument.get(key) ?? new Map<Entry, ArgumentUse>();
        usesByArgument.set(key, uses);
        const use = uses.get(entry) ?? {
          isInProse: false,
          posts: new Map<number, { post: number; isInProse: boolean }>(),
        };
        uses.set(entry, use);
        use.isInProse ||= isInProse;
        const known = use.posts.get(variant);
        if (known === undefined || (isInProse && !known.isInProse))
          use.posts.set(variant, { post, isInProse });
      }
    };
    await indexEach(entries, options, (entry) => {
      for (const [variant, { posts }] of variantsOf(entry).entries()) {
        for (const [post, { markdown }] of posts.entries()) {
          if (!markdown.includes('=')) continue;
          const prose = replaceFencedCode(markdown, '', 8);
          add(entry, variant, post, prose, true);
          if (prose !== markdown) add(entry, variant, post, markdown, false);
        }
      }
    });
    return new ArgumentIndex(usesByArgument);
  }

  has(keyword: string, value: string): boolean {
    return this.usesByArgument.has(keyOf(keyword, value));
  }

  /** Entries that contain the argument, in calls of any function. */
  usesOf(keyword: string, value: string): ReadonlyMap<Entry, ArgumentUse> {
    return this.usesByArgument.get(keyOf(keyword, value)) ?? NO_USES;
  }
}

const NO_USES: ReadonlyMap<Entry, ArgumentUse> = new Map();

function keyOf(keyword: string, value: string): string {
  return `${keyword}=${value}`;
}

interface ArgumentMatchSources {
  readonly symbols: SymbolIndex;
  readonly concepts: ConceptTable;
  readonly packages: PackageEntries;
}

/**
 * Entries for a keyword argument in a call of a symbol, of those that are about the symbol's package; without a symbol, in
 * a call of anything. Strong matches speak of the argument in their prose, or are about a symbol that does the same;
 * entries that mention the called symbol come first. Weak matches have it in their code blocks.
 */
export function entriesForArgument(
  symbol: string | undefined,
  keyword: string,
  value: string,
  index: ArgumentIndex,
  { symbols, concepts, packages }: ArgumentMatchSources,
): readonly SymbolEntry[] {
  const canonical = symbol === undefined ? undefined : symbols.canonical(symbol);
  const equivalents =
    canonical === undefined
      ? concepts.equivalentsInAnyCall(keyword, value)
      : concepts.equivalentsOf(canonical, keyword, value);
  const withSymbol = new Set(
    canonical === undefined ? [] : symbols.mentionsOf(canonical).map(({ entry }) => entry),
  );
  const byEquivalent = new Map<Entry, SymbolEntry>(
    equivalents.flatMap((name) => symbols.strongFor(name)).map((match) => [match.entry, match]),
  );
  const uses = index.usesOf(keyword, value);
  const isRelevant = (entry: Entry): boolean =>
    canonical === undefined ||
    withSymbol.has(entry) ||
    byEquivalent.has(entry) ||
    packages.isAboutPackageOf(entry, canonical);
  const words = [value.toLowerCase()];
  const matches = [...new Set([...uses.keys(), ...byEquivalent.keys()])]
    .filter(isRelevant)
    .map((entry): SymbolEntry => {
      const use = uses.get(entry);
      const equivalent = byEquivalent.get(entry);
      if (use === undefined && equivalent !== undefined) return equivalent;
      const isStrong = use?.isInProse === true || equivalent !== undefined;
      const targets = variantsOf(entry).map(({ language }, at): EntryTarget => {
        const place = use?.posts.get(at);
        return { language, ...(place === undefined ? {} : { post: place.post }), words };
      });
      return isStrong
        ? { entry, from: 'prose', confidence: 'strong', targets }
        : { entry, from: 'code', confidence: 'weak', reason: 'mention', targets };
    });
  const relevance = ({ entry }: SymbolEntry): number =>
    4 * Number(uses.get(entry)?.isInProse === true) +
    2 * Number(withSymbol.has(entry)) +
    Number(byEquivalent.has(entry));
  const sorted = matches.sort((a, b) => relevance(b) - relevance(a) || byUsefulness(a.entry, b.entry));
  const isStrong = ({ confidence }: SymbolEntry): boolean => confidence === 'strong';
  return [
    ...sorted.filter(isStrong),
    ...sorted.filter((match) => !isStrong(match)).slice(0, MAX_WEAK_MATCHES),
  ];
}
