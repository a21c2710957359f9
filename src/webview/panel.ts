/** The panel's page: shows what the extension sends, keeps the scroll position, and reports what the reader does. */
import type { HostMessage, PageMessage, ShowMessage, Visit } from '../protocol';
import { Chunks } from './chunks';
import { Controls } from './controls';
import { DetailsState } from './detailsState';
import { Highlights } from './highlights';
import { ImageDialog } from './imageDialog';
import { PostNavigation } from './postNavigation';
import { ScrollRestoration } from './scrollRestoration';

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** Milliseconds between two savings of the scroll position while the reader scrolls. */
const SAVE_INTERVAL = 100;
/** Pixels of the page within which its head is in view. */
const HEAD_HEIGHT = 40;

const host = acquireVsCodeApi();
const send = (message: PageMessage): void => {
  host.postMessage(message);
};
const page = document.querySelector('main');
if (page !== null) start(page);

function start(main: HTMLElement): void {
  const scroll = new ScrollRestoration(host, new DetailsState(main));
  const highlights = new Highlights();
  const posts = new PostNavigation(scroll);
  const imageDialog = new ImageDialog(() => {
    controls.restoreFocus(main);
  });
  const controls = new Controls(send, posts, followLink, imageDialog, clearHighlights, isArriving);
  /** The visit that is on the page, and the one that arrives. */
  let visit: number | undefined;
  let arriving: number | undefined;
  /** What is highlighted, and what the reader has cleared: the visit with its words. */
  let highlighted = '';
  let cleared: string | undefined;
  /** Whether the visit is of a post rather than of the whole entry. */
  let isAtPost = false;
  /** The post at which the visit opens once it is on the page. */
  let opensAt: number | undefined;
  /** The latest comparison of versions, which may arrive before the entry it belongs to. */
  let comparison: Extract<HostMessage, { type: 'comparison' }> | undefined;

  const chunks = new Chunks(main, {
    needed: ({ visit }) => {
      const post = postToOpen(visit);
      return post === undefined ? scroll.positionOf(visit).post + 1 : `post-${String(post)}`;
    },
    replaced(message, isSame) {
      opensAt = postToOpen(message.visit);
      const { id, target } = message.visit;
      const words = target?.words ?? [];
      highlighted = [id, ...words].join('\n');
      highlights.setWords(highlighted === cleared ? [] : words);
      // The opener of the image is gone, and behind the dialog nothing could take the focus.
      if (!isSame || visit !== message.visit.id) imageDialog.close();
      if (!isSame) enter(message);
      addHighlights();
      showComparison();
      if (visit !== message.visit.id) posts.reset();
      scroll.restore(message.visit, message.state);
      isAtPost = message.visit.target?.post !== undefined;
      showWayToTop();
      visit = message.visit.id;
    },
    added(elements) {
      for (const element of elements) highlights.add(element);
      scroll.postsAdded();
      if (opensAt !== undefined && posts.arriveAt(opensAt, (post) => highlights.bestIn(post))) {
        opensAt = undefined;
        scroll.save();
      }
      posts.goToPending();
      controls.restoreFocus(main);
    },
    completed() {
      scroll.complete();
      main.removeAttribute('aria-busy');
      posts.clearPending();
      opensAt = undefined;
    },
  });

  /** Whether the page still shows the previous visit. */
  function isArriving(): boolean {
    return visit !== arriving;
  }

  /** The post at which a visit opens that has not been shown before. */
  function postToOpen(shown: Visit): number | undefined {
    return scroll.has(shown) ? undefined : shown.target?.post;
  }

  window.addEventListener('scroll', showWayToTop, { passive: true });

  /** What gets the focus of a page that has it: the post at which the visit opens, else the title. */
  function focusTargetOf(shown: Visit): string {
    const post = postToOpen(shown);
    return post === undefined ? 'h1' : `#post-${String(post)}`;
  }

  /** Shows the button that leads to the top where the entry was opened at one of its posts and its head is out of view. */
  function showWayToTop(): void {
    const button = main.querySelector<HTMLElement>('.to-top');
    if (button !== null) button.hidden = !isAtPost || window.scrollY < HEAD_HEIGHT;
  }

  /** Goes to a post as another visit of the entry, so that the way back leads here. */
  function followLink(post: number): void {
    if (visit !== undefined && !isArriving()) {
      scroll.leave();
      send({ type: 'followLink', post, visit });
    }
    posts.goTo(post);
  }

  function clearHighlights(): void {
    cleared = highlighted;
    highlights.clear();
  }

  /** Highlights the words in the parts that are on the page. The outline repeats the posts. */
  function addHighlights(): void {
    for (const part of main.querySelectorAll('.entry-header, .entry-footer, .posts > *'))
      highlights.add(part);
  }

  function showComparison(): void {
    const slot = main.querySelector<HTMLElement>('.comparison');
    const text = slot?.querySelector('.comparison-text');
    if (slot === null || text === null || text === undefined || comparison?.run !== chunks.run) return;
    text.textContent = comparison?.text ?? '';
    slot.hidden = text.textContent === '';
  }

  /** Prepares the page for a new shell. */
  function enter({ visit: { language }, labels }: ShowMessage): void {
    document.documentElement.lang = language;
    imageDialog.labels = labels;
    controls.labels = labels;
    controls.restoreFocus(main);
  }

  window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
    switch (data.type) {
      case 'show':
        arriving = data.visit.id;
        scroll.save();
        controls.rememberFocus(visit === arriving, focusTargetOf(data.visit));
        main.setAttribute('aria-busy', 'true');
        chunks.show(data);
        return;
      case 'chunk':
        chunks.add(data.run, data.html);
        return;
      case 'comparison':
        comparison = data;
        showComparison();
        return;
      case 'end':
        chunks.end(data.run);
        return;
      case 'moved':
        if (isArriving()) return;
        visit = arriving = data.visit.id;
        scroll.continueAs(data.visit, data.state);
        isAtPost = data.visit.target?.post !== undefined;
        showWayToTop();
        return;
      case 'goToPost':
        imageDialog.close();
        posts.goTo(data.post);
        return;
      case 'previewPost':
        imageDialog.close();
        posts.preview(data.post);
        return;
      case 'moveByPosts':
        imageDialog.close();
        posts.moveBy(data.by);
        return;
      case 'ping':
        send({ type: 'pong' });
        return;
      case 'locate':
        send({ type: 'located', post: isArriving() ? undefined : posts.currentPost() });
        return;
      case 'copied':
        controls.confirm(data.request, data.isDone);
    }
  });

  for (const type of ['load', 'error']) {
    main.addEventListener(
      type,
      () => {
        scroll.settle();
      },
      true,
    );
  }
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    window.addEventListener(
      type,
      () => {
        scroll.cancel();
      },
      { passive: true },
    );
  }
  // Also while the reader is still scrolling: the page may be destroyed before they stop.
  let saving: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener('scroll', () => {
    saving ??= setTimeout(() => {
      saving = undefined;
      scroll.save();
    }, SAVE_INTERVAL);
  });
  for (const isFocused of [true, false]) {
    window.addEventListener(isFocused ? 'focus' : 'blur', () => {
      send({ type: 'focused', isFocused });
    });
  }
  send({ type: 'ready' });
  if (document.hasFocus()) send({ type: 'focused', isFocused: true });
}
