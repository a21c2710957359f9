/** The time to render and paint an entry in the panel, in chunks and all at once, in a real browser. */
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../scripts/host/browser.mjs';
import { ensureBrowser } from '../../scripts/host/install.mjs';
import type { Entry } from '../../src/core/model';
import { renderEntry } from '../../src/core/render/renderEntry';
import { CONTEXT, readEntry } from '../unit/render/rendering';

const SIZES = [50, 500, 10_000] as const;
/** Times that each is measured; the median counts. */
const ROUNDS = 3;

/** The HTML of an entry as sent to the page, with its rendering times. */
interface RenderedEntry {
  readonly shell: string;
  readonly chunks: readonly string[];
  /** Milliseconds until the first posts were rendered, and until all were. */
  readonly first: number;
  readonly all: number;
  /** Milliseconds of the chunk that took longest. */
  readonly longest: number;
}

/** Milliseconds in the browser: until the first posts were painted, until all were, and of the longest frames. */
interface PaintTimes {
  readonly first: number;
  readonly all: number;
  readonly hold: number;
  readonly scroll: number;
}

export async function* benchPanel(root: string): AsyncGenerator<string> {
  const browser = await ensureBrowser({ log: () => undefined });
  const { browser: opened, page } = await openBrowser({ browser });
  try {
    const { script, style } = await bundle(root);
    yield '### Opening a thread in the panel\n';
    yield '"In pieces" is what the panel does; "at once" renders all posts, sends them in one message and lays all of them out. Rendering: milliseconds in the extension, until the first posts are there, for all, and the longest piece. Painting: milliseconds in the browser, until the first posts are painted, until all are, the longest frame meanwhile, and the longest frame while it is scrolled from end to end in 120 steps.\n';
    yield '| posts | way | rendered first | rendered all | longest piece | painted first | painted all | longest frame | longest while scrolling |';
    yield '|---|---|---|---|---|---|---|---|---|';
    for (const posts of SIZES) {
      const entry = await thread(posts);
      const inRenderedEntry = await measure(page, script, style, () => render(entry));
      const atOnce = await measure(page, script, style, () => asOneChunk(render(entry)));
      yield row(posts, 'in pieces', inRenderedEntry);
      yield row(posts, 'at once', atOnce);
      yield row(posts, '**at once / in pieces**', ratios(atOnce, inRenderedEntry), 1);
    }
    yield '';
  } finally {
    await opened.close();
  }
}

async function bundle(root: string): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { panel: 'src/webview/panel.ts', style: 'media/panel/panel.css' },
    outdir: 'unused',
    bundle: true,
    write: false,
    external: ['codicon.ttf'],
    format: 'iife',
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: text('panel.js'), style: text('style.css') };
}

/** An entry with code, lists and replies. */
function thread(posts: number): Promise<Entry> {
  const quotes = Array.from({ length: posts }, (_, at) => {
    const label = at % 3 === 2 ? `A${String(at)}-Q1` : `A${String(at + 1)}`;
    const code =
      at % 5 === 0 ? '\n>\n> ```python\n> async with session.begin():\n>     session.add(item)\n> ```' : '';
    return `> ${label}. Post ${String(at)} speaks of \`AsyncSession\` and of **transactions**.\n>\n> - 세션은 요청마다 새로 만든다.\n> - It is closed when the request ends.${code}`;
  });
  return readEntry(`# How long is it?\n\n${quotes.join('\n\n')}\n`);
}

function render(entry: Entry): RenderedEntry {
  const startedAt = performance.now();
  const { shell, chunks: parts } = renderEntry(entry, entry, CONTEXT);
  const chunks: string[] = [];
  let first = 0;
  let longest = 0;
  let since = startedAt;
  for (const part of parts) {
    chunks.push(part);
    const now = performance.now();
    if (chunks.length === 1) first = now - startedAt;
    longest = Math.max(longest, now - since);
    since = now;
  }
  return { shell, chunks, first, all: performance.now() - startedAt, longest };
}

