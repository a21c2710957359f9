import { describe, expect } from 'vitest';
import { Walkthrough, type WalkthroughLabels } from '../walkthrough';
import { firstRunTests } from '../firstRun';
import { it } from './tests';

const LABELS: WalkthroughLabels = {
  command: 'Archive Answers: Getting Started',
  title: 'Get Started with Archive Answers',
  steps: [
    'Search as you would ask',
    'Hover over a name',
    'Read the thread beside your code',
    'Add your own archive',
  ],
  buttons: ['Search', 'Open an Example', 'Browse Entries', 'Add Archive…'],
};

firstRunTests(it, 'en', LABELS);

describe('the walkthrough', () => {
  it('searches from its first step, which is done then', async ({ window }) => {
    const walkthrough = new Walkthrough(window, LABELS);
    await walkthrough.press(0);
    await window.quickInput.waitForTitle('Archive Answers: Search');
    await window.quickInput.cancel();
    await walkthrough.check(0).waitFor();
  });

  it('opens an example whose names have answers, and which closes without a question', async ({ window }) => {
    const { editor, sidebar, page, dialog } = window;
    await sidebar.open();
    await new Walkthrough(window, LABELS).press(1);
    await editor.activeTab.getByText('example.py').first().waitFor();
    await editor.focused.waitFor();
    await sidebar.file.locator('.monaco-list-row').first().waitFor();
    await editor.hoverOver('session_factory = async_sessionmaker', 'async_sessionmaker');
    await page.keyboard.press('x');
    await page.getByText('The example is read-only. Save it elsewhere to edit it.').first().waitFor();
    await window.runCommand('View: Close Editor');
    await editor.tab('example.py').waitFor({ state: 'detached' });
    expect(await dialog.count()).toBe(0);
  });

  it('asks for an archive from its last step, which only an archive completes', async ({ window }) => {
    const walkthrough = new Walkthrough(window, LABELS);
    await walkthrough.press(3);
    await window.quickInput.waitForTitle('Add Archive');
    expect(await window.quickInput.rows.count()).toBe(2);
    await window.quickInput.cancel();
    await walkthrough.button(3).waitFor();
    expect(await walkthrough.check(3).count()).toBe(0);
  });
});
