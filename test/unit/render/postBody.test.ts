import { describe, expect, it } from 'vitest';
import { all, answering, entryWith, pageOf, post, readEntry } from './rendering';

describe('code', () => {
  it('is highlighted in a known language, and always escaped', async () => {
    expect(await answering('```python\ndef f(): pass\n```')).toContain(
      '<span class="hljs-keyword">def</span>',
    );
    expect(await answering('```brainfree\n<b>\n```')).toContain(
      '<code class="hljs" lang="en">&lt;b&gt;</code>',
    );
  });

  it('is plain when very long', async () => {
    const html = await answering(`\`\`\`python\n${'x = 1;\n'.repeat(4_000)}\n\`\`\``);
    expect(html).toContain('x = 1;\nx = 1;');
    expect(html).not.toContain('hljs-');
  });

  it('is highlighted up to some 24,000 characters of a post', async () => {
    const block = (length: number): string => `\`\`\`python\n${'x = 1;\n'.repeat(length / 7)}\n\`\`\``;
    const highlighted = async (...lengths: readonly number[]) => {
      const html = await answering(lengths.map(block).join('\n\n'));
      return all(html, /<code[^>]*>(.*?)<\/code>/gs).map((code) => code.includes('hljs-'));
    };
    expect(await highlighted(7_000, 7_000, 7_000, 7_000, 700)).toEqual([true, true, true, false, true]);
    // A block that is too long by itself does not count.
    expect(await highlighted(14_000, 7_000, 7_000, 7_000)).toEqual([false, true, true, true]);
  });

  it('shows its language, can be copied, and can be scrolled by keyboard', async () => {
    const html = await answering('```python\nx\n```\n\n    y\n\n```"><i>\nz\n```');
    expect(all(html, /<figcaption>(.*?)<\/figcaption>/g)).toEqual(['python', '&quot;&gt;&lt;i&gt;']);
    expect(all(html, /data-copy-code lang="en" aria-label="([^"]*)"/g)).toEqual(
      Array(3).fill('copy this code'),
    );
    expect(all(html, /<pre tabindex="0" role="group" lang="en" aria-label="([^"]*)" dir="ltr">/g)).toEqual([
      'code 1 in Answer',
      'code 2 in Answer',
      'code 3 in Answer',
    ]);
  });
});

describe('labels in a thread of another language', () => {
  it('have their own language on code, tables and copy buttons', async () => {
    const posts = [post('answer', undefined, { markdown: '```\nx\n```\n\n| a |\n|---|\n| b |' })];
    const html = pageOf(await entryWith(posts, { language: 'ko' }));
    expect(html).toContain('<div class="body" lang="ko" dir="auto">');
    expect(html).toMatch(/<button [^>]*data-copy-code lang="en" aria-label="copy this code"/);
    expect(html).toMatch(
      /<pre [^>]*lang="en" aria-label="code 1 in Answer"[^>]*><code class="hljs" lang="ko">/,
    );
    expect(html).toMatch(/<div class="table" [^>]*lang="en" aria-label="table 1 in Answer"><table lang="ko"/);
  });

  it('have their own language on images, whose names do not', async () => {
    const images = ['x.png', 'huge.png'];
    const entry = await readEntry(
      '---\ntitle: T\nlanguage: ko\n---\n> ![가](x.png) ![나](huge.png) ![다](y.png) ![라](https://example.org/z.png)\n',
      { images, sizes: { 'huge.png': 5e7 } },
    );
    const html = pageOf(entry);
    expect(html).toMatch(/<button [^>]*class="image" lang="en"[^>]*><img [^>]*alt="가" lang="ko"/);
    expect(html).toMatch(/<button [^>]*class="image-large" lang="en"/);
    expect(html).toMatch(
      /<span class="image-missing" lang="en"[^>]*>.*missing y.png – <span lang="ko">다<\/span><\/span>/,
    );
    expect(html).toMatch(/<a class="image-elsewhere" [^>]*lang="en">/);
  });
});

