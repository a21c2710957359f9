import * as vscode from 'vscode';

/** The workspace folder that the host tests open: `test/fixtures`. */
export function fixtures(...path: string[]): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('The host tests need test/fixtures as their workspace folder.');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

/** The extension under test. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('archive-answers.archive-answers');
  if (found === undefined) throw new Error('The extension is not there.');
  return found;
}

/** Sets the user's own archives, or takes the setting away. */
export const setSources = (sources: readonly string[] | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('archiveAnswers')
    .update('sources', sources, vscode.ConfigurationTarget.Global);

/** Asks until the answer is there; rejects after 20 seconds with what was waited for. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
