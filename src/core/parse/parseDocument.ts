import { copiesOf } from '../base/allowance';
import { folderOf, stemOf } from '../archive/paths';
import type { Problem } from '../archive/problems';
import type { Env } from '../markdown/markdown';
import { targetsOf } from '../markdown/referenceLimit';
import type { LineRange } from '../model';
import { detectLanguage, languageOfPart } from '../text/languageDetection';
import { LineIndex } from '../text/lineIndex';
import { normaliseText } from '../text/normaliseText';
import { languageOfPath, titleOfFile } from './fileNames';
import { readFrontMatter } from './frontMatter';
import { pinnedId } from './frontMatter/values';
import { cutDocument, type DocumentCut } from './layouts/cutDocument';
import type { EntryBlock } from './layouts/entryBlock';
import type { Layout } from './layouts/layout';
import { definitionsOf, type Definitions } from './linkDefinitions';
import { MappedText } from './mappedText';
import { withoutModules } from './mdx';
import { readMetadata, type Metadata } from './metadata';
import type { Section } from './section';
import { readEntry, type DocumentContext, type EntryText, type ParsedEntry } from './readEntry';
import { shortTitle } from './plainTitles';
import { distinctSlugs } from './slug';

export interface ParsedDocument {
  readonly entries: readonly ParsedEntry[];
  /** Lines that belong to no entry. Together with the entries' lines they are all lines of the document. */
  readonly preamble: readonly LineRange[];
  readonly problems: readonly Problem[];
}

/** What the archive declares for documents that do not declare it themselves. */
export interface DocumentDefaults {
  readonly language?: string;
  readonly layout?: Layout;
  /** Headings that recur over its documents, by `titleKey`: see `templates.ts`. */
  readonly recurring?: ReadonlySet<string>;
  /** Whether an `archive.json` says that the documents are an archive's, rather than those of a site. */
  readonly isArchive?: boolean;
  /** What the document's path says; by default what it says without the other documents. */
  readonly place?: PathMeaning;
}

/** The language that a document's path says, and the path without it, whose folders are topics. */
interface PathMeaning {
  readonly language?: string;
  readonly path: string;
}

/** What front matter lists of every entry. */
const SHARED_LISTS = ['aliases', 'symbols', 'errors', 'versions', 'see'] as const;
const NO_TITLES: ReadonlySet<string> = new Set();

/**
 * Parses one Markdown document of an archive.
 *
 * @param path The document's path inside its archive.
 * @param raw The file's text as read: it may have a byte order mark, CRLF line ends and decomposed (NFD) characters.
 * @returns Entries in order. No content makes it throw: what is malformed is reported as a problem.
 */
export function parseDocument(path: string, raw: string, defaults: DocumentDefaults = {}): ParsedDocument {
  const text = withoutModules(path, normaliseText(raw));
  return new DocumentParser(path, text, defaults).parse();
}

class DocumentParser {
  readonly #problems: Problem[];
  readonly #index: LineIndex;
  readonly #metadata: Metadata;
  readonly #keyLines: ReadonlyMap<string, number>;
  readonly #declaredLayout: Layout | undefined;
  /** First line below the front matter. */
  readonly #firstLine: number;
  readonly #place: PathMeaning;
  readonly #declaredLanguage: string | undefined;
  /** The document's language: that of its entries, except those whose prose clearly is in another. */
  readonly #language: string;
  #hasLimitedReferences = false;

  constructor(
    private readonly path: string,
    private readonly text: string,
    private readonly defaults: DocumentDefaults,
  ) {
    this.#index = new LineIndex(text);
    const frontMatter = readFrontMatter(text, path);
    const { metadata, problems } = readMetadata(frontMatter, path, defaults.isArchive);
    this.#problems = [...frontMatter.problems, ...problems];
    this.#keyLines = frontMatter.keyLines;
    this.#metadata = this.#withShortTitle(metadata);
    this.#declaredLayout = metadata.layout ?? defaults.layout;
    this.#firstLine = frontMatter.lineCount;
    this.#place = defaults.place ?? meaningOfPath(path);
    this.#declaredLanguage = metadata.language ?? this.#place.language ?? defaults.language;
    this.#language = this.#declaredLanguage ?? detectLanguage(`${metadata.title ?? ''}\n${this.#body()}`);
  }

