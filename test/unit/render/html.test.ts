import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/core/archive';
import { renderEntry, renderGone, type RenderContext } from '../../../src/core/render/html';
import { memorySource } from '../memory';

const CONTEXT: RenderContext = {
  words: {
    kinds: { question: 'Question', answer: 'Answer', reply: 'Reply', note: 'Note' },
    statuses: {
      answered: 'Answered',
      'self-answered': 'Self-answered',
      disputed: 'Disputed',
      unanswered: 'Unanswered',
      link: 'Links',
    },
    answers: (label) => `to ${label}`,
    missingImage: (target) => `missing ${target}`,
    remoteImage: (target) => `elsewhere ${target}`,
    inferredVersion: 'inferred',
    related: 'Related',
    why: (why) => `because ${why.kind}`,
    search: (query) => `search ${query}`,
    gone: 'Gone <away>',
    languages: 'Language',
  },
  image: (path) => `res:/${path}`,
  entryAt: (document) => (document === 'other.md' ? ('room/other' as never) : undefined),
  related: [],
};

async function render(text: string, images: readonly string[] = []): Promise<string> {
  const files = { 'a.md': text, 'other.md': '---\nid: other\ntitle: The <other>\n---\n> x\n' };
  const { entries } = await readArchive(memorySource(files, { images }));
  const [entry, other] = entries;
  if (entry === undefined || other === undefined) throw new Error('no entry');
  const related = [{ entry: other, why: { kind: 'named' as const } }];
  return renderEntry(entry, entry, { ...CONTEXT, related });
}

const body = (markdown: string, images?: readonly string[]): Promise<string> =>
  render(`---\ntitle: T\n---\n\n> ${markdown.replaceAll('\n', '\n> ')}\n`, images);

describe('renderEntry', () => {
  it('sets question, answers, replies and notes apart', async () => {
    const html = await render(
      '---\ntitle: Why?\n---\nDetails.\n\n> A1. Because.\n\n> A1-1. I see.\n\n> [!NOTE]\n> Later.\n',
    );
    expect([...html.matchAll(/<section class="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'post post-question depth-0',
      'post post-answer depth-0',
      'post post-reply depth-1',
      'post post-note depth-0',
    ]);
    expect(html).toContain('<span class="label">A1-1</span><a class="answers" href="#post-1">to A1</a>');
  });

  it('shows title, status, versions, symbols, related entries', async () => {
    const html = await render(
      '---\ntitle: "<T>Why</T>?"\nstatus: disputed\nversions: [sqlalchemy 1.4]\nsymbols: [a.b]\nsee: [other]\n---\n> scoped_session\n',
    );
    expect(html).toContain('<h1>&lt;T&gt;Why&lt;/T&gt;?</h1>');
    expect(html).toContain('status-disputed">Disputed<');
    expect(html).toContain('sqlalchemy 1.4');
    expect(html).toContain('<code>a.b</code>');
    // What is only found in the text stands there already.
    expect(html).not.toContain('<code>sqlalchemy.orm.scoped_session</code>');
    expect(html).toContain('data-entry="room/other" lang="en">The &lt;other&gt;</a>');
    expect(html).toContain('<span class="why">because named</span>');
  });

  it('lets topics and symbols be searched for', async () => {
    const html = await render('---\ntitle: T\ntopics: ["lazy <b>"]\nsymbols: [a.b]\n---\n> x\n');
    expect(html).toContain('data-search="topic:&quot;lazy &lt;b&gt;&quot;"');
    expect(html).toContain('data-search="symbol:a.b"');
    expect(html).not.toContain('<b>');
  });

  it('says of an entry that is gone what it was called', () => {
    const html = renderGone('<i>Why</i>', CONTEXT.words);
    expect(html).toContain('Gone &lt;away&gt;');
    expect(html).toContain('data-search="&lt;i&gt;Why&lt;/i&gt;"');
  });

  it('offers the languages an entry has', async () => {
    const { entries } = await readArchive(
      memorySource({
        'a.md': '---\ntitle: 왜\nlanguage: ko\n---\n> x\n',
        'a.en.md': '---\ntitle: Why\n---\n> x\n',
      }),
    );
    const [entry] = entries;
    if (entry === undefined) throw new Error('no entry');
    const html = renderEntry(entry, entry, CONTEXT);
    expect(html).toContain('data-language="ko" aria-pressed="true">한국어<');
    expect(html).toContain('data-language="en" aria-pressed="false">English<');
  });

  it('leaves very long code plain', async () => {
    const html = await render(`# T\n\n> \`\`\`python\n> ${'x = 1; '.repeat(4_000)}\n> \`\`\`\n`);
    expect(html).toContain('x = 1; x = 1;');
    expect(html).not.toContain('hljs-');
  });

  it('highlights code of a known language and escapes the rest', async () => {
    expect(await body('```python\ndef f(): pass\n```')).toContain('<span class="hljs-keyword">def</span>');
    expect(await body('```brainfree\n<b>\n```')).toContain('<code class="hljs">&lt;b&gt;</code>');
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
  ])('%s does no harm', async (markdown) => {
    const html = await body(markdown, ['x.png']);
    // What is left of every tag once quoted values are taken out holds no handler; no value holds a scheme of its own.
    for (const [tag] of html.matchAll(/<[a-z][^<>]*>/gi)) {
      expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+\s*=|style=/i);
      expect(tag).not.toMatch(/^<(script|iframe|svg|style|object|embed|form|meta|link)\b/i);
      const target = /\s(?:href|src)="([^"]*)"/.exec(tag)?.[1];
      if (target !== undefined) expect(target).toMatch(/^(https?:\/\/|mailto:|#|res:\/)/);
    }
  });

  it('shows a picture of the archive, names a missing one, and only links to one elsewhere', async () => {
    expect(await body('![A](x.png)', ['x.png'])).toContain('<img src="res:/x.png" alt="A" loading="lazy">');
    expect(await body('![A](y.png)')).toContain('<span class="image-missing">missing y.png – A</span>');
    const remote = await body('![](https://example.org/p.png)');
    expect(remote).not.toContain('<img');
    expect(remote).toContain('href="https://example.org/p.png"');
  });

  it('shows simple marks as elements of its own, without attributes, and links as links', async () => {
    const html = await body(
      '<b class="x">a</b> <a href="https://example.org" onclick="x">b</a> <a href="x.md">c</a>',
    );
    expect(html).toContain('<strong>a</strong>');
    expect(html).toContain('<a href="https://example.org" title="https://example.org">b</a>');
    expect(html).toContain('<span class="dead-link" title="x.md">c</span>');
  });

  it('links to another entry of the archive, and nowhere outside it', async () => {
    expect(await body('[o](other.md#x)')).toContain('<a href="#" data-entry="room/other">o</a>');
    expect(await body('[o](../../etc/passwd)')).toContain('<span class="dead-link"');
  });
});
