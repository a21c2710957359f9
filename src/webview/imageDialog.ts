import type { PageLabels } from '../protocol';

/** Shows an image as large as the page, above it, and larger where there is more to see; Escape or a click closes it. */
export class ImageDialog {
  labels: PageLabels | undefined;
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
    const close = this.#button('close', this.labels?.close);
    const zoom = this.#button('zoom', this.labels?.zoom);
    const room = document.createElement('div');
    room.className = 'room';
    room.append(image.cloneNode());
    dialog.append(close, zoom, room);
    const zoomable = new Zoomable(room, zoom);
    dialog.addEventListener('click', ({ target }) => {
      const isOfZoom = target === zoom || (target instanceof HTMLImageElement && !zoom.hidden);
      if (isOfZoom) zoomable.toggle();
      else dialog.close();
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

/** An image that is seen whole, or so large that it can be read: as wide as its room, if it is tall, else in its own size. */
class Zoomable {
  readonly #image: HTMLImageElement | null;

  /** @param zoom Hidden while the whole image is as large as it gets. */
  constructor(
    private readonly room: HTMLElement,
    private readonly zoom: HTMLButtonElement,
  ) {
    this.#image = room.querySelector('img');
    zoom.setAttribute('aria-pressed', 'false');
    zoom.hidden = true;
    const fit = new ResizeObserver(() => {
      this.#fit();
    });
    for (const element of [room, this.#image]) if (element !== null) fit.observe(element);
  }

  get #isZoomed(): boolean {
    return this.room.classList.contains('is-zoomed');
  }

  toggle(): void {
    const isZoomed = this.room.classList.toggle('is-zoomed');
    this.zoom.setAttribute('aria-pressed', String(isZoomed));
    // What can be scrolled is scrolled by keys at once.
    this.room.tabIndex = isZoomed ? 0 : -1;
    if (isZoomed) this.room.focus();
    else this.zoom.focus();
  }

  #fit(): void {
    if (this.#image === null) return;
    const { naturalWidth, naturalHeight, clientWidth } = this.#image;
    const { clientWidth: width, clientHeight: height } = this.room;
    this.room.classList.toggle('is-tall', naturalHeight * width > naturalWidth * height);
    if (!this.#isZoomed) this.zoom.hidden = naturalWidth <= clientWidth;
  }
}
