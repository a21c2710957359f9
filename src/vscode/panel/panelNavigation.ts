import type { Visit } from '../../protocol';
import {
  createHistory,
  currentOf,
  movedBy,
  pushed,
  withCurrent,
  type NavigationHistory,
} from './navigationHistory';

/** Names an entry in one of its languages. */
export type EntryReference = Pick<Visit, 'entry' | 'language' | 'title'>;

const NO_HIGHLIGHTS: readonly string[] = [];

/** The navigation history of a panel, and the preview that is not part of it. */
export class PanelNavigation {
  /** `undefined` until the first entry is opened. */
  #history: NavigationHistory<Visit> | undefined;
  #preview: Visit | undefined;
  /** The words by which a search found what a visit shows, by the visit's id. */
  readonly #highlights = new Map<number, readonly string[]>();

  constructor(history?: NavigationHistory<Visit>) {
    this.#history = history;
  }

  /**
   * What is shown.
   *
   * @throws RangeError before anything was opened or previewed.
   */
  get current(): Visit {
    const current = this.#preview ?? (this.#history && currentOf(this.#history));
    if (current === undefined) throw new RangeError('Archive Answers: the panel has shown nothing yet');
    return current;
  }

  /** The words to highlight in what is shown. */
  get highlights(): readonly string[] {
    return this.#highlights.get(this.current.id) ?? NO_HIGHLIGHTS;
  }

  get isPreviewing(): boolean {
    return this.#preview !== undefined;
  }

  /** The history without the preview, unless nothing else was shown. */
  get history(): NavigationHistory<Visit> {
    return this.#history ?? createHistory(this.current);
  }

  /** Navigates to an entry, unless it is the current one. */
  open(reference: EntryReference, highlights: readonly string[]): void {
    const before = this.#history && currentOf(this.#history);
    const visit =
      this.#preview?.entry === reference.entry
        ? { ...this.#preview, ...reference }
        : this.#visitTo(reference);
    this.#preview = undefined;
    if (this.#history === undefined) this.#history = createHistory(visit);
    else if (before?.entry === reference.entry)
      this.#history = withCurrent(this.#history, { ...before, ...reference });
    else this.#history = pushed(this.#history, visit);
    this.#highlight(highlights);
  }

  /** Shows an entry without adding it to the history. */
  preview(reference: EntryReference, highlights: readonly string[]): void {
    this.#preview = this.#visitTo(reference);
    this.#highlight(highlights);
  }

  /** Navigates to the previewed entry. */
  commitPreview(): void {
    if (this.#preview !== undefined) this.open(this.#preview, this.highlights);
  }

  discardPreview(): void {
    this.#preview = undefined;
  }

  canGo(by: number): boolean {
    return this.#history !== undefined && movedBy(this.#history, by) !== undefined;
  }

  /** Goes back (negative) or forward. Returns whether the history reaches that far. */
  go(by: number): boolean {
    const moved = this.#history && movedBy(this.#history, by);
    if (moved === undefined) return false;
    this.#history = moved;
    this.#preview = undefined;
    return true;
  }

  /** Changes what the current visit refers to, such as its language or a new title. */
  updateCurrent(reference: EntryReference): void {
    const updated = { ...this.current, ...reference };
    if (this.#preview !== undefined) this.#preview = updated;
    else if (this.#history !== undefined) this.#history = withCurrent(this.#history, updated);
  }

  /** Drops the highlights of what is shown, which were found in another text. */
  clearHighlights(): void {
    this.#highlights.delete(this.current.id);
  }

  /**
   * Stays at what is shown, for good.
   *
   * @returns The history before it, for the panel that continues from there; `undefined` where there was none.
   */
  pin(): NavigationHistory<Visit> | undefined {
    this.commitPreview();
    const { visits, at } = this.history;
    const before = visits.slice(0, at);
    this.#history = createHistory(this.current);
    return before.length === 0 ? undefined : { visits: before, at: before.length - 1 };
  }

  #visitTo({ entry, language, title }: EntryReference): Visit {
    const known = [...(this.#history?.visits ?? []), ...(this.#preview === undefined ? [] : [this.#preview])];
    return { id: 1 + Math.max(-1, ...known.map(({ id }) => id)), entry, language, title };
  }

  #highlight(words: readonly string[]): void {
    this.#highlights.set(this.current.id, words);
    const ids = new Set([this.current, ...this.history.visits].map(({ id }) => id));
    for (const id of this.#highlights.keys()) if (!ids.has(id)) this.#highlights.delete(id);
  }
}
