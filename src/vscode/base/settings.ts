import * as vscode from 'vscode';

const SECTION = 'archiveAnswers';

/** The extension's settings with their defaults, as `package.json` declares them. */
interface Settings {
  readonly 'shippedArchive.enabled': boolean;
  readonly 'hover.enabled': boolean;
  readonly 'search.preview': boolean;
  readonly 'sidebar.autoReveal': boolean;
  readonly 'terminal.readOutput': boolean;
}

/** A setting as it is now; a value of the wrong type counts as the default. */
export function setting<K extends keyof Settings>(key: K): Settings[K] {
  const section = vscode.workspace.getConfiguration(SECTION);
  const value = section.get<unknown>(key);
  return typeof value === 'boolean' ? value : section.inspect<Settings[K]>(key)?.defaultValue !== false;
}

/** Which answers hovers show: those that are sure, or also those that are merely near. */
export function hoverMatches(): 'strong' | 'all' {
  return vscode.workspace.getConfiguration(SECTION).get<unknown>('hover.matches') === 'all'
    ? 'all'
    : 'strong';
}

/**
 * The archives that the user's and the workspace's settings name, each once. A workspace adds to the user's own; in
 * one that is not trusted only the user's count.
 */
export function configuredSourcePaths(): readonly string[] {
  const value = vscode.workspace.getConfiguration(SECTION).inspect<unknown>('sources');
  const values = [value?.globalValue, ...(vscode.workspace.isTrusted ? [value?.workspaceValue] : [])];
  const paths = values.flatMap(listOf);
  return [...new Set(paths.filter((path) => typeof path === 'string').map((path) => path.trim()))].filter(
    (path) => path !== '',
  );
}

/**
 * Adds a source to the user's or the workspace's setting.
 *
 * @returns What takes it out again; `undefined` when it was there already.
 */
export async function addSource(
  path: string,
  target: vscode.ConfigurationTarget.Global | vscode.ConfigurationTarget.Workspace,
): Promise<(() => Promise<void>) | undefined> {
  const before = ownSources(target);
  const listed = listOf(before);
  if (listed.includes(path)) return undefined;
  const after = [...listed, path];
  await update(after, target);
  return async () => {
    const now = listOf(ownSources(target));
    const isOurs = now.length === after.length && now.every((other, at) => other === after[at]);
    // What was there before comes back as it was, be it nothing or not a list at all.
    await update(isOurs ? before : now.filter((other) => other !== path), target);
  };
}

function ownSources(target: vscode.ConfigurationTarget): unknown {
  const value = vscode.workspace.getConfiguration(SECTION).inspect<unknown>('sources');
  return target === vscode.ConfigurationTarget.Global ? value?.globalValue : value?.workspaceValue;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

async function update(value: unknown, target: vscode.ConfigurationTarget): Promise<void> {
  await vscode.workspace.getConfiguration(SECTION).update('sources', value, target);
}

/** Whether a change of settings asks for other archives. */
export function changesSources(event: vscode.ConfigurationChangeEvent): boolean {
  return (
    event.affectsConfiguration(`${SECTION}.sources`) ||
    event.affectsConfiguration(`${SECTION}.shippedArchive`)
  );
}

/** Whether a setting may have another value now. */
export function changesSetting(event: vscode.ConfigurationChangeEvent, key: keyof Settings): boolean {
  return event.affectsConfiguration(`${SECTION}.${key}`);
}
