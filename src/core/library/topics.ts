import { collatorFor } from './sorting';
import { variantIn, type Entry } from '../model';

/** Entries that share the beginning of their topics, as a tree shows them. */
interface TopicGroup {
  readonly topic: string;
  /** The topics from the top down to this one. */
  readonly path: readonly string[];
  /** All entries of this group and of those below it, in the order they came in. */
  readonly entries: readonly Entry[];
}

/** One level of the tree of topics. */
interface TopicLevel {
  /** By size, then by name. */
  readonly groups: readonly TopicGroup[];
  /** Those that lie in no deeper group, in the order they came in. */
  readonly entries: readonly Entry[];
}

/** Entries of a group below the first level before it is worth a level of its own. */
const ENOUGH = 2;

/**
 * Groups entries by their topics, the most general first: one level of them, since most are never looked at. A deeper
 * level is made only for topics that several entries share, so that tags do not become a tree of single leaves.
 *
 * @param entries Those of one group; at the top, all of them.
 * @param language The language to name topics in, where an entry has it.
 * @param path The group's path; empty at the top.
 */
export function topicLevel(
  entries: readonly Entry[],
  language: string,
  path: readonly string[] = [],
): TopicLevel {
  const byTopic = new Map<string, Entry[]>();
  const topics = entries.map((entry) => variantIn(entry, language).topics[path.length]);
  entries.forEach((entry, at) => {
    const topic = topics[at];
    if (topic === undefined) return;
    const own = byTopic.get(topic);
    if (own === undefined) byTopic.set(topic, [entry]);
    else own.push(entry);
  });
  const enough = path.length === 0 ? 1 : ENOUGH;
  const { compare } = collatorFor(language);
  const groups = [...byTopic]
    .filter(([, own]) => own.length >= enough)
    .map(([topic, own]): TopicGroup => ({ topic, path: [...path, topic], entries: own }))
    .sort((a, b) => b.entries.length - a.entries.length || compare(a.topic, b.topic));
  const grouped = new Set(groups.map(({ topic }) => topic));
  return { groups, entries: entries.filter((_, at) => !grouped.has(topics[at] ?? '')) };
}
