import type { Variant } from '../model';
import { actionButton } from './buttons';
import { escapeHtml } from './escapeHtml';
import { labelLang } from './langAttributes';
import { relatedLink } from './relatedLink';
import type { RenderContext } from './renderContext';

/** The actions on an entry, and the entries related to it. */
export function renderFooter(variant: Variant, context: RenderContext): string {
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
    renderRelated(variant, context),
    '</footer>',
  ]
    .filter(Boolean)
    .join('\n');
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
