import type { ArchiveId, Entry } from '../model';
import type { PhraseOccurrences } from '../search/phraseOccurrences';
import { packageOf } from './symbolsInText';

/** Share of an archive's entries that must speak of a package for all of them to be taken to be about it. */
const MIN_SHARE_ABOUT_PACKAGE = 0.1;

/** Packages whose name, where it is spoken of, makes another's words likely too: FastAPI is made of Starlette. */
const KIN: Readonly<Record<string, readonly string[]>> = {
  starlette: ['fastapi'],
  pydantic: ['fastapi', 'sqlmodel'],
  pydantic_settings: ['pydantic', 'fastapi'],
  sqlmodel: ['sqlalchemy'],
  sqlalchemy: ['sqlmodel', 'alembic'],
  alembic: ['sqlalchemy'],
  uvicorn: ['fastapi', 'starlette'],
};

/** Which entries are about a package: the same word means another thing in an archive about browsers. */
export class PackageEntries {
  readonly #named = new Map<string, ReadonlySet<Entry>>();
  readonly #about = new Map<string, ReadonlySet<ArchiveId>>();

  constructor(
    private readonly entries: readonly Entry[],
    private readonly sayings: PhraseOccurrences,
  ) {}

  /** Whether an entry speaks of the package of a symbol or of its kin, or is in an archive that is about them. */
  isOf(entry: Entry, symbol: string): boolean {
    const name = packageOf(symbol);
    return this.#namedBy(name).has(entry) || this.#archivesAbout(name).has(entry.archive);
  }

  #namedBy(name: string): ReadonlySet<Entry> {
    const known = this.#named.get(name);
    if (known !== undefined) return known;
    const kin = [name, ...(Object.hasOwn(KIN, name) ? (KIN[name] ?? []) : [])];
    const said = this.sayings.find(kin.map((each) => each.replaceAll('_', ' ')));
    const speaks = (entry: Entry): boolean =>
      entry.symbols.some((symbol) => kin.includes(packageOf(symbol.name)));
    const named = new Set(this.entries.filter((entry) => said.has(entry) || speaks(entry)));
    this.#named.set(name, named);
    return named;
  }

  #archivesAbout(name: string): ReadonlySet<ArchiveId> {
    const known = this.#about.get(name);
    if (known !== undefined) return known;
    const named = countByArchive(this.#namedBy(name));
    const sizes = countByArchive(this.entries);
    const about = new Set(
      [...named]
        .filter(([id, count]) => count >= MIN_SHARE_ABOUT_PACKAGE * (sizes.get(id) ?? 0))
        .map(([id]) => id),
    );
    this.#about.set(name, about);
    return about;
  }
}

function countByArchive(entries: Iterable<Entry>): ReadonlyMap<ArchiveId, number> {
  const counts = new Map<ArchiveId, number>();
  for (const { archive } of entries) counts.set(archive, (counts.get(archive) ?? 0) + 1);
  return counts;
}
