import { describe, expect } from 'vitest';
import { documentLinks, type DocumentLinks } from '../../src/core/archive/documentLinks';
import { renderEntry } from '../../src/core/render/renderEntry';
import { panelLabels } from '../../src/vscode/panel/panelLabels';
import { beyondLimits, HTML_LIMITS } from '../attack/htmlLimits';
import { attackedRooms, IS_FULL, recordCounts, SAMPLE, type AttackedEntry } from '../attack/rooms';
import { it } from './panelTest';
import { PICTURES } from './room';

/** Entries whose HTML is put into the page at a time. */
const BATCH = 100;
/** Milliseconds for all vectors in all places. */
const FULL_TIMEOUT = 900_000;

function htmlOf({ entry }: AttackedEntry, links: DocumentLinks): string {
  const { shell, chunks } = renderEntry(entry, entry, {
    labels: panelLabels(),
    imageUrl: (path) => `${PICTURES}${encodeURI(path.replace(/\p{Surrogate}/gu, '\ufffd'))}`,
    links,
    related: [],
    archiveTitle: entry.title,
  });
  return shell.replace(/<div class="posts[^"]*">(?=<\/div>)/, (open) => open + [...chunks].join('\n'));
}

describe('an attack on the page', () => {
  it(
    'runs nothing, requests nothing, opens nothing and adds nothing, even without a policy',
    async ({ openPanel }) => {
      const panel = await openPanel({ files: { 'a.md': '# T\n\n> x\n' } }, { withoutPolicy: true });
      await panel.page.evaluate(() => {
        const count = (): void => {
          Object.assign(globalThis, {
            firedTimes: ((globalThis as { firedTimes?: number }).firedTimes ?? 0) + 1,
          });
        };
        Object.assign(globalThis, { fired: count, open: count, alert: count });
      });
      const failures: string[] = [];
      let shown = 0;
      for await (const room of attackedRooms()) {
        const links = documentLinks(room.library.entries());
        for (let start = 0; start < room.attacked.length; start += BATCH) {
          const batch = room.attacked.slice(start, start + BATCH);
          const pages = batch.map((attacked) => htmlOf(attacked, links));
          const found = await panel.page.evaluate(playAttacks, {
            pages,
            limits: HTML_LIMITS,
            check: beyondLimits.toString(),
          });
          found.forEach((texts, at) => {
            const { vector, place } = batch[at]!;
            failures.push(...texts.map((text) => `${vector.id} as ${place}: ${text}`));
          });
          shown += batch.length;
        }
      }
      expect(failures).toEqual([]);
      expect(
        await panel.page.evaluate(() => (globalThis as { firedTimes?: number }).firedTimes),
      ).toBeUndefined();
      expect(
        await panel.page.evaluate(
          () => typeof (globalThis as unknown as { acquireVsCodeApi: unknown }).acquireVsCodeApi,
        ),
      ).toBe('function');
      expect(panel.page.context().pages().length).toBeLessThanOrEqual(2);
      // Images that an archive is said to have, and that are not there.
      panel.problems.splice(0, Infinity, ...panel.problems.filter((text) => !text.includes('status of 404')));
      expect(shown).toBeGreaterThanOrEqual(SAMPLE.length);
      if (IS_FULL) await recordCounts('page', { page: shown });
    },
    IS_FULL ? FULL_TIMEOUT : 60_000,
  );

  it('is noticed: what the canary and the limits are there for', async ({ openPanel }) => {
    const panel = await openPanel({ files: { 'a.md': '# T\n\n> x\n' } }, { withoutPolicy: true });
    const pages = [
      '<img src=x onerror="globalThis.wasFired = true">',
      '<a href="javascript:x">x</a>',
      '<p id="fired" class="attack">x</p>',
    ];
    const found = await panel.page.evaluate(playAttacks, {
      pages,
      limits: HTML_LIMITS,
      check: beyondLimits.toString(),
    });
    expect(found).toEqual([['src=x', 'IMG onerror'], ['href=javascript:x'], ['id=fired', 'class of P']]);
    await expect
      .poll(() => panel.page.evaluate(() => (globalThis as { wasFired?: boolean }).wasFired))
      .toBe(true);
    await panel.settled();
    panel.problems.splice(0);
  });
});

/** Puts pages into the document one after the other, moves over, focuses, opens and clicks what is in them. Runs in the page. */
async function playAttacks({
  pages,
  limits,
  check,
}: {
  readonly pages: readonly string[];
  readonly limits: typeof HTML_LIMITS;
  readonly check: string;
}): Promise<readonly (readonly string[])[]> {
  // The function is sent as text: it cannot close over anything here.
  const beyond = (0, eval)(`(${check})`) as typeof beyondLimits;
  const main = document.querySelector('main')!;
  const found = [];
  for (const html of pages) {
    main.innerHTML = html;
    found.push([
      ...beyond(main, limits),
      ...(main.parentElement === document.body ? [] : ['main was moved']),
    ]);
    for (const details of main.querySelectorAll('details')) details.open = true;
    for (const element of main.querySelectorAll<HTMLElement>('*')) {
      for (const type of ['mouseover', 'pointerenter', 'focus', 'toggle', 'animationstart'])
        element.dispatchEvent(new Event(type));
      element.focus();
    }
  }
  // Images and animations begin with the next frames.
  for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  return found;
}
