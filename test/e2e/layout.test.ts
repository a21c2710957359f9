import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { frameOf, violations } from './axe';
import { EVERYTHING, KOREAN, LONG_TITLE, makeEverything } from './everything';
import { Window } from './window';

describe('the look of the panel', () => {
  let window: Window;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-answers-layout-'));
    await makeEverything(join(folder, 'room'));
    window = await Window.open({
      folder,
      settings: { 'archiveAnswers.sources': ['room'], 'archiveAnswers.shippedArchive.enabled': false },
    });
  });
  afterAll(async () => {
    await window.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    await window.beginTest();
    await window.page.setViewportSize({ width: 1280, height: 800 });
  });

  const overflow = () => window.panel.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  const pictureOf = (name: string) => window.panel.getByRole('button', { name: `Show large: ${name}` });
  const dialog = () => window.panel.locator('dialog.large-image[open]');

  it.each([420, 760, 1280])('breaks Korean between words only, in a window of %i pixels', async (width) => {
    await window.openEntry('띄어쓰기가 있는 한국어', KOREAN);
    await window.page.setViewportSize({ width, height: 800 });
    const broken = () =>
      window.panel.locator('article.entry').evaluate((article) => {
        const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        let lines = 0;
        for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
          for (const { index, 0: word } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            lines = Math.max(lines, range.getBoundingClientRect().top);
            if (tops.size > 1) found.push(word);
          }
        }
        return lines > 300 ? found : ['nothing is drawn yet'];
      });
    await expect.poll(broken).toEqual([]);
    expect(await overflow()).toBeLessThanOrEqual(0);
  });

  it('has lines that an eye can follow', async () => {
    await window.openEntry('띄어쓰기가 있는 한국어', KOREAN);
    await window.page.setViewportSize({ width: 1900, height: 900 });
    const { ems, leading } = await window.panel
      .locator('.body p')
      .first()
      .evaluate((paragraph) => {
        const { fontSize, lineHeight } = getComputedStyle(paragraph);
        const size = parseFloat(fontSize);
        return { ems: paragraph.clientWidth / size, leading: parseFloat(lineHeight) / size };
      });
    // A syllable is an em wide.
    expect(ems).toBeGreaterThan(30);
    expect(ems).toBeLessThan(52);
    expect(leading).toBeGreaterThanOrEqual(1.6);
  });

  it('scrolls code and tables by themselves, by keys too', async () => {
    await window.openEntry('what can a thread hold', EVERYTHING);
    expect(await overflow()).toBeLessThanOrEqual(0);
    for (const selector of ['.code pre', '.table']) {
      const box = window.panel.locator(selector).first();
      expect(await box.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeGreaterThan(100);
      await box.focus();
      await expect
        .poll(async () => {
          await window.page.keyboard.press('ArrowRight');
          return box.evaluate((element) => element.scrollLeft);
        })
        .toBeGreaterThan(0);
    }
  });

  it('fits pictures, shows them large, and larger where there is more to see', async () => {
    await window.openEntry('what can a thread hold', EVERYTHING);
    const fitted = () =>
      window.panel.locator('.body').evaluateAll((bodies) =>
        bodies
          .flatMap((body) => [...body.querySelectorAll('img')])
          .map((image) => {
            const { width, height } = image.getBoundingClientRect();
            const room = image.closest('.body')?.clientWidth ?? 0;
            return image.complete && width > 0 && width <= room + 1 && height <= innerHeight;
          }),
      );
    await pictureOf('a wide one').scrollIntoViewIfNeeded();
    await pictureOf('a tall one').scrollIntoViewIfNeeded();
    await expect.poll(fitted).toEqual([true, true]);
    for (const name of ['a tall one', 'a wide one']) {
      await pictureOf(name).click();
      const image = dialog().locator('img');
      const size = () =>
        image.evaluate((element) => {
          const { width, height } = element.getBoundingClientRect();
          return { width, height, isWhole: width <= innerWidth && height <= innerHeight };
        });
      await expect.poll(async () => (await size()).isWhole).toBe(true);
      const before = await size();
      await dialog().getByRole('button', { name: 'Zoom' }).click();
      await expect.poll(async () => (await size()).width).toBeGreaterThan(before.width * 2);
      const room = dialog().locator('.room');
      const [along, across] = await room.evaluate(
        ({ scrollWidth, scrollHeight, clientWidth, clientHeight }) =>
          [scrollWidth - clientWidth, scrollHeight - clientHeight].map((pixels) => pixels > 100),
      );
      // A tall one is as wide as there is room, and is read from the top to the end.
      expect([along, across]).toEqual(name === 'a tall one' ? [false, true] : [true, false]);
      await window.picture(`layout-zoomed-${name}`);
      const scrolled = () => room.evaluate((element) => element.scrollLeft + element.scrollTop);
      await expect
        .poll(async () => {
          await window.page.keyboard.press(name === 'a tall one' ? 'ArrowDown' : 'ArrowRight');
          return scrolled();
        })
        .toBeGreaterThan(0);
      // A click on the picture shows it whole again, one beside it closes it.
      await image.click();
      await expect.poll(async () => (await size()).isWhole).toBe(true);
      await window.page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
    }
  });

  it('marks what its author marked in a colour of the theme', async () => {
    await window.openEntry('what can a thread hold', EVERYTHING);
    const colours = await window.panel.locator('mark').evaluate((mark) => {
      const { color, backgroundColor } = getComputedStyle(mark);
      const { color: around } = getComputedStyle(mark.parentElement ?? mark);
      return { color, around, backgroundColor };
    });
    expect(colours.color).toBe(colours.around);
    expect(colours.backgroundColor).not.toMatch(/rgb\(255, 255, 0\)|rgba\(0, 0, 0, 0\)/);
  });

  it('takes a title of a thousand characters in panel, tab and sidebar', async () => {
    await window.openEntry('title of a thousand', LONG_TITLE);
    expect(await overflow()).toBeLessThanOrEqual(0);
    const tab = window.page.locator('.tab.active .label-name');
    await expect.poll(async () => (await tab.innerText()).length).toBeLessThanOrEqual(101);
    await window.openSidebar();
    const row = window.tree.row(/^Why is a title/);
    await row.waitFor();
    expect((await row.boundingBox())?.height).toBe(22);
    await row.hover();
    const hover = window.page.locator('.monaco-hover:visible').first();
    await hover.waitFor();
    await window.picture('layout-long-title');
    const { width = 0, height = 0 } = (await hover.boundingBox()) ?? {};
    expect(width).toBeLessThan(900);
    expect(height).toBeLessThan(700);
  });

  it('can be read in a theme that defines no colours', async () => {
    await window.openEntry('what can a thread hold', EVERYTHING);
    const frame = await frameOf(window);
    await frame.evaluate(() => {
      const { style } = document.documentElement;
      for (const name of [...style]) if (name.startsWith('--vscode-')) style.removeProperty(name);
      // The frame's own style uses them too.
      document.body.style.removeProperty('background-color');
    });
    await frame.locator('summary').first().click();
    await window.picture('layout-no-colours');
    expect(await violations(frame)).toEqual([]);
    const colours = await frame.evaluate(() => {
      const { color } = getComputedStyle(document.body);
      const { backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor];
    });
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });
});
