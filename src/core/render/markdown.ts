import type { Post, Variant } from '../model';

/**
 * One language's variant of an entry as Markdown to paste elsewhere, in the form the archive format describes: plain
 * text is the question, each quote is a post, alerts are notes. What is pasted into an archive is read back the same.
 */
export function entryAsMarkdown(variant: Variant): string {
  const { title, posts } = variant;
  const texts = posts.map((post, at) =>
    isPlain(post) && !follows(posts, at) ? post.markdown : quoted(post),
  );
  return [`# ${title}`, ...texts].join('\n\n') + '\n';
}

/** What the asker says stands between the quotes. */
const isPlain = ({ kind, label }: Post): boolean => kind === 'question' && label === undefined;

/** Two such texts in a row would be read as one. */
function follows(posts: readonly Post[], at: number): boolean {
  const before = posts[at - 1];
  return before !== undefined && isPlain(before) && !follows(posts, at - 1);
}

function quoted(post: Post): string {
  const head = post.kind === 'note' ? '[!NOTE]\n' : post.label === undefined ? '' : `${post.label}. `;
  return (head + post.markdown)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
