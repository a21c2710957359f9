import * as vscode from 'vscode';
import type { RegisterCommand } from '../base/commands';
import type { ExampleFile } from './exampleFile';

/** The walkthrough's id in package.json. */
const WALKTHROUGH = 'gettingStarted';

/** The walkthrough, and what its steps lead to. It opens only when somebody asks for it. */
export function registerGettingStarted(
  command: RegisterCommand,
  extensionId: string,
  example: ExampleFile,
): void {
  command('gettingStarted', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${WALKTHROUGH}`);
  });
  command('openExample', () => example.open());
}