describe('text', () => {
  it('has the direction of its own letters', async () => {
    const html = await answering(
      'سلام\n\n- שלום\n  1. one\n\n> a\n\n| a |\n|---|\n| b |\n\n<details><summary>שלום</summary>\n\na\n\n</details>',
    );
    expect(html).toContain('<div class="body" lang="en" dir="auto">');
    for (const tag of ['ul', 'ol', 'blockquote', 'table', 'details'])
      expect(html).toMatch(new RegExp(`<${tag}(?: lang="en")? dir="auto">`));
  });

  it('in tables scrolls in a box', async () => {
    const html = await answering('| a |\n|---|\n| b |\n\n| c |\n|---|');
    expect(
      all(html, /<div class="table" tabindex="0" role="group" lang="en" aria-label="([^"]*)">/g),
    ).toEqual(['table 1 in Answer', 'table 2 in Answer']);
  });

  it('in tables is aligned by classes, since the page allows no styles', async () => {
    const html = await answering('| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |');
    expect(all(html, /<t[hd]( [^>]*)?>/g)).toEqual([
      ...[' class="align-left"', ' class="align-center"', ' class="align-right"', ''],
      ...[' class="align-left"', ' class="align-center"', ' class="align-right"', ''],
    ]);
    expect(html).not.toContain('style');
  });

  it('has inline elements and links without their attributes', async () => {
    const html = await answering(
      '<b class="x">a</b> <a href="https://example.org" onclick="x">b</a> <a href="x.md">c</a>',
    );
    expect(html).toContain('<strong>a</strong>');
    expect(html).toContain('<a href="https://example.org" title="https://example.org">b</a>');
    expect(html).toContain('<span class="dead-link" title="x.md">c</span>');
  });

  it('has no link inside a link', async () => {
    const html = await answering('[a <https://ok.example> b](https://x.example) [c](https://y.example)');
    expect(html).toContain('a <span>https://ok.example</span> b</a> <a href="https://y.example"');
  });

  it('links to other entries of the archive, but not outside it', async () => {
    expect(await answering('[o](other.md#x)')).toContain('<a href="#" data-entry="room/other">o</a>');
    expect(await answering('[o](other.md)')).toContain('<a href="#" data-entry="room/other">o</a>');
    expect(await answering('[o](other.md#closing)')).toContain('data-entry="room/other.md#closing">o</a>');
    expect(await answering('[o](#nowhere)')).toContain('<span class="dead-link" title="#nowhere">');
    expect(await answering('[o](../../etc/passwd)')).toContain('<span class="dead-link"');
  });
});

describe('untrusted text', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<img src="javascript:alert(1)">',
    '<svg onload=alert(1)>',
    '<details ontoggle=alert(1) open>\n\nx\n\n</details>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](command:workbench.action.quit)',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vscode://file/etc/passwd)',
    '[x](file:///etc/passwd)',
    '<a href="https://example.org" onclick="alert(1)">x</a>',
    '![x](command:workbench.action.quit)',
    '![" onerror="alert(1)](x.png)',
    '![" onerror="alert(1)](huge.png)',
    '![" onerror="alert(1)](https://example.org/x.png)',
    '[x](https://example.org/"onmouseover="alert(1))',
    '```"><script>alert(1)</script>\nx\n```',
    '<iframe src="https://example.org"></iframe>',
    '<style>*{display:none}</style>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" jAvAsCrIpT:alert(1)" href="https://example.org">x</a>',
    '<a href="command:workbench.action.quit">x</a>',
    '<a href=\'https://example.org/"onmouseover="alert(1)\'>x</a>',
    '<b onclick="alert(1)" style="color:red">x</b>',
    '<sub onmouseover=alert(1)>x</sub>',
    '<div style="position:fixed" onclick="alert(1)">x</div>',
    '<h1 onclick="alert(1)"><svg onload=alert(1)></h1>',
    '<button data-act="report" data-image>x</button>',
    '| <b style="color:red">a</b> | b |\n|--:|:-:|\n| <i style=x> | <div style="position:fixed"> |',
  ])('%s is harmless', async (markdown) => {
    const html = await answering(markdown, { images: ['x.png', 'huge.png'], sizes: { 'huge.png': 5e7 } });
    const body = html.slice(html.indexOf('<div class="body"'), html.indexOf('<footer'));
    // Apart from quoted values, no tag has an event handler; and no target has another scheme.
    for (const [tag] of body.matchAll(/<[a-z][^<>]*>/gi)) {
      expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+\s*=|style=|data-act/i);
      expect(tag).not.toMatch(/^<(script|iframe|svg|style|object|embed|form|meta|link)\b/i);
      const target = /\s(?:href|src|data-src)="([^"]*)"/.exec(tag)?.[1];
      if (target !== undefined) expect(target).toMatch(/^(https?:\/\/|mailto:|#|res:\/)/);
    }
  });
});
