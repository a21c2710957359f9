import type { ArchiveId, EntryId } from '../model';
import { hashOf, HASH_LENGTH } from './hashes';

/** Where the state is kept between visits. What is read may be anything; other windows may have written it. */
export interface NewEntriesStore {
  read(): unknown;
  write(state: NewEntriesState): void;
}

/** What has been seen. Ids are kept as short hashes, so that thousands of entries stay small. */
export interface NewEntriesState {
  /** Per archive, the hashes of the entries that were ever seen there, one after another. */
  readonly known: Readonly<Record<string, string>>;
  /** The hashes of what is new, each with the day (`YYYY-MM-DD`) on which it was first shown as that. */
  readonly fresh: Readonly<Record<string, string>>;
  /** The day of the last visit. */
  readonly day: string;
}

/** What an entry is known by. */
interface Identified {
  readonly id: EntryId;
  readonly archive: ArchiveId;
}

/** Hashes kept of entries that an archive no longer has, per archive: a branch may bring them back. */
const MOST_GONE = 5_000;
/** Hashes kept in all. The archives that were seen longest ago go first. */
const MOST_KNOWN = 60_000;

const NOTHING: NewEntriesState = { known: {}, fresh: {}, day: '' };

/**
 * Which entries have come since the reader was here last. An archive that is seen for the first time has nothing new.
 * An entry that comes later is new until it is opened, until everything is marked as seen, or until the first visit on
 * a later day than the one on which it was first shown.
 */
export class NewEntries {
  #fresh: ReadonlySet<string>;

  /** @param today The reader's day, as `YYYY-MM-DD`. */
  constructor(
    private readonly store: NewEntriesStore,
    private readonly today: () => string,
  ) {
    this.#fresh = freshOf(this.#state());
  }

  /** The reader sees these entries: all that there are now. */
  visit(entries: readonly Identified[]): void {
    const state = this.#state();
    const day = this.today();
    const known = new Map(Object.entries(state.known));
    const fresh = new Map(Object.entries(state.fresh).filter(([, since]) => since >= day));
    for (const [archive, ids] of hashesByArchive(entries)) {
      const before = known.get(archive) ?? '';
      const seen = new Set(split(before));
      const unseen = ids.filter((id) => !seen.has(id));
      // Another archive may have taken the same name, and a renamed document gives all entries other ids.
      const isFirst = unseen.length === ids.length;
      if (!isFirst) for (const id of unseen) fresh.set(id, day);
      // Those seen last stand at the end. An archive with nothing new keeps its text, and so the state.
      const current = new Set(ids);
      const gone = [...seen].filter((id) => !current.has(id)).slice(-MOST_GONE);
      known.delete(archive);
      known.set(archive, unseen.length === 0 ? before : [...gone, ...ids].join(''));
    }
    this.#keep(state, { known: Object.fromEntries(limited(known)), fresh: Object.fromEntries(fresh), day });
  }

  isNew({ id }: Pick<Identified, 'id'>): boolean {
    return this.#fresh.size > 0 && this.#fresh.has(hashOf(id));
  }

  /** How many of these are new. */
  countIn(entries: readonly Pick<Identified, 'id'>[]): number {
    if (this.#fresh.size === 0) return 0;
    return entries.reduce((count, entry) => (this.isNew(entry) ? count + 1 : count), 0);
  }

  /**
   * An entry was opened: it is not new any more.
   *
   * @returns Whether other entries are new now than before.
   */
  open(id: string): boolean {
    const before = this.#fresh;
    const state = this.#state();
    const { [hashOf(id)]: _opened, ...fresh } = state.fresh;
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

function freshOf({ fresh }: NewEntriesState): ReadonlySet<string> {
  return new Set(Object.keys(fresh));
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((hash) => other.has(hash));
}

function hashesByArchive(entries: readonly Identified[]): ReadonlyMap<string, string[]> {
  const byArchive = new Map<string, string[]>();
  for (const { id, archive } of entries) {
    const hashes = byArchive.get(archive);
    if (hashes === undefined) byArchive.set(archive, [hashOf(id)]);
    else hashes.push(hashOf(id));
  }
  return byArchive;
}

/** The archives at the end, as far as there is room; the last one always. */
function limited(known: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  let room = MOST_KNOWN * HASH_LENGTH;
  const kept: (readonly [string, string])[] = [];
  for (const one of [...known].reverse()) {
    room -= one[1].length;
    if (room < 0 && kept.length > 0) break;
    kept.unshift(one);
  }
  return kept;
}

function split(hashes: string): readonly string[] {
  const count = Math.floor(hashes.length / HASH_LENGTH);
  return Array.from({ length: count }, (_, at) => hashes.slice(at * HASH_LENGTH, (at + 1) * HASH_LENGTH));
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
