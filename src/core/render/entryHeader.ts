import { acceptedAnswer } from '../library/acceptedAnswer';
import { variantsOf, type Entry, type Variant } from '../model';
import { renderAnswerLine } from './answerLine';
import { corrects } from '../parse/posts/correctedPosts';
import type { EntryLabels } from './entryLabels';
import { escapeHtml } from './escapeHtml';
import { icon, STATUS_ICONS } from './icons';
import { labelLang } from './langAttributes';
import { relatedLink } from './relatedLink';
import type { RenderContext } from './renderContext';
import type { Thread } from './renderPost';

/** Title, answer line, facts and languages of an entry, and links to other viewpoints where it is disputed. */
export function renderHeader(entry: Entry, { variant, context, names }: Thread): string {
  const { labels } = context;
  const facts = renderFacts(entry, variant, context).join('');
  return [
    '<header class="entry-header">',
    `<h1 id="entry-title" dir="auto">${escapeHtml(variant.title)}</h1>`,
    renderAnswerLine(variant, names, labels),
    '<div class="entry-facts">',
    `<ul class="facts"${labelLang(labels)}>${facts}</ul>`,
    renderLanguages(entry, variant, labels),
    '</div>',
    '</header>',
    entry.status === 'disputed' ? renderDispute(variant, context) : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function renderFacts(
  entry: Entry,
  variant: Variant,
  { labels, archiveTitle }: RenderContext,
): readonly string[] {
  const { status, versions, date } = entry;
  const source = escapeHtml(labels.openSource(archiveTitle));
  return [
    `<li class="status status-${status}">${icon(STATUS_ICONS[status])}${escapeHtml(labels.statuses[status])}</li>`,
    renderCorrected(variant, labels),
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

/** Beside the status, a link to the note that corrects the accepted answer. */
function renderCorrected(variant: Variant, labels: EntryLabels): string {
  const accepted = acceptedAnswer(variant);
  const note = accepted === undefined ? -1 : variant.posts.findIndex(corrects(accepted));
  if (note === -1) return '';
  return `<li class="corrected"><a href="#post-${String(note)}">${icon('note')}${escapeHtml(labels.corrected)}</a></li>`;
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
