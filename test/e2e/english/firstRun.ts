import { describe, expect } from 'vitest';
import { it } from './tests';

describe('the first run', () => {
  it('opens nothing and notifies of nothing, not even once the extension runs', async ({ window }) => {
    const { editor, sidebar, page } = window;
    await sidebar.open();
    await sidebar.row('FastAPI').waitFor();
    expect(await editor.tabs.count()).toBe(0);
    await window.runCommand('Notifications: Show Notifications');
    const notifications = page.locator('.notifications-center.visible');
    await notifications.waitFor();
    const texts = await notifications.locator('.notification-list-item').allInnerTexts();
    expect(texts.filter((text) => text.includes('Archive Answers'))).toEqual([]);
    await window.runCommand('Notifications: Hide Notifications');
  });
});
