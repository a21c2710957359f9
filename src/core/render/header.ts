import { subjectsOf, variantIn, variantsOf, type Entry, type Variant } from '../model';
import type { Related } from '../library/relatedEntries';
import { formatFilter } from '../search/filters';
import type { RenderContext } from './context';
import { searchButton, wordsLanguage } from './controls';
import { escapeHtml } from './escape';
import { icon, STATUS_ICONS } from './icons';
import type { EntryLabels } from './labels';

/** Title and facts of an entry, its languages, and the other side where opinions differ. */
export function renderHeader(entry: Entry, variant: Variant, context: RenderContext): string {
  const { words } = context;
  const topics = variant.topics.map(
    (topic) =>
      `<li class="topic">${searchButton(formatFilter('topic', topic), escapeHtml(topic), words)}</li>`,
  );
  const symbols = subjectsOf(entry).map((name) => {
    const code = `<code>${escapeHtml(name)}</code>`;
    return `<li class="symbol">${searchButton(formatFilter('symbol', name), code, words)}</li>`;
  });
  return [
    '<header class="entry-header">',
    listOf('topics', topics),
    `<h1 id="entry-title" dir="auto">${escapeHtml(variant.title)}</h1>`,
    listOf('facts', renderFacts(entry, context), wordsLanguage(words)),
    listOf('symbols', symbols),
    renderLanguages(entry, variant, words),
    '</header>',
    entry.status === 'disputed' ? renderDispute(variant, context) : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function listOf(name: string, items: readonly string[], attributes = ''): string {
  return items.length === 0 ? '' : `<ul class="${name}"${attributes}>${items.join('')}</ul>`;
}

function renderFacts(entry: Entry, { words, archive }: RenderContext): readonly string[] {
  const { status, versions, date } = entry;
  const source = escapeHtml(words.openSource(archive));
  return [
    `<li class="status status-${status}">${icon(STATUS_ICONS[status])}${escapeHtml(words.statuses[status])}</li>`,
    ...versions.map((version) => {
      const name = escapeHtml(`${version.package} ${version.version}`);
      if (version.from === 'declared') return `<li class="version">${name}</li>`;
      const inferred = escapeHtml(words.inferredVersion);
      return `<li class="version" title="${inferred}"><span aria-hidden="true">~ </span>${name}<span class="hidden-text">, ${inferred}</span></li>`;
    }),
    // The page fills it in once the project's versions are known.
    versions.length === 0
      ? ''
      : `<li class="comparison" hidden>${icon('versions')}<span class="comparison-text"></span></li>`,
    date === undefined
      ? ''
      : `<li class="date"><time datetime="${escapeHtml(date)}">${escapeHtml(date)}</time></li>`,
    `<li class="source"><button type="button" class="search" data-act="openSource" aria-label="${source}" title="${source}" dir="auto">${icon('go-to-file')}${escapeHtml(archive)}</button></li>`,
  ].filter(Boolean);
}

function renderLanguages(entry: Entry, shown: Variant, words: EntryLabels): string {
  const variants = variantsOf(entry);
  if (variants.length < 2) return '';
  const buttons = variants.map(({ language }) => {
    const tag = escapeHtml(language);
    const pressed = String(language === shown.language);
    return `<button type="button" lang="${tag}" data-language="${tag}" aria-pressed="${pressed}">${escapeHtml(languageName(language))}</button>`;
  });
  return `<div class="languages" role="group"${wordsLanguage(words)} aria-label="${escapeHtml(words.languages)}">${buttons.join('')}</div>`;
}

/** The name of a language in itself; the tag where it is none, or where that name is not known. */
function languageName(tag: string): string {
  try {
    if (Intl.DisplayNames.supportedLocalesOf(tag).length === 0) return tag;
    return new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Says that opinions differ, and links the entries that the archivist named, whichever of the two names the other. */
function renderDispute(variant: Variant, { words, related }: RenderContext): string {
  const sides = related.filter(({ why }) => why.kind === 'named' || why.kind === 'naming');
  const items = sides.map((side) => `<li>${entryLink(side, variant)}</li>`);
  const links = items.length === 0 ? '' : `<p>${escapeHtml(words.otherViews)}</p><ul>${items.join('')}</ul>`;
  return `<div class="dispute" role="note"${wordsLanguage(words)}>${icon('comment-discussion')}<div><p class="dispute-title">${escapeHtml(words.opinionsDiffer)}</p>${links}</div></div>`;
}

/** A link to a related entry by its title in the language that is read, where it has one. */
export function entryLink({ entry }: Related, { language }: Variant): string {
  const { title, language: lang } = variantIn(entry, language);
  return `<a href="#" data-entry="${escapeHtml(entry.id)}" lang="${escapeHtml(lang)}" dir="auto">${escapeHtml(title)}</a>`;
}
