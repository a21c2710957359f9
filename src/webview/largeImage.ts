/** Shows an image as large as the page, above it; Escape or a click closes it. */
export class LargeImage {
  closeLabel = '';
  #dialog: HTMLDialogElement | undefined;

  open(image: HTMLImageElement): void {
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
    });
    document.body.append(dialog);
    dialog.showModal();
    this.#dialog = dialog;
  }

  close(): void {
    this.#dialog?.close();
  }
}
