import type { Env } from '../markdown/markdown';
import type { EntryFacts, LineRange, Link, Post, Variant } from '../model';
import type { Problem } from '../archive/problems';
import { folderOf, stemOf } from '../archive/paths';
import { detectLanguage } from '../text/languageDetection';
import { LineIndex } from '../text/lineIndex';
import { normaliseText } from '../text/normaliseText';
import { markSelfAnswers } from './posts/selfAnswers';
import { readLinksImagesCode } from './linksImagesCode';
import { cutDocument, type DocumentCut } from './layouts/cutDocument';
import { withLinkDefinitions } from './linkDefinitions';
import { readFrontMatter } from './frontMatter';
import { MappedText } from './mappedText';
import { pinnedId, readMetadata, type Metadata } from './metadata';
import type { Section } from './outline';
import { readPosts } from './posts/readPosts';
import { errorCodesInLinks, versionsInLinks } from './documentationLinks';
import type { EntryBlock, Layout } from './layouts/block';
import { distinctSlugs } from './slug';
import { inferStatus, statusOfProse } from './posts/entryStatus';
import { languageOfName, titleOfFile } from './titles';

/** An entry as one document tells it, before its archive gives it an id and resolves what it refers to. */
export interface ParsedEntry extends Variant, EntryFacts {
  readonly pinned?: string;
  readonly slug: string;
  /** Where it stands in its document; its translation stands at the same place of another one. */
  readonly place: string;
  /** Ids as they are written. */
  readonly see: readonly string[];
}

export interface ParsedDocument {
  readonly entries: readonly ParsedEntry[];
  /** Lines that belong to no entry. Together with the entries' lines they are all lines of the document. */
  readonly preamble: readonly LineRange[];
  readonly problems: readonly Problem[];
}

/** What the archive says about all of its documents. */
export interface DocumentDefaults {
  readonly language?: string;
  readonly shape?: Layout;
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

class DocumentParser {
  readonly #problems: Problem[] = [];
  readonly #index: LineIndex;
  readonly #metadata: Metadata;
  readonly #shape: Layout | undefined;
  readonly #bodyLine: number;
  readonly #language: string;
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
    this.#shape = metadata.shape ?? defaults.shape;
    this.#bodyLine = frontMatter.lineCount;
    this.#language = metadata.language ?? languageOfName(path) ?? defaults.language ?? detectLanguage(text);
  }

  parse(): ParsedDocument {
    const whole = { startLine: 1, endLine: this.#index.count + 1 };
    if (this.text.trim() === '') {
      this.#report('emptyDocument', 'info', 1);
      return { entries: [], preamble: [whole], problems: this.#problems };
    }
    const cut = cutDocument(
      {
        text: this.text,
        index: this.#index,
        firstLine: this.#bodyLine,
        metadata: this.#metadata,
        hasFrontMatter: this.#bodyLine > 0,
        ...(this.#shape === undefined ? {} : { shape: this.#shape }),
      },
      this.#env,
    );
    this.#checkPins(cut.sections);
    if (cut.blocks.length === 0) this.#report('noEntries', 'info', 1);
    const entries = this.#entries(cut);
    return { entries, preamble: uncovered(cut.blocks, this.#index.count), problems: this.#problems };
  }

  #report(
    kind: Problem['kind'],
    severity: Problem['severity'],
    line: number,
    ...args: Problem['args']
  ): void {
    this.#problems.push({ kind, severity, document: this.path, line, args });
  }

  #checkPins(sections: readonly Section[]): void {
    for (const { pinned, contentLine } of sections) {
      if (pinned === undefined || pinnedId(pinned) !== undefined) continue;
      this.#report('frontMatterValue', 'warning', contentLine + 1, 'id', { wanted: 'pinnedId', args: [] });
    }
  }

  #bodyOf(block: EntryBlock): MappedText {
    return block.body === undefined
      ? MappedText.of(this.text, this.#index, block.bodyLine, block.endLine).unindented(block.items ?? [])
      : MappedText.ofSpans(this.text, this.#index, block.body);
  }

  #entries({ blocks, places, shape }: DocumentCut): readonly ParsedEntry[] {
    const texts = blocks.map((block) => ({
      title: block.title === '' ? titleOfFile(this.path) : block.title,
      topics: [...new Set([...this.#topics(shape), ...block.topics])],
      body: this.#bodyOf(block),
    }));
    const slugs =
      blocks.length === 1 && blocks[0]?.titleLine === undefined
        ? [stemOf(this.path)]
        : distinctSlugs(texts.map((text) => ({ ...text, body: text.body.text })));
    return blocks.map((block, at) => {
      const draft = this.#entry(block, texts[at]!, shape);
      return { ...draft, slug: slugs[at] ?? '', place: places[at] ?? '' };
    });
  }

  /** What holds of all entries: a page's title is a topic of those on it, as its top heading is. */
  #topics(shape: Layout): readonly string[] {
    const { topics, title } = this.#metadata;
    const ofPage = shape === 'entry' || title === undefined ? [] : [title];
    return [...(topics ?? folderTopics(this.path)), ...ofPage];
  }

  #entry(
    block: EntryBlock,
    { title, topics, body }: { title: string; topics: readonly string[]; body: MappedText },
    shape: Layout,
  ): Omit<ParsedEntry, 'slug' | 'place'> {
    const {
      posts: written,
      conversation,
      problems,
    } = readPosts(body, {
      title,
      document: this.path,
      titleAsks: this.#metadata.title !== undefined,
      quotes: shape === 'thread' ? 'posts' : shape === 'entry' ? 'either' : 'citations',
    });
    this.#problems.push(...problems);
    const definitions = this.#env.references ?? {};
    const posts = written.map((post) => ({
      ...post,
      markdown: withLinkDefinitions(post.markdown, definitions),
    }));
    const whole =
      block.titleLine === undefined || block.body !== undefined
        ? body
        : MappedText.of(this.text, this.#index, block.titleLine, block.endLine);
    const content = readLinksImagesCode(whole, this.path, this.#env);
    const metadata = this.#metadata;
    const errorCodes = [...new Set([...(metadata.errors ?? []), ...errorCodesInLinks(content.links)])];
    const pinned = pinnedId(block.pinned);
    const status = metadata.status ?? (conversation ? inferStatus(title, posts) : statusOfProse(posts));
    return {
      ...(pinned === undefined ? {} : { pinned }),
      language: this.#language,
      title,
      topics,
      posts: markSelfAnswers(posts, status),
      ...content,
      status,
      aliases: metadata.aliases ?? [],
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
function uncovered(blocks: readonly EntryBlock[], lineCount: number): readonly LineRange[] {
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
