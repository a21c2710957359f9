import { subjectsOf, type Entry, type Variant } from '../model';
import { formatFilter } from '../search/filters';
import { actionButton, searchButton } from './buttons';
import type { EntryLabels } from './entryLabels';
import { escapeHtml } from './escapeHtml';
import { labelLang } from './langAttributes';
import { relatedLink } from './relatedLink';
import type { RenderContext } from './renderContext';

/** The actions on an entry, what it is about, and the entries related to it. */
export function renderFooter(entry: Entry, variant: Variant, context: RenderContext): string {
  const { labels } = context;
  const actions = [
    actionButton('openSource', 'go-to-file', labels.actions.openSource),
    actionButton('copyLink', 'link', labels.actions.copyLink),
    actionButton('copyMarkdown', 'markdown', labels.actions.copyMarkdown),
    actionButton('report', 'report', labels.actions.report),
  ];
  return [
    `<footer class="entry-footer"${labelLang(labels)}>`,
    `<div class="actions" role="group" aria-label="${escapeHtml(labels.actionsName)}">${actions.join('')}</div>`,
    renderSubjects(entry, variant, labels),
    renderRelated(variant, context),
    '</footer>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** The topics and symbols of an entry; each starts a search. */
function renderSubjects(entry: Entry, { topics }: Variant, labels: EntryLabels): string {
  const topicItems = topics.map(
    (topic) =>
      `<li class="topic">${searchButton(formatFilter('topic', topic), escapeHtml(topic), labels)}</li>`,
  );
  const symbolItems = subjectsOf(entry).map((name) => {
    const code = `<code>${escapeHtml(name)}</code>`;
    return `<li class="symbol">${searchButton(formatFilter('symbol', name), code, labels)}</li>`;
  });
  return listOf('topics', topicItems) + listOf('symbols', symbolItems);
}

function listOf(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul class="${name}">${items.join('')}</ul>`;
}

function renderRelated(variant: Variant, { related, labels }: RenderContext): string {
  if (related.length === 0) return '';
  const items = related.map((entry) => {
    const reason = labels.relatedReason(entry.why);
    const why = reason === undefined ? '' : ` <span class="why">${escapeHtml(reason)}</span>`;
    return `<li>${relatedLink(entry, variant)}${why}</li>`;
  });
  return `<div class="related"><h2>${escapeHtml(labels.related)}</h2><ul>${items.join('')}</ul></div>`;
}
