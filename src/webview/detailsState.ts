/** Which `<details>` of the page are open, by keys that still hold when the same entry is rendered again. */
export class DetailsState {
  readonly #opened = new Set<HTMLDetailsElement>();
  /** Keys of details to open once they are on the page. */
  #pending = new Set<string>();

  constructor(private readonly page: HTMLElement) {
    // The event does not bubble, so it is captured.
    page.addEventListener(
      'toggle',
      ({ target }) => {
        if (!(target instanceof HTMLDetailsElement)) return;
        if (target.open) this.#opened.add(target);
        else this.#opened.delete(target);
      },
      true,
    );
  }

  /** The keys of the details that are open, and of those that will be. */
  keys(): readonly string[] {
    for (const details of this.#opened) if (!details.isConnected) this.#opened.delete(details);
    return [...this.#pending, ...[...this.#opened].map((details) => this.#keyOf(details))];
  }

  /** Opens details of the content that is on the page now, including those that have not arrived yet. */
  restore(keys: readonly string[]): void {
    this.#pending = new Set(keys);
    this.openPending();
  }

  openPending(): void {
    if (this.#pending.size === 0) return;
    for (const details of this.page.querySelectorAll('details')) {
      if (!this.#pending.delete(this.#keyOf(details))) continue;
      details.open = true;
      // The toggle event fires too late for `keys`.
      this.#opened.add(details);
    }
  }

  /** All content has arrived. */
  clearPending(): void {
    this.#pending.clear();
  }

  #keyOf(details: HTMLDetailsElement): string {
    const post = details.closest('.post');
    const siblings = (post ?? this.page).querySelectorAll('details');
    return `${post?.id ?? ''} ${String([...siblings].indexOf(details))}`;
  }
}
