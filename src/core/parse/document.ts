import type { Env } from '../markdown/markdown';
import type { EntryFacts, LineRange, Link, Post, Variant } from '../model';
import type { Problem } from '../problems';
import { fileNameOf, folderOf, stemOf } from '../paths';
import { guessLanguage } from '../text/language';
import { LineIndex } from '../text/lines';
import { normaliseText } from '../text/normalise';
import { readContent } from './content';
import { withDefinitions } from './definitions';
import { readFrontMatter } from './frontMatter';
import { MappedText } from './mappedText';
import { pinnedId, readMetadata, type Metadata } from './metadata';
import { readOutline, type Section } from './outline';
import { readPosts } from './posts';
import { errorCodesInLinks, versionsInLinks } from './references';
import { findCut } from './shape';
import { distinctSlugs } from './slug';
import { inferStatus } from './status';

/** An entry as one document tells it, before its archive gives it an id and resolves what it refers to. */
export interface DraftEntry extends Variant, EntryFacts {
  readonly pinned?: string;
  readonly slug: string;
  /** Ids as they are written. */
  readonly see: readonly string[];
}

export interface ParsedDocument {
  readonly entries: readonly DraftEntry[];
  /** Lines that belong to no entry. Together with the entries' lines they are all lines of the document. */
  readonly preamble: readonly LineRange[];
  readonly problems: readonly Problem[];
}

/** What the archive says about all of its documents. */
export interface DocumentDefaults {
  readonly language?: string;
}

/**
 * Parses one Markdown document of an archive.
 *
 * @param path The document's path inside its archive.
 * @param raw The file's text as it was read; byte order mark, CRLF and NFD are dealt with here.
 * @returns Entries in order. Content never makes it throw: what is odd becomes a problem.
 */
export function parseDocument(path: string, raw: string, defaults: DocumentDefaults = {}): ParsedDocument {
  return new DocumentParser(path, normaliseText(raw), defaults).parse();
}

/** A stretch of the document that is one entry. Lines count from zero, in the whole document. */
interface Block {
  readonly title: string;
  readonly titleLine?: number;
  readonly startLine: number;
  readonly bodyLine: number;
  readonly endLine: number;
  readonly topics: readonly string[];
  readonly pinned?: string;
}

class DocumentParser {
  readonly #problems: Problem[] = [];
  readonly #index: LineIndex;
  readonly #metadata: Metadata;
  readonly #bodyLine: number;
  /** Whether plain text answers when an entry has no quotes. */
  readonly #plainAnswers: boolean;
  readonly #language: string;
  readonly #hasFrontMatter: boolean;
  readonly #env: Env = {};

  constructor(
    private readonly path: string,
    private readonly text: string,
    defaults: DocumentDefaults,
  ) {
    this.#index = new LineIndex(text);
    const frontMatter = readFrontMatter(text, path);
    const { metadata, problems } = readMetadata(frontMatter, path);
    this.#problems.push(...frontMatter.problems, ...problems);
    this.#metadata = metadata;
    this.#bodyLine = frontMatter.lineCount;
    this.#plainAnswers = metadata.title !== undefined || !/^ {0,3}>/m.test(text);
    this.#language = metadata.language ?? languageOfName(path) ?? defaults.language ?? guessLanguage(text);
    this.#hasFrontMatter = frontMatter.lineCount > 0;
  }

