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
      ['Any cable.'],
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

  it('make no post of their own', () => {
    const text = '---\ntitle: Why?\n---\n\n> A quote[^1].\n\n[^1]: Note.\n';
    expect(postsOf(text)).toEqual([['A quote[^1].\n\n[^1]: Note.']]);
  });
});
