import { fnv1a } from '../base/hash';

/** Longest slug, in characters. */
const MAX_SLUG_LENGTH = 80;

/** A heading as the last part of an id: lower case, letters and digits of any script, words joined by hyphens. */
function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = Array.from(slug).slice(0, MAX_SLUG_LENGTH).join('').replace(/-+$/, '');
  return short === '' ? 'entry' : short;
}

/**
 * Slugs for headings that may repeat. A heading that stands once is its own slug; of several equal ones each gets
 * what tells it apart on its own account (its topics, else its text), so that an id does not change hands when
 * another entry comes, goes or moves.
 */
export function distinctSlugs(
  headings: readonly { readonly title: string; readonly topics: readonly string[]; readonly body: string }[],
): readonly string[] {
  const withTopics = ({ title, topics }: { title: string; topics: readonly string[] }): string =>
    [slugOf(title), ...topics.map(slugOf)].join('--');
  const withText = (heading: { title: string; topics: readonly string[]; body: string }): string =>
    `${slugOf(heading.title)}--${fnv1a(`${withTopics(heading)}\n${heading.body}`).toString(36)}`;
  const bySlug = countBy(headings.map(({ title }) => slugOf(title)));
  const byTopics = countBy(headings.map(withTopics));
  const taken = new Map<string, number>();
  return headings.map((heading) => {
    const plain = slugOf(heading.title);
    const slug =
      bySlug.get(plain) === 1
        ? plain
        : heading.topics.length > 0 && byTopics.get(withTopics(heading)) === 1
          ? withTopics(heading)
          : withText(heading);
    // Two entries equal to the letter: only their order is left.
    const times = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, times);
    return times === 1 ? slug : `${slug}--${String(times)}`;
  });
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
