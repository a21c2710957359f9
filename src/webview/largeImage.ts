/** Shows an image as large as the page, above it; Escape or a click closes it. */
export class LargeImage {
  closeLabel = '';
  #open: { readonly dialog: HTMLDialogElement; readonly opener: HTMLElement } | undefined;

  /** @param closed Called when the page is seen again: what opened the image may have gone meanwhile. */
  constructor(private readonly closed: () => void) {}

  /** The button whose image is shown large. */
  get opener(): HTMLElement | undefined {
    return this.#open?.opener;
  }

  open(opener: HTMLElement, image: HTMLImageElement): void {
    const dialog = document.createElement('dialog');
    dialog.className = 'large-image';
    dialog.setAttribute('aria-label', image.alt);
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.setAttribute('aria-label', this.closeLabel);
    close.title = this.closeLabel;
    const large = document.createElement('img');
    large.src = image.src;
    large.alt = image.alt;
    dialog.append(close, large);
    dialog.addEventListener('click', () => {
      dialog.close();
    });
    // The browser gives the focus back to the button that opened it.
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (this.#open?.dialog === dialog) this.#open = undefined;
      this.closed();
    });
    document.body.append(dialog);
    dialog.showModal();
    this.#open = { dialog, opener };
  }

  close(): void {
    const { dialog } = this.#open ?? {};
    dialog?.close();
    // At once: as long as it is there, it has the focus.
    dialog?.remove();
    this.#open = undefined;
  }
}
