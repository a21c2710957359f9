import type { Container } from './containers';
import { holdsOnlyLinks } from './posts/linkPosts';
import { readLabel } from './posts/postLabels';
import { isQuestionTitle } from './questionTitles';
import type { Section } from './section';
import { shortTitle } from './plainTitles';

/** A section while its blocks are read. */
export interface OpenSection extends Mutable<Omit<Section, 'containers'>> {
  readonly containers: Container[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What is known of a section by its heading. */
export type SectionStart = Pick<Section, 'level' | 'title' | 'line' | 'contentLine'> &
  Partial<Omit<Section, 'containers'>>;

/** A section without any blocks yet. Of a heading that is too long for a title, all is text. */
export function openSection(start: SectionStart, containers: Container[]): OpenSection {
  const title = shortTitle(start.title);
  const hasLongHeading = title !== start.title;
  return {
    asks: isQuestionTitle(title),
    hasLongHeading,
    contentColumn: 0,
    quoteSize: 0,
    hasTextBelowQuote: false,
    hasLabel: false,
    size: 0,
    textKind: 'none',
    hasTableOfContents: false,
    hasMarkedAnswer: false,
    anchors: [],
    containers,
    ...start,
    ...(hasLongHeading ? { title, contentLine: start.line, contentColumn: 0 } : {}),
  };
}

/**
 * Counts a quote among those of a section, unless it is an alert or holds nothing but links.
 *
 * @param content Inline Markdown of its first paragraph.
 */
export function addQuote(section: OpenSection, content: string, text: string): void {
  const isAlert = /^\s*\[!\w+\]/.test(content);
  if (isAlert || holdsOnlyLinks(text)) return;
  section.quoteSize += text.length;
  if (readLabel(content.split('\n', 1)[0] ?? '', false) !== undefined) section.hasLabel = true;
}
