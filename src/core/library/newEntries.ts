import type { ArchiveId, EntryId } from '../model';
import { shortHash, SHORT_HASH_LENGTH } from '../base/hash';

/** Where the state is kept between visits. What is read may be anything; other windows may have written it. */
export interface NewEntriesStore {
  read(): unknown;
  write(state: NewEntriesState): void;
}

/** What has been seen. Ids are kept as short hashes, so that thousands of entries stay small. */
export interface NewEntriesState {
  /** Per archive, by its name and place, the hashes of the entries that were ever seen there, one after another. */
  readonly known: Readonly<Record<string, string>>;
  /** The hashes of what is new, each with the day (`YYYY-MM-DD`) on which it was first shown as that. */
  readonly fresh: Readonly<Record<string, string>>;
  /** The day of the last visit. */
  readonly day: string;
}

/** What an entry is known by. */
interface EntryReference {
  readonly id: EntryId;
}

/** An archive as the reader sees it. */
interface SeenArchive {
  readonly id: ArchiveId;
  /** Tells it from others of its name, as the `docs` of another project; none where the name is enough. */
  readonly location?: string | undefined;
  readonly entries: readonly EntryReference[];
}

/** Hashes kept of entries that an archive no longer has, per archive: a branch may bring them back. */
const MAX_GONE = 5_000;
/** Hashes kept in all. The archives that were seen longest ago go first. */
const MAX_KNOWN = 60_000;

const NOTHING: NewEntriesState = { known: {}, fresh: {}, day: '' };

/**
 * Which entries have come since the reader was here last. An archive that is seen for the first time has nothing new.
 * An entry that comes later is new until it is opened, until everything is marked as seen, or until the day is over on
 * which it was first shown.
 */
export class NewEntries {
  /** What was new when that was looked at last, with the day: it may be over. */
  #fresh: ReadonlyMap<string, string>;

  /** @param today The reader's day, as `YYYY-MM-DD`. */
  constructor(
    private readonly store: NewEntriesStore,
    private readonly today: () => string,
  ) {
    this.#fresh = freshOf(this.#state());
  }

  /**
   * The reader sees these archives: all that there are now.
   *
   * @param opened Ids of entries that were opened, perhaps before they were ever seen here: they are not new.
   */
  visit(archives: readonly SeenArchive[], opened: readonly string[] = []): void {
    const state = this.#state();
    const day = this.today();
    const known = new Map(Object.entries(state.known));
    const fresh = new Map(Object.entries(state.fresh).filter(([, since]) => since >= day));
    for (const archive of archives) {
      const key = keyOf(archive);
      const ids = archive.entries.map(({ id }) => shortHash(id));
      if (ids.length === 0) continue;
      const before = known.get(key) ?? '';
      const seen = new Set(split(before));
      const unseen = ids.filter((id) => !seen.has(id));
      // Another archive may have taken its place, and a renamed document gives all entries other ids.
      const isFirst = unseen.length === ids.length;
      if (!isFirst) for (const id of unseen) fresh.set(id, day);
      // Those seen last stand at the end. An archive with nothing new keeps its text, and so the state.
      const current = new Set(ids);
      const gone = [...seen].filter((id) => !current.has(id)).slice(-MAX_GONE);
      known.delete(key);
      known.set(key, unseen.length === 0 ? before : [...gone, ...ids].join(''));
    }
    for (const id of opened) fresh.delete(shortHash(id));
    this.#keep(state, { known: Object.fromEntries(limited(known)), fresh: Object.fromEntries(fresh), day });
  }

  isNew(entry: EntryReference): boolean {
    return this.countIn([entry]) > 0;
  }

  /** How many of these are new. */
  countIn(entries: readonly EntryReference[]): number {
    if (this.#fresh.size === 0) return 0;
    const day = this.today();
    // What is not new has no day, which is before all others.
    return entries.filter(({ id }) => (this.#fresh.get(shortHash(id)) ?? '') >= day).length;
  }

  /**
   * An entry was opened: it is not new any more.
   *
   * @returns Whether other entries are new now than before.
   */
  open(id: string): boolean {
    const before = this.#fresh;
    const state = this.#state();
    const { [shortHash(id)]: _opened, ...fresh } = state.fresh;
    this.#keep(state, { ...state, fresh });
    return !isSame(before, this.#fresh);
  }

  /**
   * Takes over what another window has written.
   *
   * @returns Whether other entries are new now than before.
   */
  reread(): boolean {
    const before = this.#fresh;
    this.#fresh = freshOf(this.#state());
    return !isSame(before, this.#fresh);
  }

  /** Nothing is new any more. */
  markAllSeen(): void {
    const state = this.#state();
    this.#keep(state, { ...state, fresh: {} });
  }

  #state(): NewEntriesState {
    return readState(this.store.read()) ?? NOTHING;
  }

  #keep(before: NewEntriesState, after: NewEntriesState): void {
    this.#fresh = freshOf(after);
    if (JSON.stringify(before) !== JSON.stringify(after)) this.store.write(after);
  }
}

function freshOf({ fresh }: NewEntriesState): ReadonlyMap<string, string> {
  return new Map(Object.entries(fresh));
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([hash, day]) => other.get(hash) === day);
}

/**
 * Older states have names alone, from all places: an archive that has a place is seen for the first time after them, and
 * has nothing new.
 */
function keyOf({ id, location: place }: SeenArchive): string {
  return place === undefined ? id : `${id}\n${place}`;
}

/** The archives at the end, as far as there is room; the last one always. */
function limited(known: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  let room = MAX_KNOWN * SHORT_HASH_LENGTH;
  const kept: (readonly [string, string])[] = [];
  for (const one of [...known].reverse()) {
    room -= one[1].length;
    if (room < 0 && kept.length > 0) break;
    kept.unshift(one);
  }
  return kept;
}

function split(hashes: string): readonly string[] {
  const count = Math.floor(hashes.length / SHORT_HASH_LENGTH);
  return Array.from({ length: count }, (_, at) =>
    hashes.slice(at * SHORT_HASH_LENGTH, (at + 1) * SHORT_HASH_LENGTH),
  );
}

/** A kept state, or `undefined` where it is none. */
function readState(kept: unknown): NewEntriesState | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { known, fresh, day } = kept as Readonly<Record<string, unknown>>;
  return isTexts(known) && isTexts(fresh) && typeof day === 'string' ? { known, fresh, day } : undefined;
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}
