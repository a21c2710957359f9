import { describe, expect, it } from 'vitest';
import { parseDocument, type ParsedDocument } from '../../../src/core/parse/parseDocument';
import { expectAllLines } from './expectAllLines';

function kindsOf({ problems }: ParsedDocument): readonly string[] {
  return problems.map(({ kind, line }) => `${kind} ${String(line)}`);
}

/** Characters of all posts. */
function lengthOf({ entries }: ParsedDocument): number {
  return entries.flatMap(({ posts }) => posts).reduce((sum, { markdown }) => sum + markdown.length, 0);
}

/** Characters of the targets of all links. */
function targetsIn({ entries }: ParsedDocument): number {
  return entries.flatMap(({ links }) => links).reduce((sum, { target }) => sum + target.length, 0);
}

describe('what is made of a document is in proportion to it', () => {
  it('where many posts use one definition', () => {
    const text = `# A?\n\n[r]: ${'x'.repeat(1_900)}\n\n${'# B?\n\n> [r]\n\n'.repeat(400)}`;
    const parsed = parseDocument('a.md', text);
    expect(lengthOf(parsed)).toBeLessThan(50_000 + 6 * text.length);
    expect(targetsIn(parsed)).toBeLessThan(50_000 + 6 * text.length);
    expect(kindsOf(parsed)).toContainEqual(expect.stringMatching(/^referencesTooLong \d+$/));
    expect(parsed.problems).toHaveLength(1);
    expect(parsed.entries).toHaveLength(401);
    expectAllLines(text, parsed);
  });

  it('where many posts use one footnote', () => {
    const text = `# A?\n\n[^r]: ${'x'.repeat(1_900)}\n\n${'# B?\n\n> [^r]\n\n'.repeat(400)}`;
    const parsed = parseDocument('a.md', text);
    expect(lengthOf(parsed)).toBeLessThan(50_000 + 6 * text.length);
    expect(kindsOf(parsed)).toContainEqual(expect.stringMatching(/^referencesTooLong \d+$/));
  });

  it('where one post refers to a long definition again and again', () => {
    const text = `# A?\n\n[r]: ${'x'.repeat(20_000)}\n\n> ${'[r] '.repeat(5_000)}\n`;
    const parsed = parseDocument('a.md', text);
    expect(targetsIn(parsed)).toBeLessThan(50_000 + 6 * text.length);
    expect(kindsOf(parsed)).toContainEqual('referencesTooLong 1');
  });

  it('where a definition is too long to be copied, which is reported once', () => {
    const text = `# A?\n\n> [r] [^n]\n\n# B?\n\n> [r] [^n]\n\n[r]: ${'x'.repeat(2_001)}\n[^n]: ${'y'.repeat(2_001)}\n`;
    const { problems } = parseDocument('a.md', text);
    expect(problems).toMatchObject([
      { kind: 'definitionTooLong', line: 3, args: ['r'] },
      { kind: 'definitionTooLong', line: 3, args: ['n'] },
    ]);
  });

  it('where headings are topics of many entries', () => {
    const chapter = `## ${'word '.repeat(80)}\n\n`;
    const text = `# Book\n\n${chapter}${'### B?\n\n> c\n\n'.repeat(1_000)}`;
    const parsed = parseDocument('a.md', text);
    const topics = parsed.entries.flatMap((entry) => entry.topics).join('').length;
    expect(topics).toBeLessThan(50_000 + 5 * text.length);
    expect(kindsOf(parsed)).toContainEqual(expect.stringMatching(/^topicsTooLong \d+$/));
  });

  it('where front matter says something of every entry', () => {
    const see = Array.from({ length: 500 }, (_, at) => `x${String(at)}`).join(', ');
    const text = `---\nshape: thread\nsee: [${see}]\n---\n\n${'# B?\n\n> c\n\n'.repeat(200)}`;
    const parsed = parseDocument('a.md', text);
    expect(parsed.entries.every((entry) => entry.see.length === 0)).toBe(true);
    expect(parsed.problems).toMatchObject([{ kind: 'ofSeveralEntries', line: 3, args: ['see', '200'] }]);
  });
});

describe('a long heading', () => {
  const long = `${'why '.repeat(200)}now`;

  it('is text of its entry, whose title is the beginning', () => {
    const text = `# T\n\n## ${long}?\n\n> So.\n`;
    const parsed = parseDocument('a.md', text);
    const [entry] = parsed.entries;
    expect(entry?.title.length).toBeLessThanOrEqual(501);
    expect(entry?.title).toMatch(/^why why .*why…$/);
    expect(entry?.posts[0]?.markdown).toBe(`## ${long}?`);
    expect(kindsOf(parsed)).toEqual(['titleTooLong 3']);
    expectAllLines(text, parsed);
  });

  it('that is a summary is as well', () => {
    const element = (title: string): string =>
      `<details><summary>${title}</summary>\n\nSo.\n\n</details>\n\n`;
    const parsed = parseDocument('a.md', `${element(`${long}?`)}${element('How?')}${element('Who?')}`);
    expect(parsed.entries[0]?.title).toMatch(/why…$/);
    expect(parsed.entries[0]?.posts[0]?.markdown).toContain(`${long}?`);
    expect(parsed.entries[1]?.posts[0]?.markdown).toBe('So.');
    expect(kindsOf(parsed)).toEqual(['titleTooLong 1']);
  });

  it('that front matter gives is cut', () => {
    const parsed = parseDocument('a.md', `---\ntitle: ${long}\n---\n\n> So.\n`);
    expect(parsed.entries[0]?.title).toMatch(/why…$/);
    expect(kindsOf(parsed)).toEqual(['titleTooLong 2']);
  });
});
