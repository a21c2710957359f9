import { readArchive } from '../../../src/core/archive/readArchive';
import type { Entry, Post, PostKind } from '../../../src/core/model';
import type { RenderContext } from '../../../src/core/render/renderContext';
import { renderEntry } from '../../../src/core/render/renderEntry';
import type { EntryLabels } from '../../../src/core/render/entryLabels';
import { memorySource } from '../memory';

/** Labels that show their arguments. */
export const LABELS: EntryLabels = {
  language: 'en',
  kinds: { question: 'Question', answer: 'Answer', reply: 'Reply', note: 'Note' },
  statuses: {
    answered: 'Answered',
    'self-answered': 'Self-answered',
    disputed: 'Disputed',
    unanswered: 'Unanswered',
    link: 'Links',
  },
  agreement: { agrees: 'agrees', disagrees: 'disagrees' },
  inReplyTo: (name) => `to ${name}`,
  correctedIn: (note) => `corrected in ${note}`,
  corrects: (name) => `corrects ${name}`,
  corrected: 'corrected',
  inShort: 'In short',
  inferredAnswer: 'inferred answer',
  answerFrom: (name) => `from ${name}`,
  postPosition: ({ kind, number, total, parentName }) =>
    [
      kind,
      total > 1 ? ` ${String(number)} of ${String(total)}` : '',
      parentName === undefined ? '' : ` to ${parentName}`,
    ].join(''),
  byAsker: 'by the asker',
  copyPost: (kind, which) => ['copy', kind, which].filter(Boolean).join(' '),
  copyCode: 'copy this code',
  code: (number, post) => `code ${String(number)} in ${post}`,
  table: (number, post) => `table ${String(number)} in ${post}`,
  boxes: {
    note: 'Note',
    tip: 'Tip',
    info: 'Info',
    summary: 'Summary',
    important: 'Important',
    success: 'Success',
    warning: 'Warning',
    danger: 'Danger',
    question: 'Question',
    answer: 'Answer',
    example: 'Example',
    quote: 'Quote',
    details: 'Details',
    tab: 'Tab',
  },
  footnotes: 'footnotes',
  footnote: (number) => `footnote ${String(number)}`,
  backToText: 'back',
  missingImage: (target) => `missing ${target}`,
  remoteImage: (target) => `elsewhere ${target}`,
  enlargeImage: (name) => `large ${name}`,
  loadImage: (name, bytes) => `load ${name} of ${String(bytes)}`,
  inferredVersion: 'inferred',
  opinionsDiffer: 'opinions differ',
  otherViewpoints: 'the other side',
  outline: 'outline',
  allPosts: 'all posts',
  top: 'top',
  openSource: (archive) => `open in ${archive}`,
  actions: {
    openSource: 'Source',
    copyLink: 'Link',
    copyMarkdown: 'Markdown',
    report: 'Outdated?',
  },
  actionsName: 'actions',
  related: 'Related',
  relatedReason: (why) => `because ${why.kind}`,
  search: (query) => `search ${query}`,
  languages: 'Language',
};

export const CONTEXT: RenderContext = {
  labels: LABELS,
  imageUrl: (path, modified) => `res:/${path}${modified === undefined ? '' : `?v=${String(modified)}`}`,
  links: {
    entryAtFragment: (document, fragment) =>
      fragment === 'closing' ? (`room/${document}#closing` as never) : undefined,
    documentNamed: (name) => (name === 'other' ? 'other.md' : undefined),
    firstEntryOf: (document) => (document === 'other.md' ? ('room/other' as never) : undefined),
  },
  related: [],
  archiveTitle: 'The room',
};

interface ArchiveFiles {
  /** Paths of the images that are present. */
  readonly images?: readonly string[];
  /** Sizes of images in bytes, by path. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** Times of the images' last change, by path. */
  readonly changes?: Readonly<Record<string, number>>;
}

/** Reads a document as the first entry of an archive. */
export async function readEntry(
  text: string,
  { images = [], sizes = {}, changes = {} }: ArchiveFiles = {},
): Promise<Entry> {
  const { entries } = await readArchive(memorySource({ 'a.md': text }, { images, sizes, changes }));
  const [entry] = entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

/** The HTML of an entry with all its posts. */
export function pageOf(entry: Entry, context: Partial<RenderContext> = {}): string {
  const { shell, chunks: parts } = renderEntry(entry, entry, { ...CONTEXT, ...context });
  return shell.replace(/<div class="posts[^"]*">(?=<\/div>)/, (open) => open + [...parts].join('\n'));
}

/** The HTML of a document's first entry. */
export async function render(text: string, files?: ArchiveFiles): Promise<string> {
  return pageOf(await readEntry(text, files));
}

/** The HTML of an entry whose only answer has this Markdown. */
export function answering(markdown: string, files?: ArchiveFiles): Promise<string> {
  return render(`---\ntitle: T\n---\n\n> ${markdown.replaceAll('\n', '\n> ')}\n`, files);
}

/** An entry with the given posts and facts. */
export async function entryWith(posts: readonly Post[], facts: Partial<Entry> = {}): Promise<Entry> {
  return { ...(await readEntry('---\ntitle: T\n---\n> x\n')), posts, ...facts };
}

export function post(kind: PostKind, replyTo?: number, more: Partial<Post> = {}): Post {
  return {
    kind,
    ...(replyTo === undefined ? {} : { replyTo }),
    markdown: 'text',
    span: { start: 0, end: 0 },
    line: 1,
    ...more,
  };
}

/** The first group of each match of a pattern, in order. */
export function all(html: string, pattern: RegExp): readonly string[] {
  return Array.from(html.matchAll(pattern), ([, group = '']) => group);
}