/** The same entry as one chunk, with all posts laid out. */
function asOneChunk({ shell, chunks, all }: RenderedEntry): RenderedEntry {
  const laidOut = shell.replace('posts is-long', 'posts');
  return { shell: laidOut, chunks: [chunks.join('\n')], first: all, all, longest: all };
}

type Measurement = Pick<RenderedEntry, 'first' | 'all' | 'longest'> & { readonly painted: PaintTimes };

async function measure(
  page: Page,
  script: string,
  style: string,
  renderOnce: () => RenderedEntry,
): Promise<Measurement> {
  const rounds: Measurement[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const rendered = renderOnce();
    rounds.push({ ...rendered, painted: await paint(page, script, style, rendered) });
  }
  const median = (of: (one: Measurement) => number): number =>
    rounds.map(of).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
  return {
    first: median(({ first }) => first),
    all: median(({ all }) => all),
    longest: median(({ longest }) => longest),
    painted: {
      first: median(({ painted }) => painted.first),
      all: median(({ painted }) => painted.all),
      hold: median(({ painted }) => painted.hold),
      scroll: median(({ painted }) => painted.scroll),
    },
  };
}

async function paint(
  page: Page,
  script: string,
  style: string,
  rendered: RenderedEntry,
): Promise<PaintTimes> {
  await page.goto('about:blank');
  await page.setContent(
    `<!doctype html><html><head><style>${style}</style></head><body><main></main><p class="live"></p></body></html>`,
  );
  await page.addScriptTag({
    content:
      'globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });' + script,
  });
  return page.evaluate(async ({ shell, chunks }) => {
    const frame = (): Promise<number> =>
      new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    const send = (message: unknown): void => {
      globalThis.postMessage(message, '*');
    };
    /** The longest of the frames until `isDone`. */
    const frames = async (isDone: () => boolean): Promise<number> => {
      let longest = 0;
      let last = performance.now();
      for (;;) {
        await frame();
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        if (isDone()) return longest;
      }
    };
    const target = { words: ['session'] };
    const visit = { id: 0, entry: 'bench/long', language: 'en', title: 'How long is it?', target };
    const state = { visits: [visit], at: 0, isKept: false };
    const labels = { close: 'Close', copied: 'Copied' };
    const startedAt = performance.now();
    send({
      type: 'show',
      run: 1,
      visit,
      state,
      shell,
      firstChunk: chunks[0] ?? '',
      labels,
    });
    for (const html of chunks.slice(1)) send({ type: 'chunk', run: 1, html });
    send({ type: 'end', run: 1 });
    const hold = frames(() => document.querySelector('main[aria-busy]') === null && count() > 0);
    const count = (): number => document.querySelectorAll('.post').length;
    await frames(() => count() > 0);
    const first = performance.now() - startedAt;
    const longest = await hold;
    await frame();
    const all = performance.now() - startedAt;
    const height = document.documentElement.scrollHeight;
    let step = 0;
    const scroll = await frames(() => {
      step += 1;
      globalThis.scrollTo(0, (height * step) / 120);
      return step === 120;
    });
    return { first, all, hold: longest, scroll };
  }, rendered);
}

function ratios(a: Measurement, b: Measurement): Measurement {
  return {
    first: a.first / b.first,
    all: a.all / b.all,
    longest: a.longest / b.longest,
    painted: {
      first: a.painted.first / b.painted.first,
      all: a.painted.all / b.painted.all,
      hold: a.painted.hold / b.painted.hold,
      scroll: a.painted.scroll / b.painted.scroll,
    },
  };
}

function row(posts: number, way: string, { first, all, longest, painted }: Measurement, digits = 0): string {
  const figures = [first, all, longest, painted.first, painted.all, painted.hold, painted.scroll];
  return `| ${[String(posts), way, ...figures.map((figure) => figure.toFixed(digits))].join(' | ')} |`;
}
