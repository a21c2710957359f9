import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPECTATIONS, PROBLEM_MESSAGES } from '../../src/core/problems';
import { ROOT } from './run';

const read = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Record<string, string>;

/** Every text that the surfaces translate: the literals of `t`, and the problems' messages. */
function translatedTexts(): readonly string[] {
  const folder = join(ROOT, 'src', 'vscode');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const literals = sources.flatMap((source) =>
    [...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')),
  );
  return [...new Set([...literals, ...Object.values(PROBLEM_MESSAGES), ...Object.values(EXPECTATIONS)])];
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

describe('the Korean texts', () => {
  const bundle = read('l10n/bundle.l10n.ko.json');

  it('translate every text, and nothing that is gone', () => {
    expect(Object.keys(bundle).sort()).toEqual([...translatedTexts()].sort());
  });

  it.each(Object.entries(bundle))('%s keeps its placeholders', (english, korean) => {
    expect(placeholders(korean)).toEqual(placeholders(english));
    expect(korean).toMatch(/[가-힣]|Archive Answers/);
  });

  it.each(Object.entries(bundle))('%s leaves particles behind a variable open', (_english, korean) => {
    expect(korean).not.toMatch(/\{\d+\}["”’')\]]?(을|를|은|는|이|가|과|와|으로|로)(?![가-힣])/);
  });

  it('translate the contributions', () => {
    const english = read('package.nls.json');
    expect(Object.keys(read('package.nls.ko.json')).sort()).toEqual(Object.keys(english).sort());
    const used = readFileSync(join(ROOT, 'package.json'), 'utf8').matchAll(/"%([^%"]+)%"/g);
    expect([...new Set([...used].map(([, key]) => key))].sort()).toEqual(Object.keys(english).sort());
  });
});
