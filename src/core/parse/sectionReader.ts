import { anchorsInText, headingAnchors } from '../markdown/headings';
import type { Env, Token } from '../markdown/markdown';
import { opensQuote } from '../markdown/tokens';
import { LineIndex } from '../text/lineIndex';
import {
  boxContainer,
  definitionContainer,
  listItemContainer,
  quoteContainer,
  type Container,
} from './containers';
import type { Section } from './section';
import { addQuote, openSection, type OpenSection, type SectionStart } from './openSection';
import type { PageTraits } from './pageTraits';
import { inlineText } from './plainTitles';
import { soundsLikeQuestion } from './posts/askerWording';
import { isCitation } from './posts/attribution';
import { entryOfItem, holdsSections, questionOfBox } from './questionContainers';
import { questionLine, QUESTION_LINE_LEVEL, type QuestionLine } from './questionLines';
import { answerMarkLength, questionMarkLength } from './questionMarkers';
import { questionOfQuote } from './questionQuotes';
import { textKindWith } from './sectionText';
import { isNavigation, isTableOfContents, namesTableOfContents } from './tableOfContents';

interface ReaderOptions {
  /** The document's line that the text begins with. */
  readonly firstLine: number;
  readonly env: Env;
  readonly traits: PageTraits;
  readonly withQuestionLines: boolean;
}

