import { createMarkdown } from '../markdown/markdown';
import { plainText } from '../markdown/tokens';
import type { Entry, Variant } from '../model';

const markdown = createMarkdown();

export interface PlainText {
  /** Prose, one line a block. */
  readonly prose: string;
  /** Code blocks, one below the other. */
  readonly code: string;
}

/** A post's Markdown as the words a reader sees, prose and code apart. */
export function plainTextOf(source: string): PlainText {
  const prose: string[] = [];
  const code: string[] = [];
  for (const token of markdown.parse(source, {})) {
    if (token.type === 'inline') prose.push(plainText(token.children ?? []).trim());
    else if (token.type === 'fence' || token.type === 'code_block') code.push(token.content.trimEnd());
  }
  return { prose: prose.filter(Boolean).join('\n'), code: code.join('\n') };
}

/** An entry as text for a terminal: title, facts, and its posts as they were written. */
export function entryAsText(entry: Entry, variant: Variant): string {
  const facts = [
    entry.id,
    entry.status,
    ...entry.versions.map((version) => `${version.package} ${version.version}`),
    variant.topics.join(', '),
  ];
  const posts = variant.posts.map((post) => {
    const head = [post.label, post.kind].filter((text) => text !== undefined).join(' · ');
    return `── ${head}\n\n${post.markdown}`;
  });
  return [variant.title, facts.filter(Boolean).join('  |  '), '', posts.join('\n\n'), ''].join('\n');
}
