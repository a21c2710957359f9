import { groupBy } from '../base/grouping';
import { variantIn, type Entry } from '../model';
import { collatorFor } from './sorting';

/** Entries whose topics start alike. */
interface TopicGroup {
  readonly topic: string;
  /** The topics from the top level down to this one. */
  readonly path: readonly string[];
  /** All entries of this group and its subgroups, in their original order. */
  readonly entries: readonly Entry[];
}

/** The groups and entries directly below one node of the topic tree. */
interface TopicChildren {
  /** By size, then by name. */
  readonly groups: readonly TopicGroup[];
  /** Entries in none of the groups, in their original order. */
  readonly entries: readonly Entry[];
}

/** Entries that a group below the top level needs. */
const MIN_SUBGROUP_SIZE = 2;

/**
 * Groups entries by their topics at one level, since most levels are never expanded. Below the top level only topics that
 * several entries share become groups, so that tags do not become a tree of single leaves.
 *
 * @param entries The entries of one group; at the top level, all of them.
 * @param language The language of topics, for entries that have it.
 * @param path The path of the group; empty at the top level.
 */
export function topicLevel(
  entries: readonly Entry[],
  language: string,
  path: readonly string[] = [],
): TopicChildren {
  const topicOf = (entry: Entry): string | undefined => variantIn(entry, language).topics[path.length];
  const minSize = path.length === 0 ? 1 : MIN_SUBGROUP_SIZE;
  const { compare } = collatorFor(language);
  const groups = Array.from(groupBy(entries, topicOf))
    .flatMap(([topic, own]): TopicGroup[] =>
      topic === undefined || own.length < minSize ? [] : [{ topic, path: [...path, topic], entries: own }],
    )
    .sort((a, b) => b.entries.length - a.entries.length || compare(a.topic, b.topic));
  const grouped = new Set<string | undefined>(groups.map(({ topic }) => topic));
  return { groups, entries: entries.filter((entry) => !grouped.has(topicOf(entry))) };
}
