import { describe, expect } from 'vitest';
import { axeViolations } from './axe';
import { contrasts } from './contrast';
import { it } from './panelTest';
import { EVERYTHING_ROOM, shippedRoom } from './rooms';
import { THEME_NAMES } from './theme';

/** Minimum contrast ratio of text: https://www.w3.org/TR/WCAG21/#contrast-minimum */
const MIN_CONTRAST = 4.5;

describe.for(THEME_NAMES)('in the %s theme', (theme) => {
  it('text and code are readable, wide and narrow', async ({ openPanel }) => {
    const panel = await openPanel(await shippedRoom(), { theme });
    await panel.openEntry('request-lifecycle');
    await panel.locator('.code').first().waitFor();
    await panel.picture(`theme-${theme}`);
    const parts =
      '.code code, .code [class^="hljs-"], .body, .body a, .kind, .label, .topics, .facts, .why, h1';
    const measured = await contrasts(panel.locator(parts));
    expect(measured.length).toBeGreaterThan(20);
    for (const { name, ratio } of measured) expect(ratio, name).toBeGreaterThanOrEqual(MIN_CONTRAST);
    expect(await axeViolations(panel.page)).toEqual([]);
    await panel.locator('.code').first().scrollIntoViewIfNeeded();
    await panel.picture(`theme-${theme}-code`);
    await panel.page.setViewportSize({ width: 420, height: 760 });
    expect(await panel.overflow()).toBeLessThanOrEqual(0);
    await panel.picture(`theme-${theme}-narrow`);
  });
});

describe('in a theme that defines no colours', () => {
  it('the page uses those of the browser', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    await panel.page.evaluate(() => {
      const { style } = document.documentElement;
      for (const name of [...style]) if (name.startsWith('--vscode-')) style.removeProperty(name);
    });
    await panel.locator('summary').first().click();
    await panel.picture('no-colours');
    expect(await axeViolations(panel.page)).toEqual([]);
    const colours = await panel.locator('body').evaluate((body) => {
      const { color, backgroundColor } = getComputedStyle(body);
      return [color, backgroundColor];
    });
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });
});
