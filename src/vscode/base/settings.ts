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

/** The current value of a setting; the default where the value has the wrong type. */
export function setting<K extends keyof Settings>(key: K): Settings[K] {
  const section = vscode.workspace.getConfiguration(SECTION);
  const value = section.get<unknown>(key);
  return typeof value === 'boolean' ? value : section.inspect<Settings[K]>(key)?.defaultValue !== false;
}

/** Which entries hovers show: only those that surely match, or also weak matches. */
export function hoverMatches(): 'strong' | 'all' {
  return vscode.workspace.getConfiguration(SECTION).get<unknown>('hover.matches') === 'all'
    ? 'all'
    : 'strong';
}

/**
 * The archives in the user's and the workspace's settings, without duplicates. The workspace's come after the user's, and
 * are ignored in a workspace that is not trusted.
 */
export function configuredSourcePaths(): readonly string[] {
  const value = vscode.workspace.getConfiguration(SECTION).inspect<unknown>('sources');
  const values = [value?.globalValue, ...(vscode.workspace.isTrusted ? [value?.workspaceValue] : [])];
  const paths = values.flatMap(asArray);
  return [...new Set(paths.filter((path) => typeof path === 'string').map((path) => path.trim()))].filter(
    (path) => path !== '',
  );
}

/**
 * Adds a source to the user's or the workspace's setting.
 *
 * @returns A function that removes it again; `undefined` if it was there already.
 */
export async function addSource(
  path: string,
  target: vscode.ConfigurationTarget.Global | vscode.ConfigurationTarget.Workspace,
): Promise<(() => Promise<void>) | undefined> {
  const before = ownSources(target);
  const listed = asArray(before);
  if (listed.includes(path)) return undefined;
  const after = [...listed, path];
  await update(after, target);
  return async () => {
    const now = asArray(ownSources(target));
    const isUnchanged = now.length === after.length && now.every((other, at) => other === after[at]);
    // Restores the exact previous value, which may be unset or not even a list.
    await update(isUnchanged ? before : now.filter((other) => other !== path), target);
  };
}

function ownSources(target: vscode.ConfigurationTarget): unknown {
  const value = vscode.workspace.getConfiguration(SECTION).inspect<unknown>('sources');
  return target === vscode.ConfigurationTarget.Global ? value?.globalValue : value?.workspaceValue;
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

async function update(value: unknown, target: vscode.ConfigurationTarget): Promise<void> {
  await vscode.workspace.getConfiguration(SECTION).update('sources', value, target);
}

/** Whether a change of the settings may change the list of archives. */
export function changesSources(event: vscode.ConfigurationChangeEvent): boolean {
  return (
    event.affectsConfiguration(`${SECTION}.sources`) ||
    event.affectsConfiguration(`${SECTION}.shippedArchive`)
  );
}

/** Whether a change of the settings may affect one of them. */
export function changesSetting(event: vscode.ConfigurationChangeEvent, key: keyof Settings): boolean {
  return event.affectsConfiguration(`${SECTION}.${key}`);
}