/** Reads block tokens as sections, from the first to the last. */
export class SectionReader {
  readonly #index: LineIndex;
  readonly #sections: OpenSection[] = [];
  /** Ends of the blocks around the current token whose content counts as content of the page. */
  readonly #open: string[] = [];
  /** The last number of the lines that count up. */
  #number = 0;
  /** Level of the heading that the current list item begins with; zero outside of such an item. */
  #itemLevel = 0;
  /** Whether the last section has a paragraph that is marked as a question. */
  #hasMarkedQuestion = false;
  /** First line of the current list item. */
  #itemLine = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly options: ReaderOptions,
  ) {
    this.#index = new LineIndex(text);
  }

  read(): readonly Section[] {
    const { firstLine } = this.options;
    this.#begin({ level: 0, title: '', line: firstLine, contentLine: firstLine });
    for (let at = 0; at < this.tokens.length; at += 1) this.#readToken(at);
    return this.#sections;
  }

  #readToken(at: number): void {
    const token = this.tokens[at]!;
    if (token.level !== this.#open.length && token.level !== this.#open.length - 1) return;
    if (token.type === this.#open.at(-1)) {
      this.#open.pop();
      if (token.type === 'list_item_close') this.#itemLevel = 0;
      return;
    }
    if (token.map === null || token.level !== this.#open.length) return;
    if (token.type === 'list_item_open' && this.#isInside('_list_close')) this.#openItem(token);
    else if (token.type === 'dt_open' && this.#isInside('dl_close')) this.#readTerm(at);
    else if (token.type === 'dd_open' && this.#isInside('dl_close')) this.#openDefinition(token);
    else if (holdsSections(this.tokens, at, this.options.withQuestionLines)) {
      this.#open.push(token.type.replace('_open', '_close'));
    } else if (!this.#beginContainer(at)) this.#readBlock(at);
  }

  /** Begins a section where a box or a quote is a question, with its content; whether it does. */
  #beginContainer(at: number): boolean {
    const token = this.tokens[at]!;
    const { firstLine, env, withQuestionLines } = this.options;
    const isQuote = opensQuote(token);
    if (!withQuestionLines || !(token.type === 'box_open' || (isQuote && this.options.traits.quotesAsk)))
      return false;
    const question = isQuote ? questionOfQuote(this.tokens, at) : questionOfBox(token);
    if (question === undefined) return false;
    const [start, end] = token.map ?? [0, 0];
    this.#addContainer(isQuote ? quoteContainer(token, firstLine) : boxContainer(token, firstLine));
    this.#begin({
      level: QUESTION_LINE_LEVEL,
      title: inlineText(question.title, env),
      asks: true,
      line: start + firstLine,
      contentLine: start + question.lineCount + firstLine,
      size: isQuote ? 0 : this.#index.startOf(end) - this.#index.startOf(start + question.lineCount),
      textKind: isQuote ? 'none' : 'prose',
    });
    return true;
  }

  #isInside(end: string): boolean {
    return this.#open.at(-1)?.endsWith(end) === true;
  }

  #openItem(token: Token): void {
    this.#itemLine = token.map?.[0] ?? 0;
    this.#open.push('list_item_close');
    this.#addContainer(listItemContainer(token, this.#lineText(token), this.options.firstLine));
  }

  #openDefinition(token: Token): void {
    this.#open.push('dd_close');
    this.#addContainer(definitionContainer(token, this.#lineText(token), this.options.firstLine));
  }

  #readTerm(at: number): void {
    const { map, type } = this.tokens[at]!;
    const content = this.tokens[at + 1]?.content ?? '';
    this.#open.push(type.replace('_open', '_close'));
    const [start, end] = map ?? [0, 0];
    this.#begin({
      level: QUESTION_LINE_LEVEL,
      title: inlineText(content, this.options.env),
      line: start + this.options.firstLine,
      contentLine: end + this.options.firstLine,
    });
  }

  #readBlock(at: number): void {
    const token = this.tokens[at]!;
    const content = this.tokens[at + 1]?.content ?? '';
    const [start, end] = token.map ?? [0, 0];
    const section = this.#sections.at(-1)!;
    if (token.type === 'heading_open' && this.#isSectionHeading(token)) this.#beginHeading(token, content);
    else if (this.options.traits.boldHeadings.has(token)) this.#beginBoldHeading(token);
    else if (token.type === 'paragraph_open' && this.#beginQuestion(at)) return;
    else if (token.type === 'archive_comment') {
      const pinned = /^id:\s*(\S+)$/.exec(token.content)?.[1];
      if (pinned !== undefined && section.size === 0) section.pinned ??= pinned;
    } else if (token.nesting >= 0 && token.type !== 'hr' && token.type !== 'inline') {
      this.#addBlock(at, this.text.slice(this.#index.startOf(start), this.#index.startOf(end)));
    }
  }

  #isSectionHeading(token: Token): boolean {
    if (this.options.traits.threadHeadings.has(token)) return false;
    return token.markup !== 'html' || this.options.traits.htmlLevels.has(Number(token.tag.slice(1)));
  }

  /** Headings in a list item belong to the one it begins with, whatever their level. */
  #beginHeading(token: Token, content: string): void {
    const { firstLine, env } = this.options;
    const [start, end] = token.map ?? [0, 0];
    const written = Number(token.tag.slice(1));
    const level = this.#itemLevel > 0 ? Math.max(written, Math.min(this.#itemLevel + 1, 6)) : written;
    if (this.#itemLevel === 0 && this.#isInside('list_item_close')) this.#itemLevel = written;
    this.#begin({
      level,
      title: inlineText(content, env),
      line: start + firstLine,
      contentLine: end + firstLine,
      anchors: [...headingAnchors(token), ...this.#anchorsAbove(start)],
    });
  }

  #beginBoldHeading(token: Token): void {
    const { firstLine, env } = this.options;
    const [start, end] = token.map ?? [0, 0];
    const title = inlineText(this.options.traits.boldHeadings.get(token) ?? '', env);
    const lines = { line: start + firstLine, contentLine: end + firstLine };
    this.#begin({ level: QUESTION_LINE_LEVEL, title, ...lines });
  }

  /** Begins a section where a paragraph does so with a question; whether it does. */
  #beginQuestion(at: number): boolean {
    if (!this.options.withQuestionLines) return false;
    const token = this.tokens[at]!;
    const content = this.tokens[at + 1]?.content ?? '';
    const isItem = this.#isInside('list_item_close') && token.map?.[0] === this.#itemLine;
    const question = isItem ? entryOfItem(this.tokens, at) : questionLine(content);
    if (question === undefined || !this.#countsUp(question)) return false;
    const { firstLine, env } = this.options;
    const [start, end] = token.map ?? [0, 0];
    const answerLine = content.split('\n', question.lineCount + 1)[question.lineCount] ?? '';
    const column =
      question.column === 0 ? 0 : this.#columnOf(start + question.lineCount, answerLine) + question.column;
    const size = this.#index.startOf(end) - this.#index.startOf(start + question.lineCount) - column;
    const isAnswered = question.column > 0 || start + question.lineCount < end;
    this.#begin({
      level: QUESTION_LINE_LEVEL,
      title: inlineText(question.title, env),
      asks: true,
      line: start + firstLine,
      contentLine: start + question.lineCount + firstLine,
      contentColumn: column,
      size: isAnswered ? size : 0,
      textKind: isAnswered ? 'prose' : 'none',
      anchors: anchorsInText(question.title),
    });
    return true;
  }

  /** Whether numbered lines, which need not ask, count up; each list of them begins anew. */
  #countsUp({ number }: QuestionLine): boolean {
    if (number === undefined) return true;
    if (!this.options.traits.isNumbered) return false;
    if (number !== 1 && number !== this.#number + 1) return false;
    this.#number = number;
    return true;
  }

  #begin(section: SectionStart): void {
    this.#hasMarkedQuestion = false;
    const containers = section.level === 0 ? [] : this.#takeContainers(section.line);
    this.#sections.push(openSection(section, containers));
  }

  /** Takes over the container that a section begins in from the section before it. */
  #takeContainers(line: number): Container[] {
    const before = this.#sections.at(-1);
    const last = before?.containers.at(-1);
    if (before === undefined || last === undefined || last.endLine <= line) return [];
    if (last.line === line) before.containers.pop();
    return [{ ...last, line: Math.max(last.line, line) }];
  }

  #addContainer(container: Container): void {
    const section = this.#sections.at(-1)!;
    section.containers.push(container);
  }

  /** Adds the block that begins with a token to the last section. */
  #addBlock(at: number, text: string): void {
    const section = this.#sections.at(-1)!;
    const token = this.tokens[at]!;
    const content = this.tokens[at + 1]?.content ?? '';
    const hints = {
      isAnnounced: namesTableOfContents(section.title),
      isAnchor: this.options.traits.isAnchor,
    };
    if (isTableOfContents(this.tokens, at, hints)) {
      section.hasTableOfContents = true;
      return;
    }
    if (token.type === 'paragraph_open' && isNavigation(content)) return;
    if (token.type === 'paragraph_open') this.#readMarks(content);
    section.size += text.length;
    const isQuote = opensQuote(token);
    if (isQuote && !isCitation(this.tokens, at, section.title))
      addQuote(section, this.tokens[at + 2]?.content ?? '', text);
    else if (section.quoteSize > 0 && !soundsLikeQuestion(text)) section.hasTextBelowQuote = true;
    const isText = token.type === 'paragraph_open' || token.type === 'heading_open';
    section.textKind = textKindWith(section.textKind, isText ? content : undefined);
  }

  /** Notes a paragraph that is marked as a question, or as the answer to one above it. */
  #readMarks(paragraph: string): void {
    if (questionMarkLength(paragraph) > 0) this.#hasMarkedQuestion = true;
    else if (this.#hasMarkedQuestion && answerMarkLength(paragraph, false) > 0) {
      this.#sections.at(-1)!.hasMarkedAnswer = true;
    }
  }

  /** Anchors set on lines of their own right above a heading (`<a name="x"></a>`). */
  #anchorsAbove(line: number): readonly string[] {
    const above = line > 0 && this.#lineAt(line - 1).trim() === '' ? line - 2 : line - 1;
    if (above < 0) return [];
    const text = this.#lineAt(above);
    return /^\s*<a\s[^<>]*>(?:\s*<\/a>)?\s*$/i.test(text) ? anchorsInText(text) : [];
  }

  #columnOf(line: number, content: string): number {
    return Math.max(0, this.#lineAt(line).indexOf(content));
  }

  #lineText({ map }: Token): string {
    return this.#lineAt(map?.[0] ?? 0);
  }

  #lineAt(line: number): string {
    return this.text.slice(this.#index.startOf(line), this.#index.startOf(line + 1)).replace(/\n$/, '');
  }
}
