import { describe, expect } from 'vitest';
import { JOINED, LIFECYCLE, REQUEST, SCOPED } from '../entries';
import { APPLICATIONS, it, NAMES } from './tests';

const LINE = 'Session = scoped_session';
const NAME = 'scoped_session';

describe('the hover', () => {
  it('comes with the mouse, leads to the entry and on to the search', async ({ window }) => {
    const { editor, panel, quickInput, sidebar } = window;
    await sidebar.open();
    await window.openFile('legacy.py');
    // What the extension has read of the file is listed.
    await sidebar.fileRow(SCOPED).waitFor();
    const hover = await editor.hoverOver(LINE, NAME);
    expect(await hover.innerText()).toMatch(/Self-answered/);
    await hover.getByRole('link', { name: 'More about scoped_session…' }).click();
    await quickInput.waitForText(/^symbol:sqlalchemy\.orm\.scoped_session $/);
    await quickInput.row(SCOPED).waitFor();
    await quickInput.cancel();
    await window.page.mouse.move(0, 0);
    await editor.hover.waitFor({ state: 'hidden' });
    await (await editor.hoverOver(LINE, NAME)).getByRole('link', { name: /^Is a freshly/ }).click();
    await panel.waitForEntry(SCOPED);
  });

  it('answers for the names that the README gives as examples, and opens the post that speaks of one', async ({
    window,
  }) => {
    const { editor, panel, sidebar } = window;
    await sidebar.open();
    await window.openFile(NAMES);
    await sidebar.fileRow(SCOPED).waitFor();
    for (const [line, name, title, answer] of [
      [
        'registry = scoped_session',
        'scoped_session',
        SCOPED,
        'Yes: a Session that no other thread shares is safe.',
      ],
      ['needs = Depends', 'Depends', REQUEST, 'Inject one AsyncSession per request with a yield dependency'],
      ['plain = orm.Session', 'Session', SCOPED, 'Yes: a Session that no other thread shares is safe.'],
      ['await session.execute', 'execute', JOINED, '.join() does not fill the relationship'],
      [
        'members = relationship("Member", lazy="selectin',
        'selectin',
        JOINED,
        '.join() does not fill the relationship',
      ],
    ] as const) {
      const hover = await editor.hoverOver(line, name);
      await hover.getByText(answer).waitFor();
      await hover.getByRole('link', { name: title.slice(0, 30) }).waitFor();
      await window.page.mouse.move(0, 0);
      await editor.hover.waitFor({ state: 'hidden' });
    }
    const hover = await editor.hoverOver('await session.refresh', 'refresh');
    await hover.getByRole('link', { name: JOINED.slice(0, 30) }).click();
    await panel.waitForEntry(JOINED);
    await expect.poll(() => panel.position()).toMatch(/^post-\d+ /);
    expect(await panel.content.locator('.post-reached').innerText()).toContain('refresh');
  });

  it('answers for names in middleware, and for those of Flask-SQLAlchemy', async ({ window }) => {
    const { editor, sidebar } = window;
    await sidebar.open();
    await window.openFile(APPLICATIONS);
    await sidebar.fileRow(SCOPED).waitFor();
    for (const [line, name, title] of [
      ['db.relationship', 'relationship', JOINED],
      ['current.get().refresh', 'refresh', JOINED],
      ['db.session.remove', 'remove', SCOPED],
      ['app.add_middleware', 'add_middleware', LIFECYCLE],
    ] as const) {
      const hover = await editor.hoverOver(line, name);
      await hover.getByRole('link', { name: title.slice(0, 30) }).waitFor();
      await window.page.mouse.move(0, 0);
      await editor.hover.waitFor({ state: 'hidden' });
    }
  });

  it('comes and opens by keyboard', async ({ window }) => {
    const { editor, panel, page, sidebar } = window;
    await sidebar.open();
    await window.openFile('legacy.py');
    await sidebar.fileRow(SCOPED).waitFor();
    await editor.select(LINE, NAME);
    await window.statusBar.getByText('(14 selected)').waitFor();
    const show = async (): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+K');
      await page.keyboard.press('ControlOrMeta+I');
    };
    await show();
    await editor.hover.waitFor();
    // Once more goes into it.
    await show();
    await page.locator('.monaco-hover:focus-within').first().waitFor();
    await page.keyboard.press('Tab');
    await editor.hover.getByRole('link').first().and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await panel.waitForEntry(SCOPED);
  });
});
