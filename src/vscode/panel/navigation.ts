import { current, historyOf, moved, restated, visited, type History } from './history';

/** What an entry is called where it is shown. */
export interface EntryName {
  readonly entry: string;
  readonly language: string;
  readonly title: string;
}

/** One time that an entry was shown. */
export interface Visit extends EntryName {
  /** Tells the visits of a panel apart. */
  readonly id: number;
}

const NO_MARKS: readonly string[] = [];

/** The entries that were read in one place: a history, and at times a look at something that stands in none. */
export class Navigation {
  /** None before the first entry is opened. */
  #history: History<Visit> | undefined;
  #look: Visit | undefined;
  /** Words by which a search found what a visit shows. */
  readonly #marks = new Map<number, readonly string[]>();

  constructor(kept?: History<Visit>) {
    this.#history = kept;
  }

  /** What is shown; there is something from the first opening or look on. */
  get now(): Visit {
    const now = this.#look ?? (this.#history && current(this.#history));
    if (now === undefined) throw new RangeError('Nothing was shown yet.');
    return now;
  }

  get marks(): readonly string[] {
    return this.#marks.get(this.now.id) ?? NO_MARKS;
  }

  get isLooking(): boolean {
    return this.#look !== undefined;
  }

  /** The history without a look, unless there is nothing but a look. */
  get history(): History<Visit> {
    return this.#history ?? historyOf(this.now);
  }

  /** Goes on to an entry, unless it is the one that is read. */
  open(name: EntryName, marks: readonly string[]): void {
    const before = this.#history && current(this.#history);
    const visit = this.#look?.entry === name.entry ? { ...this.#look, ...name } : this.#next(name);
    this.#look = undefined;
    if (this.#history === undefined) this.#history = historyOf(visit);
    else if (before?.entry === name.entry) this.#history = restated(this.#history, { ...before, ...name });
    else this.#history = visited(this.#history, visit);
    this.#mark(marks);
  }

  /** Shows an entry without going on to it. */
  look(name: EntryName, marks: readonly string[]): void {
    this.#look = this.#next(name);
    this.#mark(marks);
  }

  /** Goes on to what is looked at. */
  acceptLook(): void {
    if (this.#look !== undefined) this.open(this.#look, this.marks);
  }

  endLook(): void {
    this.#look = undefined;
  }

  canGo(by: number): boolean {
    return this.#history !== undefined && moved(this.#history, by) !== undefined;
  }

  /** Goes back (negative) or forward. Returns whether there was something to go to. */
  go(by: number): boolean {
    const there = this.#history && moved(this.#history, by);
    if (there === undefined) return false;
    this.#history = there;
    this.#look = undefined;
    return true;
  }

  /** Tells what is shown in another way: in another language, by a new title. */
  restate(name: EntryName): void {
    const now = { ...this.now, ...name };
    if (this.#look !== undefined) this.#look = now;
    else if (this.#history !== undefined) this.#history = restated(this.#history, now);
  }

  /** The words were found in another text than is shown now. */
  forgetMarks(): void {
    this.#marks.delete(this.now.id);
  }

  /**
   * Stays with what is shown, for good.
   *
   * @returns The history up to it, for whoever goes on from there; `undefined` where there was nothing before.
   */
  keep(): History<Visit> | undefined {
    this.acceptLook();
    const { visits, at } = this.history;
    const before = visits.slice(0, at);
    this.#history = historyOf(this.now);
    return before.length === 0 ? undefined : { visits: before, at: before.length - 1 };
  }

  #next(name: EntryName): Visit {
    const { entry, language, title } = name;
    const known = [...(this.#history?.visits ?? []), ...(this.#look === undefined ? [] : [this.#look])];
    return { id: 1 + Math.max(-1, ...known.map(({ id }) => id)), entry, language, title };
  }

  #mark(marks: readonly string[]): void {
    this.#marks.set(this.now.id, marks);
    const ids = new Set([this.now, ...this.history.visits].map(({ id }) => id));
    for (const id of this.#marks.keys()) if (!ids.has(id)) this.#marks.delete(id);
  }
}
