/** The panel's page: shows what the host sends and reports what the reader wants. */
import type { HostMessage, PageMessage } from '../protocol';

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const host = acquireVsCodeApi();
const page = document.querySelector('main');

window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  if (page === null) return;
  const sameEntry = page.querySelector('article')?.dataset['entryId'] === data.entry;
  page.innerHTML = data.html;
  // Another language of the same entry keeps the reader's place.
  if (!sameEntry) window.scrollTo(0, 0);
});

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest<HTMLElement>('[data-entry], [data-language]');
  if (link === null) return;
  const { entry, language } = link.dataset;
  if (entry !== undefined) host.postMessage({ type: 'openEntry', id: entry });
  else if (language !== undefined) host.postMessage({ type: 'chooseLanguage', language });
  event.preventDefault();
});

host.postMessage({ type: 'ready' });
