import { expect } from 'vitest';
import type { Window } from './window';

/**
 * Moves down and up again until the list's first row is shown. A list that is filled anew between the two has lost the
 * first of them: then the reader is at the last row, from which it goes down to the first one.
 */
export async function lookAtFirst(window: Window, id: string): Promise<void> {
  let tries = 0;
  await expect
    .poll(
      async () => {
        await window.page.keyboard.press('ArrowDown');
        if (tries % 2 === 0) await window.page.keyboard.press('ArrowUp');
        tries += 1;
        await window.page.waitForTimeout(2_000);
        return window.article(id).count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
}

/** Searches for an entry and looks at it, without opening it. */
export async function lookAt(window: Window, query: string, title: string, id: string): Promise<void> {
  await window.openSearch();
  await window.type(query, title);
  await lookAtFirst(window, id);
}
