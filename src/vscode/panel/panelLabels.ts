import * as vscode from 'vscode';
import type { PostKind } from '../../core/model';
import type { RelatedWhy } from '../../core/library/relatedEntries';
import type { EntryLabels, PostPosition } from '../../core/render/entryLabels';
import { firstOf } from '../../core/text/shorten';
import { t } from '../base/l10n';
import { statusLabel } from '../entries/labels';

/** Shared names that are listed for a related entry. */
const MAX_SHARED = 3;

/** The page's labels around the archive's own text. */
export function panelLabels(): EntryLabels {
  return {
    language: uiLanguage(),
    kinds: {
      question: kindLabel('question'),
      answer: kindLabel('answer'),
      reply: kindLabel('reply'),
      note: kindLabel('note'),
    },
    statuses: {
      answered: statusLabel('answered'),
      'self-answered': statusLabel('self-answered'),
      disputed: statusLabel('disputed'),
      unanswered: statusLabel('unanswered'),
      link: statusLabel('link'),
    },
    agreement: { agrees: t('agrees'), disagrees: t('disagrees') },
    inReplyTo: (name) => t('to {0}', name),
    correctedIn: (note) => t('corrected in {0}', note),
    corrects: (name) => t('corrects {0}', name),
    corrected: t('corrected'),
    inShort: t('In short'),
    inferredAnswer: t('A sentence from the thread'),
    answerFrom: (name) => t('from {0}', name),
    postPosition: postPositionLabel,
    byAsker: t('by the asker'),
    copyPost: (kind, which) => t('Copy {0}', inlineName([kindLabel(kind), which])),
    copyCode: t('Copy this code'),
    code: (number, post) => t('Code {0} in {1}', number, post),
    table: (number, post) => t('Table {0} in {1}', number, post),
    boxes: boxLabels(),
    footnotes: t('Footnotes'),
    footnote: (number) => t('Footnote {0}', number),
    backToText: t('Back to the text'),
    missingImage: (target) => t('Image missing from the archive: {0}', target),
    remoteImage: (target) => t('Open image: {0}', target),
    enlargeImage: (name) => t('Enlarge image: {0}', name),
    loadImage: (name, bytes) => t('Load image: {0} ({1} MB)', name, formatMegabytes(bytes)),
    inferredVersion: t('Inferred from links in the thread'),
    opinionsDiffer: t('Opinions differ on this question.'),
    otherViewpoints: t('Other viewpoints:'),
    outline: t('In this thread'),
    allPosts: t('All posts…'),
    top: t('Top of thread'),
    openSource: (archive) => t('{0}: open source file', archive),
    actions: {
      openSource: t('Open Source File'),
      copyLink: t('Copy Link'),
      copyMarkdown: t('Copy as Markdown'),
      report: t('Outdated or wrong?'),
    },
    actionsName: t('Actions'),
    related: t('Related'),
    relatedReason: relatedReasonLabel,
    search: (query) => t('Search for {0}', query),
    languages: t('Language'),
  };
}

function boxLabels(): EntryLabels['boxes'] {
  return {
    note: t('Note'),
    tip: t('Tip'),
    info: t('Info'),
    summary: t('Summary'),
    important: t('Important'),
    success: t('Success'),
    warning: t('Warning'),
    danger: t('Danger'),
    question: t('Question'),
    answer: t('Answer'),
    example: t('Example'),
    quote: t('Quote'),
    details: t('Details'),
    tab: t('Tab'),
  };
}

/** The language of the labels: English where there is no translation into the window's language. */
export function uiLanguage(): string {
  return vscode.l10n.bundle === undefined ? 'en' : vscode.env.language;
}

function kindLabel(kind: PostKind): string {
  switch (kind) {
    case 'question':
      return t('Question');
    case 'answer':
      return t('Answer');
    case 'reply':
      return t('Reply');
    case 'note':
      return t('Archivist’s note');
  }
}

function postPositionLabel({ kind, number, total, parentName }: PostPosition): string {
  const name = kindLabel(kind);
  if (total === 1) return parentName === undefined ? name : t('{0} to {1}', name, parentName);
  if (parentName === undefined) return t('{0} {1} of {2}', name, number, total);
  return t('{0} {1} of {2} to {3}', name, number, total, parentName);
}

/** A post's name within a sentence: its kind in lower case, its label unchanged. */
function inlineName([kind, which]: readonly [string, string | undefined]): string {
  const lowerCaseKind = kind.toLocaleLowerCase(uiLanguage());
  return which === undefined ? lowerCaseKind : `${lowerCaseKind} ${which}`;
}

function formatMegabytes(bytes: number): string {
  const format = new Intl.NumberFormat(uiLanguage(), { maximumFractionDigits: 1 });
  return format.format(bytes / 1024 / 1024);
}

function relatedReasonLabel(why: RelatedWhy): string | undefined {
  switch (why.kind) {
    // The list begins with them, and says nothing about each.
    case 'named':
      return undefined;
    case 'naming':
      return t('mentions this thread');
    case 'symbols':
      return t('also about {0}', joinNames(why.names.map(lastSegment)));
    case 'topics':
      return t('same topic: {0}', joinNames(why.names));
  }
}

/** The last part of a qualified name, whichever module it is imported from. */
function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function joinNames(names: readonly string[]): string {
  const { first, more } = firstOf(names, MAX_SHARED);
  const text = first.join(', ');
  return more === 0 ? text : t('{0} and {1} more', text, more);
}
