import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/core/archive/readArchive';
import { renderMissingEntry } from '../../../src/core/render/missingEntry';
import { renderEntry } from '../../../src/core/render/renderEntry';
import type { Related, RelatedWhy } from '../../../src/core/library/relatedEntries';
import { memorySource } from '../memory';
import { all, CONTEXT, entryWith, pageOf, post, readEntry, render, LABELS } from './rendering';

async function relatedAs(kind: RelatedWhy['kind']): Promise<Related> {
  const entry = await readEntry('---\nid: other\ntitle: The <other>\n---\n> x\n');
  return { entry, why: kind === 'symbols' || kind === 'topics' ? { kind, names: ['n'] } : { kind } };
}

describe('the header of an entry', () => {
  it('shows title, status, versions, symbols, date and source', async () => {
    const html = await render(
      '---\ntitle: "<T>Why</T>?"\nstatus: answered\ndate: 2023-05\nversions: [sqlalchemy 1.4]\nsymbols: [a.b]\n---\n> scoped_session\n',
    );
    expect(html).toMatch(
      /<article class="entry" lang="en" data-entry-id="[^"]+" aria-labelledby="entry-title">/,
    );
    expect(html).toContain('<h1 id="entry-title" dir="auto">&lt;T&gt;Why&lt;/T&gt;?</h1>');
    expect(html).toContain(
      'status-answered"><span class="codicon codicon-pass" aria-hidden="true"></span>Answered<',
    );
    expect(html).toContain('<li class="version">sqlalchemy 1.4</li>');
    expect(html).toContain('<time datetime="2023-05">2023-05</time>');
    expect(html).toContain('<code>a.b</code>');
    // A symbol that is only mentioned is in the text already.
    expect(html).not.toContain('<code>sqlalchemy.orm.scoped_session</code>');
    expect(html).toMatch(
      /data-act="openSource" aria-label="open in The room"[^>]*><span [^>]*><\/span>The room</,
    );
  });

  it.each([
    ['answered', 'pass'],
    ['self-answered', 'pass-filled'],
    ['disputed', 'comment-discussion'],
    ['unanswered', 'question'],
    ['link', 'link'],
  ] as const)('shows %s by the icon that lists use', async (status, sign) => {
    const html = pageOf(await entryWith([post('answer')], { status }));
    expect(html).toContain(`<li class="status status-${status}"><span class="codicon codicon-${sign}"`);
  });

  it('shows versions, with a placeholder for those of the project', async () => {
    const entry = await readEntry('---\ntitle: T\n---\n> https://docs.sqlalchemy.org/en/14/orm/\n');
    const html = pageOf(entry);
    expect(html).toContain(
      'title="inferred"><span aria-hidden="true">~ </span>sqlalchemy 1.4<span class="hidden-text">, inferred</span></li>',
    );
    expect(html).toContain('<span class="comparison-text"></span></li>');
    expect(pageOf(await readEntry('# T\n\n> x\n'))).not.toContain('class="comparison"');
  });

  it('has search buttons for topics and symbols', async () => {
    const html = await render('---\ntitle: T\ntopics: ["lazy <b>"]\nsymbols: [a.b]\n---\n> x\n');
    expect(html).toContain('data-search="topic:&quot;lazy &lt;b&gt;&quot;"');
    expect(html).toContain('data-search="symbol:a.b"');
    expect(html).not.toContain('<b>');
  });

  it('has a button for each language of the entry', async () => {
    const { entries } = await readArchive(
      memorySource({
        'a.md': '---\ntitle: 왜\nlanguage: ko\n---\n> x\n',
        'a.en.md': '---\ntitle: Why\n---\n> x\n',
      }),
    );
    const html = pageOf(entries[0]!);
    expect(html).toContain('data-language="ko" aria-pressed="true">한국어<');
    expect(html).toContain('data-language="en" aria-pressed="false">English<');
    const odd = pageOf({ ...entries[0]!, language: 'constructor' });
    expect(odd).toContain('data-language="constructor" aria-pressed="true">constructor<');
  });

  it.each([
    ['zh-CN', '中文（中国）'],
    ['en-US', 'American English'],
    ['fr', 'français'],
    ['xx', 'xx'],
    ['tlh', 'tlh'],
    ['"<', '&quot;&lt;'],
  ])('names a language in that language, else by its tag: %s', async (language, name) => {
    const entry = await readEntry('# T\n\n> x\n');
    const html = pageOf({ ...entry, translations: [{ ...entry, language }] });
    expect(all(html, /data-language="[^"]*" aria-pressed="false">([^<]*)</g)).toEqual([name]);
    expect(html).toContain('role="group" lang="en" aria-label="Language"');
  });

  it('escapes a hostile title', async () => {
    const title = `</h1><script>"'&\u202E${'긴'.repeat(1_000)}`;
    const html = pageOf(await entryWith([], { title }));
    expect(html).not.toContain('<script>');
    expect(html).toContain(`dir="auto">&lt;/h1&gt;&lt;script&gt;&quot;&#39;&amp;\u202E긴`);
  });

  it('says where opinions differ, with links to the viewpoints that the archivist named', async () => {
    const related = [await relatedAs('named'), await relatedAs('naming'), await relatedAs('topics')];
    const disputed = await entryWith([post('answer')], { status: 'disputed' });
    const html = pageOf(disputed, { related });
    const box = html.slice(html.indexOf('<div class="dispute"'), html.indexOf('<div class="posts"'));
    expect(box).toContain('opinions differ');
    expect(all(box, /data-entry="([^"]*)"/g)).toEqual(['room/other', 'room/other']);
    expect(pageOf(disputed)).toContain('opinions differ');
    expect(pageOf(disputed)).not.toContain('the other side');
    expect(pageOf(await entryWith([post('answer')]), { related })).not.toContain('opinions differ');
  });
});

