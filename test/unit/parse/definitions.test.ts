import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core/parse/parseDocument';

function postsOf(text: string): readonly (readonly string[])[] {
  return parseDocument('a.md', text).entries.map(({ posts }) => posts.map(({ markdown }) => markdown));
}

describe('the definitions of a document', () => {
  it('of footnotes go with the entries that refer to them', () => {
    const text =
      '# FAQ\n\n## How?\n\nHold it.[^beep] It restarts.\n\n## Which?\n\nAny cable.\n\n[^beep]: It beeps.\n\n    Twice.\n[^no]: Unused.\n';
    expect(postsOf(text)).toEqual([
      ['Hold it.[^beep] It restarts.\n\n[^beep]: It beeps.\n\n    Twice.'],
      ['Any cable.\n\n[^no]: Unused.'],
    ]);
  });

  it('stay where they are in an entry that uses them', () => {
    const text = '# FAQ\n\n## A?\n\nOne.[^1]\n\n[^1]: Note.\n\nMore.\n\n## B?\n\nTwo.\n';
    expect(postsOf(text)[0]).toEqual(['One.[^1]\n\n[^1]: Note.\n\nMore.']);
  });

  it('come with those that they refer to', () => {
    const text =
      '# FAQ\n\n## A?\n\nOne.[^1]\n\n## B?\n\nTwo.[^B]\n\n[^1]: See [^b] and [the site][s].\n[^b]: Bee.\n\n[s]: https://s.org\n';
    expect(postsOf(text)[0]).toEqual([
      'One.[^1]\n\n[s]: <https://s.org>\n[^1]: See [^b] and [the site][s].\n[^b]: Bee.',
    ]);
  });

  it('are left out only where another entry has them', () => {
    const text = '# FAQ\n\n## A?\n\nOne.[^1]\n\n[^1]: First.\n\n## B?\n\nTwo.\n\n[^1]: Second.\n';
    expect(postsOf(text)[1]).toEqual(['Two.\n\n[^1]: Second.']);
  });

  it('are not copied where they are long', () => {
    const long = 'a'.repeat(2_001);
    const text = `# FAQ\n\n## A?\n\nOne.[^1] [b] [^2]\n\n## B?\n\nTwo.\n\n[^1]: ${long}\n[^2]: Short.\n\n[b]: https://b.org/${long}\n`;
    expect(postsOf(text)).toEqual([
      ['One.[^1] [b] [^2]\n\n[^2]: Short.'],
      [`Two.\n\n[^1]: ${long}\n\n[b]: https://b.org/${long}`],
    ]);
  });

  it('that many entries refer to make no text of any length', () => {
    const notes = Array.from(
      { length: 100 },
      (_, at) => `[^${String(at)}]: [^${String(at + 1)}] ${'a'.repeat(1_900)}`,
    );
    const text = `# FAQ\n\n${'## A?\n\nOne.[^0]\n\n'.repeat(200)}${notes.join('\n')}\n`;
    for (const [post = ''] of postsOf(text).slice(0, -1)) expect(post.length).toBeLessThan(21_000);
  });

  it('make no post of their own', () => {
    const text = '---\ntitle: Why?\n---\n\n> A quote[^1].\n\n[^1]: Note.\n';
    expect(postsOf(text)).toEqual([['A quote[^1].\n\n[^1]: Note.']]);
  });
});
