import { describe, expect } from 'vitest';
import { panelLabels } from '../../src/vscode/panel/panelLabels';
import { pageLabels } from '../../src/vscode/panel/pageRendering';
import type { Panel } from './panel';
import { it } from './panelTest';
import { EVERYTHING, EVERYTHING_ROOM, largePng, OTHER, svg } from './rooms';

/** The button that enlarges an image. */
const enlarge = (panel: Panel, name: string) => panel.button(panelLabels().enlargeImage(name));
const zoom = (panel: Panel) => panel.dialog.getByRole('button', { name: pageLabels().zoom });

/** The size of the enlarged image, in CSS pixels. */
const shownSize = (panel: Panel) =>
  panel.dialog.locator('img').evaluate((image) => {
    const { width, height } = image.getBoundingClientRect();
    return { width, height, isWhole: width > 0 && width <= innerWidth && height <= innerHeight };
  });

const isWhole = (panel: Panel) => async () => (await shownSize(panel)).isWhole;

const PICTURES = {
  files: {
    'a.md':
      '---\nid: a\n---\n# Where are the pictures?\n\n> ![a red square](red.svg) ![](huge.png) ![the lost one](lost.png) ![elsewhere](https://example.org/a.png)\n',
  },
  pictures: { 'red.svg': svg(300, 90), 'huge.png': largePng(50) },
};

describe('images', () => {
  it('fit into the page', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    for (const name of ['a wide one', 'a tall one']) await enlarge(panel, name).scrollIntoViewIfNeeded();
    const fitted = () =>
      panel.locator('.body img').evaluateAll((images) =>
        images.map((image) => {
          const { width, height } = image.getBoundingClientRect();
          const room = image.closest('.body')?.clientWidth ?? 0;
          return width > 0 && width <= room + 1 && height > 0 && height <= innerHeight;
        }),
      );
    await expect.poll(fitted).toEqual([true, true]);
    expect(await panel.overflow()).toBeLessThanOrEqual(0);
  });

  it('load when they come near the viewport', async ({ openPanel }) => {
    const answers = Array.from({ length: 60 }, () => `> ${'Text. '.repeat(100)}\n`).join('\n');
    const text = `---\nid: a\n---\n# Where?\n\n${answers}\n> ![far below](red.svg)\n`;
    const panel = await openPanel({ files: { 'a.md': text }, pictures: { 'red.svg': svg(90, 90) } });
    await panel.openEntry('a');
    const image = panel.locator('img');
    const isLoaded = () => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth > 0);
    expect(await isLoaded()).toBe(false);
    await image.scrollIntoViewIfNeeded();
    await expect.poll(isLoaded).toBe(true);
  });

  it('of many megabytes load on request', async ({ openPanel }) => {
    const panel = await openPanel(PICTURES);
    await panel.openEntry('a');
    const load = panel.button(panelLabels().loadImage('huge.png', 50 * 1024 * 1024));
    expect(await panel.locator('img').count()).toBe(1);
    await load.focus();
    await panel.press('Enter');
    const button = enlarge(panel, 'huge.png');
    await expect.poll(() => button.getAttribute('title')).toBe(panelLabels().enlargeImage('huge.png'));
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
    await panel.press('Enter');
    await panel.dialog.locator('img').waitFor();
  });

  it('that are missing are named, and remote ones are links', async ({ openPanel }) => {
    const panel = await openPanel(PICTURES);
    await panel.openEntry('a');
    const missing = await panel.locator('.image-missing').innerText();
    expect(missing).toContain(panelLabels().missingImage('lost.png'));
    expect(missing).toContain('the lost one');
    await panel.locator('a.image-elsewhere').click();
    await expect.poll(() => panel.openedLinks).toEqual(['https://example.org/a.png']);
    await panel.picture('images');
  });
});

