import type { PageLabels, PageMessage } from '../protocol';
import type { ImageDialog } from './imageDialog';
import type { PostNavigation } from './postNavigation';

/** Milliseconds for which a button says that it has copied. */
const CONFIRMED = 1_500;
/** Buttons of a mouse that go back and forward. */
const BACK = 3;
const FORWARD = 4;

/** The page's buttons and links: each says in its `data-` attributes what it is for. */
export class Controls {
  labels: PageLabels | undefined;
  readonly #live = document.querySelector<HTMLElement>('.live');
  /** Buttons whose copy is under way, by the number of their request. */
  readonly #copying = new Map<number, HTMLElement>();
  #requests = 0;
  /** What had the focus before the page is replaced: a selector of its successor. */
  #focused: string | undefined;

  constructor(
    private readonly send: (message: PageMessage) => void,
    private readonly steps: PostNavigation,
    private readonly largeImage: ImageDialog,
    /** Whether the page has another entry than the extension, which would act on its own. */
    private readonly isArriving: () => boolean,
  ) {
    document.addEventListener('click', (event) => {
      const control = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null;
      if (control !== null && this.#use(control)) event.preventDefault();
    });
    window.addEventListener('pointerdown', () => {
      // Whoever presses somewhere says where the focus is to be.
      this.#focused = undefined;
      steps.stay();
      send({ type: 'pressed' });
    });
    window.addEventListener('keydown', (event) => {
      // VS Code gets these keys and runs our commands; the browser would do what it does by them as well.
      if (isOfBrowserToo(event)) event.preventDefault();
    });
    window.addEventListener('mouseup', (event) => {
      if (event.button !== BACK && event.button !== FORWARD) return;
      send({ type: 'act', act: event.button === BACK ? 'back' : 'forward', request: undefined });
      // The browser has a history of its own.
      event.preventDefault();
    });
  }

  /** Does what a control is for. Returns whether it is one of ours. */
  #use(control: HTMLElement): boolean {
    const { entry, language, search, act, copyPost, copyCode, image, imageLarge } = control.dataset;
    const post = /^#post-(\d+)$/.exec(control.getAttribute('href') ?? '')?.[1];
    if ((act !== undefined || copyPost !== undefined) && this.isArriving()) return true;
    if (entry !== undefined) this.send({ type: 'openEntry', id: entry });
    else if (language !== undefined) this.send({ type: 'chooseLanguage', language });
    else if (search !== undefined) this.send({ type: 'search', query: search });
    else if (act !== undefined) {
      const request = this.#requestOf(control);
      this.send({ type: 'act', act: act as Extract<PageMessage, { type: 'act' }>['act'], request });
    } else if (post !== undefined) this.steps.goTo(Number(post));
    else if (copyPost !== undefined) {
      this.send({ type: 'copyPost', post: Number(copyPost), request: this.#requestOf(control) });
    } else if (copyCode !== undefined) {
      const text = control.closest('figure')?.querySelector('code')?.textContent ?? '';
      this.send({ type: 'copyText', text, request: this.#requestOf(control) });
    } else if (image !== undefined) {
      const shown = control.querySelector('img');
      if (shown !== null) this.largeImage.open(control, shown);
    } else if (imageLarge !== undefined) loadImage(control);
    else return false;
    return true;
  }

  #requestOf(control: HTMLElement): number {
    this.#requests += 1;
    this.#copying.set(this.#requests, control);
    return this.#requests;
  }

  /** Says that a copy is on the clipboard, to the eye and to the ear. */
  confirm(request: number, isDone: boolean): void {
    const control = this.#copying.get(request);
    this.#copying.delete(request);
    if (control === undefined || !isDone) return;
    control.classList.add('is-copied');
    this.#say(this.labels?.copied ?? '');
    setTimeout(() => {
      control.classList.remove('is-copied');
      this.#say('');
    }, CONFIRMED);
  }

  #say(text: string): void {
    if (this.#live === null) return;
    this.#live.lang = this.labels?.language ?? '';
    this.#live.textContent = text;
  }

  /** @param isSame Whether the same visit goes on: a post of it is found again, in another entry the title is next. */
  rememberFocus(isSame: boolean): void {
    const focused = this.largeImage.opener ?? document.activeElement;
    // What had the focus has gone, and its successor has not come yet.
    if (isSame && focused === document.body && this.#focused !== undefined) return;
    this.#focused = undefined;
    // An element of a page that has not the focus must not take it.
    const hasFocus = document.hasFocus() && focused !== document.body;
    if (!hasFocus || !(focused instanceof HTMLElement)) return;
    const { language } = focused.dataset;
    const post = isSame ? focused.closest('.post')?.id : undefined;
    // A control that goes with its entry leaves the focus to the title of the next one.
    if (language !== undefined) this.#focused = `[data-language="${CSS.escape(language)}"]`;
    else this.#focused = post === undefined ? 'h1' : `#${CSS.escape(post)}`;
  }

  /** Gives the focus to the successor of what had it, once that is on the page, unless something else has it. */
  restoreFocus(page: HTMLElement): void {
    if (this.#focused === undefined || document.activeElement !== document.body) return;
    const successor = page.querySelector<HTMLElement>(this.#focused);
    if (successor === null) return;
    if (successor.tagName === 'H1') successor.tabIndex = -1;
    successor.focus({ preventScroll: true });
    this.#focused = undefined;
  }
}

/** Whether a browser that VS Code runs in goes back, scrolls or lists bookmarks by the key. */
function isOfBrowserToo({ altKey, ctrlKey, metaKey, shiftKey, key, code }: KeyboardEvent): boolean {
  if (altKey) return key.startsWith('Arrow');
  if (metaKey && !shiftKey) return code === 'BracketLeft' || code === 'BracketRight';
  return (ctrlKey || metaKey) && shiftKey && code === 'KeyO';
}

/** Loads an image that was left out because of its size. */
function loadImage(placeholder: HTMLElement): void {
  const { src = '', alt = '', label = '' } = placeholder.dataset;
  const image = document.createElement('img');
  image.src = src;
  image.alt = alt;
  // The name is its author's, what the button does is said in our words.
  image.lang = document.documentElement.lang;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'image';
  button.dataset['image'] = '';
  button.lang = placeholder.lang;
  button.setAttribute('aria-label', label);
  button.title = label;
  button.append(image);
  placeholder.replaceWith(button);
  button.focus();
}
