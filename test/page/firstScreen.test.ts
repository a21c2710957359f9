import { describe, expect } from 'vitest';
import { it } from './panelTest';
import { shippedRoom } from './rooms';

/** Half of a common window. */
const HALF_WINDOW = { width: 640, height: 800 };
/** Pixels of the first answer that have to be on the first screen: two lines. */
const LINES = 48;

describe.for(['en', 'ko'] as const)("at half a window's width, in a window in %s", (language) => {
  it('the first answer of each entry of the archive that ships begins on the first screen', async ({
    openPanel,
  }) => {
    const panel = await openPanel(await shippedRoom(), { language, viewport: HALF_WINDOW });
    const below: string[] = [];
    for (const { id } of panel.room.archive.entries) {
      const name = id.slice(panel.room.idOf('').length);
      await panel.openEntry(name);
      const top = await panel
        .locator('.post-answer .body')
        .first()
        .evaluate((body) => Math.round(body.getBoundingClientRect().top));
      await panel.picture(`first-screen-${name}-${language}`);
      if (top + LINES > HALF_WINDOW.height) below.push(`${name}: ${String(top)}`);
    }
    expect(below).toEqual([]);
  });
});
