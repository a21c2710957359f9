import { subjectsOf, variantsOf, type Entry, type Variant } from '../model';
import { formatFilter } from '../search/filters';
import { searchButton } from './buttons';
import type { EntryLabels } from './entryLabels';
import { escapeHtml } from './escapeHtml';
import { icon, STATUS_ICONS } from './icons';
import { labelLang } from './langAttributes';
import { relatedLink } from './relatedLink';
import type { RenderContext } from './renderContext';

/** Title, facts and languages of an entry, and links to other viewpoints where it is disputed. */
export function renderHeader(entry: Entry, variant: Variant, context: RenderContext): string {
  const { labels } = context;
  const topics = variant.topics.map(
    (topic) =>
      `<li class="topic">${searchButton(formatFilter('topic', topic), escapeHtml(topic), labels)}</li>`,
  );
  const symbols = subjectsOf(entry).map((name) => {
    const code = `<code>${escapeHtml(name)}</code>`;
    return `<li class="symbol">${searchButton(formatFilter('symbol', name), code, labels)}</li>`;
  });
  return [
    '<header class="entry-header">',
    listOf('topics', topics),
    `<h1 id="entry-title" dir="auto">${escapeHtml(variant.title)}</h1>`,
    listOf('facts', renderFacts(entry, context), labelLang(labels)),
    listOf('symbols', symbols),
    renderLanguages(entry, variant, labels),
    '</header>',
    entry.status === 'disputed' ? renderDispute(variant, context) : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function listOf(name: string, items: readonly string[], attributes = ''): string {
  return items.length === 0 ? '' : `<ul class="${name}"${attributes}>${items.join('')}</ul>`;
}

function renderFacts(entry: Entry, { labels, archiveTitle }: RenderContext): readonly string[] {
  const { status, versions, date } = entry;
  const source = escapeHtml(labels.openSource(archiveTitle));
  return [
    `<li class="status status-${status}">${icon(STATUS_ICONS[status])}${escapeHtml(labels.statuses[status])}</li>`,
    ...versions.map((version) => {
      const name = escapeHtml(`${version.package} ${version.version}`);
      if (version.from === 'declared') return `<li class="version">${name}</li>`;
      const inferred = escapeHtml(labels.inferredVersion);
      return `<li class="version" title="${inferred}"><span aria-hidden="true">~ </span>${name}<span class="hidden-text">, ${inferred}</span></li>`;
    }),
    // The page fills this in once the versions of the project are known.
    versions.length === 0
      ? ''
      : `<li class="comparison" hidden>${icon('versions')}<span class="comparison-text"></span></li>`,
    date === undefined
      ? ''
      : `<li class="date"><time datetime="${escapeHtml(date)}">${escapeHtml(date)}</time></li>`,
    `<li class="source"><button type="button" class="search" data-act="openSource" aria-label="${source}" title="${source}" dir="auto">${icon('go-to-file')}${escapeHtml(archiveTitle)}</button></li>`,
  ].filter(Boolean);
}

function renderLanguages(entry: Entry, shown: Variant, labels: EntryLabels): string {
  const variants = variantsOf(entry);
  if (variants.length < 2) return '';
  const buttons = variants.map(({ language }) => {
    const tag = escapeHtml(language);
    const pressed = String(language === shown.language);
    return `<button type="button" lang="${tag}" data-language="${tag}" aria-pressed="${pressed}">${escapeHtml(languageName(language))}</button>`;
  });
  return `<div class="languages" role="group"${labelLang(labels)} aria-label="${escapeHtml(labels.languages)}">${buttons.join('')}</div>`;
}

/** The name of a language in that language; the tag itself where it is invalid or unknown. */
function languageName(tag: string): string {
  try {
    if (Intl.DisplayNames.supportedLocalesOf(tag).length === 0) return tag;
    return new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Says that opinions differ, with links to the entries that this one names and to those that name it. */
function renderDispute(variant: Variant, { labels, related }: RenderContext): string {
  const viewpoints = related.filter(({ why }) => why.kind === 'named' || why.kind === 'naming');
  const items = viewpoints.map((viewpoint) => `<li>${relatedLink(viewpoint, variant)}</li>`);
  const links =
    items.length === 0 ? '' : `<p>${escapeHtml(labels.otherViewpoints)}</p><ul>${items.join('')}</ul>`;
  return `<div class="dispute" role="note"${labelLang(labels)}>${icon('comment-discussion')}<div><p class="dispute-title">${escapeHtml(labels.opinionsDiffer)}</p>${links}</div></div>`;
}
