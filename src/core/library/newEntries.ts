import type { ArchiveId, EntryId } from '../model';
import { shortHash, SHORT_HASH_LENGTH } from '../base/hash';

/** Stores the state between visits. What is read may be anything; other windows write it as well. */
export interface NewEntriesStore {
  read(): unknown;
  write(state: NewEntriesState): void;
}

/** Which entries were seen. Ids are stored as short hashes, so that thousands of entries take little space. */
export interface NewEntriesState {
  /** By archive (see `keyOf`): the concatenated hashes of all entries ever seen there. */
  readonly known: Readonly<Record<string, string>>;
  /** By the hash of a new entry: the day (`YYYY-MM-DD`) on which it was first shown as new. */
  readonly fresh: Readonly<Record<string, string>>;
  /** The day of the last visit. */
  readonly day: string;
}

/** An entry by its id. */
interface EntryReference {
  readonly id: EntryId;
}

/** An archive that the reader sees. */
interface SeenArchive {
  readonly id: ArchiveId;
  /** Distinguishes archives of one name, such as the `docs` of two projects; `undefined` where the name is unique. */
  readonly scope: string | undefined;
  readonly entries: readonly EntryReference[];
}

/** Hashes kept of an archive's removed entries: switching branches may bring them back. */
const MAX_REMOVED = 5_000;
/** Hashes kept in all; those of the archives that were seen longest ago are dropped first. */
const MAX_KNOWN = 60_000;

const EMPTY_STATE: NewEntriesState = { known: {}, fresh: {}, day: '' };

/**
 * Tracks which entries were added since the reader's last visit. An archive that is seen for the first time has no new
 * entries. An entry that is added later is new until it is opened, until everything is marked as seen, or until the end
 * of the day on which it was first shown.
 */
export class NewEntries {
  /** The new entries as of the last change, each with its day, which may be over. */
  #fresh: ReadonlyMap<string, string>;

  /** @param today The reader's day, as `YYYY-MM-DD`. */
  constructor(
    private readonly store: NewEntriesStore,
    private readonly today: () => string,
  ) {
    this.#fresh = freshOf(this.#state());
  }

  /**
   * Records that the reader sees these archives, which are all that are loaded.
   *
   * @param opened Ids of entries that were opened, perhaps before they were ever seen: they are not new.
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
      const seen = new Set(splitHashes(before));
      const unseen = ids.filter((id) => !seen.has(id));
      // All entries are unseen in another archive of that name, and after a document was renamed: none of them is new.
      const isFirst = unseen.length === ids.length;
      if (!isFirst) for (const id of unseen) fresh.set(id, day);
      // The archives and entries seen last are at the end. Without unseen entries the state stays as it is.
      const current = new Set(ids);
      const removed = [...seen].filter((id) => !current.has(id)).slice(-MAX_REMOVED);
      known.delete(key);
      known.set(key, unseen.length === 0 ? before : [...removed, ...ids].join(''));
    }
    for (const id of opened) fresh.delete(shortHash(id));
    this.#save(state, {
      known: Object.fromEntries(mostRecent(known)),
      fresh: Object.fromEntries(fresh),
      day,
    });
  }

  isNew(entry: EntryReference): boolean {
    return this.countIn([entry]) > 0;
  }

  /** The number of new entries among these. */
  countIn(entries: readonly EntryReference[]): number {
    if (this.#fresh.size === 0) return 0;
    const day = this.today();
    // An entry that is not new has no day; an empty string is before all days.
    return entries.filter(({ id }) => (this.#fresh.get(shortHash(id)) ?? '') >= day).length;
  }

  /**
   * Records that an entry was opened, so it is no longer new.
   *
   * @returns Whether the set of new entries changed.
   */
  open(id: string): boolean {
    const before = this.#fresh;
    const state = this.#state();
    const { [shortHash(id)]: _opened, ...fresh } = state.fresh;
    this.#save(state, { ...state, fresh });
    return !isSame(before, this.#fresh);
  }

  /**
   * Reads what another window has written.
   *
   * @returns Whether the set of new entries changed.
   */
  reread(): boolean {
    const before = this.#fresh;
    this.#fresh = freshOf(this.#state());
    return !isSame(before, this.#fresh);
  }

  /** Marks all entries as seen. */
  markAllSeen(): void {
    const state = this.#state();
    this.#save(state, { ...state, fresh: {} });
  }

  #state(): NewEntriesState {
    return readState(this.store.read()) ?? EMPTY_STATE;
  }

  #save(before: NewEntriesState, after: NewEntriesState): void {
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
 * The key of an archive in the state. Older states have names only, so an archive with a scope counts as seen for the
 * first time after them, and has no new entries.
 */
function keyOf({ id, scope }: SeenArchive): string {
  return scope === undefined ? id : `${id}\n${scope}`;
}

/** The archives at the end, as many as `MAX_KNOWN` allows and at least one. */
function mostRecent(known: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  let room = MAX_KNOWN * SHORT_HASH_LENGTH;
  const kept: (readonly [string, string])[] = [];
  for (const [key, hashes] of [...known].reverse()) {
    room -= hashes.length;
    if (room < 0 && kept.length > 0) break;
    kept.unshift([key, hashes]);
  }
  return kept;
}

function splitHashes(hashes: string): readonly string[] {
  const count = Math.floor(hashes.length / SHORT_HASH_LENGTH);
  return Array.from({ length: count }, (_, at) =>
    hashes.slice(at * SHORT_HASH_LENGTH, (at + 1) * SHORT_HASH_LENGTH),
  );
}

/** A stored state; `undefined` for anything else. */
function readState(stored: unknown): NewEntriesState | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { known, fresh, day } = stored as Readonly<Record<string, unknown>>;
  return isStringRecord(known) && isStringRecord(fresh) && typeof day === 'string'
    ? { known, fresh, day }
    : undefined;
}

function isStringRecord(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}
