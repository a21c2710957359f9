import type { Env } from '../../markdown/markdown';
import type { Metadata } from '../metadata';
import type { Section } from '../section';
import { collapsedBlocks } from './collapsedPage';
import { detectLayout } from './detectLayout';
import { DocumentStructure, type DocumentSource } from './documentStructure';
import type { EntryBlock } from './entryBlock';
import { faqBlocks, faqLevel, likeliestFaqLevel, MIN_FAQ_QUESTIONS } from './faqPage';
import type { Layout } from './layout';
import { proseBlocks } from './prosePage';
import { sectionPaths } from './sectionPaths';
import type { SectionTree } from './sectionTree';
import { singleEntryBlocks } from './singleEntry';
import { threadBlocks } from './threadDocument';

/** A document's entries by their lines, in order. */
export interface DocumentCut {
  readonly layout: Layout;
  readonly blocks: readonly EntryBlock[];
  /** For each block its path among the headings; its translation has the same. */
  readonly sectionPaths: readonly string[];
  readonly sections: readonly Section[];
  /** Lines of the headings and summaries that are too long for a title. */
  readonly longHeadings: readonly number[];
}

/** What a document's archive says about it. */
interface CutOptions {
  readonly declaredLayout?: Layout | undefined;
  /** Headings that recur over the documents of its archive, by `titleKey`. */
  readonly recurring: ReadonlySet<string>;
}

/**
 * Cuts a document into entries, in the declared layout, else in the one detected, else as prose. A layout that yields no
 * entry is ignored.
 *
 * @param env Receives the document's link definitions.
 */
export function cutDocument(
  source: DocumentSource,
  metadata: Metadata,
  { declaredLayout, recurring }: CutOptions,
  env: Env,
): DocumentCut {
  const page = { ...(metadata.title === undefined ? {} : { title: metadata.title }), recurring };
  const structure = new DocumentStructure(source, page, env);
  const declared = declaredLayout === undefined ? undefined : cutAs(declaredLayout, structure, metadata);
  if (declared !== undefined && declared.blocks.length > 0) return declared;
  const detected = cutAs(detectLayout(structure, metadata), structure, metadata);
  return detected.blocks.length > 0 ? detected : cutAs('prose', structure, metadata);
}

function cutAs(layout: Layout, structure: DocumentStructure, metadata: Metadata): DocumentCut {
  const tree = layout === 'faq' ? faqTree(structure) : structure.tree;
  const blocks = blocksOf(layout, structure, tree, metadata);
  const paths = sectionPaths(tree);
  const pathOf = ({ section }: EntryBlock, at: number): string =>
    section === undefined ? `${String(at + 1)}/${String(blocks.length)}` : (paths[section] ?? '');
  const longHeadings = [
    ...tree.sections.filter(({ hasLongHeading }) => hasLongHeading),
    ...(layout === 'collapsed' ? structure.details.filter(({ hasLongSummary }) => hasLongSummary) : []),
  ].map(({ line }) => line);
  return {
    layout,
    blocks,
    sectionPaths: blocks.map(pathOf),
    sections: structure.sections,
    longHeadings,
  };
}

function blocksOf(
  layout: Layout,
  structure: DocumentStructure,
  tree: SectionTree,
  metadata: Metadata,
): readonly EntryBlock[] {
  const { sections, details } = structure;
  const { index } = structure.source;
  switch (layout) {
    case 'thread':
      return threadBlocks(sections, index.count);
    case 'entry':
      return singleEntryBlocks(structure, metadata);
    case 'faq':
      return faqBlocks(tree, faqLevel(tree, MIN_FAQ_QUESTIONS) ?? likeliestFaqLevel(tree), index.count);
    case 'collapsed':
      return collapsedBlocks(details, sections, index);
    case 'prose':
      return proseBlocks(tree, index.count, metadata.title);
  }
}

/** The sections an FAQ page is cut by: its headings, or with them its questions on lines of their own. */
function faqTree(structure: DocumentStructure): SectionTree {
  const isByLines = !structure.hasQuestionHeadings() && structure.hasQuestionLines();
  return isByLines ? structure.questionLineTree : structure.tree;
}
