import { visitTarget, type Visit, type VisitTarget } from '../../protocol';
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

const HEAD: VisitTarget = {};

/** The navigation history of a panel, and the preview that is not part of it. */
export class PanelNavigation {
  /** `undefined` until the first entry is opened. */
  #history: NavigationHistory<Visit> | undefined;
  #preview: Visit | undefined;

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

  get isPreviewing(): boolean {
    return this.#preview !== undefined;
  }

  /** The history without the preview, unless nothing else was shown. */
  get history(): NavigationHistory<Visit> {
    return this.#history ?? createHistory(this.current);
  }

  /**
   * Navigates to an entry. The current one is navigated to only at a post: the visit of another post is a new one, that
   * of the same post begins again.
   */
  open(reference: EntryReference, target = HEAD): void {
    const before = this.#history && currentOf(this.#history);
    const preview = this.#preview;
    // A previewed place is kept where the reader has scrolled to.
    const isPreviewed = preview?.entry === reference.entry && preview.target?.post === target.post;
    const visit = isPreviewed ? visitOf(preview.id, reference, target) : this.#visitTo(reference, target);
    this.#preview = undefined;
    if (this.#history === undefined || before === undefined) this.#history = createHistory(visit);
    else if (before.entry !== reference.entry) this.#history = pushed(this.#history, visit);
    else if (target.post === undefined) {
      this.#history = withCurrent(this.#history, visitOf(before.id, reference, target));
    } else if (target.post === before.target?.post) this.#history = withCurrent(this.#history, visit);
    else this.#history = pushed(this.#history, visit);
  }

  /** Navigates from one post of what is shown to another one. */
  moveTo(post: number): void {
    this.commitPreview();
    const { current } = this;
    if (current.target?.post === post) return;
    this.#history = pushed(this.history, this.#visitTo(current, { ...current.target, post }));
  }

  /** Shows an entry without adding it to the history. */
  preview(reference: EntryReference, target = HEAD): void {
    this.#preview = this.#visitTo(reference, target);
  }

  /** Navigates to the previewed entry. */
  commitPreview(): void {
    if (this.#preview !== undefined) this.open(this.#preview, this.#preview.target);
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

  /** Changes what the current visit refers to, such as its language or a new title, and the place in it. */
  updateCurrent(reference: EntryReference, target = this.current.target ?? HEAD): void {
    const updated = visitOf(this.current.id, reference, target);
    if (this.#preview !== undefined) this.#preview = updated;
    else if (this.#history !== undefined) this.#history = withCurrent(this.#history, updated);
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

  #visitTo(reference: EntryReference, target: VisitTarget): Visit {
    const known = [...(this.#history?.visits ?? []), ...(this.#preview === undefined ? [] : [this.#preview])];
    return visitOf(1 + Math.max(-1, ...known.map(({ id }) => id)), reference, target);
  }
}

function visitOf(id: number, { entry, language, title }: EntryReference, target: VisitTarget): Visit {
  return { id, entry, language, title, ...visitTarget(target) };
}
