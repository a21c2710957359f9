import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { frameOf, violations } from './axe';
import { EVERYTHING, makeEverything } from './everything';
import { fixtures, Window } from './window';

/** Entries that between them have every kind of content. */
const ENTRIES = [
  ['scoped_session threads', 'Is a freshly created Session safe across threads without scoped_session?'],
  ['class-based controllers', 'What problems come up when FastAPI controllers are written as classes?'],
  ['request steps inside', 'FastAPI request handling: which steps does a request go through inside?'],
  ['작업 큐', '백그라운드 작업에서 요청의 세션을 그대로 써도 되나요?'],
] as const;

/** How many elements move when they change; what changes at one stroke does not. */
function moving(frame: Frame): Promise<number> {
  return frame.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const style = getComputedStyle(element);
        const lasts = (durations: string) => durations.split(',').some((text) => parseFloat(text) > 0.01);
        return (
          style.scrollBehavior === 'smooth' ||
          lasts(style.transitionDuration) ||
          (lasts(style.animationDuration) && !style.animationTimingFunction.startsWith('step'))
        );
      }).length,
  );
}

describe('for everyone', () => {
  let window: Window;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-answers-everyone-'));
    await cp(join(fixtures, 'room'), join(folder, 'room'), { recursive: true });
    await makeEverything(join(folder, 'threads'));
    await mkdir(join(folder, '.vscode'));
    window = await Window.open({
      folder,
      settings: { 'archiveAnswers.sources': ['room/room.md', 'threads'] },
    });
  });
  afterAll(async () => {
    await window.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => window.beginTest());

  const settings = (values: Readonly<Record<string, unknown>>) =>
    writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(values));

  // The class is the one by which the workbench knows the theme's kind.
  describe.each([
    ['light', 'Default Light Modern', 'vs'],
    ['dark', 'Default Dark Modern', 'vs-dark'],
    ['high-contrast', 'Default High Contrast', 'hc-black'],
    ['high-contrast-light', 'Default High Contrast Light', 'hc-light'],
  ])('in the %s theme', (name, theme, kind) => {
    beforeAll(async () => {
      await settings({ 'workbench.colorTheme': theme });
      await window.page.locator(`.monaco-workbench.${kind}`).waitFor();
    });

    it.each(ENTRIES)('axe finds nothing in what "%s" finds', async (query, title) => {
      await window.openEntry(query, title);
      await window.panel.locator('main:not([aria-busy])').waitFor();
      expect(await violations(await frameOf(window))).toEqual([]);
    });

    it('axe finds nothing in what is unfolded, shown large, or gone', async () => {
      const fleeting = join(folder, 'threads', 'fleeting.md');
      await writeFile(fleeting, '# How long does this entry last?\n\n> Not long.\n');
      await window.openEntry('what can a thread hold', EVERYTHING);
      const frame = await frameOf(window);
      for (const folded of ['.outline', '.post details']) {
        const details = window.panel.locator(folded);
        await details.waitFor();
        const isOpen = await details.evaluate((element: HTMLDetailsElement) => element.open);
        if (!isOpen) await details.locator('summary').click();
      }
      await window.panel.getByRole('button', { name: 'All posts…' }).waitFor();
      expect(await violations(frame)).toEqual([]);
      await window.picture(`unfolded-${name}`);
      await window.panel.getByRole('button', { name: 'Show large: a tall one' }).click();
      const dialog = window.panel.locator('dialog.large-image[open]');
      for (const isZoomed of [false, true]) {
        if (isZoomed) await dialog.getByRole('button', { name: 'Zoom' }).click();
        await dialog.locator(isZoomed ? '.is-zoomed' : '.room').waitFor();
        expect(await violations(frame)).toEqual([]);
      }
      await window.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await window.openEntry('long does this entry last', 'How long does this entry last?');
      await rm(fleeting);
      await window.panel.locator('.gone').waitFor();
      expect(await violations(frame)).toEqual([]);
    });

    it('every stop of the Tab key is in order, in sight, and shows that it has the focus', async () => {
      const [[query, title]] = ENTRIES;
      await window.openEntry(query, title);
      const frame = await frameOf(window);
      // Who has come by the key sees where the focus is, also at the first stop.
      await window.panel.locator('h1').click();
      await window.page.keyboard.press('Tab');
      const stops = await frame.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLElement>('main *')].filter(
          (element) => element.tabIndex === 0 && element.checkVisibility(),
        );
        all[0]?.focus();
        return all.map(({ outerHTML }) => outerHTML);
      });
      expect(stops.length).toBeGreaterThan(8);
      expect(stops[0]).toContain('data-search="topic:');
      const reached: string[] = [];
      for (const stop of stops) {
        if (reached.length > 0) await window.page.keyboard.press('Tab');
        const { html, outline, opacity, isInSight } = await frame.evaluate(() => {
          const element = document.activeElement ?? document.body;
          const { top, bottom, left, right } = element.getBoundingClientRect();
          const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
          return {
            html: element.outerHTML,
            outline: `${outlineStyle} ${outlineWidth}`,
            opacity,
            // A box that scrolls may be larger than the page.
            isInSight: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
          };
        });
        reached.push(html);
        expect(outline, stop).toMatch(/^solid [1-9]/);
        expect(opacity, stop).toBe('1');
        expect(isInSight, stop).toBe(true);
        if (reached.length === 6) await window.picture(`focus-${name}`);
      }
      expect(reached).toEqual(stops);
    });

    it('fits at 200 % zoom, and holds still where motion is to be reduced', async () => {
      await window.openEntry(ENTRIES[0][0], ENTRIES[0][1]);
      const frame = await frameOf(window);
      await window.page.setViewportSize({ width: 640, height: 400 });
      await expect.poll(() => frame.evaluate(() => innerWidth)).toBeLessThan(640);
      const overflow = () => frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(overflow).toBeLessThanOrEqual(0);
      await window.picture(`zoom-${name}`);
      await window.page.setViewportSize({ width: 1280, height: 800 });
      // The post that the reader is led to is what moves.
      await window.enterPanel();
      await window.page.keyboard.press('Alt+ArrowDown');
      await window.panel.locator('.post-reached').waitFor();
      expect(await moving(frame)).toBe(1);
      await window.page.emulateMedia({ reducedMotion: 'reduce' });
      await expect.poll(() => moving(frame)).toBe(0);
      await window.page.emulateMedia({ reducedMotion: 'no-preference' });
      await expect.poll(() => moving(frame)).toBe(1);
      // VS Code has a setting of its own.
      await settings({ 'workbench.colorTheme': theme, 'workbench.reduceMotion': 'on' });
      await expect.poll(() => moving(frame)).toBe(0);
      await settings({ 'workbench.colorTheme': theme });
    });
  });
});
