import type { ArchiveId, Entry } from '../model';
import type { PhraseOccurrences } from '../search/phraseOccurrences';
import { packageOf } from './symbolsInText';

/** An archive is about a package if at least this share of its entries mentions the package. */
const MIN_SHARE_ABOUT_PACKAGE = 0.1;

/** Package → packages whose mention implies it: FastAPI builds on Starlette. */
const RELATED_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  starlette: ['fastapi'],
  pydantic: ['fastapi', 'sqlmodel'],
  pydantic_settings: ['pydantic', 'fastapi'],
  sqlmodel: ['sqlalchemy'],
  sqlalchemy: ['sqlmodel', 'alembic'],
  alembic: ['sqlalchemy'],
  uvicorn: ['fastapi', 'starlette'],
};

/** Which entries are about a package: `session` in an archive about browsers has nothing to do with SQLAlchemy. */
export class PackageEntries {
  readonly #mentioning = new Map<string, ReadonlySet<Entry>>();
  readonly #archivesByPackage = new Map<string, ReadonlySet<ArchiveId>>();

  constructor(
    private readonly entries: readonly Entry[],
    private readonly phrases: PhraseOccurrences,
  ) {}

  /** Whether an entry mentions a symbol's package or a related one, or belongs to an archive that is about them. */
  isAboutPackageOf(entry: Entry, symbol: string): boolean {
    const name = packageOf(symbol);
    return this.#entriesMentioning(name).has(entry) || this.#archivesAbout(name).has(entry.archive);
  }

  #entriesMentioning(name: string): ReadonlySet<Entry> {
    const cached = this.#mentioning.get(name);
    if (cached !== undefined) return cached;
    const packages = [name, ...(Object.hasOwn(RELATED_PACKAGES, name) ? (RELATED_PACKAGES[name] ?? []) : [])];
    const inText = this.phrases.find(packages.map((each) => each.replaceAll('_', ' ')));
    const hasSymbol = (entry: Entry): boolean =>
      entry.symbols.some((symbol) => packages.includes(packageOf(symbol.name)));
    const mentioning = new Set(this.entries.filter((entry) => inText.has(entry) || hasSymbol(entry)));
    this.#mentioning.set(name, mentioning);
    return mentioning;
  }

  #archivesAbout(name: string): ReadonlySet<ArchiveId> {
    const cached = this.#archivesByPackage.get(name);
    if (cached !== undefined) return cached;
    const mentioning = countByArchive(this.#entriesMentioning(name));
    const sizes = countByArchive(this.entries);
    const archives = new Set(
      [...mentioning]
        .filter(([id, count]) => count >= MIN_SHARE_ABOUT_PACKAGE * (sizes.get(id) ?? 0))
        .map(([id]) => id),
    );
    this.#archivesByPackage.set(name, archives);
    return archives;
  }
}

function countByArchive(entries: Iterable<Entry>): ReadonlyMap<ArchiveId, number> {
  const counts = new Map<ArchiveId, number>();
  for (const { archive } of entries) counts.set(archive, (counts.get(archive) ?? 0) + 1);
  return counts;
}
