import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
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

describe.each([
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
  ['high-contrast-light', 'Default High Contrast Light'],
])('for everyone, in the %s theme', (name, theme) => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({
      folder: fixtures,
      settings: { 'workbench.colorTheme': theme, 'archiveAnswers.sources': ['room/room.md'] },
    });
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it.each(ENTRIES)('axe finds nothing in what "%s" finds', async (query, title) => {
    await window.openEntry(query, title);
    await window.panel.locator('main:not([aria-busy])').waitFor();
    expect(await violations(await frameOf(window))).toEqual([]);
  });

  it('every stop of the Tab key is in order, in sight, and shows that it has the focus', async () => {
    const frame = await frameOf(window);
    await window.panel.locator('h1').click();
    await window.page.keyboard.press('ControlOrMeta+Home');
    const stops = await frame.locator('main a, main button, main summary, main [tabindex="0"]').count();
    expect(stops).toBeGreaterThan(8);
    const seen: { at: number; outline: string; isInSight: boolean }[] = [];
    for (let stop = 0; stop < stops; stop += 1) {
      await window.page.keyboard.press('Tab');
      const reached = await frame.evaluate(() => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) return undefined;
        const all = [...document.querySelectorAll('main *')];
        const { top, bottom } = activeElement.getBoundingClientRect();
        const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
        return {
          at: all.indexOf(activeElement),
          outline: `${outlineStyle} ${outlineWidth}`,
          isInSight: bottom > 0 && top < innerHeight,
        };
      });
      if (reached === undefined || reached.at < 0) break;
      seen.push(reached);
    }
    expect(seen.length).toBeGreaterThan(8);
    expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).toSorted((a, b) => a - b));
    for (const { outline, isInSight } of seen) {
      expect(outline).not.toMatch(/^none|\b0px/);
      expect(isInSight).toBe(true);
    }
    await window.picture(`focus-${name}`);
  });

  it('fits at 200 % zoom, and holds still where motion is to be reduced', async () => {
    await window.page.setViewportSize({ width: 640, height: 400 });
    const frame = await frameOf(window);
    await expect
      .poll(() => frame.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
    await window.picture(`zoom-${name}`);
    await window.page.setViewportSize({ width: 1280, height: 800 });
    await window.page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await frame.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
          const seconds = [transitionDuration, animationDuration]
            .flatMap((text) => text.split(','))
            .map(parseFloat);
          return scrollBehavior === 'smooth' || seconds.some((duration) => duration > 0.01);
        }).length,
    );
    expect(moving).toBe(0);
    await window.page.emulateMedia({ reducedMotion: null });
  });
});
