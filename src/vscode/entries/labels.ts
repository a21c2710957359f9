import * as vscode from 'vscode';
import { showHidden, withoutHidden } from '../../core/text/hiddenCharacters';
import type { LocatedProblem } from '../../core/library/library';
import { titleIn, type EntryStatus, type Titled, type VersionNote } from '../../core/model';
import { EXPECTATIONS, PROBLEM_MESSAGES, REASONS, type Problem } from '../../core/archive/problems';
import { STATUS_ICONS } from '../../core/render/icons';
import type { VersionComparison } from '../../core/versions/compareEntryVersions';
import { shorten } from '../../core/text/shorten';
import { t } from '../base/l10n';

/** Characters of a path or of a quotation in a message: settings and archives may contain anything. */
const MAX_SHOWN_LENGTH = 500;

/** An entry's status in the reader's language. */
export function statusLabel(status: EntryStatus): string {
  switch (status) {
    case 'answered':
      return t('Answered');
    case 'self-answered':
      return t('Self-answered');
    case 'disputed':
      return t('Disputed');
    case 'unanswered':
      return t('Unanswered');
    case 'link':
      return t('Links');
  }
}

const STATUS_COLOURS: Readonly<Partial<Record<EntryStatus, string>>> = {
  answered: 'testing.iconPassed',
  'self-answered': 'testing.iconPassed',
  disputed: 'list.warningForeground',
  unanswered: 'charts.yellow',
};

/** The icon of a status. Its colour adds nothing to its shape, and its label is always shown with it. */
export function statusIcon(status: EntryStatus): vscode.ThemeIcon {
  const colour = STATUS_COLOURS[status];
  return new vscode.ThemeIcon(
    STATUS_ICONS[status],
    colour === undefined ? undefined : new vscode.ThemeColor(colour),
  );
}

/** Versions as a short text, such as `sqlalchemy 1.4, ~fastapi 0.100`: a tilde marks an inferred version. */
export function versionLabel(versions: readonly VersionNote[]): string {
  return versions
    .map(({ package: name, version, from }) => `${from === 'inferred' ? '~' : ''}${name} ${version}`.trim())
    .join(', ');
}

/**
 * Compares an entry's versions with the project's: `for 1.4 · you have 2.0.36`. Of several packages, only those that may
 * differ are included; packages are named if there are several. Where the project's version is not known, what it
 * requires is shown; for a package that the project does not have, only the entry's version.
 */
export function comparisonLabel(comparisons: readonly VersionComparison[]): string {
  const differing = comparisons.filter(
    ({ projectVersion, relation }) => projectVersion !== undefined && relation !== 'same',
  );
  const shown = differing.length > 0 ? differing : comparisons;
  return shown
    .map((comparison) => {
      const {
        package: name,
        entryVersions,
        isInferred,
        projectVersion,
        isRequirement,
        relation,
      } = comparison;
      if (projectVersion === undefined)
        return versionLabel([
          { package: name, version: entryVersions, from: isInferred ? 'inferred' : 'declared' },
        ]);
      const what = comparisons.length > 1 ? `${name} ${entryVersions}` : entryVersions;
      const expected = isInferred ? t('for {0} (inferred)', what) : t('for {0}', what);
      if (relation === 'same') return expected;
      const actual = isRequirement
        ? t('your project requires {0}', projectVersion)
        : t('you have {0}', projectVersion);
      return `${expected} · ${actual}`;
    })
    .join(', ');
}

/** An archive's title in the reader's language. */
export function archiveTitle(archive: Titled): string {
  return withoutHidden(titleIn(archive, vscode.env.language));
}

/** A problem of an archive in the reader's language, without its location; hidden characters of file names are shown. */
export function problemText(problem: Problem): string {
  const args = problem.args.map((arg) => {
    if (typeof arg === 'string') return shown(arg);
    return 'why' in arg
      ? t(REASONS[arg.why], ...(arg.args ?? []).map(shown))
      : t(EXPECTATIONS[arg.wanted], ...arg.args.map(shown));
  });
  return showHidden(t(PROBLEM_MESSAGES[problem.kind], ...args));
}

/** Where a problem is: `/archives/room/a.md:12`. */
export function problemLocation({ location, line }: Pick<LocatedProblem, 'location' | 'line'>): string {
  return `${showHidden(displayPath(location))}${line === undefined ? '' : `:${String(line)}`}`;
}

export function severityLabel(severity: Problem['severity']): string {
  switch (severity) {
    case 'error':
      return t('Error');
    case 'warning':
      return t('Warning');
    case 'info':
      return t('Information');
  }
}

/** A location as a person would write it: a path for a file, otherwise the text as it is; a long one is shortened. */
export function displayPath(location: string): string {
  const isPath = /^(file|vscode-remote):\/\/(?!\/\/)/.test(location);
  return shown(isPath ? vscode.Uri.parse(location).fsPath : location);
}

function shown(text: string): string {
  return shorten(text, MAX_SHOWN_LENGTH);
}
