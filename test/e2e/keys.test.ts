import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openWorkbench, runCommand } from '../../scripts/host/browser.mjs';
import { UNTIL, Window } from './window';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** What a browser says of the system it runs on; a window lists the keys of that. */
const SYSTEMS = {
  linux: 'X11; Linux x86_64',
  win: 'Windows NT 10.0; Win64; x64',
  mac: 'Macintosh; Intel Mac OS X 10_15_7',
} as const;
type System = keyof typeof SYSTEMS;

/** The commands whose keys work wherever the focus is; the others' work in our own lists and pages only. */
const EVERYWHERE = ['search', 'searchSelection', 'findForError'].map((name) => `archiveAnswers.${name}`);

/** The default keys of a system, of VS Code and of all extensions in it, as the window itself lists them. */
async function defaultKeys(page: Page, url: string, system: System): Promise<readonly Binding[]> {
  await openWorkbench(page, url);
  await runCommand(page, 'Preferences: Open Default Keyboard Shortcuts (JSON)');
  const lines = page.locator('.editor-group-container.active .view-line');
  const text = await vi.waitFor(async () => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await lines.filter({ hasText: 'command' }).first().click();
    await page.keyboard.press(system === 'mac' ? 'Meta+A' : 'Control+A');
    await page
      .locator('.statusbar')
      .getByText(/\(\d{5,} selected\)/)
      .waitFor({ timeout: 10_000 });
    // Copying is the browser's own, which runs on this machine whatever it says.
    await page.keyboard.press('ControlOrMeta+C');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^(\[|\/\/)/);
    return copied;
  }, UNTIL);
  return parse(text) as readonly Binding[];
}

/** A key or chord, with the modifiers of each stroke in one order. */
const normal = (keys: string): string =>
  keys
    .split(' ')
    .map((stroke) => stroke.split('+').toSorted().join('+'))
    .join(' ');

/** Whether one chord is the other, or begins it: then one of them could not be typed. */
const collide = (one: string, other: string): boolean =>
  `${normal(one)} `.startsWith(`${normal(other)} `) || `${normal(other)} `.startsWith(`${normal(one)} `);

/** The ways in which a condition can hold, each a list of terms that all hold then. */
const ways = ({ when = '' }: Binding, system: System): string[][] =>
  when
    .split('||')
    .map((way) => way.split('&&').map((term) => term.trim()))
    .filter((terms) => !terms.includes('false') && !terms.includes(system === 'mac' ? '!isMac' : 'isMac'));

/** Whether two terms can never hold at once. */
const contradict = (one: string, other: string): boolean =>
  one === `!${other}` || other === `!${one}` || one.replace(' != ', ' == ') === other;

/** Whether nothing can make both bindings count at once. */
const areApart = (ours: Binding, theirs: Binding, system: System): boolean =>
  ways(theirs, system).every((there) =>
    ways(ours, system).every((here) => here.some((term) => there.some((other) => contradict(term, other)))),
  );

describe('the keys that work everywhere', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open();
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  describe.each(Object.keys(SYSTEMS) as System[])('on %s', (system) => {
    let keys: readonly Binding[];
    beforeAll(async () => {
      const browser = window.page.context().browser();
      if (browser === null) throw new Error('The window has no browser.');
      const context = await browser.newContext({
        userAgent: `Mozilla/5.0 (${SYSTEMS[system]}) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36`,
        permissions: ['clipboard-read', 'clipboard-write'],
        // The server knows the browser by a cookie.
        storageState: await window.page.context().storageState(),
      });
      keys = await defaultKeys(await context.newPage(), window.page.url(), system);
      await context.close();
    });

    it('are those of the system', () => {
      const save = keys.filter(({ command }) => command === 'workbench.action.files.save');
      expect(save.map(({ key }) => normal(key))).toContain(system === 'mac' ? 'cmd+s' : 'ctrl+s');
      expect(keys.length).toBeGreaterThan(900);
    });

    it('begin with a stroke that begins chords anyway', () => {
      const ours = keys.filter(({ command }) => EVERYWHERE.includes(command));
      expect(ours.map(({ command }) => command).toSorted()).toEqual(EVERYWHERE.toSorted());
      for (const { key } of ours) expect(key).toMatch(system === 'mac' ? /^cmd\+k / : /^ctrl\+k /);
    });

    it('take none from VS Code', () => {
      const ours = keys.filter(({ command }) => EVERYWHERE.includes(command));
      const theirs = keys.filter(({ command }) => !command.includes('archiveAnswers.'));
      const taken = ours.flatMap((own) =>
        theirs
          .filter((other) => collide(own.key, other.key) && !areApart(own, other, system))
          .map((other) => `${own.key} of ${own.command} and ${other.key} of ${other.command}`),
      );
      expect(taken).toEqual([]);
    });
  });

  it('open the search, also from an editor and with the name under the cursor', async () => {
    await window.openFile('legacy.py');
    await window.page.keyboard.press('Control+K');
    await window.page.keyboard.press('Control+G');
    await window.page.locator('.quick-input-title:visible').getByText('Archive Answers: Search').waitFor();
    await window.page.keyboard.press('Escape');
    await window.page
      .locator('.view-line span', { hasText: /^\s*scoped_session\s*$/ })
      .last()
      .dblclick();
    await window.page.keyboard.press('Control+K');
    await window.page.keyboard.press('Control+Shift+G');
    const typed = window.page.locator('.quick-input-widget:visible input').first();
    await expect.poll(() => typed.inputValue()).toBe('scoped_session');
    await window.page.keyboard.press('Escape');
  });

  it('hold a modifier in every stroke, so that they work while Hangul is typed', async () => {
    const manifest = JSON.parse(
      await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'),
    ) as { readonly contributes: { readonly keybindings: readonly (Binding & { readonly mac?: string })[] } };
    const ours = manifest.contributes.keybindings.filter(({ command }) => EVERYWHERE.includes(command));
    expect(ours).toHaveLength(3);
    for (const { key, mac = '' } of ours) {
      for (const stroke of key.split(' ')) expect(stroke).toContain('ctrl+');
      for (const stroke of mac.split(' ')) expect(stroke).toContain('cmd+');
    }
  });
});
