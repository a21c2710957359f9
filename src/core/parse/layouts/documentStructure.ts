import type { Env } from '../../markdown/markdown';
import type { LineIndex } from '../../text/lineIndex';
import { readOutline, readSections, type Outline, type Section } from '../outline';
import { QUESTION_LINE_LEVEL } from '../questionLines';
import { readDetails, type DetailsElement } from './detailsElements';
import { faqLevel } from './faqPage';
import { buildSectionTree, type SectionTree } from './sectionTree';

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

  /** @param env Receives the document's link definitions. */
  constructor(
    readonly source: DocumentSource,
    private readonly env: Env,
  ) {
    const { text, index, firstLine } = source;
    this.#text = text.slice(index.startOf(firstLine));
    this.outline = readOutline(this.#text, firstLine, env);
    this.tree = buildSectionTree(this.outline.sections);
    this.details = readDetails(this.outline.tokens, firstLine, text, index);
  }

  get sections(): readonly Section[] {
    return this.outline.sections;
  }

  /** The sections together with those of questions on lines of their own. */
  get questionLineTree(): SectionTree {
    this.#questionLineTree ??= buildSectionTree(
      readSections(this.#text, this.outline.tokens, this.source.firstLine, this.env, true),
    );
    return this.#questionLineTree;
  }

  /** Whether most of the text is below headings that ask. */
  hasQuestionHeadings(minQuestions: number): boolean {
    return faqLevel(this.tree, minQuestions) !== undefined;
  }

  /** Whether most of the text is below questions that are not headings but lines of their own. */
  hasQuestionLines(minQuestions: number): boolean {
    return faqLevel(this.questionLineTree, minQuestions) === QUESTION_LINE_LEVEL;
  }
}
