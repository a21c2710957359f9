import type { Metadata } from '../metadata';
import { isCollapsedPage } from './collapsedPage';
import type { Section } from '../section';
import type { DocumentStructure } from './documentStructure';
import type { EntryBlock } from './entryBlock';
import type { Layout } from './layout';
import { proseBlocks } from './prosePage';
import { singleTopHeading } from './topHeading';
import { hasThreads } from './threadDocument';

/**
 * The layout of a document that declares none. Front matter about one entry makes it a single entry; otherwise quotes
 * below headings make threads, details elements a collapsed page, questions an FAQ page. A title that asks, in the front
 * matter or on top of the page, or a page with at most one section of its own, makes a single entry. Everything else is
 * prose.
 */
export function detectLayout(structure: DocumentStructure, metadata: Metadata): Layout {
  const { sections, details, source } = structure;
  if (describesOneEntry(metadata)) return 'entry';
  const top = singleTopHeading(sections);
  const below = sections.filter((section) => section !== top);
  const quoted = below.filter(({ level, quoteSize }) => level > 0 && quoteSize > 0).length;
  const hasTitle = metadata.title !== undefined;
  if (structure.hasQuotedQuestions) return 'faq';
  if (quoted > (hasTitle ? 1 : 0) && hasThreads(below)) return 'thread';
  if (isCollapsedPage(details, sections, source.index)) return 'collapsed';
  if (structure.hasQuestionHeadings()) return 'faq';
  if (!structure.titleAsks && structure.hasQuestionLines()) return 'faq';
  if (structure.titleAsks || sections.length === 1) return 'entry';
  return isProse(structure, top) ? 'prose' : 'entry';
}

/** Whether several sections are entries of their own; two on a short page under a title in the front matter are not. */
function isProse(structure: DocumentStructure, top: Section | undefined): boolean {
  const { tree, sections, source, page } = structure;
  const isOwn = ({ titleLine }: EntryBlock): boolean => titleLine !== undefined && titleLine !== top?.line;
  const own = proseBlocks(tree, source.index.count).filter(isOwn);
  if (tree.isSubsection.every((is, at) => is || at === 0 || sections[at] === top)) return false;
  if (page.title !== undefined) return own.length > (structure.isShort ? 2 : 1);
  return own.length > 1 || (top === undefined && sections[0]?.textKind !== 'prose');
}

/** Whether front matter has keys that describe a single entry. */
function describesOneEntry({ question, hasOwnId, see, status, symbols }: Metadata): boolean {
  return [question, hasOwnId, see, status, symbols].some((value) => value !== undefined);
}
