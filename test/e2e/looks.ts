import { expect } from 'vitest';
import type { Window } from './window';

/** Moves down and up again until the list's first row is shown: a list that is filled anew forgets the movement. */
export async function lookAtFirst(window: Window, id: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await window.page.keyboard.press('ArrowDown');
        await window.page.keyboard.press('ArrowUp');
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
