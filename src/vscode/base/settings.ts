import * as vscode from 'vscode';
import type { Reason } from '../../core/archive/problems';

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

/** An item of the setting that lists the archives: a path or URL, or why it is neither. */
export type SourceItem =
  | { readonly text: string }
  /** `where` is the item as a path in the settings: `archiveAnswers.sources[2]`. */
  | { readonly where: string; readonly reason: Reason };

/** Archives that are read, and characters of a path. */
const [MAX_SOURCES, MAX_PATH_LENGTH] = [100, 4_096];

/**
 * The archives in the user's and the workspace's settings, without duplicates, and what is wrong with the settings. The
 * workspace's come after the user's, and are ignored in a workspace that is not trusted.
 */
export function configuredSourceItems(): readonly SourceItem[] {
  const items = writableTargets().flatMap((target) => sourceItems(ownValue('sources', target)));
  const unique = new Map(items.map((item) => ['text' in item ? item.text : item.where, item]));
  const all = [...unique.values()];
  if (all.length <= MAX_SOURCES) return all;
  const reason: Reason = { why: 'tooManySources', args: [String(MAX_SOURCES)] };
  return [...all.slice(0, MAX_SOURCES), { where: `${SECTION}.sources`, reason }];
}

function sourceItems(value: unknown): readonly SourceItem[] {
  if (value === undefined) return [];
  const where = `${SECTION}.sources`;
  if (!Array.isArray(value)) return [{ where, reason: { why: 'notSourceList' } }];
  return (value as readonly unknown[]).flatMap((item, at): readonly SourceItem[] => {
    const text = typeof item === 'string' ? item.trim() : undefined;
    if (text === '') return [];
    if (text === undefined || text.length > MAX_PATH_LENGTH || /\p{Cc}/u.test(text)) {
      return [{ where: `${where}[${String(at)}]`, reason: { why: 'notSource' } }];
    }
    return [{ text }];
  });
}

/** The settings that a source can be in: the user's and the workspace's. */
type SourceTarget = vscode.ConfigurationTarget.Global | vscode.ConfigurationTarget.Workspace;

const SOURCE_TARGETS: readonly SourceTarget[] = [
  vscode.ConfigurationTarget.Global,
  vscode.ConfigurationTarget.Workspace,
];

/**
 * Adds a source to the user's or the workspace's setting.
 *
 * @returns A function that removes it again; `undefined` if it was there already.
 */
export async function addSource(
  path: string,
  target: SourceTarget,
): Promise<(() => Promise<void>) | undefined> {
  const before = ownValue('sources', target);
  const listed = asArray(before);
  if (listed.includes(path)) return undefined;
  const after = [...listed, path];
  await update('sources', after, target);
  return async () => {
    const now = asArray(ownValue('sources', target));
    const isUnchanged = now.length === after.length && now.every((other, at) => other === after[at]);
    // Restores the exact previous value, which may be unset or not even a list.
    await update('sources', isUnchanged ? before : now.filter((other) => other !== path), target);
  };
}

/**
 * Removes a source from the user's and the workspace's setting.
 *
 * @param isSame Whether an item of a setting is the source, however it is written.
 * @returns A function that puts it back where it was.
 */
export async function removeSource(isSame: (path: string) => boolean): Promise<() => Promise<void>> {
  const undo: (() => Promise<void>)[] = [];
  for (const target of writableTargets()) {
    const before = ownValue('sources', target);
    const after = asArray(before).filter((path) => typeof path !== 'string' || !isSame(path.trim()));
    if (after.length === asArray(before).length) continue;
    await update('sources', after.length === 0 ? undefined : after, target);
    undo.push(async () => {
      const now = asArray(ownValue('sources', target));
      const removed = asArray(before).filter((path) => !after.includes(path) && !now.includes(path));
      const isUnchanged = now.length === after.length && now.every((other, at) => other === after[at]);
      await update('sources', isUnchanged ? before : [...now, ...removed], target);
    });
  }
  return async () => {
    for (const restore of undo) await restore();
  };
}

