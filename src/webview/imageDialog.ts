import type { PageLabels } from '../protocol';

/** Enlarges an image in a dialog over the page, with a zoom where it is larger still. Escape or a click closes it. */
export class ImageDialog {
  labels: PageLabels | undefined;
  #open: { readonly dialog: HTMLDialogElement; readonly opener: HTMLElement } | undefined;

  /** @param onClosed Called when the dialog is closed: the opener may have been removed from the page meanwhile. */
  constructor(private readonly onClosed: () => void) {}

  /** The button whose image is enlarged. */
  get opener(): HTMLElement | undefined {
    return this.#open?.opener;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  open(opener: HTMLElement, image: HTMLImageElement): void {
    const dialog = document.createElement('dialog');
    dialog.className = 'large-image';
    dialog.setAttribute('aria-label', image.alt);
    const close = this.#button('close', this.labels?.close);
    const zoom = this.#button('zoom', this.labels?.zoom);
    const container = document.createElement('div');
    container.className = 'room';
    container.append(image.cloneNode());
    dialog.append(close, zoom, container);
    const zoomable = new ZoomableImage(container, zoom);
    dialog.addEventListener('click', ({ target }) => {
      const isZoom = target === zoom || (target instanceof HTMLImageElement && !zoom.hidden);
      if (isZoom) zoomable.toggle();
      else dialog.close();
    });
    // The browser returns the focus to the opener.
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (this.#open?.dialog === dialog) this.#open = undefined;
      this.onClosed();
    });
    document.body.append(dialog);
    dialog.showModal();
    this.#open = { dialog, opener };
  }

  close(): void {
    const { dialog } = this.#open ?? {};
    dialog?.close();
    // Not only when the close event fires: the dialog has the focus as long as it is there.
    dialog?.remove();
    this.#open = undefined;
  }

  #button(name: string, label = ''): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = name;
    button.lang = this.labels?.language ?? '';
    button.setAttribute('aria-label', label);
    button.title = label;
    return button;
  }
}

/** An image that is shown whole or zoomed: to the width of its container where it is tall, else to its own size. */
class ZoomableImage {
  readonly #image: HTMLImageElement | null;

  /** @param zoom The button; hidden while the whole image has its full size. */
  constructor(
    private readonly container: HTMLElement,
    private readonly zoom: HTMLButtonElement,
  ) {
    this.#image = container.querySelector('img');
    zoom.setAttribute('aria-pressed', 'false');
    zoom.hidden = true;
    const observer = new ResizeObserver(() => {
      this.#fit();
    });
    for (const element of [container, this.#image]) if (element !== null) observer.observe(element);
  }

  get #isZoomed(): boolean {
    return this.container.classList.contains('is-zoomed');
  }

  toggle(): void {
    const isZoomed = this.container.classList.toggle('is-zoomed');
    this.zoom.setAttribute('aria-pressed', String(isZoomed));
    // With the focus, it can be scrolled with the keyboard immediately.
    this.container.tabIndex = isZoomed ? 0 : -1;
    if (isZoomed) this.container.focus();
    else this.zoom.focus();
  }

  #fit(): void {
    if (this.#image === null) return;
    const { naturalWidth, naturalHeight, clientWidth } = this.#image;
    const { clientWidth: width, clientHeight: height } = this.container;
    this.container.classList.toggle('is-tall', naturalHeight * width > naturalWidth * height);
    if (!this.#isZoomed) this.zoom.hidden = naturalWidth <= clientWidth;
  }
}
