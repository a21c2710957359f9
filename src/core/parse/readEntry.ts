import type { Problem } from '../archive/problems';
import { spanCover } from '../base/spanCover';
import type { EntryFacts, Link, Post, Span, Variant } from '../model';
import type { LineIndex } from '../text/lineIndex';
import { errorCodesInLinks, versionsInLinks } from './documentationLinks';
import type { EntryBlock } from './layouts/entryBlock';
import type { Layout } from './layouts/layout';
import { withDefinitions, type Definitions } from './linkDefinitions';
import { readLinksImagesCode, type LinksImagesCode } from './linksImagesCode';
import { MappedText } from './mappedText';
import { answerProblems } from './answerProblems';
import { pinnedId } from './frontMatter/values';
import type { Metadata } from './metadata';
import { statusOfProse, statusOfThread } from './posts/entryStatus';
import { readPosts } from './posts/readPosts';
import { markSelfAnswers } from './posts/selfAnswers';

/** An entry as one document has it, before its archive gives it an id and resolves its references. */
export interface ParsedEntry extends Variant, EntryFacts {
  readonly pinned?: string;
  /** Whether the pinned id is that of a site's page, of which a site may have several in different folders. */
  readonly isPinnedBySite?: true;
  readonly slug: string;
  /** Its path among the headings of its document; its translation has the same in another document. */
  readonly sectionPath: string;
  /** Ids as the author wrote them. */
  readonly see: readonly string[];
}

/** What all entries of a document share. */
export interface DocumentContext {
  /** The document's path inside its archive. */
  readonly path: string;
  readonly text: string;
  readonly index: LineIndex;
  readonly layout: Layout;
  readonly metadata: Metadata;
  /** The lines of the front matter's keys, counted from one. */
  readonly keyLines: ReadonlyMap<string, number>;
  readonly language: string;
  readonly definitions: Definitions;
}

/** An entry's title and topics, as block, document and path give them, and the text below its title. */
export interface EntryText {
  readonly title: string;
  readonly topics: readonly string[];
  readonly body: MappedText;
}

/** Reads the entry of a block. */
export function readEntry(
  block: EntryBlock,
  { title, topics, body }: EntryText,
  document: DocumentContext,
): { readonly entry: Omit<ParsedEntry, 'slug' | 'sectionPath'>; readonly problems: readonly Problem[] } {
  const { path, layout, metadata, keyLines, definitions } = document;
  const thread = readPosts(body, {
    title,
    document: path,
    titleIsQuestion: metadata.title !== undefined,
    hasAnswerLine: metadata.answer !== undefined,
    quotes: layout === 'thread' ? 'posts' : layout === 'entry' ? 'either' : 'citations',
  });
  const tooLong: Problem[] = [];
  const posts = thread.posts.map((post) => {
    const defined = withDefinitions(post.markdown, definitions);
    for (const label of defined.tooLong) {
      if (definitions.reported.has(label)) continue;
      definitions.reported.add(label);
      tooLong.push({
        kind: 'definitionTooLong',
        severity: 'warning',
        document: path,
        line: post.line,
        args: [label],
      });
    }
    return { ...post, markdown: defined.markdown };
  });
  const status =
    metadata.status ?? (thread.isConversation ? statusOfThread(title, posts) : statusOfProse(posts));
  const read = readLinksImagesCode(textWithTitle(block, body, document), path, definitions.env);
  const content = posts.some(({ author }) => author !== undefined) ? withoutBylines(read, body, posts) : read;
  const pinned = pinnedId(block.pinned);
  const declared = metadata.answer;
  const answer = declared === undefined ? thread.answer : ({ text: declared, from: 'declared' } as const);
  const line = (declared === undefined ? undefined : keyLines.get('answer')) ?? block.startLine + 1;
  const entry = {
    ...(pinned === undefined ? {} : { pinned }),
    ...(pinned === undefined || pinned !== metadata.id || metadata.hasOwnId === true
      ? {}
      : { isPinnedBySite: true as const }),
    language: document.language,
    title,
    ...(metadata.shortTitle === undefined ? {} : { shortTitle: metadata.shortTitle }),
    topics,
    ...(answer === undefined ? {} : { answer }),
    posts: markSelfAnswers(posts, status),
    ...content,
    status,
    aliases: metadata.aliases ?? [],
    symbols: (metadata.symbols ?? []).map((name) => ({ name, from: 'declared' as const })),
    errorCodes: [...new Set([...(metadata.errors ?? []), ...errorCodesInLinks(content.links)])],
    versions: metadata.versions ?? versionsInLinks(linksOutsideNotes(content.links, posts)),
    ...(metadata.date === undefined ? {} : { date: metadata.date }),
    see: metadata.see ?? [],
    source: {
      document: path,
      startLine: block.startLine + 1,
      endLine: block.endLine + 1,
      ...(block.anchors === undefined ? {} : { anchors: block.anchors }),
    },
  };
  const answerIssues = answer === undefined ? [] : answerProblems(answer, posts, document, line);
  return { entry, problems: [...thread.problems, ...answerIssues, ...tooLong] };
}

/** The text of a block from its heading on: a heading may have links as well. */
function textWithTitle(block: EntryBlock, body: MappedText, { text, index }: DocumentContext): MappedText {
  if (block.titleLine === undefined || block.body !== undefined) return body;
  return MappedText.of(text, index, block.titleLine, block.endLine);
}

/** Links and images in the lines that name who speaks lead to these people, and belong to no post. */
function withoutBylines(content: LinksImagesCode, body: MappedText, posts: readonly Post[]): LinksImagesCode {
  const start = body.lines[0]?.offset ?? 0;
  const isCovered = spanCover(posts.map(({ span }) => span));
  const isInPost = ({ span }: { readonly span: Span }): boolean => span.start < start || isCovered(span);
  return { ...content, links: content.links.filter(isInPost), images: content.images.filter(isInPost) };
}

/** The archivist's notes are left out: they are later than the thread, and say nothing about the versions it is about. */
function linksOutsideNotes(links: readonly Link[], posts: readonly Post[]): readonly Link[] {
  const isInNote = spanCover(posts.filter(({ kind }) => kind === 'note').map(({ span }) => span));
  return links.filter(({ span }) => !isInNote(span));
}
