import * as vscode from 'vscode';
import type { EntryStatus, VersionNote } from '../core/model';
import { EXPECTATIONS, PROBLEM_MESSAGES, type Problem } from '../core/problems';
import type { RelatedWhy } from '../core/related';
import type { Words } from '../core/render/words';
import type { VersionComparison } from '../core/versions/badges';

/** An entry's status in the reader's language. */
export function statusWord(status: EntryStatus): string {
  switch (status) {
    case 'answered':
      return vscode.l10n.t('Answered');
    case 'self-answered':
      return vscode.l10n.t('Self-answered');
    case 'disputed':
      return vscode.l10n.t('Disputed');
    case 'unanswered':
      return vscode.l10n.t('Unanswered');
    case 'link':
      return vscode.l10n.t('Links');
  }
}

/** The codicon that stands for a status wherever entries are listed. */
export function statusIcon(status: EntryStatus): vscode.ThemeIcon {
  const icons: Readonly<Record<EntryStatus, string>> = {
    answered: 'pass',
    'self-answered': 'pass',
    disputed: 'comment-discussion',
    unanswered: 'question',
    link: 'link',
  };
  return new vscode.ThemeIcon(icons[status]);
}

/** Versions as a short text: `SQLAlchemy` is told by its package's name, an inferred version by a tilde. */
export function versionWords(versions: readonly VersionNote[]): string {
  return versions
    .map(({ package: name, version, from }) => `${from === 'inferred' ? '~' : ''}${name} ${version}`.trim())
    .join(', ');
}

/**
 * An entry's versions beside the project's: `for 1.4 · you have 2.0.36`. Of several packages, those that may differ; a
 * package is named where there are several. What the project does not have is told as without a project.
 */
export function comparisonWords(comparisons: readonly VersionComparison[]): string {
  const differing = comparisons.filter(({ have, relation }) => have !== undefined && relation !== 'same');
  const told = differing.length > 0 ? differing : comparisons;
  return told
    .map((comparison) => {
      const { package: name, noted, inferred, have, isRequirement, relation } = comparison;
      if (have === undefined)
        return versionWords([{ package: name, version: noted, from: inferred ? 'inferred' : 'declared' }]);
      const what = comparisons.length > 1 ? `${name} ${noted}` : noted;
      const wanted = inferred ? vscode.l10n.t('for {0} (inferred)', what) : vscode.l10n.t('for {0}', what);
      if (relation === 'same') return wanted;
      const own = isRequirement ? vscode.l10n.t('you have ≥ {0}', have) : vscode.l10n.t('you have {0}', have);
      return `${wanted} · ${own}`;
    })
    .join(', ');
}

/** A problem of an archive in the reader's language, without its place. */
export function problemText(problem: Problem): string {
  const args = problem.args.map((arg) =>
    typeof arg === 'string' ? arg : vscode.l10n.t(EXPECTATIONS[arg.wanted], ...arg.args),
  );
  return vscode.l10n.t(PROBLEM_MESSAGES[problem.kind], ...args);
}

export function severityWord(severity: Problem['severity']): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('Error');
    case 'warning':
      return vscode.l10n.t('Warning');
    case 'info':
      return vscode.l10n.t('Information');
  }
}

/** A location as a person writes it: a path where it is a file, and as the setting has it where it is nowhere. */
export function readable(location: string): string {
  if (!/^(file|vscode-remote):\/\/(?!\/\/)/.test(location)) return location;
  const uri = vscode.Uri.parse(location);
  return uri.fsPath;
}

function whyRelated(why: RelatedWhy): string {
  switch (why.kind) {
    case 'named':
      return vscode.l10n.t('named by the archivist');
    case 'naming':
      return vscode.l10n.t('names this thread');
    case 'symbols':
      return vscode.l10n.t('also about {0}', why.names.map((name) => name.split('.').at(-1)).join(', '));
    case 'topics':
      return vscode.l10n.t('also in {0}', why.names.join(', '));
  }
}

/** What the panel's page says around the archive's own text. */
export function panelWords(): Words {
  return {
    kinds: {
      question: vscode.l10n.t('Question'),
      answer: vscode.l10n.t('Answer'),
      reply: vscode.l10n.t('Reply'),
      note: vscode.l10n.t('Note'),
    },
    statuses: {
      answered: statusWord('answered'),
      'self-answered': statusWord('self-answered'),
      disputed: statusWord('disputed'),
      unanswered: statusWord('unanswered'),
      link: statusWord('link'),
    },
    answers: (label) => vscode.l10n.t('to {0}', label),
    missingImage: (target) => vscode.l10n.t('Image missing from the archive: {0}', target),
    remoteImage: (target) => vscode.l10n.t('Open image: {0}', target),
    inferredVersion: vscode.l10n.t('Inferred from links in the thread'),
    related: vscode.l10n.t('Related'),
    why: whyRelated,
    search: (query) => vscode.l10n.t('Search for {0}', query),
    gone: vscode.l10n.t('This thread is no longer in its archive.'),
    languages: vscode.l10n.t('Language'),
  };
}
