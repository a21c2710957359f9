import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import type { Window } from './window';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The frame of the panel's page. */
export async function frameOf(window: Window): Promise<Frame> {
  const page = await window.panel.locator('html').elementHandle();
  const frame = await page.ownerFrame();
  if (frame === null) throw new Error('The panel has no page.');
  return frame;
}

/** What axe finds wrong on the page: its rules, each with the elements. */
export async function violations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axeSource);
  const { violations: found } = await frame.evaluate(() => {
    const { axe } = globalThis as unknown as { readonly axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}
