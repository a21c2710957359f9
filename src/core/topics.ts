import { variantIn, type Entry } from './model';

/** Entries that share the beginning of their topics, as a tree shows them. */
export interface TopicGroup {
  readonly topic: string;
  /** The topics from the top down to this one. */
  readonly path: readonly string[];
  readonly groups: readonly TopicGroup[];
  /** Those that lie in no deeper group, in the library's order. */
  readonly entries: readonly Entry[];
  /** All entries of this group and of the groups in it. */
  readonly count: number;
}

/** Entries of a group before it is worth a level of its own. */
const ENOUGH = 2;

/**
 * Groups entries by their topics, the most general first. A deeper level is made only for topics that several entries
 * share, so that tags do not become a tree of single leaves.
 *
 * @param language The language to name topics in, where an entry has it.
 * @returns The groups by size, and the entries without any topic.
 */
export function groupByTopic(
  entries: readonly Entry[],
  language: string,
): Pick<TopicGroup, 'groups' | 'entries'> {
  const placed = entries.map((entry) => ({ entry, topics: variantIn(entry, language).topics }));
  return groupBelow(placed, [], 1);
}

interface Placed {
  readonly entry: Entry;
  readonly topics: readonly string[];
}

function groupBelow(
  placed: readonly Placed[],
  path: readonly string[],
  enough: number,
): Pick<TopicGroup, 'groups' | 'entries'> {
  const byTopic = new Map<string, Placed[]>();
  for (const item of placed) {
    const topic = item.topics[path.length];
    if (topic === undefined) continue;
    const items = byTopic.get(topic);
    if (items === undefined) byTopic.set(topic, [item]);
    else items.push(item);
  }
  const groups = [...byTopic]
    .filter(([, items]) => items.length >= enough)
    .map(([topic, items]): TopicGroup => {
      const below = [...path, topic];
      return { topic, path: below, ...groupBelow(items, below, ENOUGH), count: items.length };
    })
    .sort((a, b) => b.count - a.count || a.topic.localeCompare(b.topic));
  const grouped = new Set(groups.map(({ topic }) => topic));
  const direct = placed.filter(({ topics }) => !grouped.has(topics[path.length] ?? ''));
  return { groups, entries: direct.map(({ entry }) => entry) };
}