describe('an enlarged image', () => {
  it('gives the focus back when it is closed', async ({ openPanel }) => {
    const panel = await openPanel(PICTURES);
    await panel.openEntry('a');
    const button = enlarge(panel, 'a red square');
    for (const close of ['Escape', 'Enter']) {
      await button.focus();
      await panel.press('Enter');
      await panel.dialog.locator('img').waitFor();
      expect(await panel.dialog.getAttribute('aria-label')).toBe('a red square');
      // The close button has the focus.
      await panel.press(close);
      await panel.dialog.waitFor({ state: 'detached' });
      await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
    }
  });

  it('has no zoom where it already shows at full size, and closes on a click', async ({ openPanel }) => {
    const panel = await openPanel(PICTURES);
    await panel.openEntry('a');
    await enlarge(panel, 'a red square').click();
    await expect.poll(isWhole(panel)).toBe(true);
    await panel.frames(2);
    expect(await zoom(panel).count()).toBe(0);
    await panel.dialog.locator('img').click();
    await panel.dialog.waitFor({ state: 'detached' });
  });

  it.for([
    ['a wide one', 'ArrowRight', [true, false]],
    ['a tall one', 'ArrowDown', [false, true]],
  ] as const)('zooms where there is more to see: %s', async ([name, key, overflows], { openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    await enlarge(panel, name).click();
    await expect.poll(isWhole(panel)).toBe(true);
    const { width } = await shownSize(panel);
    await zoom(panel).click();
    await expect.poll(async () => (await shownSize(panel)).width).toBeGreaterThan(width * 2);
    expect(await zoom(panel).getAttribute('aria-pressed')).toBe('true');
    const room = panel.dialog.locator('.room');
    // A tall image takes the full width and scrolls down only.
    const beyond = await room.evaluate(({ scrollWidth, scrollHeight, clientWidth, clientHeight }) =>
      [scrollWidth - clientWidth, scrollHeight - clientHeight].map((pixels) => pixels > 100),
    );
    expect(beyond).toEqual(overflows);
    await panel.picture(`zoomed ${name}`);
    await panel.press(key);
    await expect.poll(() => room.evaluate((box) => box.scrollLeft + box.scrollTop)).toBeGreaterThan(0);
    // A click on the image fits it into the page again.
    await panel.dialog.locator('img').click();
    await expect.poll(isWhole(panel)).toBe(true);
    await panel.press('Escape');
    await panel.dialog.waitFor({ state: 'detached' });
  });

  it('closes on a click beside it', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    await enlarge(panel, 'a wide one').click();
    await expect.poll(isWhole(panel)).toBe(true);
    await panel.page.mouse.click(20, 20);
    await panel.dialog.waitFor({ state: 'detached' });
  });

  it('closes for another entry, whose title then has the focus', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('other');
    await panel.openEntry('everything');
    await enlarge(panel, 'a wide one').click();
    await panel.dialog.waitFor();
    await panel.press('Alt+ArrowLeft');
    await panel.heading(OTHER).waitFor();
    await panel.dialog.waitFor({ state: 'detached' });
    await expect.poll(() => panel.focusedId()).toBe('entry-title');
  });

  it('stays while its entry is rendered again, and closes when a post is gone to', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    await enlarge(panel, 'a wide one').click();
    await panel.dialog.waitFor();
    await panel.host.render();
    await panel.settled();
    expect(await panel.dialog.count()).toBe(1);
    await panel.host.send({ type: 'goToPost', post: 9 });
    await panel.dialog.waitFor({ state: 'detached' });
    await expect.poll(() => panel.focusedId()).toBe('post-9');
    expect(await panel.heading(EVERYTHING).count()).toBe(1);
  });

  it('names its buttons in the language of the window', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM, { language: 'ko' });
    await panel.openEntry('everything');
    await enlarge(panel, 'a wide one').click();
    await panel.dialog.getByRole('button', { name: '확대' }).waitFor();
    const close = panel.dialog.locator('button.close');
    expect(await close.getAttribute('aria-label')).toBe(pageLabels().close);
    expect(await close.getAttribute('lang')).toBe('ko');
  });
});

/** Each group draws the one below ten times: a page that draws it hangs for minutes. */
const BOMB = [
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><defs><g id="x0"><rect width="9" height="9"/></g>',
  ...Array.from(
    { length: 8 },
    (_, at) => `<g id="x${String(at + 1)}">${`<use href="#x${String(at)}"/>`.repeat(10)}</g>`,
  ),
  '</defs><use href="#x8"/></svg>',
].join('');

describe('an image that would hang the page', () => {
  it('is named as missing and never requested', async ({ openPanel }) => {
    const files = {
      'a.md': '---\nid: a\n---\n# Where is it?\n\n> ![the bomb](bomb.svg) ![a red square](red.svg)\n',
    };
    const panel = await openPanel({
      files,
      pictures: { 'bomb.svg': { body: BOMB }, 'red.svg': svg(300, 90) },
    });
    await panel.openEntry('a');
    expect(await panel.locator('.image-missing').innerText()).toContain(
      panelLabels().missingImage('bomb.svg'),
    );
    expect(
      await panel
        .locator('.body img')
        .evaluateAll((images) => images.map((image) => image.getAttribute('src'))),
    ).toEqual(['/archive/red.svg']);
    expect(panel.room.archive.problems.map(({ kind, args }) => [kind, ...args])).toEqual([
      ['imageRefused', 'bomb.svg', { why: 'svgSize' }],
    ]);
  });
});
