import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { addFolder, PARROT } from './addFolder';
import { windowTests } from './windowTests';
import { fixtures } from './workspace';

const it = windowTests({
  workspace: { folders: { '.': join(fixtures, 'untrusted') }, files: { 'questions/parrot.md': PARROT.text } },
  trust: false,
});

describe('a workspace that is not trusted', () => {
  it('does not get the archives read that its settings name', async ({ window }) => {
    const { sidebar } = window;
    await sidebar.open();
    await window.runCommand('Archive Answers: Group by Archive');
    await sidebar.row('FastAPI User Group (Korea)').waitFor();
    expect(await sidebar.entries.locator('.monaco-list-row').count()).toBe(1);
  });

  it('keeps its settings when an archive is added, and leads to its trust', async ({ window, workspace }) => {
    const { toasts, page } = window;
    const before = await workspace.settings();
    await addFolder(window, workspace.path('questions'));
    const toast = toasts.filter({ hasText: 'questions was not added' });
    await toast.waitFor();
    expect(await toast.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await toast.getByRole('button', { name: 'Manage Trust' }).click();
    await page.locator('.workspace-trust-editor').waitFor();
    expect(await workspace.settings()).toEqual(before);
  });
});