describe('the footer of an entry', () => {
  it('has the actions on it', async () => {
    const html = await render('---\ntitle: T\n---\n> x\n');
    const footer = html.slice(html.indexOf('<footer'));
    expect(all(footer, /data-act="(\w+)"/g)).toEqual(['openSource', 'copyLink', 'copyMarkdown', 'report']);
    expect(footer).toContain('role="group" aria-label="actions"');
  });

  it('links related entries, each with the reason', async () => {
    const html = pageOf(await readEntry('---\ntitle: T\n---\n> x\n'), {
      related: [await relatedAs('named'), await relatedAs('symbols')],
    });
    expect(html).toContain('data-entry="room/other" lang="en" dir="auto">The &lt;other&gt;</a>');
    expect(all(html, /<span class="why">([^<]*)</g)).toEqual(['because named', 'because symbols']);
  });
});

describe('the chunks of an entry', () => {
  it('hold 10,000 posts in order, a few in each, and are rendered on demand', async () => {
    const posts = Array.from({ length: 10_000 }, (_, at) => post('answer', undefined, { line: at }));
    let rendered = 0;
    const labels = { ...LABELS, copyPost: () => `copy ${String((rendered += 1))}` };
    const entry = await entryWith(posts);
    const { shell, chunks: parts } = renderEntry(entry, entry, { ...CONTEXT, labels });
    expect(shell.split('<div class="posts is-long"></div>')).toHaveLength(2);
    expect(rendered).toBe(0);
    let first = '';
    for (const part of parts) {
      first = part;
      break;
    }
    expect(rendered).toBe(all(first, /id="post-(\d+)"/g).length);
    const allChunks = [...parts];
    const counts = allChunks.map((chunk) => all(chunk, /id="post-(\d+)"/g).length);
    expect(Math.max(...counts)).toBeLessThan(50);
    expect(allChunks.flatMap((chunk) => all(chunk, /id="post-(\d+)"/g))).toEqual(
      posts.map((_, at) => String(at)),
    );
  });

  it('end by the length of their posts', async () => {
    const long = post('answer', undefined, { markdown: 'word '.repeat(2_000) });
    const entry = await entryWith([post('answer'), long, long, post('answer'), post('answer')]);
    const counts = [...renderEntry(entry, entry, CONTEXT).chunks].map(
      (chunk) => all(chunk, /id="post-(\d+)"/g).length,
    );
    expect(counts).toEqual([2, 1, 2]);
  });

  it('go into a page that lays out only posts in view where there are more than a hundred', async () => {
    const posts = Array.from({ length: 101 }, () => post('answer'));
    expect(pageOf(await entryWith(posts.slice(1)))).toContain('<div class="posts"><article');
    expect(pageOf(await entryWith(posts))).toContain('<div class="posts is-long"><article');
  });

  it('are none without posts', async () => {
    const entry = await entryWith([]);
    expect([...renderEntry(entry, entry, CONTEXT).chunks]).toEqual([]);
  });
});

describe('the page of a missing entry', () => {
  it('shows reason and title', () => {
    const html = renderMissingEntry('Gone <away>', '<i>Why</i>', LABELS);
    expect(html).toContain('<h1>Gone &lt;away&gt;</h1>');
    expect(html).toContain('<p dir="auto">&lt;i&gt;Why&lt;/i&gt;</p>');
    expect(html).toContain('data-search="&lt;i&gt;Why&lt;/i&gt;"');
    expect(html).toContain('<section class="gone" lang="en">');
  });

  it('searches for the words of its title, even if they look like a query', () => {
    expect(renderMissingEntry('It is gone.', 'status:open "-x" -y', LABELS)).toContain(
      'data-search="status open x y"',
    );
  });
});

describe('icons and buttons', () => {
  it('are hidden from screen readers, and named', async () => {
    const html = pageOf(await entryWith([post('answer', undefined, { markdown: '```\nx\n```' })]));
    for (const [icon] of html.matchAll(/<span class="codicon[^>]*>/g))
      expect(icon).toContain('aria-hidden="true"');
    for (const [, tag = '', inside = ''] of html.matchAll(/<button([^>]*)>(.*?)<\/button>/g)) {
      const text = inside.replace(/<[^>]*>/g, '');
      expect(/aria-label="[^"]+"/.test(tag) || text !== '', tag).toBe(true);
    }
  });
});
