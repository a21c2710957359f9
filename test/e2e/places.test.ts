import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Window } from './window';

const THREAD = 'Where was I in this thread?';
const PICTURE = 'Where is the picture?';

/** A thread of ten answers, the first with so many more sentences. */
function thread(more = 0): string {
  const answers = Array.from({ length: 10 }, (_, at) => {
    const text = 'It says something about sessions, and goes on for a while. '.repeat(
      8 + (at === 0 ? more : 0),
    );
    return `> A${String(at + 1)}. Answer number ${String(at + 1)}. ${text.trim()}\n`;
  });
  return `# ${THREAD}\n\nSomewhere.\n\n${answers.join('\n')}`;
}

describe('a reader', () => {
  let window: Window;
  let folder: string;
  const write = (name: string, text: string) => writeFile(join(folder, 'room', name), text);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-answers-places-'));
    await mkdir(join(folder, 'room'));
    await write('thread.md', thread());
    await write('picture.md', `# ${PICTURE}\n\n> ![a red square](red.svg) ![a map](map.png)\n`);
    await write(
      'red.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"><rect fill="red" width="900" height="90"/></svg>',
    );
    const map = await open(join(folder, 'room', 'map.png'), 'w');
    await map.truncate(11 * 1024 * 1024);
    await map.close();
    window = await Window.open({
      folder,
      settings: { 'archiveAnswers.sources': ['room'], 'archiveAnswers.shippedArchive.enabled': false },
    });
  });
  afterAll(async () => {
    await window.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => window.beginTest());

  const focused = () => window.panel.locator('body').evaluate(() => document.activeElement?.id);
  const isAtTitle = () =>
    window.panel.locator('h1').evaluate((title) => title === document.activeElement && scrollY === 0);
  const step = async (key: string, post: string): Promise<void> => {
    await window.page.keyboard.press(`Alt+Arrow${key}`);
    await expect.poll(focused).toBe(post);
  };
  /** Sentences that the first answer has more by now. */
  let more = 0;
  const openThread = async (): Promise<void> => {
    await write('thread.md', thread(more));
    await window.openEntry('in this thread', THREAD);
    await window.panel.locator('#post-10').waitFor();
  };

  it('steps up to the title, and from there to the first post again', async () => {
    await openThread();
    await window.enterPanel();
    await step('Down', 'post-0');
    await window.page.keyboard.press('Alt+ArrowUp');
    await expect.poll(isAtTitle).toBe(true);
    expect(await window.panel.locator('.post-reached').count()).toBe(0);
    await step('Down', 'post-0');
  });

  it('is shown a post that they go to once more as if for the first time', async () => {
    await openThread();
    await window.enterPanel();
    const last = window.panel.locator('#post-10');
    await last.evaluate((post) => {
      post.dataset['marks'] = '0';
      post.onanimationstart = () => {
        post.dataset['marks'] = String(Number(post.dataset['marks']) + 1);
      };
    });
    const marks = () => last.getAttribute('data-marks');
    for (let post = 0; post <= 10; post += 1) await step('Down', `post-${String(post)}`);
    await expect.poll(marks).toBe('1');
    await window.page.keyboard.press('Alt+ArrowDown');
    await expect.poll(marks).toBe('2');
  });

  it('sees and hears that the thread or its link was copied', async () => {
    await openThread();
    for (const [act, name] of [
      ['copyMarkdown', 'Copy as Markdown'],
      ['copyLink', 'Copy Link'],
    ] as const) {
      // The signs are there for a moment only: the page writes down what it showed and said.
      const page = window.panel.locator('html');
      await page.evaluate((html, button) => {
        html.dataset['shown'] = '';
        html.dataset['said'] = '';
        new MutationObserver(() => {
          const icon = document.querySelector(`[data-act="${button}"].is-copied .codicon`);
          if (icon !== null) html.dataset['shown'] = getComputedStyle(icon, '::before').content;
          const said = document.querySelector('.live')?.textContent ?? '';
          if (said !== '') html.dataset['said'] = said;
        }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['class'] });
      }, act);
      await window.panel.getByRole('button', { name, exact: true }).click();
      await expect.poll(() => page.getAttribute('data-shown')).toBe('"\uEAB2"');
      await expect.poll(() => page.getAttribute('data-said')).toBe('Copied');
      await window.panel.locator('.is-copied').waitFor({ state: 'detached' });
    }
  });

  it('stays at the post, with the focus, when one above it is edited', async () => {
    await openThread();
    await window.enterPanel();
    for (const post of ['post-0', 'post-1', 'post-2', 'post-3', 'post-4']) await step('Down', post);
    const before = await window.place();
    expect(before).toBe('post-4 0');
    const height = () => window.panel.locator('#post-1').evaluate((post) => post.clientHeight);
    const was = await height();
    more += 40;
    await write('thread.md', thread(more));
    await expect.poll(height).toBeGreaterThan(was + 100);
    await expect.poll(() => window.place()).toBe(before);
    await expect.poll(focused).toBe('post-4');
  });

  it('finds their place again when the entry is gone and comes back', async () => {
    await openThread();
    const before = await window.scrollPanel(1_500);
    expect(before).not.toBe('top');
    await rm(join(folder, 'room', 'thread.md'));
    await window.panel.locator('.gone').waitFor();
    // The page that says so has a place of its own to forget.
    await window.page.waitForTimeout(500);
    await write('thread.md', thread(more));
    await window.panel.locator('#post-9').waitFor();
    await expect.poll(() => window.place()).toBe(before);
  });

  it('is at the last post where there are fewer', async () => {
    await openThread();
    await window.scrollPanel(100_000);
    await write('thread.md', `# ${THREAD}\n\nSomewhere.\n\n> A1. ${'Only this is left. '.repeat(200)}\n`);
    await window.panel.locator('#post-9').waitFor({ state: 'detached' });
    await expect.poll(() => window.place()).toMatch(/^post-1 /);
  });

  it('is at the title of what comes while a picture is shown large', async () => {
    await openThread();
    await window.openEntry('picture', PICTURE);
    await window.enterPanel();
    await window.panel.getByRole('button', { name: 'Show large: a red square' }).click();
    const dialog = window.panel.locator('dialog.large-image[open]');
    await dialog.locator('img').waitFor();
    await window.page.keyboard.press('Alt+ArrowLeft');
    await window.panel.getByRole('heading', { level: 1, name: THREAD }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    const { panel } = window;
    await expect
      .poll(() => panel.locator('h1').evaluate((title) => title === document.activeElement))
      .toBe(true);
  });

  it('finds the name of a picture that was loaded when they asked for it', async () => {
    await window.openEntry('picture', PICTURE);
    await window.panel.getByRole('button', { name: /^Load image: map\.png/ }).click();
    const button = window.panel.getByRole('button', { name: 'Show large: a map' });
    await expect.poll(() => button.getAttribute('title')).toBe('Show large: a map');
  });

  it('comes back to their place when its posts come late', async () => {
    await window.panel.locator('body').evaluate(async () => {
      const visit = (id: number) => ({ id, entry: `room/${String(id)}`, language: 'en', title: 'Late' });
      const send = (data: object) => dispatchEvent(new MessageEvent('message', { data }));
      const post = (at: number) =>
        `<article class="post" id="post-${String(at)}">${'<p>late</p>'.repeat(4)}</article>`;
      const frames = async (count: number): Promise<void> => {
        for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
      };
      let run = 1_000;
      const show = async (id: number, pause: number): Promise<void> => {
        run += 1;
        send({
          type: 'show',
          run,
          visit: visit(id),
          state: { visits: [visit(98), visit(99)], at: id - 98, isKept: false },
          shell: `<h1>Late ${String(id)}</h1><div class="posts"></div>`,
          firstChunk: [0, 1, 2, 3].map(post).join(''),
          highlights: [],
          labels: { close: 'Close', copied: 'Copied' },
        });
        for (const at of [4, 5, 6, 7, 8, 9, 10, 11]) {
          await frames(pause);
          send({ type: 'chunk', run, html: post(at) });
        }
        send({ type: 'end', run });
        await frames(10);
      };
      await show(98, 0);
      scrollBy(0, (document.querySelector('#post-3')?.getBoundingClientRect().top ?? 0) + 5);
      await show(99, 0);
      await show(98, 20);
    });
    expect(await window.place()).toBe('post-3 -5');
  });
});
