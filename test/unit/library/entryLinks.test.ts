import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './markdownPage';
import { formatLinks, markdownLink, type DropPosition } from '../../../src/core/library/entryLinks';

const A = { title: 'Why is it', link: 'code-oss://x/entry?id=a' };
const B = { title: 'How to', link: 'code-oss://x/entry?id=b' };
const at = (languageId: string, before = '', after = ''): DropPosition => ({ languageId, before, after });

describe('formatLinks', () => {
  it('writes a link into Markdown, or a list of several', () => {
    expect(formatLinks([A], at('markdown', 'See ', '.'))).toBe('[Why is it](code-oss://x/entry?id=a)');
    expect(formatLinks([A, B], at('mdx'))).toBe(
      '- [Why is it](code-oss://x/entry?id=a)\n- [How to](code-oss://x/entry?id=b)',
    );
  });

  it('writes comments into code: on lines of their own, before code, or at the end of a line', () => {
    expect(formatLinks([A], at('python', '    '))).toBe('# Why is it\n    # code-oss://x/entry?id=a');
    expect(formatLinks([A], at('python', '    ', 'x = 1'))).toBe(
      '# Why is it\n    # code-oss://x/entry?id=a\n    ',
    );
    expect(formatLinks([A], at('python', 'x = 1'))).toBe('  # Why is it: code-oss://x/entry?id=a');
    expect(formatLinks([A], at('python', 'x = 1 '))).toBe(' # Why is it: code-oss://x/entry?id=a');
    expect(formatLinks([A, B], at('typescript'))).toBe(
      '// Why is it\n// code-oss://x/entry?id=a\n// How to\n// code-oss://x/entry?id=b',
    );
  });

  it('writes plain text before code, and in languages without a known comment', () => {
    expect(formatLinks([A], at('python', 'x = "', '"'))).toBe('Why is it: code-oss://x/entry?id=a');
    expect(formatLinks([A, B], at('plaintext', 'x'))).toBe(
      'Why is it: code-oss://x/entry?id=a\nHow to: code-oss://x/entry?id=b',
    );
    expect(formatLinks([A], at('toString'))).toBe('Why is it: code-oss://x/entry?id=a');
  });

  it('removes line breaks and marks that change the direction', () => {
    const title = 'a\nimport os\u2028b\r\u202ec\u2066';
    expect(formatLinks([{ title, link: 'x:a' }], at('python'))).toBe('# a import os b c\n# x:a');
  });
});

describe('markdownLink', () => {
  it.each([
    'a [b](c) ![d](e) `f` *g* __h__ <b>i</b> &amp; j~~k~~ | $l$ \\',
    '](javascript:alert(1))',
    'scoped_session[T] & co. $(error)',
  ])('shows just the title: %s', (title) => {
    const page = renderMarkdown(markdownLink({ title, link: 'https://x/entry?id=a(b)c) d' }));
    expect(page).toEqual({ text: title, address: 'https://x/entry?id=a%28b%29c%29%20d' });
  });
});
