import { addToGroup, groupBy } from '../base/grouping';
import { variantIn, variantsOf, type Entry } from '../model';
import { normaliseFilterValue } from '../search/filters';
import { collatorFor } from './sorting';

/** The topics in a language, each with the number of entries that the filter `topic:` finds; the most frequent first. */
export function topicCounts(
  entries: readonly Entry[],
  language: string,
): readonly { readonly topic: string; readonly count: number }[] {
  const { compare } = collatorFor(language);
  return byAnyTopic(entries, (entry) => variantIn(entry, language).topics)
    .map(([topic, own]) => ({ topic, count: own.length }))
    .sort((a, b) => b.count - a.count || compare(a.topic, b.topic));
}

/** Entries that share a topic. */
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
 * Groups entries by their topics at one level, since most levels are never expanded. At the top level the first topics of
 * entries are groups, and each has every entry with that topic, in whatever place and language: as many as the filter
 * `topic:` finds. Below it, an entry is in the group of its first topic that is not above; only topics that several
 * entries share become groups, so that tags do not become a tree of single leaves.
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
  const { compare } = collatorFor(language);
  const above = new Set(path.map(normaliseFilterValue));
  const topicOf = (entry: Entry): string | undefined =>
    variantIn(entry, language).topics.find((topic) => !above.has(normaliseFilterValue(topic)));
  const isTop = path.length === 0;
  const groups = (
    isTop
      ? byAnyTopic(entries, (entry) => variantIn(entry, language).topics.slice(0, 1))
      : byNextTopic(entries, topicOf)
  )
    .map(([topic, own]): TopicGroup => ({ topic, path: [...path, topic], entries: own }))
    .sort((a, b) => b.entries.length - a.entries.length || compare(a.topic, b.topic));
  const grouped = new Set(groups.flatMap((group) => group.entries));
  return { groups, entries: entries.filter((entry) => !grouped.has(entry)) };
}

type TopicEntries = readonly [topic: string, entries: readonly Entry[]];

/** For each of the named topics, all entries that have it in any language. */
function byAnyTopic(
  entries: readonly Entry[],
  namedBy: (entry: Entry) => readonly string[],
): readonly TopicEntries[] {
  const labels = new Map<string, string>();
  const byTopic = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const topic of namedBy(entry)) {
      const key = normaliseFilterValue(topic);
      if (!labels.has(key)) labels.set(key, topic);
    }
    const topics = variantsOf(entry).flatMap((variant) => variant.topics.map(normaliseFilterValue));
    for (const topic of new Set(topics)) addToGroup(byTopic, topic, entry);
  }
  return Array.from(labels, ([key, label]) => [label, byTopic.get(key) ?? []]);
}

/** Entries by their next topic, where several share it. */
function byNextTopic(
  entries: readonly Entry[],
  topicOf: (entry: Entry) => string | undefined,
): readonly TopicEntries[] {
  return Array.from(groupBy(entries, topicOf)).flatMap(([topic, own]) =>
    topic === undefined || own.length < MIN_SUBGROUP_SIZE ? [] : [[topic, own] as const],
  );
}
