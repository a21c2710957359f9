import { describe, expect, it } from 'vitest';
import { all, answering, entryWith, pageOf, post, render } from './rendering';

const THREAD = [
  post('question'),
  post('answer', 0, { label: 'A1', byAsker: true }),
  post('reply', 1, { label: 'A1-1', agreement: 'agrees' }),
  post('reply', 1, { agreement: 'disagrees' }),
  post('answer', 0),
  post('note'),
];

describe('a thread of posts', () => {
  it('shows posts in reading order, with kind and depth', async () => {
    const html = await render(
      '---\ntitle: Why?\n---\nDetails.\n\n> A1. Because.\n\n> A2. Or not.\n\n> A1-1. I see.\n\n> [!NOTE]\n> Later.\n',
    );
    expect(all(html, /<article class="(post [^"]+)"/g)).toEqual([
      'post post-question depth-0',
      'post post-answer depth-0',
      'post post-reply depth-1',
      'post post-answer depth-0',
      'post post-note depth-0',
    ]);
    expect(all(html, /id="post-(\d+)" tabindex="-1"/g)).toEqual(['0', '1', '3', '2', '4']);
    expect(html).toContain('<a class="answers" href="#post-1">to A1</a>');
  });

  it('shows who wrote a post and when, where the thread says so', async () => {
    const posts = [post('question', undefined, { author: '<b>kai', date: '2025-02-01' }), post('answer', 0)];
    const html = pageOf(await entryWith(posts));
    expect(html).toContain(
      '<span class="author" lang="en" dir="auto"><span class="codicon codicon-account" aria-hidden="true"></span>&lt;b&gt;kai</span>',
    );
    expect(html).toContain('<time class="date" datetime="2025-02-01">2025-02-01</time>');
    expect(all(html, /<article class="post .*? aria-label="([^"]*)"/g)).toEqual([
      'question, &lt;b&gt;kai',
      'answer',
    ]);
  });

  it('names each post for screen readers', async () => {
    const html = pageOf(await entryWith(THREAD));
    expect(all(html, /<article class="post .*? aria-label="([^"]*)"/g)).toEqual([
      'question',
      'answer 1 of 2',
      'reply 1 of 2 to A1',
      'reply 2 of 2 to A1',
      'answer 2 of 2',
      'note',
    ]);
    expect(all(html, /data-copy-post="\d+" aria-label="([^"]*)"/g)).toEqual([
      'copy question',
      'copy answer A1',
      'copy reply A1-1',
      'copy reply 2',
      'copy answer 2',
      'copy note',
    ]);
  });

  it('numbers posts without a label where there are several of their kind', async () => {
    const html = pageOf(await entryWith([...THREAD, post('reply', 4)]));
    const name = (kind: string, label: string): string =>
      `<span class="kind">${kind}</span> <span class="label" dir="auto">${label}</span>`;
    expect(html).toContain(name('Answer', 'A1'));
    expect(html).toContain(name('Answer', '2'));
    expect(html).toContain('<span class="kind">Question</span></h2>');
    expect(html).toContain('<a class="answers" href="#post-4">to Answer 2</a>');
  });

  it('shows which question is answered only where there are several', async () => {
    const one = pageOf(await entryWith([post('question'), post('answer', 0)]));
    expect(one).not.toContain('class="answers"');
    const two = pageOf(
      await entryWith([post('question'), post('answer', 0), post('question'), post('answer', 2)]),
    );
    expect(all(two, /class="answers" href="#post-\d">([^<]*)</g)).toEqual(['to Question 1', 'to Question 2']);
    expect(two).toContain('aria-label="answer to Question 2"');
  });

  it('shows author and agreement as text beside an icon', async () => {
    const html = pageOf(await entryWith(THREAD));
    expect(all(html, /class="by-asker"><span [^>]* aria-hidden="true"><\/span>([^<]*)</g)).toEqual([
      'by the asker',
    ]);
    expect(all(html, /class="stance stance-\w+"><span [^>]* aria-hidden="true"><\/span>([^<]*)</g)).toEqual([
      'agrees',
      'disagrees',
    ]);
  });

  it('indents posts up to a depth of four', async () => {
    const chain = Array.from({ length: 8 }, (_, at) => post('reply', at === 0 ? undefined : at - 1));
    const html = pageOf(await entryWith(chain));
    expect(all(html, /depth-(\d+)"/g)).toEqual(['0', '1', '2', '3', '4', '4', '4', '4']);
    expect(all(html, /<h(\d) class="post-name"/g)).toEqual(['2', '3', '4', '5', '6', '6', '6', '6']);
  });

  it('marks labels and text with their languages', async () => {
    const html = pageOf(await entryWith([post('question')], { language: 'ko' }));
    expect(html).toMatch(/<article class="entry" lang="ko"/);
    expect(html).toMatch(/<article class="post [^>]* lang="en"/);
    expect(html).toContain('<div class="body" lang="ko" dir="auto">');
  });
});

describe('headings', () => {
  /** Ranks of all headings of a page, in order. */
  const ranks = (html: string): readonly string[] => all(html, /<h(\d)[ >]/g);

  it.each([
    ['# a\n\n## b\n\n# c', ['1', '2', '3', '4', '3']],
    ['#### a\n\n###### b\n\n## c\n\n#### d', ['1', '2', '3', '4', '3', '4']],
    ['###### a\n\n# b', ['1', '2', '3', '3']],
    ['> # a\n\n- ## b', ['1', '2', '3', '4']],
    ['<h1>a</h1>\n\nText\n===', ['1', '2', '3', '3']],
    ['# a\n\n## b\n\n### c\n\n#### d\n\n##### e', ['1', '2', '3', '4', '5', '6', '6']],
  ])('of %j rank below their post without gaps', async (markdown, expected) => {
    expect(ranks(await answering(markdown))).toEqual(expected);
  });

  it('in a deep post have the lowest rank', async () => {
    const chain = Array.from({ length: 6 }, (_, at) => post('reply', at === 0 ? undefined : at - 1));
    const deep = { ...post('reply', 5), markdown: '# a\n\n## b' };
    expect(ranks(pageOf(await entryWith([...chain, deep]))).slice(-3)).toEqual(['6', '6', '6']);
  });

  it('have closing tags of the same rank', async () => {
    const html = await answering('# a\n\n### b\n\n## c');
    expect(all(html, /<\/h(\d)>/g)).toEqual(all(html, /<h(\d)[ >]/g));
  });
});

describe('hostile posts', () => {
  it('are escaped in their labels', async () => {
    const label = '"><script>alert(1)</script>\u202E';
    const html = pageOf(await entryWith([post('answer', undefined, { label }), post('reply', 0)]));
    expect(html).not.toContain('<script');
    expect(html).toContain('dir="auto">&quot;&gt;&lt;script&gt;');
    expect(html).toContain('href="#post-0">to &quot;&gt;');
  });

  it('cannot imitate another post', async () => {
    const html = await answering(
      '<article class="post" id="post-0">x</article> `id="post-9"` data-act="report"',
    );
    expect(all(html, / id="(post-\d+)"/g)).toEqual(['post-0']);
    expect(html).not.toContain('<article class="post"');
  });
});
