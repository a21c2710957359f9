import { vi } from 'vitest';
import { UNTIL, type Window } from './window';

/**
 * Moves down and up again, so that the list's first row is shown. A list that is filled anew between the two has lost
 * the first of them: then the reader is at the last row, from which it goes down to the first one.
 */
export async function lookAtFirst(window: Window, id: string): Promise<void> {
  const { keyboard } = window.page;
  const isAtFirst = () =>
    window.page.locator('.quick-input-list .monaco-list-row.focused[data-index="0"]').isVisible();
  await vi.waitFor(async () => {
    if (await window.article(id).isVisible()) return;
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowUp');
    if (!(await isAtFirst())) await keyboard.press('ArrowDown');
    // No key meanwhile: each would move on from the row that is about to be shown.
    await window.article(id).waitFor({ timeout: 8_000 });
  }, UNTIL);
}

/** Searches for an entry and looks at it, without opening it. */
export async function lookAt(window: Window, query: string, title: string, id: string): Promise<void> {
  await window.openSearch();
  await window.type(query, title);
  await lookAtFirst(window, id);
}