/** The reader's own titles of archives, by source as `sources` has it. */
export function sourceTitles(): Readonly<Record<string, string>> {
  const titles = Object.assign(
    {},
    ...writableTargets().map((target) => asTitles(ownValue('sourceTitles', target))),
  ) as Readonly<Record<string, string>>;
  return titles;
}

/** What is wrong with the titles of archives. */
export function invalidTitles(): readonly Exclude<SourceItem, { readonly text: string }>[] {
  return writableTargets().flatMap((target) => {
    const value = ownValue('sourceTitles', target);
    const isValid = isRecord(value) && Object.values(value).every((title) => typeof title === 'string');
    if (value === undefined || isValid) return [];
    return [{ where: `${SECTION}.sourceTitles`, reason: { why: 'notTitle' } }];
  });
}

/**
 * Gives a source a title of the reader's own, in the setting that has the source; without a title, takes it away.
 *
 * @param isSame Whether an item of a setting is the source, however it is written.
 * @returns Restores the titles of the source as they were.
 */
export async function setSourceTitle(
  isSame: (path: string) => boolean,
  title: string | undefined,
): Promise<() => Promise<void>> {
  const undo: (() => Promise<void>)[] = [];
  for (const target of writableTargets()) {
    const listed = asArray(ownValue('sources', target)).find(
      (path): path is string => typeof path === 'string' && isSame(path.trim()),
    );
    const before = ownValue('sourceTitles', target);
    const titles = asRecord(before);
    const others = Object.fromEntries(Object.entries(titles).filter(([path]) => !isSame(path)));
    const removed = Object.fromEntries(Object.entries(titles).filter(([path]) => isSame(path)));
    const own = listed === undefined || title === undefined ? {} : { [listed.trim()]: title };
    const after = { ...others, ...own };
    if (JSON.stringify(after) === JSON.stringify(titles)) continue;
    await update('sourceTitles', Object.keys(after).length === 0 ? undefined : after, target);
    undo.push(async () => {
      const now = Object.entries(asRecord(ownValue('sourceTitles', target)));
      const restored = { ...Object.fromEntries(now.filter(([path]) => !isSame(path))), ...removed };
      await update('sourceTitles', Object.keys(restored).length === 0 ? undefined : restored, target);
    });
  }
  return async () => {
    for (const restore of undo) await restore();
  };
}

/** The workspace's setting can be neither read nor written before it is trusted. */
function writableTargets(): readonly SourceTarget[] {
  return vscode.workspace.isTrusted ? SOURCE_TARGETS : SOURCE_TARGETS.slice(0, 1);
}

function asTitles(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(asRecord(value)).filter(
      (item): item is [string, string] => typeof item[1] === 'string' && item[1].trim() !== '',
    ),
  );
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A setting about archives. */
type SourceSetting = 'sources' | 'sourceTitles';

function ownValue(key: SourceSetting, target: SourceTarget): unknown {
  const value = vscode.workspace.getConfiguration(SECTION).inspect<unknown>(key);
  return target === vscode.ConfigurationTarget.Global ? value?.globalValue : value?.workspaceValue;
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

async function update(key: SourceSetting, value: unknown, target: SourceTarget): Promise<void> {
  await vscode.workspace.getConfiguration(SECTION).update(key, value, target);
}

/** Whether a change of the settings may change the list of archives. */
export function changesSources(event: vscode.ConfigurationChangeEvent): boolean {
  return (
    event.affectsConfiguration(`${SECTION}.sources`) ||
    event.affectsConfiguration(`${SECTION}.sourceTitles`) ||
    event.affectsConfiguration(`${SECTION}.shippedArchive`)
  );
}

/** Whether a change of the settings may affect one of them. */
export function changesSetting(event: vscode.ConfigurationChangeEvent, key: keyof Settings): boolean {
  return event.affectsConfiguration(`${SECTION}.${key}`);
}
