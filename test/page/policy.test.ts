import { describe, expect } from 'vitest';
import { it } from './panelTest';
import { EVERYTHING_ROOM, shippedRoom } from './rooms';

const HOSTILE = [
  '---\nid: hostile\n---',
  '# What does <script>run()</script> do?\n',
  '<script>document.title = "run"</script>',
  '<img src=x onerror="document.title = \'run\'">',
  '<iframe src="https://example.org"></iframe>',
  '<style>body { display: none }</style>\n',
  '> <b onclick="run()" style="color: red">bold</b> [a link](javascript:run) [data](data:text/html,run)',
  '>',
  '> ![a picture](https://example.org/track.png) ![inline](data:image/png;base64,AAAA) ![out](../../secret.png)',
].join('\n');

describe('the policy of the page', () => {
  it('allows its own files only, and a script by its nonce', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    const policy = (await panel.locator('meta[http-equiv]').getAttribute('content')) ?? '';
    const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
    const own = ["'self'", 'https://*.vscode-cdn.net'];
    expect(directives.toSorted()).toEqual([
      ['base-uri', "'none'"],
      ['default-src', "'none'"],
      ['font-src', ...own],
      ['form-action', "'none'"],
      ['img-src', ...own],
      ['script-src', expect.stringMatching(/^'nonce-[0-9a-f]{32}'$/)],
      ['style-src', ...own],
    ]);
  });

  it('has a new nonce for each page', async ({ openPanel }) => {
    const nonces: unknown[] = [];
    for (let time = 0; time < 2; time += 1) {
      const panel = await openPanel(EVERYTHING_ROOM);
      nonces.push(await panel.locator('script[src]').evaluate((script) => (script as HTMLElement).nonce));
    }
    expect(new Set(nonces).size).toBe(2);
  });

  it('holds for every entry: no inline script or style, code highlighted by classes', async ({
    openPanel,
  }) => {
    const panel = await openPanel(await shippedRoom());
    for (const { id } of panel.room.archive.entries) {
      await panel.openEntry(id.slice(panel.room.idOf('').length));
      expect(await panel.locator('main :is(script, style, [style], [onclick])').count()).toBe(0);
    }
    await panel.openEntry('async-session-per-request');
    const keyword = panel.locator('.code .hljs-keyword').first();
    expect(await keyword.innerText()).toBe('from');
    const colours = await keyword.evaluate((word) => {
      const around = word.closest('code') ?? word;
      return [getComputedStyle(word).color, getComputedStyle(around).color];
    });
    expect(new Set(colours).size).toBe(2);
    expect(await panel.locator('a[href^="https://"]').count()).toBeGreaterThan(5);
  });

  it('is not even needed against hostile Markdown, which renders as text', async ({ openPanel }) => {
    const panel = await openPanel({ files: { 'a.md': HOSTILE } });
    await panel.openEntry('hostile');
    expect(await panel.page.title()).toBe('Archive Answers');
    expect(
      await panel.locator('main :is(script, style, iframe, img, [style], [onclick], [onerror])').count(),
    ).toBe(0);
    const targets = await panel
      .locator('main a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(targets.filter((target) => !/^(?:https?:|#)/.test(target))).toEqual([]);
    await panel.picture('hostile');
  });

  /** What each directive refuses, as HTML or a script, and the directive that the browser names. */
  it.for([
    ['inline scripts', `append('script', { text: '1' })`, 'script-src-elem'],
    ['scripts without the nonce', `append('script', { src: '/dist/webview/panel.js' })`, 'script-src-elem'],
    ['event handlers', '<img src="/archive/x.png" onerror="1" alt="">', 'script-src-attr'],
    ['scripts from text', `setTimeout('1')`, 'script-src'],
    ['inline style sheets', '<style>p{color:red}</style>', 'style-src-elem'],
    ['inline styles', '<p style="color: red">x</p>', 'style-src-attr'],
    ['style sheets of others', '<link rel="stylesheet" href="https://attack.test/x.css">', 'style-src-elem'],
    ['images of others', '<img src="https://attack.test/x.png" alt="">', 'img-src'],
    ['images in their address', '<img src="data:image/png,x" alt="">', 'img-src'],
    [
      'fonts of others',
      `new FontFace('x', 'url(https://attack.test/x.woff)').load().catch(() => 0)`,
      'font-src',
    ],
    ['connections', `fetch('https://attack.test/').catch(() => 0)`, 'connect-src'],
    ['frames', '<iframe src="https://attack.test/"></iframe>', 'frame-src'],
    ['objects', '<object data="https://attack.test/x"></object>', 'object-src'],
    ['media', '<video src="https://attack.test/x"></video>', 'media-src'],
    ['workers', `try { new Worker('/dist/webview/panel.js') } catch {}`, 'worker-src'],
    ['another base', '<base href="https://attack.test/">', 'base-uri'],
    ['forms', `append('form', { action: 'https://attack.test/' }).submit()`, 'form-action'],
  ] as const)('refuses %s', async ([, attempt, directive], { openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    const append = `const append = (name, fields) => {
      const element = Object.assign(document.createElement(name), fields);
      document.body.append(element);
      return element;
    };`;
    const html = `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(attempt)})`;
    await panel.page.evaluate(attempt.startsWith('<') ? html : `{ ${append} ${attempt}; undefined }`);
    await expect.poll(() => panel.problems.some((problem) => problem.startsWith(`${directive}:`))).toBe(true);
    expect(panel.problems.filter((problem) => problem.startsWith('A request to'))).toEqual([]);
    panel.problems.splice(0);
  });

  it('is enforced here: a violation is reported as a problem', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('other');
    await panel.locator('main').evaluate((main) => {
      main.insertAdjacentHTML(
        'beforeend',
        '<p style="color: red">red</p><img src="data:image/png,x" alt="">',
      );
    });
    await expect
      .poll(() => panel.problems.splice(0))
      .toEqual(
        expect.arrayContaining([expect.stringContaining('style-src'), expect.stringContaining('img-src')]),
      );
  });
});

describe('before the first entry arrives', () => {
  it.for([
    ['en', 'Loading archives…'],
    ['ko', '아카이브를 불러오는 중…'],
  ] as const)(
    'the page says that archives are loading, in the language of the window: %s',
    async ([language, text], { openPanel }) => {
      const panel = await openPanel(EVERYTHING_ROOM, { language });
      expect(await panel.locator('main').innerText()).toBe(text);
      expect(await panel.locator('main').getAttribute('aria-busy')).toBe('true');
      expect(await panel.locator('.reading').getAttribute('lang')).toBe(language);
    },
  );
});
