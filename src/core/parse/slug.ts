import { groupBy } from '../base/grouping';
import { fnv1a } from '../base/hash';

/** In code points. */
const MAX_SLUG_LENGTH = 80;

/** A title as the last part of an id: lower case, letters and digits of any script, words joined by hyphens. */
function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-')
    .replace(/^-|-$/g, '');
  const short = Array.from(slug).slice(0, MAX_SLUG_LENGTH).join('').replace(/-$/, '');
  return short === '' ? 'entry' : short;
}

/** What tells an entry apart from others with the same title. */
interface SluggedEntry {
  readonly title: string;
  readonly topics: readonly string[];
  readonly body: string;
}

/**
 * Slugs of a document's entries. A title that occurs once is its own slug. Equal titles are told apart by what is the
 * entry's own: its topics, else a hash of its text. An id thus stays with its entry when others are added, removed or
 * moved.
 */
export function distinctSlugs(entries: readonly SluggedEntry[]): readonly string[] {
  const byTitle = groupBy(entries, ({ title }) => slugOf(title));
  const byTopics = groupBy(entries, slugWithTopics);
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const titleSlug = slugOf(entry.title);
    const topicsSlug = slugWithTopics(entry);
    const areTopicsUnique = entry.topics.length > 0 && byTopics.get(topicsSlug)?.length === 1;
    const slug =
      byTitle.get(titleSlug)?.length === 1 ? titleSlug : areTopicsUnique ? topicsSlug : slugWithHash(entry);
    // Entries that are equal throughout differ only in their order.
    const count = (counts.get(slug) ?? 0) + 1;
    counts.set(slug, count);
    return count === 1 ? slug : `${slug}--${String(count)}`;
  });
}

function slugWithTopics({ title, topics }: SluggedEntry): string {
  return [title, ...topics].map(slugOf).join('--');
}

function slugWithHash(entry: SluggedEntry): string {
  return `${slugOf(entry.title)}--${fnv1a(`${slugWithTopics(entry)}\n${entry.body}`).toString(36)}`;
}
