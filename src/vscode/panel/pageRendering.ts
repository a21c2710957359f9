import { variantIn, type Entry, type Variant } from '../../core/model';
import type { RenderContext } from '../../core/render/renderContext';
import type { RenderedEntry } from '../../core/render/renderEntry';
import type { HostMessage, PageLabels, ShowMessage, Visit, VisitTarget } from '../../protocol';
import { t } from '../base/l10n';
import type * as bundle from '../lazy/render';
import { panelLabels, uiLanguage } from './panelLabels';
import type { EntryReference } from './panelNavigation';

/** A page for a visit. */
export interface RenderedPage extends RenderedEntry {
  /** What the visit refers to now; absent where its archive no longer has the entry. */
  readonly reference?: EntryReference;
  readonly target: VisitTarget;
  /** Whether the entry has several languages. */
  readonly hasLanguages: boolean;
}

/** What a page is rendered with. */
interface PageSources {
  readonly renderer: Pick<typeof bundle, 'renderEntry' | 'renderMissingEntry'>;
  readonly contextOf: (entry: Entry) => RenderContext;
  /** Why the entry is unavailable. */
  readonly missingReason: () => string;
}

/** Renders the entry of a visit, or why it is unavailable. */
export function renderPage(visit: Visit, entry: Entry | undefined, sources: PageSources): RenderedPage {
  const { renderer, contextOf, missingReason } = sources;
  const { target = {} } = visit;
  if (entry === undefined) {
    const shell = renderer.renderMissingEntry(missingReason(), visit.title, panelLabels());
    return { shell, chunks: [], target, hasLanguages: false };
  }
  const variant = variantIn(entry, visit.language);
  return {
    ...renderer.renderEntry(entry, variant, contextOf(entry)),
    reference: referenceTo(entry, variant),
    target: existingTarget(target, variant),
    hasLanguages: entry.translations.length > 0,
  };
}

/** The messages that put a page up, its chunks rendered as they are iterated. */
export function* pageMessages(
  { shell, chunks }: RenderedPage,
  { run, visit, state }: Pick<ShowMessage, 'run' | 'visit' | 'state'>,
): Generator<HostMessage, void, void> {
  const show = (firstChunk: string): ShowMessage => {
    return { type: 'show', run, visit, state, shell, firstChunk, labels: pageLabels() };
  };
  let count = 0;
  for (const html of chunks) {
    yield count === 0 ? show(html) : { type: 'chunk', run, html };
    count += 1;
  }
  if (count === 0) yield show('');
  yield { type: 'end', run };
}

/** A target without its post where the post is gone: the entry opens at its head then. */
function existingTarget({ post, ...target }: VisitTarget, { posts }: Variant): VisitTarget {
  return post === undefined || posts[post] === undefined ? target : { ...target, post };
}

export function referenceTo(entry: Entry, { language, title }: Variant): EntryReference {
  return { entry: entry.id, language, title };
}

/** The labels of the page's own script. */
export function pageLabels(): PageLabels {
  return { language: uiLanguage(), close: t('Close'), copied: t('Copied'), zoom: t('Zoom') };
}
