import { describe, expect } from 'vitest';
import { panelLabels } from '../../src/vscode/panel/panelLabels';
import { axeViolations } from './axe';
import { contrasts } from './contrast';
import { it } from './panelTest';
import { THEME_NAMES } from './theme';

/** Minimum contrast ratio of text: https://www.w3.org/TR/WCAG21/#contrast-minimum */
const MIN_CONTRAST = 4.5;

/** Every kind of box but those that fold or are tabs. */
const NOTES = [
  ...['note', 'tip', 'info', 'summary', 'important', 'success', 'warning', 'danger'],
  ...['question', 'answer', 'example', 'quote'],
] as const;

const TEXT = `---
id: kiln
---

# How hot does the kiln get?

> A1. Hot.[^cone] ==Never== open it before it is cold.[^cold]
>
${NOTES.map((kind) => `> :::${kind}\n> A box with \`code\`, [a link](https://example.org/kiln) and ==a mark==.\n> :::\n`).join('>\n')}>
> ??? danger "What if it *breaks*?"
>
>     Pull the plug.
>
>     - Then wait.
>       - An hour.
>
>     \`\`\`python
>     kiln.stop(now=True)  # at once
>     \`\`\`
>
> === "Gas"
>
>     Turn the valve.
>
> Cone
> : What melts at a known heat.
> : What stands on the shelf.
>
> <table>
> <tr><th>Cone</th><th align="right">Heat</th></tr>
> <tr><td>6</td><td align="right">${'1222_degrees_'.repeat(12)}</td></tr>
> </table>
>
> [^cone]: As [its maker](https://example.org/cone) says.
>
> [^cold]: Below fifty degrees.
>
>     A glove helps.
`;
const ROOM = { files: { 'kiln.md': TEXT } };

describe.for(THEME_NAMES)('in the %s theme, a post with boxes, footnotes, terms and a table', (theme) => {
  it('is readable, and axe finds nothing wrong', async ({ openPanel }) => {
    const panel = await openPanel(ROOM, { theme });
    await panel.openEntry('kiln');
    await panel.locator('details.box summary').click();
    const parts = '.box, .box-title, .box code, .box a, .box mark, .footnotes, .footnotes a, dt, dd, td, th';
    const measured = await contrasts(panel.locator(parts));
    expect(measured.length).toBeGreaterThan(4 * NOTES.length);
    for (const { name, ratio } of measured) expect(ratio, name).toBeGreaterThanOrEqual(MIN_CONTRAST);
    expect(await axeViolations(panel.page)).toEqual([]);
    await panel.page.setViewportSize({ width: 1000, height: 2400 });
    await panel.picture(`boxes-${theme}`);
    await panel.page.setViewportSize({ width: 400, height: 2400 });
    expect(await panel.overflow()).toBeLessThanOrEqual(0);
    await panel.picture(`boxes-${theme}-narrow`);
  });
});

describe('a post with boxes, footnotes, terms and a table', () => {
  it('has a note for each box, with an icon and the name of its kind', async ({ openPanel }) => {
    const panel = await openPanel(ROOM);
    await panel.openEntry('kiln');
    const labels = panelLabels().boxes;
    expect(await panel.page.getByRole('note').locator('.box-title').allInnerTexts()).toEqual([
      ...NOTES.map((kind) => labels[kind]),
      'Gas',
    ]);
    for (const kind of NOTES) {
      expect(await panel.locator(`div.box-${kind} > .box-title > .codicon`).count(), kind).toBe(1);
    }
    expect(await panel.locator('.post').first().innerText()).not.toMatch(/:::|===|\?\?\?|\[\^|^:|</m);
  });

  it('unfolds a folded box by its title, with the keyboard too', async ({ openPanel }) => {
    const panel = await openPanel(ROOM);
    await panel.openEntry('kiln');
    const inside = panel.page.getByText('Pull the plug.');
    const title = panel.locator('details.box > summary');
    expect(await title.innerText()).toContain('What if it breaks?');
    expect(await title.getByRole('img', { name: panelLabels().boxes.danger }).count()).toBe(1);
    expect(await inside.isVisible()).toBe(false);
    await title.focus();
    await panel.press('Enter');
    expect(await inside.isVisible()).toBe(true);
  });

  it('leads from a reference to its footnote and back', async ({ openPanel }) => {
    const panel = await openPanel(ROOM, { viewport: { width: 800, height: 300 } });
    await panel.openEntry('kiln');
    const labels = panelLabels();
    const notes = panel.page.getByRole('group', { name: labels.footnotes }).getByRole('listitem');
    expect(await notes.count()).toBe(2);
    const reference = panel.page.getByRole('link', { name: labels.footnote(2), exact: true });
    const back = notes.nth(1).getByRole('link', { name: labels.backToText });
    const isInView = (element: typeof back) =>
      element.evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    expect(await isInView(back)).toBe(false);
    await reference.click();
    expect(await isInView(back)).toBe(true);
    expect(await isInView(reference)).toBe(false);
    await back.click();
    expect(await isInView(reference)).toBe(true);
  });

  it('scrolls a wide table of HTML, with columns aligned as its author did', async ({ openPanel }) => {
    const panel = await openPanel(ROOM, { viewport: { width: 400, height: 600 } });
    await panel.openEntry('kiln');
    const table = panel.locator('.table');
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['Cone', 'Heat']);
    expect(await table.evaluate((box) => [box.tabIndex, box.scrollWidth > box.clientWidth])).toEqual([
      0,
      true,
    ]);
    expect(await table.locator('.align-right').count()).toBe(2);
    expect(await panel.page.getByRole('term').allInnerTexts()).toEqual(['Cone']);
    expect(await panel.page.getByRole('definition').count()).toBe(2);
  });
});
