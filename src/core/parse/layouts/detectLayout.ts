import type { Metadata } from '../metadata';
import { isQuestionTitle } from '../questionTitles';
import { isCollapsedPage } from './collapsedPage';
import type { DocumentStructure } from './documentStructure';
import { minFaqQuestions } from './faqPage';
import type { Layout } from './layout';
import { proseBlocks } from './prosePage';
import { singleTopHeading } from './singleEntry';
import { hasThreads } from './threadDocument';

/**
 * The layout of a document that declares none. Front matter about one entry makes it a single entry; otherwise quotes
 * below headings make threads, details elements a collapsed page, questions an FAQ page. A title in the front matter,
 * or on top of a page with at most one section of its own, makes a single entry. Everything else is prose.
 */
export function detectLayout(structure: DocumentStructure, metadata: Metadata): Layout {
  const { sections, details, tree, source } = structure;
  if (describesOneEntry(metadata)) return 'entry';
  const top = singleTopHeading(sections);
  const below = sections.filter((section) => section !== top);
  const quoted = below.filter(({ level, quoteSize }) => level > 0 && quoteSize > 0).length;
  const hasTitle = metadata.title !== undefined;
  if (quoted > (hasTitle ? 1 : 0) && hasThreads(below)) return 'thread';
  if (isCollapsedPage(details, sections, source.index)) return 'collapsed';
  const minQuestions = minFaqQuestions(metadata);
  const topAsks = isQuestionTitle(top?.title ?? '');
  if (structure.hasQuestionHeadings(minQuestions)) return 'faq';
  if (!topAsks && structure.hasQuestionLines(minQuestions)) return 'faq';
  if (hasTitle || topAsks || sections.length === 1) return 'entry';
  const entries = proseBlocks(tree, source.index.count).filter(({ titleLine }) => titleLine !== top?.line);
  return entries.length > 1 || (top === undefined && sections[0]?.textKind !== 'prose') ? 'prose' : 'entry';
}

/** Whether front matter has keys that describe a single entry. */
function describesOneEntry({ question, hasOwnId, see, status, symbols }: Metadata): boolean {
  return [question, hasOwnId, see, status, symbols].some((value) => value !== undefined);
}
