/** Counts pointer presses on pages: pressing a page closes a list by taking its focus. */
export class PointerActivity {
  #count = 0;

  /** A page has reported a press. */
  note(): void {
    this.#count += 1;
  }

  /** Returns a function that tells whether a press was reported since this call. */
  watch(): () => boolean {
    const before = this.#count;
    return () => this.#count > before;
  }
}
