import * as vscode from 'vscode';
import type { LocatedProblem } from '../../core/library/library';
import { titleIn, type EntryStatus, type Titled, type VersionNote } from '../../core/model';
import { EXPECTATIONS, PROBLEM_MESSAGES, REASONS, type Problem } from '../../core/archive/problems';
import { STATUS_ICONS } from '../../core/render/icons';
import type { VersionComparison } from '../../core/versions/compareEntryVersions';
import { t } from '../base/l10n';

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
  disputed: 'charts.orange',
  unanswered: 'charts.yellow',
};

/** The icon of a status; its colour says no more than its shape, which words always go with. */
export function statusIcon(status: EntryStatus): vscode.ThemeIcon {
  const colour = STATUS_COLOURS[status];
  return new vscode.ThemeIcon(
    STATUS_ICONS[status],
    colour === undefined ? undefined : new vscode.ThemeColor(colour),
  );
}

/** Versions as a short text: `SQLAlchemy` is told by its package's name, an inferred version by a tilde. */
export function versionLabel(versions: readonly VersionNote[]): string {
  return versions
    .map(({ package: name, version, from }) => `${from === 'inferred' ? '~' : ''}${name} ${version}`.trim())
    .join(', ');
}

/**
 * An entry's versions beside the project's: `for 1.4 · you have 2.0.36`. Of several packages, those that may differ; a
 * package is named where there are several. What the project does not have is told as without a project.
 */
export function comparisonLabel(comparisons: readonly VersionComparison[]): string {
  const differing = comparisons.filter(
    ({ projectVersion, relation }) => projectVersion !== undefined && relation !== 'same',
  );
  const told = differing.length > 0 ? differing : comparisons;
  return told
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
      const wanted = isInferred ? t('for {0} (inferred)', what) : t('for {0}', what);
      if (relation === 'same') return wanted;
      const own = isRequirement ? t('you have ≥ {0}', projectVersion) : t('you have {0}', projectVersion);
      return `${wanted} · ${own}`;
    })
    .join(', ');
}

/** What an archive is called in the reader's language. */
export function archiveTitle(archive: Titled): string {
  return titleIn(archive, vscode.env.language);
}

/** A problem of an archive in the reader's language, without its place. */
export function problemText(problem: Problem): string {
  const args = problem.args.map((arg) => {
    if (typeof arg === 'string') return arg;
    return 'why' in arg ? t(REASONS[arg.why], ...(arg.args ?? [])) : t(EXPECTATIONS[arg.wanted], ...arg.args);
  });
  return t(PROBLEM_MESSAGES[problem.kind], ...args);
}

/** Where a problem is: `/archives/room/a.md:12`. */
export function problemLocation({ location, line }: Pick<LocatedProblem, 'location' | 'line'>): string {
  return `${displayPath(location)}${line === undefined ? '' : `:${String(line)}`}`;
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

/** A location as a person writes it: a path where it is a file, and as the setting has it where it is nowhere. */
export function displayPath(location: string): string {
  if (!/^(file|vscode-remote):\/\/(?!\/\/)/.test(location)) return location;
  const uri = vscode.Uri.parse(location);
  return uri.fsPath;
}
