/** The panel's page: shows what the host sends, keeps the reader's place, and reports what the reader wants. */
import type { HostMessage, PageMessage, ShowMessage } from '../protocol';
import { Controls } from './controls';
import { DetailsState } from './detailsState';
import { ImageDialog } from './imageDialog';
import { Highlights } from './highlights';
import { Chunks } from './chunks';
import { ScrollRestoration } from './scrollRestoration';
import { PostNavigation } from './postNavigation';

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const host = acquireVsCodeApi();
const send = (message: PageMessage): void => {
  host.postMessage(message);
};
const page = document.querySelector('main');
if (page !== null) start(page);

function start(main: HTMLElement): void {
  const places = new ScrollRestoration(host, new DetailsState(main));
  const marks = new Highlights();
  const steps = new PostNavigation(places);
  const largeImage = new ImageDialog(() => {
    controls.restoreFocus(main);
  });
  const controls = new Controls(send, steps, largeImage, isArriving);
  /** The visit that is on the page, and the one that arrives. */
  let visit: number | undefined;
  let arriving: number | undefined;
  /** The versions of the project beside those of the entry that arrives, or is there. */
  let comparison: Extract<HostMessage, { type: 'compare' }> | undefined;

  const pieces = new Chunks(main, {
    postsNeeded: (message) => places.of(message.visit).post + 1,
    replaced(message, isSame) {
      marks.choose(message.marks);
      // What opened the picture goes with what was there; below a picture nothing takes the focus.
      if (!isSame || visit !== message.visit.id) largeImage.close();
      if (isSame) marks.add(main);
      else enter(message);
      compare();
      if (visit !== message.visit.id) steps.forget();
      places.enter(message.visit, message.state);
      visit = message.visit.id;
    },
    grown(elements) {
      for (const element of elements) marks.add(element);
      places.grow();
      steps.settle();
      controls.restoreFocus(main);
    },
    completed() {
      places.arrive();
      main.removeAttribute('aria-busy');
      steps.giveUp();
    },
  });

  /** Whether the page still has what was read before. */
  function isArriving(): boolean {
    return visit !== arriving;
  }

  function compare(): void {
    const slot = main.querySelector<HTMLElement>('.comparison');
    const text = slot?.querySelector('.comparison-text');
    if (slot === null || text === null || text === undefined || comparison?.run !== pieces.run) return;
    text.textContent = comparison?.text ?? '';
    slot.hidden = text.textContent === '';
  }

  /** The page holds another text now. */
  function enter({ visit: { language }, labels, marks: words }: ShowMessage): void {
    document.documentElement.lang = language;
    largeImage.labels = labels;
    controls.labels = labels;
    if (words.length > 0) for (const part of main.querySelectorAll('header, footer')) marks.add(part);
    controls.restoreFocus(main);
  }

  window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
    switch (data.type) {
      case 'show':
        arriving = data.visit.id;
        places.keep();
        controls.rememberFocus(visit === arriving);
        main.setAttribute('aria-busy', 'true');
        pieces.show(data);
        return;
      case 'part':
        pieces.add(data.run, data.html);
        return;
      case 'compare':
        comparison = data;
        compare();
        return;
      case 'end':
        pieces.end(data.run);
        return;
      case 'goTo':
        largeImage.close();
        steps.goTo(data.post);
        return;
      case 'peek':
        largeImage.close();
        steps.peek(data.post);
        return;
      case 'step':
        largeImage.close();
        steps.step(data.by);
        return;
      case 'ping':
        send({ type: 'pong' });
        return;
      case 'locate':
        send({ type: 'located', post: isArriving() ? undefined : steps.post() });
        return;
      case 'copied':
        controls.confirm(data.request, data.isDone);
    }
  });

  for (const type of ['load', 'error']) {
    main.addEventListener(
      type,
      () => {
        places.settle();
      },
      true,
    );
  }
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    window.addEventListener(
      type,
      () => {
        places.release();
      },
      { passive: true },
    );
  }
  // While the reader scrolls on, too: the page may be gone before they stop.
  let scrolled: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener('scroll', () => {
    scrolled ??= setTimeout(() => {
      scrolled = undefined;
      places.keep();
    }, 100);
  });
  for (const isFocused of [true, false]) {
    window.addEventListener(isFocused ? 'focus' : 'blur', () => {
      send({ type: 'focused', isFocused });
    });
  }
  send({ type: 'ready' });
  if (document.hasFocus()) send({ type: 'focused', isFocused: true });
}
