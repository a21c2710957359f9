import * as vscode from 'vscode';
import type { EntryStatus } from '../core/model';
import type { Words } from '../core/render/words';

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
    languages: vscode.l10n.t('Language'),
  };
}
