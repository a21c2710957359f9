import type { LineIndex } from '../../text/lineIndex';
import type { Metadata } from '../metadata';
import { isQuestion } from '../headings';
import { QUESTION_LINE_LEVEL, readOutline, readSections, type Outline, type Section } from '../outline';
import type { Env } from '../../markdown/markdown';
import type { EntryBlock, Layout } from './block';
import { collapsedBlocks, isCollapsed, readDetails } from './collapsedPage';
import { faqBlocks, faqLevel, likeliestFaqLevel } from './faqPage';
import { sectionPaths, readSectionTree, type SectionTree } from './subsections';
import { proseBlocks } from './prosePage';
import { holdsThreads, threadBlocks } from './threadDocument';
import { boldHeadline, singleTop, wholeBlock } from './singleEntry';

/** How a document is cut into entries. */
export interface DocumentCut {
  readonly shape: Layout;
  readonly blocks: readonly EntryBlock[];
  /** For each block where it stands; its translation stands at the same place. */
  readonly places: readonly string[];
  readonly sections: readonly Section[];
}

export interface CutSource {
  readonly text: string;
  readonly index: LineIndex;
  /** First line below the front matter. */
  readonly firstLine: number;
  readonly metadata: Metadata;
  /** The shape that was declared. */
  readonly shape?: Layout;
  readonly hasFrontMatter: boolean;
}

/** Fewest questions of an FAQ page; more where front matter gives the page a title, as an entry's has. */
const FEWEST_QUESTIONS = 2;
const FEWEST_UNDER_TITLE = 3;

/**
 * Cuts a document into entries, in the shape that is declared, else in the one found. A declared shape that finds
 * no entry at all gives way to the found one. `env` gets the document's link definitions.
 */
export function cutDocument(source: CutSource, env: Env): DocumentCut {
  const cutter = new Cutter(source, env);
  const declared = source.shape === undefined ? undefined : cutter.cut(source.shape);
  const cut =
    declared !== undefined && declared.blocks.length > 0 ? declared : cutter.cut(cutter.findShape());
  return { ...cut, sections: cutter.sections };
}

class Cutter {
  readonly #outline: Outline;
  readonly #tree: SectionTree;
  #lines: SectionTree | undefined;
  readonly #folds: ReturnType<typeof readDetails>;

  constructor(
    private readonly source: CutSource,
    private readonly env: Env,
  ) {
    const { text, index, firstLine } = source;
    this.#outline = readOutline(text.slice(index.startOf(firstLine)), firstLine, env);
    this.#tree = readSectionTree(this.#outline.sections);
    this.#folds = readDetails(this.#outline, firstLine, text, index);
  }

  get sections(): readonly Section[] {
    return this.#outline.sections;
  }

  /**
   * Quotes below headings make threads, folds a collapsed page, questions an FAQ; a title in the front matter or on
   * top of a page with at most one section of its own makes one entry; everything else is prose.
   */
  findShape(): Layout {
    const { metadata, index } = this.source;
    const { sections } = this;
    const top = singleTop(sections);
    const title = metadata.title;
    if (metadata.question !== undefined || metadata.id !== undefined || metadata.see !== undefined)
      return 'entry';
    if (metadata.status !== undefined || metadata.symbols !== undefined) return 'entry';
    const below = top === undefined ? sections : sections.filter((section) => section !== top);
    const quoted = below.filter((section) => section.level > 0 && section.quoteSize > 0).length;
    if (quoted > (title === undefined ? 0 : 1) && holdsThreads(below)) return 'thread';
    if (isCollapsed(this.#folds, sections, index)) return 'collapsed';
    if (this.#isFaq() || (!isQuestion(top?.title ?? '') && this.#asksInLines())) return 'faq';
    if (title !== undefined || sections.length === 1) return 'entry';
    if (top !== undefined && isQuestion(top.title)) return 'entry';
    const isPage = this.#blocks('prose').filter(({ titleLine }) => titleLine !== top?.line).length > 1;
    return isPage || (top === undefined && sections[0]?.text !== 'prose') ? 'prose' : 'entry';
  }

  get #fewestQuestions(): number {
    return this.source.metadata.title === undefined ? FEWEST_QUESTIONS : FEWEST_UNDER_TITLE;
  }

  #isFaq(): boolean {
    return faqLevel(this.#tree, this.#fewestQuestions) !== undefined;
  }

  /** Whether most of the text stands below questions that have no headings, but lines of their own. */
  #asksInLines(): boolean {
    return faqLevel(this.#linesTree(), this.#fewestQuestions) === QUESTION_LINE_LEVEL;
  }

  /** The headings with the questions in lines of their own below them. */
  #linesTree(): SectionTree {
    if (this.#lines === undefined) {
      const { text, index, firstLine } = this.source;
      const below = text.slice(index.startOf(firstLine));
      this.#lines = readSectionTree(readSections(below, this.#outline.tokens, firstLine, this.env, true));
    }
    return this.#lines;
  }

  /** The tree that an FAQ page is cut by. */
  #faqTree(): SectionTree {
    return !this.#isFaq() && this.#asksInLines() ? this.#linesTree() : this.#tree;
  }

  cut(shape: Layout): DocumentCut {
    const blocks = this.#blocks(shape);
    const places = sectionPaths(shape === 'faq' ? this.#faqTree() : this.#tree);
    const placeOf = ({ section }: EntryBlock, at: number): string =>
      section === undefined ? `${String(at + 1)}/${String(blocks.length)}` : (places[section] ?? '');
    return { shape, blocks, places: blocks.map(placeOf), sections: this.sections };
  }

  #blocks(shape: Layout): readonly EntryBlock[] {
    const { index } = this.source;
    switch (shape) {
      case 'thread':
        return threadBlocks(this.sections, index.count);
      case 'entry':
        return this.#whole();
      case 'faq': {
        const tree = this.#faqTree();
        return faqBlocks(tree, faqLevel(tree, FEWEST_QUESTIONS) ?? likeliestFaqLevel(tree), index.count);
      }
      case 'collapsed':
        return collapsedBlocks(this.#folds, this.sections, index);
      case 'prose':
        return proseBlocks(this.#tree, index.count);
    }
  }

  /** The title is the front matter's, else the single top heading's, else a bold first line's. */
  #whole(): readonly EntryBlock[] {
    const { metadata, firstLine, index, hasFrontMatter } = this.source;
    const hasContents = this.sections.some((section) => section.hasContents);
    const hasText = this.sections.some(({ size, level }) => size > 0 || (level > 0 && !hasContents));
    if (metadata.title === undefined && !(hasText || (hasFrontMatter && index.count > firstLine))) return [];
    const top = singleTop(this.sections);
    const title = metadata.title ?? top?.title;
    const pinned = metadata.id ?? top?.pinned;
    if (title !== undefined) {
      // A heading that says something else than the front matter's title stays in the text.
      const bodyLine = top?.title === title ? top.contentLine : firstLine;
      const titleLine = top === undefined ? {} : { titleLine: top.line };
      return [wholeBlock({ title, ...titleLine, bodyLine }, pinned, index.count)];
    }
    const headline = boldHeadline(this.#outline.tokens, firstLine);
    const bodyLine = headline?.endLine ?? firstLine;
    return [wholeBlock({ title: headline?.title ?? '', bodyLine }, pinned, index.count)];
  }
}
