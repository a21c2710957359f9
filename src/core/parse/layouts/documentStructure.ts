import type { Env } from '../../markdown/markdown';
import { LineIndex } from '../../text/lineIndex';
import { nameSpeakers } from '../posts/speakers/threadHeadings';
import { readOutline, readQuestionSections, type Outline } from '../outline';
import type { Section } from '../section';
import { QUESTION_LINE_LEVEL } from '../questionLines';
import { isQuestionTitle } from '../questionTitles';
import { readDetails, type DetailsElement } from './detailsElements';
import { faqLevel, MIN_FAQ_QUESTIONS, MIN_FAQ_QUESTIONS_OF_ENTRY } from './faqPage';
import { buildSectionTree, type SectionTree } from './sectionTree';
import type { PageContext } from './subsections';
import { singleTopHeading } from './topHeading';

/** Lines with text, and characters, on the longest page that is short. */
const MAX_SHORT_LINES = 40;
const MAX_SHORT_LENGTH = 3_000;

export interface DocumentSource {
  readonly text: string;
  readonly index: LineIndex;
  /** First line below the front matter; zero where there is none. */
  readonly firstLine: number;
}

/** What a document consists of below its front matter: the basis for detecting its layout and for cutting it. */
export class DocumentStructure {
  readonly outline: Outline;
  readonly tree: SectionTree;
  readonly details: readonly DetailsElement[];
  readonly #text: string;
  #questionLineTree: SectionTree | undefined;
  #hasQuestionLines: boolean | undefined;

  /** @param env Receives the document's link definitions. */
  constructor(
    readonly source: DocumentSource,
    readonly page: PageContext,
    private readonly env: Env,
  ) {
    const { text, index, firstLine } = source;
    this.#text = text.slice(index.startOf(firstLine));
    this.outline = readOutline(this.#text, firstLine, env);
    this.tree = buildSectionTree(this.outline.sections, page);
    this.details = readDetails(this.outline.tokens, firstLine, text, index);
  }

  get sections(): readonly Section[] {
    return this.outline.sections;
  }

  /** Whether the page's title asks, in its front matter or on top of it, so that the page is one question. */
  get titleAsks(): boolean {
    return isQuestionTitle(this.page.title ?? '') || singleTopHeading(this.sections)?.asks === true;
  }

  /** Whether it has so little text that two sections under its title are still one entry. */
  get isShort(): boolean {
    const lines = this.#text.split('\n').filter((line) => line.trim() !== '').length;
    return lines <= MAX_SHORT_LINES && this.#text.length <= MAX_SHORT_LENGTH;
  }

  /** Whether quotes are its questions, and the text below them the answers. */
  get hasQuotedQuestions(): boolean {
    return this.outline.traits.quotesAsk && this.hasQuestionLines();
  }

  /** The sections together with those of questions on lines of their own. */
  get questionLineTree(): SectionTree {
    this.#questionLineTree ??= buildSectionTree(
      readQuestionSections(this.#text, this.outline, this.source.firstLine, this.env),
      this.page,
    );
    return this.#questionLineTree;
  }

  /** Whether most of the text is below headings that ask. */
  hasQuestionHeadings(): boolean {
    const minQuestions = this.titleAsks ? MIN_FAQ_QUESTIONS_OF_ENTRY : MIN_FAQ_QUESTIONS;
    return faqLevel(this.tree, minQuestions) !== undefined;
  }

  /** Whether lines name who speaks: the questions are theirs. */
  #hasSpeakers(): boolean {
    return nameSpeakers(this.#text, new LineIndex(this.#text), this.outline.tokens);
  }

  /** Whether most of the text is below questions that are not headings but lines of their own. */
  hasQuestionLines(): boolean {
    this.#hasQuestionLines ??= this.#findsQuestionLines();
    return this.#hasQuestionLines;
  }

  #findsQuestionLines(): boolean {
    const isOneEntry = this.titleAsks || (this.page.title !== undefined && this.isShort);
    const minQuestions = isOneEntry ? MIN_FAQ_QUESTIONS_OF_ENTRY : MIN_FAQ_QUESTIONS;
    return faqLevel(this.questionLineTree, minQuestions) === QUESTION_LINE_LEVEL && !this.#hasSpeakers();
  }
}
