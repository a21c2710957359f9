import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { CANARY, readReport } from '../../scripts/dependencies/audit.mjs';
import { bundledPackages, packageFolder, readMetafile } from '../../scripts/dependencies/bundledPackages.mjs';
import { licenceText } from '../../scripts/dependencies/licenceTexts.mjs';
import { PAGE, renewPage } from '../../scripts/dependencies/page.mjs';
import { ROOT } from './run';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));
const { outputs } = readMetafile();

describe('the packages that are bundled', () => {
  it('have their licences, as texts, in the notices that ship', () => {
    const notices = read('dist/third-party-licenses.txt').split(`\n${'-'.repeat(72)}\n\n`);
    expect(notices.map((notice) => notice.split('\n')[0])).toEqual(
      bundledPackages().map(({ name, version }) => `${name} ${version}`),
    );
    for (const notice of notices) {
      expect(notice).toMatch(/copyright|creative commons/i);
      expect(notice.length).toBeGreaterThan(500);
    }
  });

  it('bring the files with them that a licence refers to', async () => {
    const folder = bundledPackages().find(({ name }) => name === '@renovatebot/pep440')?.folder ?? '';
    const text = await licenceText(folder);
    expect(text).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
    expect(text).toContain('Redistributions in binary form must reproduce');
    await expect(licenceText('media')).rejects.toThrow('no licence text');
  });

  it('and all tools are on the page about them, with a reason, licence and size', async () => {
    const page = readFileSync(PAGE, 'utf8');
    const { text, withoutReason } = await renewPage(page);
    expect(withoutReason).toEqual([]);
    expect(page, 'run "npm run dependencies"').toBe(text);
  });

  it('are of one exact version each, and install nothing at a user’s', () => {
    const manifest = json('package.json') as Record<string, Record<string, string> | undefined>;
    expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual(['devDependencies']);
    const versions = Object.values(manifest['devDependencies'] ?? {});
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const atInstall = /^(pre|post)?(install|uninstall|prepare|prepublish|publish)|^vscode:uninstall$/;
    expect(Object.keys(manifest['scripts'] ?? {}).filter((name) => atInstall.test(name))).toEqual([]);
  });
});

const FORBIDDEN = new Set([
  ...[
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'WebTransport',
    'RTCPeerConnection',
    'sendBeacon',
  ],
  ...['importScripts', 'eval', 'Function'],
]);
const GLOBAL_OBJECTS = new Set(['globalThis', 'self', 'window', 'global', 'navigator']);

/** The names that a script uses other than as a property, or as a property of a global object; types and texts have none. */
function globalsIn(code: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
      const isGlobalMember =
        isMember && ts.isIdentifier(parent.expression) && GLOBAL_OBJECTS.has(parent.expression.text);
      const isKey =
        (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) && parent.name === node;
      if (isGlobalMember || (!isMember && !isKey)) found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('bundle.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
  return found;
}

describe('bundles', () => {
  /** Node's modules that a bundle may load; the extension itself runs without any. */
  const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    'dist/library.js': ['buffer', 'process'],
    'dist/cli.js': [
      'buffer',
      'process',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:stream/consumers',
      'node:util',
    ],
  };
  const scripts = Object.keys(outputs).filter((path) => path.endsWith('.js'));

  it.each(scripts)('%s loads no module that reaches a network or starts a program', (path) => {
    const loaded = outputs[path]?.imports.flatMap(({ path: name, external }) =>
      external === true ? [name] : [],
    );
    const allowed = [
      'vscode',
      ...['library', 'render'].map((name) => `./${name}.js`),
      ...(ALLOWED[path] ?? []),
    ];
    expect([...new Set(loaded)].filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it.each(scripts)('%s names nothing that sends, and nothing that runs text as code', (path) => {
    expect(globalsIn(read(path)).filter((name) => FORBIDDEN.has(name))).toEqual([]);
  });

  it('are searched for what is forbidden', () => {
    const code =
      'a.fetch; "fetch()"; ({ eval: 1 }); globalThis.fetch(x); new WebSocket(y); navigator.sendBeacon(z)';
    expect(globalsIn(code).filter((name) => FORBIDDEN.has(name))).toEqual([
      'fetch',
      'WebSocket',
      'sendBeacon',
    ]);
  });

  it('are made of our own sources and of packages', () => {
    const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
    const others = inputs.filter((path) => packageFolder(path) === undefined);
    expect(others.filter((path) => !/^(src|data|media)\//.test(path))).toEqual([]);
  });
});

describe('data/', () => {
  const files = readdirSync(join(ROOT, 'data')).map((name) => `data/${name}`);
  const rows = [...readFileSync(PAGE, 'utf8').matchAll(/^\| `(data\/\S+)` +\| (.*?) +\| (.*?) +\|$/gm)];

  it('has a line for each file that says who makes it, from what', () => {
    expect(rows.map(([, file]) => file).sort()).toEqual(files.sort());
    for (const [row] of rows) expect(row.split('|')[3]?.trim()).not.toBe('');
  });

  it('is made by scripts that exist', () => {
    for (const [, file = '', maker = ''] of rows) {
      if (maker === 'by hand') continue;
      const script = /^`(scripts\/\S+)`$/.exec(maker)?.[1] ?? '';
      expect(read(script)).toContain(file.slice('data/'.length));
    }
  });
});

describe('npm run audit', () => {
  const advisory = (name: string) => ({
    vulnerabilities: {
      [name]: { via: [{ name, severity: 'high', title: 'Bad', url: 'https://x.test', range: '<9' }] },
    },
  });
  const { vulnerabilities: canary } = advisory(CANARY.name);

  it.each([
    [
      'a refusal',
      JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }),
      '405 Method Not Allowed',
    ],
    ['an error', JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'no such host' } }), 'no such host'],
    ['nothing', '', 'npm printed nothing'],
    ['no JSON', '<html>', '<html>'],
    ['JSON of another kind', 'null', 'null'],
    ['a report that knows nothing', JSON.stringify({ vulnerabilities: {} }), 'knows no advisories'],
    ['a report without the known one', JSON.stringify(advisory('other')), 'knows no advisories'],
  ])('takes %s for no answer', (_, text, why) => {
    const result = readReport(text);
    expect(result).toMatchObject({ kind: 'noAnswer', why: expect.stringContaining(why) as string });
  });

  it('tells of what is bundled, and not of the known one', () => {
    const both = { vulnerabilities: { ...canary, ...advisory('yaml').vulnerabilities } };
    expect(readReport(JSON.stringify({ vulnerabilities: canary }))).toEqual({
      kind: 'answer',
      advisories: [],
    });
    expect(readReport(JSON.stringify(both))).toEqual({
      kind: 'answer',
      advisories: ['yaml <9  high  Bad  https://x.test'],
    });
  });

  it('has no answer, and fails with a code of its own, where no registry is', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'audit.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9/', npm_config_fetch_retries: '0' },
    });
    expect([status, stdout]).toEqual([3, expect.stringContaining('markdown-it 15') as string]);
    expect(stderr).toMatch(/^Not audited\. /);
  });
});
