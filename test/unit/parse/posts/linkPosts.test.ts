import { describe, expect, it } from 'vitest';
import { announcesArticle, isOnlyLinks } from '../../../../src/core/parse/posts/linkPosts';

describe('isOnlyLinks', () => {
  it.each([
    'https://example.org/a',
    'http://example.org/a',
    '- https://example.org/a\n- <https://example.org/b>',
    '<http://example.org/a b>',
    '1. https://example.org/a\n  12) https://example.org/b',
    '[A page](https://example.org/a)',
    '[A page](http://example.org/a "Title of it"), [](https://example.org/b)',
  ])('accepts %j', (text) => {
    expect(isOnlyLinks(text)).toBe(true);
  });

  it.each([
    'no link',
    '- ...',
    '문서: https://example.org/a',
    'https://example.org/a 참고',
    '[A page](https://example.org/a) and more',
    '[A page](a.md) https://example.org',
    '2 https://example.org/a',
    '- 1. https://example.org/a',
    'x 1. https://example.org/a',
    '<mailto:a@example.org> https://example.org',
  ])('rejects %j', (text) => {
    expect(isOnlyLinks(text)).toBe(false);
  });

  it.each([
    ['text', 300, (text: string) => `[${text}](https://example.org)`],
    ['title', 300, (text: string) => `[a](https:// ${text.slice(1)})`],
  ])('reads links with a %s of up to %i characters', (_part, max, link) => {
    expect(isOnlyLinks(link('x'.repeat(max)))).toBe(true);
    expect(isOnlyLinks(link('x'.repeat(max + 1)))).toBe(false);
  });
});

describe('announcesArticle', () => {
  const link = 'https://example.org/a';
  it.each([
    '글을 썼습니다',
    '글을썼습니다',
    '정리한 글입니다',
    '정리한글입니다',
    '작성한 글입니다',
    '작성한글입니다',
    '포스팅입니다',
    '제 블로그입니다',
    'An article',
    'A blog post',
    'My write-up',
    'My writeup',
    'What I wrote',
  ])('accepts a link with %s', (text) => {
    expect(announcesArticle(`${text} ${link}`)).toBe(true);
    expect(announcesArticle(`http://example.org ${text}`)).toBe(true);
    expect(announcesArticle(text)).toBe(false);
  });

  it.each(['문서입니다', 'The manual'])('rejects a link with %s', (text) => {
    expect(announcesArticle(`${text} ${link}`)).toBe(false);
  });
});
