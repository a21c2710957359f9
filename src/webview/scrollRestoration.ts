import type { PanelState, Visit } from '../protocol';
import type { DetailsState } from './detailsState';
import {
  currentPosition,
  hasPosts,
  imagesAbove,
  readPosition,
  restorePosition,
  TOP,
  type SavedPosition,
  type ScrollPosition,
} from './scrollPosition';

/** The state that the window stores for the page: see `acquireVsCodeApi`. */
interface Storage {
  getState(): unknown;
  setState(state: unknown): void;
}

/** Frames after which the heights of what is in view are settled. */
const SETTLING_FRAMES = 6;

/** The scroll position of each visit, stored along with the history so that a reload restores both. */
export class ScrollRestoration {
  readonly #positions = new Map<number, SavedPosition>();
  #state: PanelState | undefined;
  #visit: Visit | undefined;
  /** Whether the reader has left the visit's position for another one in the same entry. */
  #isLeft = false;
  /** Whether more posts of the visit will arrive. */
  #isArriving = false;
  /** The position to scroll to until images and posts above it have their heights. */
  #target: ScrollPosition | undefined;

  constructor(
    private readonly storage: Storage,
    private readonly details: DetailsState,
  ) {
    const stored = storage.getState();
    if (typeof stored !== 'object' || stored === null) return;
    const { places } = stored as { readonly places?: unknown };
    if (!Array.isArray(places)) return;
    for (const pair of places as readonly unknown[]) {
      if (Array.isArray(pair) && typeof pair[0] === 'number')
        this.#positions.set(pair[0], readPosition(pair[1]));
    }
  }

  /** The position of a visit; the top for a new one. */
  positionOf({ id }: Visit): ScrollPosition {
    return this.#positions.get(id) ?? TOP;
  }

  /** Whether the visit was shown before. */
  has({ id }: Visit): boolean {
    return this.#positions.has(id);
  }

  /** Keeps the position that the reader leaves for another one in the same entry, until `continueAs`. */
  leave(): void {
    this.save();
    this.#isLeft = true;
  }

  /** What is on the page belongs to another visit from now on. */
  continueAs(visit: Visit, state: PanelState): void {
    this.#visit = visit;
    this.#state = state;
    this.#isLeft = false;
    this.save();
  }

  /** Restores a visit that is on the page now, with at least its first posts. */
  restore(visit: Visit, state: PanelState): void {
    this.#visit = visit;
    this.#state = state;
    this.#isLeft = false;
    this.#isArriving = true;
    this.details.restore(this.#positions.get(visit.id)?.open ?? []);
    this.scrollTo(this.positionOf(visit));
    this.save();
  }

  /** Scrolls to a position in the entry that is on the page. */
  scrollTo(position: ScrollPosition): void {
    this.#target = position;
    for (const image of imagesAbove(position)) image.loading = 'eager';
    this.settle();
  }

  /** More posts have arrived. */
  postsAdded(): void {
    this.details.openPending();
    this.settle();
  }

  /** All posts have arrived. */
  complete(): void {
    this.#isArriving = false;
    this.details.clearPending();
    this.settle();
  }

  /**
   * Scrolls to the target. It remains the target while posts and images that will move it are missing, and for some
   * frames in which the browser may lay out what comes into view at another height than it estimated.
   */
  settle(frames = SETTLING_FRAMES): void {
    const target = this.#target;
    if (target === undefined) return;
    restorePosition(target);
    // Nothing that arrives can move the top of the page.
    if (target.post < 0 && target.offset <= 0) this.#target = undefined;
    if (this.#target === undefined || this.#isArriving) return;
    if (!imagesAbove(target).every(({ complete }) => complete)) return;
    if (frames === 0 || target.post < 0) this.#target = undefined;
    else {
      requestAnimationFrame(() => {
        if (this.#target === target) this.settle(frames - 1);
      });
    }
  }

  /** The reader scrolls: the target no longer holds. */
  cancel(): void {
    this.#target = undefined;
  }

  /** Stores the position of the visit. */
  save(): void {
    if (this.#visit === undefined || this.#state === undefined || this.#isLeft) return;
    // An entry that is gone has no posts, and its position is kept: it may come back.
    if (hasPosts()) {
      const position = this.#target ?? currentPosition();
      this.#positions.set(this.#visit.id, { ...position, open: this.details.keys() });
    }
    const ids = new Set([this.#visit, ...this.#state.visits].map(({ id }) => id));
    for (const id of this.#positions.keys()) if (!ids.has(id)) this.#positions.delete(id);
    this.storage.setState({ ...this.#state, places: [...this.#positions] });
  }
}