  parse(): ParsedDocument {
    if (this.text.trim() === '') {
      this.#report('emptyDocument', 'info', 1);
      const preamble = [{ startLine: 1, endLine: this.#index.count + 1 }];
      return { entries: [], preamble, problems: this.#problems };
    }
    const env: Env = {};
    const source = { text: this.text, index: this.#index, firstLine: this.#firstLine };
    const options = {
      declaredLayout: this.#declaredLayout,
      recurring: this.defaults.recurring ?? NO_TITLES,
    };
    const cut = cutDocument(source, this.#metadata, options, env);
    this.#checkPinnedIds(cut.sections);
    for (const line of cut.longHeadings) this.#report('titleTooLong', 'warning', line + 1);
    if (cut.blocks.length === 0) this.#report('noEntries', 'info', 1);
    const entries = this.#readEntries(cut, env);
    return { entries, preamble: preambleOf(cut.blocks, this.#index.count), problems: this.#problems };
  }

  #report(
    kind: Problem['kind'],
    severity: Problem['severity'],
    line: number,
    ...args: Problem['args']
  ): void {
    this.#problems.push({ kind, severity, document: this.path, line, args });
  }

  /** A page's title may be a topic of all entries, and is repeated as theirs are. */
  #withShortTitle(metadata: Metadata): Metadata {
    const { title } = metadata;
    const short = shortTitle(title ?? '');
    if (title === undefined || short === title) return metadata;
    this.#report('titleTooLong', 'warning', this.#keyLines.get('title') ?? 1);
    return { ...metadata, title: short };
  }

  #checkPinnedIds(sections: readonly Section[]): void {
    for (const { pinned, contentLine } of sections) {
      if (pinned === undefined || pinnedId(pinned) !== undefined) continue;
      this.#report('frontMatterValue', 'warning', contentLine + 1, 'id', { wanted: 'pinnedId', args: [] });
    }
  }

  #readEntries({ blocks, sectionPaths, layout }: DocumentCut, env: Env): readonly ParsedEntry[] {
    const topicsOf = this.#entryTopics(layout);
    const texts = blocks.map((block): EntryText => ({
      title: block.title === '' ? titleOfFile(this.#place.path) : block.title,
      topics: topicsOf(block),
      body: this.#bodyOf(block),
    }));
    const document: DocumentContext = {
      path: this.path,
      text: this.text,
      index: this.#index,
      layout,
      metadata: this.#metadataOfEntries(blocks.length),
      keyLines: this.#keyLines,
      language: this.#language,
      definitions: definitionsOf(
        texts.map(({ body }) => body.text),
        env,
        this.text.length,
      ),
    };
    const isUntitled = blocks.length === 1 && blocks[0]?.titleLine === undefined;
    const slugs = isUntitled
      ? [stemOf(this.path)]
      : distinctSlugs(texts.map((text) => ({ ...text, body: text.body.text })));
    return blocks.map((block, at) => {
      const { title, body } = texts[at]!;
      const language = this.#declaredLanguage ?? languageOfPart(`${title}\n\n${body.text}`, this.#language);
      const { entry, problems } = readEntry(block, texts[at]!, { ...document, language });
      for (const problem of problems) this.#problems.push(problem);
      this.#checkReferences(document.definitions, block);
      return { ...entry, slug: slugs[at] ?? '', sectionPath: sectionPaths[at] ?? '' };
    });
  }

  /** Reports once where the references of a document stand for more than they may. */
  #checkReferences({ copies, env }: Definitions, { startLine }: EntryBlock): void {
    if (this.#hasLimitedReferences || !(copies.isExceeded || targetsOf(env).isExceeded)) return;
    this.#hasLimitedReferences = true;
    this.#report('referencesTooLong', 'warning', startLine + 1);
  }

  /** What is said of one entry cannot be true of several, nor is so much of all of them. */
  #metadataOfEntries(count: number): Metadata {
    if (count < 2) return this.#metadata;
    const { answer, shortTitle, ...shared } = this.#metadata;
    const copies = copiesOf(this.text.length);
    const tooLong = SHARED_LISTS.filter((key) => {
      return !copies.take(JSON.stringify(shared[key] ?? []).length * count);
    });
    const skipped = Object.entries({ answer, short: shortTitle }).filter(([, value]) => value !== undefined);
    for (const key of [...skipped.map(([name]) => name), ...tooLong]) {
      this.#report('ofSeveralEntries', 'warning', this.#keyLines.get(key) ?? 1, key, String(count));
    }
    const kept = Object.entries(shared).filter(([key]) => !tooLong.some((name) => name === key));
    return Object.fromEntries(kept);
  }

  /** The text below the front matter. */
  #body(): string {
    return this.text.slice(this.#index.startOf(this.#firstLine));
  }

  #bodyOf(block: EntryBlock): MappedText {
    if (block.body !== undefined) return MappedText.ofSpans(this.text, this.#index, block.body);
    const lines = MappedText.of(this.text, this.#index, block.bodyLine, block.endLine);
    return lines.dropFirst(block.bodyColumn ?? 0).within(block.containers ?? []);
  }

  /** The topics of each entry: those of all, then its own. Reports once where they are longer than they may be in all. */
  #entryTopics(layout: Layout): (block: EntryBlock) => readonly string[] {
    const shared = this.#documentTopics(layout);
    const copies = copiesOf(this.text.length);
    return (block) => {
      const wasExceeded = copies.isExceeded;
      const topics = [...new Set([...shared, ...block.topics])].filter(({ length }) => copies.take(length));
      if (copies.isExceeded && !wasExceeded) this.#report('topicsTooLong', 'warning', block.startLine + 1);
      return topics;
    };
  }

  /** Topics of all entries: those declared, else the document's folders; on a page of several entries also its title. */
  #documentTopics(layout: Layout): readonly string[] {
    const { topics, title } = this.#metadata;
    const pageTitle = layout === 'entry' || title === undefined ? [] : [title];
    return [...(topics ?? folderOf(this.#place.path).split('/').filter(Boolean)), ...pageTitle];
  }
}

function meaningOfPath(path: string): PathMeaning {
  const found = languageOfPath(path);
  return found?.isPlain === true ? { language: found.language, path: found.originals[0] } : { path };
}

/** The lines outside the blocks, which are in order and do not overlap. */
function preambleOf(blocks: readonly EntryBlock[], lineCount: number): readonly LineRange[] {
  const ranges: LineRange[] = [];
  let next = 0;
  for (const { startLine, endLine } of [...blocks, { startLine: lineCount, endLine: lineCount }]) {
    if (startLine > next) ranges.push({ startLine: next + 1, endLine: startLine + 1 });
    next = endLine;
  }
  return ranges;
}
