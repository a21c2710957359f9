import { expect } from 'vitest';
import type { Window } from './window';

/** An archive of one entry. */
export const PARROT = {
  title: 'Who feeds the parrot?',
  text: '# Who feeds the parrot?\n\n> The neighbour.\n',
};

/** Adds the workspace's folder `questions` by the command, and by the path in the dialog that asks for one. */
export async function addFolder(window: Window, folder: string): Promise<void> {
  const { quickInput } = window;
  await window.runCommand('Archive Answers: Add Archive…');
  await quickInput.accept('Folder of Markdown files…');
  // The dialog is ready when it lists what is in the workspace.
  await quickInput.waitForText(/\/$/);
  await quickInput.row('questions').waitFor();
  await quickInput.input.fill(`${folder}/`);
  // It lists the folders in that one by now.
  await quickInput.row('questions').waitFor({ state: 'hidden' });
  expect(await quickInput.input.inputValue()).toBe(`${folder}/`);
  await quickInput.widget.getByText('Add', { exact: true }).click();
}
