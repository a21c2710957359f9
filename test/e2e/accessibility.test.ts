import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixtures, Window } from './window';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Entries that between them have every kind of content. */
const ENTRIES = [
  ['scoped_session threads', 'Is a freshly created Session safe across threads without scoped_session?'],
  ['class-based controllers', 'What problems come up when FastAPI controllers are written as classes?'],
  ['request steps inside', 'FastAPI request handling: which steps does a request go through inside?'],
  ['작업 큐', '백그라운드 작업에서 요청의 세션을 그대로 써도 되나요?'],
] as const;

async function frameOf(window: Window): Promise<Frame> {
  const page = await window.panel.locator('html').elementHandle();
  const frame = await page.ownerFrame();
  if (frame === null) throw new Error('The panel has no page.');
  return frame;
}

/** What axe finds wrong on the page: its rules, each with the elements. */
async function violations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axeSource);
  const { violations: found } = await frame.evaluate(() => {
    const { axe } = globalThis as unknown as { readonly axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

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
    await mkdir(join(folder, '.vscode'));
    window = await Window.open({ folder, settings: { 'archiveAnswers.sources': ['room/room.md'] } });
  });
  afterAll(async () => {
    await window.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => window.beginTest());

  // The class is the one by which the workbench knows the theme's kind.
  describe.each([
    ['light', 'Default Light Modern', 'vs'],
    ['dark', 'Default Dark Modern', 'vs-dark'],
    ['high-contrast', 'Default High Contrast', 'hc-black'],
    ['high-contrast-light', 'Default High Contrast Light', 'hc-light'],
  ])('in the %s theme', (name, theme, kind) => {
    beforeAll(async () => {
      const settings = join(folder, '.vscode', 'settings.json');
      await writeFile(settings, JSON.stringify({ 'workbench.colorTheme': theme }));
      await window.page.locator(`.monaco-workbench.${kind}`).waitFor();
    });

    it.each(ENTRIES)('axe finds nothing in what "%s" finds', async (query, title) => {
      await window.openEntry(query, title);
      await window.panel.locator('main:not([aria-busy])').waitFor();
      expect(await violations(await frameOf(window))).toEqual([]);
    });

    it('every stop of the Tab key is in order, in sight, and shows that it has the focus', async () => {
      const [[query, title]] = ENTRIES;
      await window.openEntry(query, title);
      const frame = await frameOf(window);
      // A click begins the order where it is.
      await window.panel.locator('h1').click();
      const stops = await frame.evaluate(() => {
        const title = document.querySelector('h1');
        return [...document.querySelectorAll<HTMLElement>('main *')]
          .filter((element) => element.tabIndex === 0 && element.checkVisibility())
          .filter((element) => title!.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
          .map(({ outerHTML }) => outerHTML);
      });
      expect(stops.length).toBeGreaterThan(8);
      const reached: string[] = [];
      for (const stop of stops) {
        await window.page.keyboard.press('Tab');
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
    });
  });
});
