import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/core/archive/readArchive';
import type { Entry } from '../../../src/core/model';
import { topicCounts, topicLevel } from '../../../src/core/library/topics';
import { memorySource } from '../memory';

/** Entries named by their topics, such as `SQLAlchemy/session`. */
async function grouped(...topics: readonly string[]): Promise<readonly unknown[]> {
  const files = topics.map((text, at) => [
    `${String(at)}.md`,
    `---\ntitle: Q${String(at)}\ntopics: ${JSON.stringify(text.split('/').filter(Boolean))}\n---\n> x\n`,
  ]);
  const { entries } = await readArchive(memorySource(Object.fromEntries(files) as Record<string, string>));
  return outline(entries);
}

function outline(entries: readonly Entry[], path: readonly string[] = []): readonly unknown[] {
  const level = topicLevel(entries, 'en', path);
  const inner = level.groups.map((group) => [
    `${group.topic} ${String(group.entries.length)}`,
    outline(group.entries, group.path),
  ]);
  return [...inner, ...level.entries.map(({ title }) => title)];
}

describe('topicLevel', () => {
  it('groups by the first topic, the largest group first, and lists entries without topics', async () => {
    expect(await grouped('B', 'A/x', '', 'A/y')).toEqual([['A 2', ['Q1', 'Q3']], ['B 1', ['Q0']], 'Q2']);
  });

  it('makes a deeper level only of topics that several entries share', async () => {
    expect(await grouped('A/x/1', 'A/x/2', 'A/y', 'A')).toEqual([
      ['A 4', [['x 2', ['Q0', 'Q1']], 'Q2', 'Q3']],
    ]);
  });

  it('has an entry in the group of each of its topics that is the first of another entry', async () => {
    expect(await grouped('LINE/web', 'web/x', 'Web')).toEqual([
      ['web 3', ['Q0', 'Q1', 'Q2']],
      ['LINE 1', ['Q0']],
    ]);
  });

  it("names topics in the reader's language", async () => {
    const { entries } = await readArchive(
      memorySource({
        'a.md': '---\ntitle: 왜\nlanguage: ko\ntopics: [세션]\n---\n> x\n',
        'a.en.md': '---\ntitle: Why\ntopics: [session]\n---\n> x\n',
      }),
    );
    expect(topicLevel(entries, 'en').groups[0]?.topic).toBe('session');
    expect(topicLevel(entries, 'ko').groups[0]?.topic).toBe('세션');
  });
});

describe('topicCounts', () => {
  it('counts each entry once, in whatever language it has the topic', async () => {
    const { entries } = await readArchive(
      memorySource({
        'a.md': '---\ntitle: 왜\nlanguage: ko\ntopics: [세션, 웹]\n---\n> x\n',
        'a.en.md': '---\ntitle: Why\ntopics: [session, web]\n---\n> x\n',
        'b.md': '---\ntitle: 어떻게\nlanguage: ko\ntopics: [웹]\n---\n> x\n',
      }),
    );
    expect(topicCounts(entries, 'en')).toEqual([
      { topic: '웹', count: 2 },
      { topic: 'session', count: 1 },
      { topic: 'web', count: 1 },
    ]);
  });
});
