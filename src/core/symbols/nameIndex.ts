import { variantsOf, type Entry } from '../model';
import type { SymbolTable } from '../symbolTable/symbolTable';
import { indexEach, type IndexingOptions } from '../search/indexEach';
import { BUILTINS, canonicalPath } from '../python/specialForms';
import { entryCodeOf } from './entryCode';
import { isBuiltin, isStandardModule } from './standardLibrary';
import { nameMentions, type NameMention } from './nameMentions';

const NONE: ReadonlyMap<Entry, readonly NameMention[]> = new Map();

/** Where which names are in titles, answer lines, links to documentation and prose; by the last part of the name. */
export class NameIndex {
  private constructor(
    private readonly byName: ReadonlyMap<string, ReadonlyMap<Entry, readonly NameMention[]>>,
    /** Qualified names, as code that imports them resolves them. */
    readonly qualifiedNames: ReadonlySet<string>,
  ) {}

  static async build(
    entries: readonly Entry[],
    symbols: SymbolTable,
    options: IndexingOptions = {},
  ): Promise<NameIndex> {
    const qualified = new Set<string>();
    const byName = new Map<string, Map<Entry, NameMention[]>>();
    await indexEach(entries, options, async (entry) => {
      for (const [at, variant] of variantsOf(entry).entries()) {
        for (const mention of nameMentions(variant, at, at === 0 ? entry.aliases : [], symbols)) {
          const last = mention.path.at(-1) ?? '';
          const name = qualifiedName(mention, entry);
          if (name !== undefined) qualified.add(canonicalPath(name));
          const byEntry = byName.get(last) ?? new Map<Entry, NameMention[]>();
          byName.set(last, byEntry);
          const mentions = byEntry.get(entry);
          if (mentions === undefined) byEntry.set(entry, [mention]);
          else mentions.push(mention);
        }
        await options.maybeYield?.();
      }
    });
    return new NameIndex(byName, qualified);
  }

  /** By the last part of a name, and by entry. */
  mentionsOf(last: string): ReadonlyMap<Entry, readonly NameMention[]> {
    return this.byName.get(last) ?? NONE;
  }
}

/**
 * The qualified name that a mention writes out or an entry's code imports; of names that need no import, the one in
 * `builtins`. Attributes of variables have none.
 */
function qualifiedName({ path, from }: NameMention, entry: Entry): string | undefined {
  const [head = '', ...rest] = path;
  const written = path.join('.');
  if (isBuiltin(head)) return `${BUILTINS}.${written}`;
  if (rest.length === 0) {
    const module = entryCodeOf(entry).imports.get(head);
    return module === undefined ? undefined : `${module}.${head}`;
  }
  const isImported = isStandardModule(head) || entryCodeOf(entry).modules.has(head);
  return from === 'link' || isImported ? written : undefined;
}
