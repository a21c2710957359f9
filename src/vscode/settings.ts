import * as vscode from 'vscode';

const SECTION = 'archiveAnswers';

/** The extension's settings with their defaults, as `package.json` declares them. */
interface Settings {
  readonly 'shippedArchive.enabled': boolean;
  readonly 'hover.enabled': boolean;
  readonly 'search.preview': boolean;
}

/** A setting as it is now; a value of the wrong type counts as the default. */
export function setting<K extends keyof Settings>(key: K): Settings[K] {
  const section = vscode.workspace.getConfiguration(SECTION);
  const value = section.get<unknown>(key);
  return typeof value === 'boolean' ? value : section.inspect<Settings[K]>(key)?.defaultValue !== false;
}

/**
 * The archives that the user's and the workspace's settings name, each once. A workspace adds to the user's own; in
 * one that is not trusted only the user's count.
 */
export function configuredSources(): readonly string[] {
  const value = vscode.workspace.getConfiguration(SECTION).inspect<unknown>('sources');
  const values = [
    value?.globalValue,
    ...(vscode.workspace.isTrusted ? [value?.workspaceValue, value?.workspaceFolderValue] : []),
  ];
  const paths = values.flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : []));
  return [...new Set(paths.filter((path) => typeof path === 'string').map((path) => path.trim()))].filter(
    (path) => path !== '',
  );
}

/** Adds a source to the user's or the workspace's setting; resolves to what takes it out again. */
export async function addSource(
  path: string,
  target: vscode.ConfigurationTarget.Global | vscode.ConfigurationTarget.Workspace,
): Promise<() => Promise<void>> {
  const before = ownSources(target);
  await update(before.includes(path) ? before : [...before, path], target);
  return async () => {
    const now = ownSources(target).filter((other) => other !== path);
    await update(now, target);
  };
}

function ownSources(target: vscode.ConfigurationTarget): readonly string[] {
  const value = vscode.workspace.getConfiguration(SECTION).inspect<unknown>('sources');
  const own = target === vscode.ConfigurationTarget.Global ? value?.globalValue : value?.workspaceValue;
  return Array.isArray(own) ? (own as readonly string[]) : [];
}

async function update(paths: readonly string[], target: vscode.ConfigurationTarget): Promise<void> {
  // An empty list is no setting at all: nothing is left behind in the settings file.
  const value = paths.length === 0 ? undefined : paths;
  await vscode.workspace.getConfiguration(SECTION).update('sources', value, target);
}

/** Whether a change of settings asks for other archives. */
export function changesSources(event: vscode.ConfigurationChangeEvent): boolean {
  return (
    event.affectsConfiguration(`${SECTION}.sources`) ||
    event.affectsConfiguration(`${SECTION}.shippedArchive`)
  );
}
