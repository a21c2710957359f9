import * as vscode from 'vscode';
import { oneLine } from '../../core/text/shorten';
import { t } from '../base/l10n';
import { notify } from '../base/notify';
import { removeSource, setSourceTitle } from '../base/settings';
import { archiveTitle, displayPath } from '../entries/labels';
import { withoutIcons } from '../search/rows';
import { configuredSourceLocations, isSourceAt } from './configuredSources';
import type { LibraryService } from './libraryService';

type LoadedLibrary = Pick<LibraryService, 'library' | 'readings'>;

/** An archive of the settings; it may be unreadable, or be being read. */
interface ConfiguredArchive {
  readonly location: string;
  readonly title: string;
}

/**
 * Removes an archive from the settings. Its files stay, and the removal can be undone.
 *
 * @param location Of the archive; without it, the user chooses one.
 */
export async function removeArchive(libraryService: LoadedLibrary, location?: string): Promise<void> {
  const archive = await chooseArchive(libraryService, t('Remove Archive'), location);
  if (archive === undefined) return;
  const isSame = isSourceAt(archive.location);
  const restoreSource = await removeSource(isSame);
  const restoreTitles = await setSourceTitle(isSame, undefined);
  const undoLabel = t('Undo');
  const chosen = await notify.info(t('Removed {0}. Its files were not changed.', archive.title), undoLabel);
  if (chosen !== undoLabel) return;
  await restoreTitles();
  await restoreSource();
}

/**
 * Asks for a title of the reader's own for an archive. Its id stays, so that bookmarks and links keep working.
 *
 * @param location Of the archive; without it, the user chooses one.
 */
export async function renameArchive(libraryService: LoadedLibrary, location?: string): Promise<void> {
  const archive = await chooseArchive(libraryService, t('Rename Archive'), location);
  if (archive === undefined) return;
  const title = await vscode.window.showInputBox({
    title: t('Rename Archive'),
    prompt: t('A title that only you see. Leave it empty to show the archive’s own title.'),
    value: archive.title,
  });
  if (title === undefined || title.trim() === archive.title) return;
  await setSourceTitle(isSourceAt(archive.location), oneLine(title) === '' ? undefined : oneLine(title));
}

/** The archive at a location, else the one that the user chooses; `undefined` if there is none to choose. */
async function chooseArchive(
  libraryService: LoadedLibrary,
  action: string,
  location: string | undefined,
): Promise<ConfiguredArchive | undefined> {
  const { archives } = await libraryService.library();
  const configured = configuredSourceLocations().map((at): ConfiguredArchive => {
    const isSame = isSourceAt(at);
    const archive = archives.find((loaded) => isSame(loaded.location));
    if (archive !== undefined) return { location: at, title: archiveTitle(archive) };
    const reading = libraryService.readings.find(({ source }) => isSame(source.location));
    return { location: at, title: reading?.source.title ?? reading?.source.name ?? displayPath(at) };
  });
  if (location !== undefined) {
    const isSame = isSourceAt(location);
    return configured.find((archive) => isSame(archive.location));
  }
  if (configured.length === 0) {
    await explainBundled();
    return undefined;
  }
  const rows = configured.map((archive) => ({
    label: withoutIcons(archive.title),
    description: withoutIcons(displayPath(archive.location)),
    iconPath: new vscode.ThemeIcon('archive'),
    archive,
  }));
  return (await vscode.window.showQuickPick(rows, { title: action, placeHolder: t('Choose an archive') }))
    ?.archive;
}

async function explainBundled(): Promise<void> {
  const settingsLabel = t('Open Settings');
  const chosen = await notify.info(
    t(
      'You have not added an archive. The bundled one has no other title; it can be turned off in the settings.',
    ),
    settingsLabel,
  );
  if (chosen === settingsLabel)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'archiveAnswers.shippedArchive');
}
