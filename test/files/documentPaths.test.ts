import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './run';

/** Every path of the project, folders included. */
const paths = listPaths();
const folders = new Set([...paths].map((path) => path.split('/')[0] ?? ''));

function listPaths(): ReadonlySet<string> {
  const found = new Set<string>();
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of files.split('\0')) {
    for (let path = file; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/'))))
      found.add(path);
  }
  return found;
}

/** Paths and names of files in a text's code spans and links. Generated folders and examples of user files are none. */
function pathsIn(text: string): readonly string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, '');
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  const targets = [...prose.matchAll(/\]\(([^)\s#]+)/g)].map(([, target = '']) => target);
  return [...spans, ...targets].filter((path) => /^[\w./*-]+$/.test(path));
}

/** Source files, and whatever lies in a folder of the project. */
function isOurs(path: string): boolean {
  const [first = ''] = path.replace(/^\.\//, '').split('/');
  return (
    /\.(?:ts|mjs)$/.test(path) || (path.includes('/') && (folders.has(first) || paths.has(`src/${first}`)))
  );
}

/** Whether a path is there, from the root or from any folder; `*` stands for any part of a name. */
function exists(path: string): boolean {
  const wanted = path.replace(/^(?:\.\.?\/)+/, '').replace(/\/(\*\*)?$/, '');
  const pattern = new RegExp(`(?:^|/)${wanted.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}(?:\\.ts)?$`);
  return [...paths].some((each) => pattern.test(each));
}

describe('documentation names only files that exist', () => {
  const documents = [
    'CONTRIBUTING.md',
    ...readdirSync(join(ROOT, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  it.each(documents)('%s', (document) => {
    const found = pathsIn(readFileSync(join(ROOT, document), 'utf8')).filter(isOurs);
    expect(found.filter((path) => !exists(path))).toEqual([]);
  });

  it('checks the map of the architecture too', () => {
    const map =
      /^```\n([\s\S]*?)^```/m.exec(readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8'))?.[1] ?? '';
    const stack: string[] = [];
    const missing: string[] = [];
    for (const line of map.split('\n')) {
      const [, indent = '', name = ''] = /^( *)([\w./]+)(?: {2,}|$)/.exec(line) ?? [];
      if (name === '') continue;
      stack.length = indent.length / 2;
      stack.push(name.replace(/\/$/, ''));
      if (!paths.has(stack.join('/'))) missing.push(stack.join('/'));
    }
    expect(map).not.toBe('');
    expect(missing).toEqual([]);
  });
});
