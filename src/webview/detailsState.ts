/** The folded parts of a page that the reader has opened, by keys that hold when the same entry is drawn anew. */
export class DetailsState {
  readonly #opened = new Set<HTMLDetailsElement>();
  /** Keys of parts that are to be opened once they are on the page. */
  #awaited = new Set<string>();

  constructor(private readonly page: HTMLElement) {
    // The event does not bubble.
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

  /** The keys of what is open, and of what will be. */
  keys(): readonly string[] {
    for (const details of this.#opened) if (!details.isConnected) this.#opened.delete(details);
    return [...this.#awaited, ...[...this.#opened].map((details) => this.#keyOf(details))];
  }

  /** Another text is on the page, or the same one anew: these parts of it are open, also those that are still to come. */
  enter(keys: readonly string[]): void {
    this.#awaited = new Set(keys);
    this.settle();
  }

  /** Opens what was waited for and has come. */
  settle(): void {
    if (this.#awaited.size === 0) return;
    for (const details of this.page.querySelectorAll('details')) {
      if (!this.#awaited.delete(this.#keyOf(details))) continue;
      details.open = true;
      // Its event comes later than what asks for the keys.
      this.#opened.add(details);
    }
  }

  /** Nothing more will come. */
  giveUp(): void {
    this.#awaited.clear();
  }

  #keyOf(details: HTMLDetailsElement): string {
    const post = details.closest('.post');
    const among = (post ?? this.page).querySelectorAll('details');
    return `${post?.id ?? ''} ${String([...among].indexOf(details))}`;
  }
}
