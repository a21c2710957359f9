/** Presses on pages, which take the focus from what is open above them. */
export class PointerActivity {
  #count = 0;

  /** A page has told of a press. */
  tell(): void {
    this.#count += 1;
  }

  /** Begins to watch. Returns what tells whether a page was pressed since, as far as pages have told. */
  watch(): () => boolean {
    const before = this.#count;
    return () => this.#count > before;
  }
}
