/**
 * Takes screenshots of a window, whole or cropped: as PNG for reviews, and as WebP to commit.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ x: number, y: number, width: number, height: number }} Clip in CSS pixels */

/** WebP quality, of 100: text stays sharp, and a window's few colours compress well. */
const QUALITY = 85;

/**
 * Takes a screenshot of a window, once animations have ended.
 *
 * @param {Page} page
 * @param {string} path `.png` or `.webp`; its folder is made
 * @param {Clip} [part] of the window; what of it lies outside is left out
 */
export async function photograph(page, path, part) {
  await page.waitForTimeout(500);
  const clip = inside(page, part ?? { x: 0, y: 0, width: Infinity, height: Infinity });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, path.endsWith('.webp') ? await webp(page, clip) : await page.screenshot({ clip }));
}

/**
 * Encodes a screenshot as WebP in the browser, as Playwright cannot.
 *
 * @param {Page} page
 * @param {Clip} clip
 * @returns {Promise<Buffer>}
 */
async function webp(page, clip) {
  const session = await page.context().newCDPSession(page);
  try {
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality: QUALITY,
      clip: { ...clip, scale: 1 },
    });
    return Buffer.from(data, 'base64');
  } finally {
    await session.detach();
  }
}

/**
 * @param {Page} page
 * @param {Clip} clip
 * @returns {Clip}
 */
function inside(page, { x, y, width, height }) {
  const size = page.viewportSize();
  if (size === null) throw new Error('The window has no size of its own.');
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  return {
    x: left,
    y: top,
    width: Math.min(x + width, size.width) - left,
    height: Math.min(y + height, size.height) - top,
  };
}
