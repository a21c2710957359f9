import type { PanelState, Visit } from '../protocol';
import type { DetailsState } from './detailsState';
import {
  currentPosition,
  restorePosition,
  hasPosts,
  imagesAbove,
  readPosition,
  TOP,
  type SavedPosition,
  type ScrollPosition,
} from './scrollPosition';

/** What the window keeps for us: see `acquireVsCodeApi`. */
interface Storage {
  getState(): unknown;
  setState(state: unknown): void;
}

/** Frames after which the heights of what is in sight are known. */
const FRAMES = 6;

/** The reader's places, one for each visit; kept over a reload along with the history. */
export class ScrollRestoration {
  readonly #places = new Map<number, SavedPosition>();
  #state: PanelState | undefined;
  #visit: Visit | undefined;
  /** Whether more posts of what is on the page will come. */
  #isArriving = false;
  /** Where the reader is to be once the pictures above have their heights; none when nothing is waited for. */
  #wanted: ScrollPosition | undefined;

  constructor(
    private readonly storage: Storage,
    private readonly folds: DetailsState,
  ) {
    const kept = storage.getState();
    if (typeof kept !== 'object' || kept === null) return;
    const { places } = kept as { readonly places?: unknown };
    if (!Array.isArray(places)) return;
    for (const pair of places as readonly unknown[]) {
      if (Array.isArray(pair) && typeof pair[0] === 'number')
        this.#places.set(pair[0], readPosition(pair[1]));
    }
  }

  /** Where the reader was at a visit; the top for a new one. */
  of({ id }: Visit): ScrollPosition {
    return this.#places.get(id) ?? TOP;
  }

  /** A visit is on the page, its posts have begun to come: the reader goes to where they were. */
  enter(visit: Visit, state: PanelState): void {
    this.#visit = visit;
    this.#state = state;
    this.#isArriving = true;
    this.folds.enter(this.#places.get(visit.id)?.open ?? []);
    this.goTo(this.of(visit));
    this.keep();
  }

  /** Goes to a place of the entry that is on the page. */
  goTo(place: ScrollPosition): void {
    this.#wanted = place;
    for (const picture of imagesAbove(place)) picture.loading = 'eager';
    this.settle();
  }

  /** More posts have come. */
  grow(): void {
    this.folds.settle();
    this.settle();
  }

  /** All posts have come. */
  arrive(): void {
    this.#isArriving = false;
    this.folds.giveUp();
    this.settle();
  }

  /**
   * Goes to the wanted place. It stays wanted while posts and pictures that will move it are missing, and for some frames
   * in which what comes into sight may turn out to be of another height than was supposed.
   */
  settle(frames = FRAMES): void {
    const wanted = this.#wanted;
    if (wanted === undefined) return;
    restorePosition(wanted);
    // Nothing that comes can move the top of the page, and a reader who is led elsewhere meanwhile is let go.
    if (wanted.post < 0 && wanted.offset <= 0) this.#wanted = undefined;
    if (this.#wanted === undefined || this.#isArriving) return;
    if (!imagesAbove(wanted).every(({ complete }) => complete)) return;
    if (frames === 0 || wanted.post < 0) this.#wanted = undefined;
    else {
      requestAnimationFrame(() => {
        if (this.#wanted === wanted) this.settle(frames - 1);
      });
    }
  }

  /** A reader who moves has a place of their own. */
  release(): void {
    this.#wanted = undefined;
  }

  /** Remembers where the reader is. */
  keep(): void {
    if (this.#visit === undefined || this.#state === undefined) return;
    // An entry that is gone has no posts; it may come back.
    if (hasPosts()) {
      const place = this.#wanted ?? currentPosition();
      this.#places.set(this.#visit.id, { ...place, open: this.folds.keys() });
    }
    const ids = new Set([this.#visit, ...this.#state.visits].map(({ id }) => id));
    for (const id of this.#places.keys()) if (!ids.has(id)) this.#places.delete(id);
    this.storage.setState({ ...this.#state, places: [...this.#places] });
  }
}
