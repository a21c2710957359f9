import type { PageAction, PageLabels, PageMessage } from '../protocol';
import type { ImageDialog } from './imageDialog';
import type { PostNavigation } from './postNavigation';

/** Milliseconds for which a button confirms that something was copied. */
const CONFIRMATION_TIME = 1_500;
/** `MouseEvent.button` of the buttons that go back and forward. */
const BACK = 3;
const FORWARD = 4;

/**
 * The page's buttons and links, whose `data-` attributes name what they do. `src/vscode/panel/clickActions.ts` receives
 * what they send.
 */
export class Controls {
  labels: PageLabels | undefined;
  readonly #live = document.querySelector<HTMLElement>('.live');
  /** Buttons that wait for a confirmation, by the number of their request. */
  readonly #copying = new Map<number, HTMLElement>();
  #requests = 0;
  /** Selector for the successor of what had the focus before the page was replaced. */
  #focusTarget: string | undefined;

  constructor(
    private readonly send: (message: PageMessage) => void,
    private readonly posts: PostNavigation,
    /** Follows a link to a post. */
    private readonly followLink: (post: number) => void,
    private readonly imageDialog: ImageDialog,
    clearHighlights: () => void,
    /** Whether the page still shows another entry than the one the extension would act on. */
    private readonly isArriving: () => boolean,
  ) {
    document.addEventListener('click', (event) => {
      const control = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null;
      if (control === null || !this.#use(control)) return;
      event.preventDefault();
      // VS Code would follow the link as well, and scroll to its fragment, which is the top for `#`.
      event.stopPropagation();
    });
    window.addEventListener('pointerdown', () => {
      // The press decides where the focus goes.
      this.#focusTarget = undefined;
      posts.commitPreview();
      send({ type: 'pointerDown' });
    });
    window.addEventListener('keydown', (event) => {
      // VS Code runs commands of ours for these keys; a browser has defaults for them as well.
      if (hasBrowserDefault(event)) event.preventDefault();
      if (event.key === 'Escape' && !hasModifier(event) && !imageDialog.isOpen) clearHighlights();
      if (event.key !== 'Home' || hasModifier(event) || imageDialog.isOpen) return;
      // A browser scrolls, but leaves the focus at a post far below.
      event.preventDefault();
      posts.goToTop();
    });
    window.addEventListener('mouseup', (event) => {
      if (event.button !== BACK && event.button !== FORWARD) return;
      send({ type: 'action', action: event.button === BACK ? 'back' : 'forward', request: undefined });
      // Otherwise a browser navigates its own history.
      event.preventDefault();
    });
  }

  /** Returns whether the control is one of ours. */
  #use(control: HTMLElement): boolean {
    const { entry, language, search, act, copyPost, copyCode, image, imageLarge, top } = control.dataset;
    const post = /^#post-(\d+)$/.exec(control.getAttribute('href') ?? '')?.[1];
    if ((act !== undefined || copyPost !== undefined) && this.isArriving()) return true;
    if (entry !== undefined) this.send({ type: 'openEntry', id: entry });
    else if (language !== undefined) this.send({ type: 'chooseLanguage', language });
    else if (search !== undefined) this.send({ type: 'search', query: search });
    else if (act !== undefined) {
      const request = this.#requestOf(control);
      this.send({ type: 'action', action: act as PageAction, request });
    } else if (post !== undefined) this.followLink(Number(post));
    else if (top !== undefined) this.posts.goToTop();
    else if (copyPost !== undefined) {
      this.send({ type: 'copyPost', post: Number(copyPost), request: this.#requestOf(control) });
    } else if (copyCode !== undefined) {
      const text = control.closest('figure')?.querySelector('code')?.textContent ?? '';
      this.send({ type: 'copyText', text, request: this.#requestOf(control) });
    } else if (image !== undefined) {
      const shown = control.querySelector('img');
      if (shown !== null) this.imageDialog.open(control, shown);
    } else if (imageLarge !== undefined) loadImage(control);
    else return false;
    return true;
  }

  #requestOf(control: HTMLElement): number {
    this.#requests += 1;
    this.#copying.set(this.#requests, control);
    return this.#requests;
  }

  /** Confirms that something was copied, also to screen readers. */
  confirm(request: number, isDone: boolean): void {
    const control = this.#copying.get(request);
    this.#copying.delete(request);
    if (control === undefined || !isDone) return;
    control.classList.add('is-copied');
    this.#announce(this.labels?.copied ?? '');
    setTimeout(() => {
      control.classList.remove('is-copied');
      this.#announce('');
    }, CONFIRMATION_TIME);
  }

  #announce(text: string): void {
    if (this.#live === null) return;
    this.#live.lang = this.labels?.language ?? '';
    this.#live.textContent = text;
  }

  /**
   * @param isSame Whether the visit stays the same, so that its posts will be found again.
   * @param successor Selector for what gets the focus otherwise.
   */
  rememberFocus(isSame: boolean, successor: string): void {
    const focused = this.imageDialog.opener ?? document.activeElement;
    // What had the focus was removed, and its successor has not arrived yet.
    if (isSame && focused === document.body && this.#focusTarget !== undefined) return;
    this.#focusTarget = undefined;
    // A page without the focus must not take it.
    const hasFocus = document.hasFocus() && focused !== document.body;
    if (!hasFocus || !(focused instanceof HTMLElement)) return;
    const { language } = focused.dataset;
    const post = isSame ? focused.closest('.post')?.id : undefined;
    // A control that is removed with its entry passes the focus to the next one.
    if (language !== undefined) this.#focusTarget = `[data-language="${CSS.escape(language)}"]`;
    else this.#focusTarget = post === undefined ? successor : `#${CSS.escape(post)}`;
  }

  /** Focuses the successor of what had the focus, if it is on the page and nothing else has the focus. */
  restoreFocus(page: HTMLElement): void {
    if (this.#focusTarget === undefined || document.activeElement !== document.body) return;
    const successor = page.querySelector<HTMLElement>(this.#focusTarget);
    if (successor === null) return;
    if (successor.tagName === 'H1') successor.tabIndex = -1;
    successor.focus({ preventScroll: true });
    this.#focusTarget = undefined;
  }
}

/** Whether a browser that VS Code runs in goes back, scrolls or lists bookmarks for the key. */
function hasBrowserDefault({ altKey, ctrlKey, metaKey, shiftKey, key, code }: KeyboardEvent): boolean {
  if (altKey) return key.startsWith('Arrow');
  if (metaKey && !shiftKey) return code === 'BracketLeft' || code === 'BracketRight';
  return (ctrlKey || metaKey) && shiftKey && code === 'KeyO';
}

function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}

/** Loads an image that was omitted because of its size. */
function loadImage(placeholder: HTMLElement): void {
  const { src = '', alt = '', label = '' } = placeholder.dataset;
  const image = document.createElement('img');
  image.src = src;
  image.alt = alt;
  // The alternative text is in the entry's language, the button's label in that of the user interface.
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
