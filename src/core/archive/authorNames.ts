import type { Post, Variant } from '../model';

/** How an archive shows who wrote a post: by name, by a pseudonym that is the same within an entry, or not at all. */
export const AUTHOR_NAMES = ['names', 'pseudonyms', 'none'] as const;
export type AuthorNames = (typeof AUTHOR_NAMES)[number];

type Named = Pick<Variant, 'title' | 'shortTitle' | 'answer' | 'posts' | 'links'>;

/** Stands for a name where authors are not shown. */
const NOBODY = '…';

/**
 * Replaces the names of an entry's authors, at their posts and where its text mentions them (`@name`). Pseudonyms are
 * letters in the order of speaking: `A`, `B`, …
 */
export function withAuthorNames<T extends Named>(entry: T, show: AuthorNames): T {
  const names = show === 'names' ? [] : authorsOf(entry.posts);
  if (names.length === 0) return entry;
  const pseudonyms = new Map(names.map((name, at) => [keyOf(name), show === 'none' ? NOBODY : letters(at)]));
  const mention = mentionOf(names);
  const replace = (text: string): string =>
    text.replace(mention, (_whole, linked?: string, plain?: string) => {
      return `@${pseudonyms.get(keyOf(linked ?? plain ?? '')) ?? NOBODY}`;
    });
  const { answer, shortTitle } = entry;
  return {
    ...entry,
    title: replace(entry.title),
    ...(shortTitle === undefined ? {} : { shortTitle: replace(shortTitle) }),
    ...(answer === undefined ? {} : { answer: { ...answer, text: replace(answer.text) } }),
    posts: entry.posts.map(({ author, ...post }) => ({
      ...post,
      ...(author === undefined || show === 'none' ? {} : { author: pseudonyms.get(keyOf(author)) ?? NOBODY }),
      markdown: replace(post.markdown),
    })),
    links: entry.links.filter(({ text }) => !pseudonyms.has(keyOf(text.replace(/^@/, '')))),
  };
}

function authorsOf(posts: readonly Post[]): readonly string[] {
  const authors = new Map<string, string>();
  for (const { author } of posts) {
    if (author !== undefined && !authors.has(keyOf(author))) authors.set(keyOf(author), author);
  }
  return [...authors.values()];
}

function keyOf(name: string): string {
  return name.toLowerCase();
}

/** `@name`, also as the text of a link, which would lead to the author. */
function mentionOf(names: readonly string[]): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const any = longestFirst.map((name) => {
    const escaped = name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
    // A Korean particle may follow a name.
    return /[\p{Script=Latin}\p{N}_]$/u.test(name) ? `${escaped}(?![\\p{Script=Latin}\\p{N}_])` : escaped;
  });
  const name = `(${any.join('|')})`;
  return new RegExp(`\\[@?${name}\\]\\([^()\\s]{0,600}\\)|@${name}`, 'giu');
}

/** `A` to `Z`, then `AA`, `AB`, … */
function letters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}
