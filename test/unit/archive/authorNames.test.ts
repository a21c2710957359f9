import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/core/archive/readArchive';
import { memorySource } from '../memory';

const TALK = `# Does @Ines know why?

**@Ines** asked on 2025-01-01:

Why is it red? [@otto](https://example.org/otto) and @otto_b may know. ines@example.org

**@otto** answered on 2025-01-02:

Paint, @ines. See [a map](https://example.org/map).

**@otto_b** commented on 2025-01-03:

@김하늘님도 아세요.

**@김하늘** commented on 2025-01-04:

@INES, 네.
`;

async function read(authors?: unknown) {
  const files = { 'a.md': TALK, 'archive.json': JSON.stringify({ authors }) };
  const archive = await readArchive(memorySource(files));
  return { entry: archive.entries[0]!, problems: archive.problems };
}

describe('the authors of an archive', () => {
  it('are named by default', async () => {
    const { entry } = await read();
    expect(entry.posts.map(({ author }) => author)).toEqual(['Ines', 'otto', 'otto_b', '김하늘']);
    expect(entry.links.map(({ text }) => text)).toEqual(['@otto', 'a map']);
  });

  it('have pseudonyms in the order of speaking, also where they are mentioned', async () => {
    const { entry } = await read('pseudonyms');
    expect(entry.title).toBe('Does @A know why?');
    expect(entry.posts.map(({ author }) => author)).toEqual(['A', 'B', 'C', 'D']);
    expect(entry.posts.map(({ markdown }) => markdown)).toEqual([
      'Why is it red? @B and @C may know. ines@example.org',
      'Paint, @A. See [a map](https://example.org/map).',
      '@D님도 아세요.',
      '@A, 네.',
    ]);
    expect(entry.links.map(({ text }) => text)).toEqual(['a map']);
  });

  it('are not shown on request', async () => {
    const { entry } = await read('none');
    expect(entry.posts.every(({ author }) => author === undefined)).toBe(true);
    expect(entry.posts[1]?.markdown).toBe('Paint, @…. See [a map](https://example.org/map).');
  });

  it('are named where the key has no known value', async () => {
    const { entry, problems } = await read('initials');
    expect(entry.posts[0]?.author).toBe('Ines');
    expect(problems).toMatchObject([
      { kind: 'manifestValue', args: ['authors', { wanted: 'oneOf', args: ['names, pseudonyms, none'] }] },
    ]);
  });

  it('have more pseudonyms than letters', async () => {
    const posts = Array.from({ length: 28 }, (_, at) => `**@p${String(at)}x** commented on 2025-01-01:\n\nText.\n`);
    const files = { 'a.md': `# Why?\n\n${posts.join('\n')}`, 'archive.json': '{"authors": "pseudonyms"}' };
    const { entries } = await readArchive(memorySource(files));
    expect(entries[0]?.posts.slice(25).map(({ author }) => author)).toEqual(['Z', 'AA', 'AB']);
  });
});
