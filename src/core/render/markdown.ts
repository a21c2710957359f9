import type { Post, Variant } from '../model';

/**
 * One language's variant of an entry as Markdown to paste elsewhere, in the form the archive format describes: plain
 * text is the question, each quote is a post, alerts are notes. What is pasted into an archive is read back the same.
 */
export function entryAsMarkdown(variant: Variant): string {
  return [`# ${variant.title}`, ...variant.posts.map(postAsMarkdown)].join('\n\n') + '\n';
}

function postAsMarkdown(post: Post, at: number): string {
  if (post.kind === 'question' && post.label === undefined && at === 0) return post.markdown;
  const head = post.kind === 'note' ? '[!NOTE]\n' : post.label === undefined ? '' : `${post.label}. `;
  return (head + post.markdown)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
