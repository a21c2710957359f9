import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { panelLabels } from '../../src/vscode/panel/panelLabels';
import { axeViolations } from './axe';
import { pageLabels } from '../../src/vscode/panel/pageRendering';
import { it } from './panelTest';
import { EVERYTHING_ROOM, questionRoom, shippedRoom } from './rooms';

/** The contrast tests check the colours of all themes. */
const THEMES = ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const;

/** Entries of the archive that ships; together with that of the contrast tests they have every kind of content. */
const SHIPPED = ['scoped-session-threads', 'class-based-views'];
const FLEETING = '---\nid: fleeting\n---\n# How long does this entry last?\n\n> Not long.\n';

/** The number of elements with a smooth animation or transition; changes in steps do not count. */
function countMoving(page: Page): Promise<number> {
  return page.evaluate(
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

describe.for(THEMES)('in the %s theme', (theme) => {
  it('axe finds nothing wrong with entries of the archive that ships', async ({ openPanel }) => {
    const panel = await openPanel(await shippedRoom(), { theme });
    for (const id of SHIPPED) {
      await panel.openEntry(id);
      expect(await axeViolations(panel.page), id).toEqual([]);
    }
  });

  it('axe finds nothing wrong with expanded details, an enlarged image and a missing entry', async ({
    openPanel,
  }) => {
    const files = { ...EVERYTHING_ROOM.files, 'fleeting.md': FLEETING };
    const panel = await openPanel({ ...EVERYTHING_ROOM, files }, { theme });
    await panel.openEntry('everything');
    for (const details of ['.outline', '.post details']) await panel.locator(`${details} summary`).click();
    await panel.button(panelLabels().allPosts).waitFor();
    expect(await axeViolations(panel.page)).toEqual([]);
    await panel.picture(`unfolded-${theme}`);
    await panel.button(panelLabels().enlargeImage('a tall one')).click();
    await panel.dialog.locator('.room').waitFor();
    expect(await axeViolations(panel.page)).toEqual([]);
    await panel.dialog.getByRole('button', { name: pageLabels().zoom }).click();
    await panel.dialog.locator('.is-zoomed').waitFor();
    expect(await axeViolations(panel.page)).toEqual([]);
    await panel.press('Escape');
    await panel.openEntry('fleeting');
    await panel.room.write({ 'fleeting.md': undefined });
    await panel.host.render();
    await panel.locator('.gone').waitFor();
    expect(await axeViolations(panel.page)).toEqual([]);
  });

  it('every tab stop is in order, in view, and shows the focus', async ({ openPanel }) => {
    const panel = await openPanel(await shippedRoom(), { theme });
    await panel.openEntry('scoped-session-threads');
    const stops = await panel
      .locator('main *')
      .evaluateAll((elements) =>
        elements
          .filter((element) => (element as HTMLElement).tabIndex === 0 && element.checkVisibility())
          .map(({ outerHTML }) => outerHTML),
      );
    expect(stops.length).toBeGreaterThan(8);
    expect(stops[0]).toContain('data-act="openSource"');
    const reached: string[] = [];
    for (const stop of stops) {
      await panel.press('Tab');
      const { html, outline, opacity, isInView } = await panel.page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        const { top, bottom, left, right } = element.getBoundingClientRect();
        const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
        return {
          html: element.outerHTML,
          outline: `${outlineStyle} ${outlineWidth}`,
          opacity,
          // A scrollable box may be larger than the page.
          isInView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
        };
      });
      reached.push(html);
      expect(outline, stop).toMatch(/^solid [1-9]/);
      expect(opacity, stop).toBe('1');
      expect(isInView, stop).toBe(true);
      if (reached.length === 6) await panel.picture(`focus-${theme}`);
    }
    expect(reached).toEqual(stops);
  });
});

it('axe finds nothing wrong with an entry in Korean, in a Korean window', async ({ openPanel }) => {
  const panel = await openPanel(await questionRoom(), { language: 'ko' });
  await panel.openEntry('room.md#백그라운드-작업에서-요청의-세션을-그대로-써도-되나요');
  expect(await axeViolations(panel.page)).toEqual([]);
  await panel.picture('korean-window');
});

it('fits at 200 % zoom', async ({ openPanel }) => {
  const panel = await openPanel(await shippedRoom(), { viewport: { width: 500, height: 380 } });
  for (const id of SHIPPED) {
    await panel.openEntry(id);
    expect(await panel.overflow(), id).toBeLessThanOrEqual(0);
  }
});

it('does not move where the system or VS Code reduces motion', async ({ openPanel }) => {
  const panel = await openPanel(EVERYTHING_ROOM);
  await panel.openEntry('other');
  // The highlight of the post that was reached is the only animation.
  await panel.pressTo('Alt+ArrowDown', 'post-0');
  expect(await countMoving(panel.page)).toBe(1);
  await panel.page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await countMoving(panel.page)).toBe(0);
  await panel.page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await countMoving(panel.page)).toBe(1);
  await panel.locator('body').evaluate((body) => {
    body.classList.add('vscode-reduce-motion');
  });
  expect(await countMoving(panel.page)).toBe(0);
});

it('keeps the rails of posts in forced colours', async ({ openPanel }) => {
  const panel = await openPanel(EVERYTHING_ROOM, { theme: 'high-contrast' });
  await panel.openEntry('everything');
  await panel.page.emulateMedia({ forcedColors: 'active' });
  const rail = await panel
    .locator('.post-answer')
    .first()
    .evaluate((post) => {
      const { backgroundImage, forcedColorAdjust } = getComputedStyle(post, '::before');
      return { backgroundImage, forcedColorAdjust };
    });
  expect(rail.forcedColorAdjust).toBe('none');
  expect(rail.backgroundImage).toContain('linear-gradient');
  expect(
    await panel
      .locator('.sign')
      .first()
      .evaluate((sign) => getComputedStyle(sign).opacity),
  ).toBe('1');
});

it('marks labels with the language of the window and text with that of the entry', async ({ openPanel }) => {
  const panel = await openPanel(EVERYTHING_ROOM, { language: 'ko' });
  await panel.openEntry('everything');
  expect(await panel.locator('html').getAttribute('lang')).toBe('en');
  const languages = panel.locator('.post-answer').first().locator('[lang]');
  const own = await panel.locator('.post-answer').first().getAttribute('lang');
  expect(own).toBe('ko');
  expect(await languages.first().getAttribute('lang')).toBe('en');
  expect(await panel.locator('.kind').allInnerTexts()).toEqual(
    expect.arrayContaining(['질문', '답변', '답글', '정리자 메모']),
  );
  expect(await panel.locator('.status').innerText()).toBe(panelLabels().statuses.disputed);
  await panel.picture('korean-labels');
});
