/** The panel's page: shows what the host sends, keeps the reader's place, and reports what the reader wants. */
import { type HostMessage, type PageMessage, type PanelState, readPanelState } from '../protocol';
import { mark } from './marks';
import { currentPlace, goTo, picturesAbove, readPlace, TOP, type Place } from './place';

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: PanelState & { readonly place: Place }): void;
};

const host = acquireVsCodeApi();
const page = document.querySelector('main');

/** What is shown, and the places left in the entries shown before. */
let shown: PanelState | undefined;
let shownHtml = '';
/** Where the reader is to be once the pictures above have their heights; none when nothing is waited for. */
let wanted: Place | undefined;
const places = new Map<string, Place>();

const kept = host.getState();
const keptState = readPanelState(kept);
if (keptState !== undefined) {
  places.set(keptState.entry, readPlace((kept as { readonly place?: unknown }).place));
}

window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  if (page === null) return;
  const { html, state, place, marks } = data;
  const focused = focusedControl();
  // The same entry again, in another language or after a reload: the reader stays where they are.
  const sameEntry = shown === undefined ? keptState?.entry === state.entry : shown.entry === state.entry;
  keepPlace();
  if (sameEntry && html === shownHtml) {
    mark(page, marks);
    return;
  }
  shownHtml = html;
  page.innerHTML = html;
  document.documentElement.lang = state.language;
  shown = state;
  wanted = (sameEntry || place === 'back' ? places.get(state.entry) : undefined) ?? TOP;
  for (const picture of picturesAbove(wanted)) picture.loading = 'eager';
  settle();
  if (focused !== undefined) page.querySelector<HTMLElement>(focused)?.focus();
  keepPlace();
  mark(page, marks);
});

/** A selector of the control that has the focus, to give it back to its successor. */
function focusedControl(): string | undefined {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement)) return undefined;
  const { language } = activeElement.dataset;
  return language === undefined ? undefined : `[data-language="${CSS.escape(language)}"]`;
}

function keepPlace(): void {
  if (shown === undefined) return;
  const place = wanted ?? currentPlace();
  places.set(shown.entry, place);
  host.setState({ ...shown, place });
}

/** Goes to the wanted place; it stays wanted while pictures that will move it are missing. */
function settle(): void {
  if (wanted === undefined) return;
  goTo(wanted);
  if (picturesAbove(wanted).every(({ complete }) => complete)) wanted = undefined;
}
for (const type of ['load', 'error']) page?.addEventListener(type, settle, true);
// A reader who moves has a place of their own.
for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
  window.addEventListener(
    type,
    () => {
      wanted = undefined;
    },
    { passive: true },
  );
}
window.addEventListener('pointerdown', () => {
  host.postMessage({ type: 'pressed' });
});

let scrolled: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrolled);
  scrolled = setTimeout(keepPlace, 100);
});

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const control = event.target.closest<HTMLElement>('[data-entry], [data-language], [data-search]');
  if (control === null) return;
  const { entry, language, search } = control.dataset;
  if (entry !== undefined) host.postMessage({ type: 'openEntry', id: entry });
  else if (language !== undefined) host.postMessage({ type: 'chooseLanguage', language });
  else if (search !== undefined) host.postMessage({ type: 'search', query: search });
  event.preventDefault();
});

host.postMessage({ type: 'ready' });