  parse(): ParsedDocument {
    const whole = { startLine: 1, endLine: this.#index.count + 1 };
    if (this.text.trim() === '') {
      this.#report('emptyDocument', 'info', 1);
      return { entries: [], preamble: [whole], problems: this.#problems };
    }
    const body = this.text.slice(this.#index.startOf(this.#bodyLine));
    const sections = readOutline(body, this.#env).map((section) => this.#inDocument(section));
    const cut = findCut(sections, this.#metadata, this.#hasFrontMatter);
    const blocks =
      cut.shape === 'entry'
        ? [this.#wholeDocument(cut.heading)]
        : cut.shape === 'thread'
          ? this.#threads(sections, cut.level)
          : [];
    if (blocks.length === 0) this.#report('noEntries', 'info', 1);
    const entries = this.#entries(blocks);
    return { entries, preamble: uncovered(blocks, this.#index.count), problems: this.#problems };
  }

  #report(kind: Problem['kind'], severity: Problem['severity'], line: number, ...args: string[]): void {
    this.#problems.push({ kind, severity, document: this.path, line, args });
  }

  #inDocument(section: Section): Section {
    const line = section.line + this.#bodyLine;
    const contentLine = section.contentLine + this.#bodyLine;
    if (section.pinned === undefined || pinnedId(section.pinned) !== undefined)
      return { ...section, line, contentLine };
    this.#report(
      'frontMatterValue',
      'warning',
      contentLine + 1,
      'id',
      'a short name of letters, digits and hyphens',
    );
    const { pinned: _pinned, ...rest } = section;
    return { ...rest, line, contentLine };
  }

  #wholeDocument(heading: Section | undefined): Block {
    const title = this.#metadata.title ?? heading?.title ?? '';
    const pinned = this.#metadata.id ?? heading?.pinned;
    // A heading that says something else than the front matter's title stays in the text.
    const isHeadline = this.#metadata.title === undefined || this.#metadata.title === heading?.title;
    return {
      title: title === '' ? stemOf(this.path) : title,
      ...(heading === undefined ? {} : { titleLine: heading.line }),
      startLine: 0,
      bodyLine: (isHeadline ? heading?.contentLine : undefined) ?? this.#bodyLine,
      endLine: this.#index.count,
      topics: [],
      ...(pinned === undefined ? {} : { pinned }),
    };
  }

  #threads(sections: readonly Section[], level: number): readonly Block[] {
    const blocks: Block[] = [];
    const enclosing: Section[] = [];
    sections.forEach((section, at) => {
      if (section.level === 0) return;
      while ((enclosing.at(-1)?.level ?? 0) >= section.level) enclosing.pop();
      const isEntry = section.level === level || (section.level < level && section.hasQuote);
      if (isEntry) {
        let end = at + 1;
        while (end < sections.length && (sections[end]?.level ?? 0) > level) end += 1;
        const next = sections[end];
        blocks.push({
          title: section.title === '' ? stemOf(this.path) : section.title,
          titleLine: section.line,
          startLine: section.line,
          bodyLine: section.contentLine,
          endLine: next?.line ?? this.#index.count,
          topics: enclosing.map(({ title }) => title).filter((title) => title !== ''),
          ...(section.pinned === undefined ? {} : { pinned: section.pinned }),
        });
      }
      enclosing.push(section);
    });
    return blocks;
  }

  #entries(blocks: readonly Block[]): readonly DraftEntry[] {
    const topicsOf = (block: Block): readonly string[] => [
      ...new Set([...(this.#metadata.topics ?? folderTopics(this.path)), ...block.topics]),
    ];
    const bodies = blocks.map((block) =>
      MappedText.of(this.text, this.#index, block.bodyLine, block.endLine),
    );
    const slugs =
      blocks.length === 1 && blocks[0]?.titleLine === undefined
        ? [stemOf(this.path)]
        : distinctSlugs(
            blocks.map((block, at) => ({
              title: block.title,
              topics: topicsOf(block),
              body: bodies[at]?.text ?? '',
            })),
          );
    return blocks.map((block, at) =>
      this.#entry(block, bodies[at] ?? new MappedText([]), topicsOf(block), slugs[at] ?? ''),
    );
  }

  #entry(block: Block, body: MappedText, topics: readonly string[], slug: string): DraftEntry {
    const { posts: written, problems } = readPosts(body, {
      title: block.title,
      document: this.path,
      plainAnswers: this.#plainAnswers,
    });
    this.#problems.push(...problems);
    const definitions = this.#env.references ?? {};
    const posts = written.map((post) => ({ ...post, markdown: withDefinitions(post.markdown, definitions) }));
    const whole = MappedText.of(this.text, this.#index, block.titleLine ?? block.bodyLine, block.endLine);
    const content = readContent(whole, this.path, this.#env);
    const metadata = this.#metadata;
    const errorCodes = [...new Set([...(metadata.errors ?? []), ...errorCodesInLinks(content.links)])];
    return {
      ...(block.pinned === undefined ? {} : { pinned: block.pinned }),
      slug,
      language: this.#language,
      title: block.title,
      topics,
      posts,
      ...content,
      status: metadata.status ?? inferStatus(block.title, posts),
      symbols: (metadata.symbols ?? []).map((name) => ({ name, from: 'declared' as const })),
      errorCodes,
      versions: metadata.versions ?? versionsInLinks(ofTheThread(content.links, posts)),
      ...(metadata.date === undefined ? {} : { date: metadata.date }),
      see: metadata.see ?? [],
      source: { document: this.path, startLine: block.startLine + 1, endLine: block.endLine + 1 },
    };
  }
}

/** Links outside the archivist's notes: later knowledge says nothing about the versions a thread spoke of. */
function ofTheThread(links: readonly Link[], posts: readonly Post[]): readonly Link[] {
  const notes = posts.filter(({ kind }) => kind === 'note').map(({ span }) => span);
  return links.filter(({ span }) => !notes.some(({ start, end }) => span.start >= start && span.end <= end));
}

/** The lines outside the blocks. Blocks are in order and do not overlap. */
function uncovered(blocks: readonly Block[], lineCount: number): readonly LineRange[] {
  const ranges: LineRange[] = [];
  let next = 0;
  for (const { startLine, endLine } of [...blocks, { startLine: lineCount, endLine: lineCount }]) {
    if (startLine > next) ranges.push({ startLine: next + 1, endLine: startLine + 1 });
    next = endLine;
  }
  return ranges;
}

/** The names of the folders a document lies in are its topics, where nothing else says so. */
function folderTopics(path: string): readonly string[] {
  return folderOf(path).split('/').filter(Boolean);
}

/** Languages that a file name may end in: `next.js.md` is no translation. */
const LANGUAGES = new Set('ar cs de en es fa fr hi id it ja ko nl pl pt ru sv th tr uk vi zh'.split(' '));

/** `NAME.en.md` is English. */
export function languageOfName(path: string): string | undefined {
  const language = /.\.([a-z]{2}(?:-[A-Z]{2})?)\.(?:md|markdown)$/.exec(fileNameOf(path))?.[1];
  return language !== undefined && LANGUAGES.has(language.slice(0, 2)) ? language : undefined;
}
