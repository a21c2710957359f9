import type { Variant } from '../model';
import type { RenderContext } from './context';
import { actButton, wordsLanguage } from './controls';
import { escapeHtml } from './escape';
import { entryLink } from './header';

/** What one can do with an entry, and what to read next. */
export function renderFooter(variant: Variant, context: RenderContext): string {
  const { words } = context;
  const actions = [
    actButton('openSource', 'go-to-file', words.actions.openSource),
    actButton('copyLink', 'link', words.actions.copyLink),
    actButton('copyMarkdown', 'markdown', words.actions.copyMarkdown),
    actButton('report', 'report', words.actions.report),
  ];
  return [
    `<footer class="entry-footer"${wordsLanguage(words)}>`,
    `<div class="actions" role="group" aria-label="${escapeHtml(words.actionsName)}">${actions.join('')}</div>`,
    renderRelated(variant, context),
    '</footer>',
  ]
    .filter(Boolean)
    .join('\n');
}

function renderRelated(variant: Variant, { related, words }: RenderContext): string {
  if (related.length === 0) return '';
  const items = related.map(
    (one) => `<li>${entryLink(one, variant)} <span class="why">${escapeHtml(words.why(one.why))}</span></li>`,
  );
  return `<div class="related"><h2>${escapeHtml(words.related)}</h2><ul>${items.join('')}</ul></div>`;
}
