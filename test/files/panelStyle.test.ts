import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ICONS } from '../../src/core/render/icons';
import { ROOT } from './run';

/** By what each icon is drawn, such as `eb15`. */
function glyphs(css: string): ReadonlyMap<string, string> {
  const rules = css.matchAll(/^\.codicon-([a-z-]+)::?before\s*\{\s*content:\s*['"]\\([0-9a-f]+)['"]/gm);
  return new Map(Array.from(rules, ([, name = '', glyph = '']) => [name, glyph]));
}

describe("the panel's style sheet", () => {
  const folder = join(ROOT, 'media', 'panel');
  const css = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

  it('holds every one of its files', () => {
    const index = readFileSync(join(folder, 'panel.css'), 'utf8');
    const imported = Array.from(index.matchAll(/@import '\.\/([^']+)'/g), ([, name]) => name);
    expect([...imported, 'panel.css'].sort()).toEqual(readdirSync(folder).sort());
  });

  it("has something to fall back on for each of a theme's variables", () => {
    const bare = Array.from(css.matchAll(/var\(\s*(--vscode-[\w-]+)\s*\)/g), ([, name]) => name);
    expect(css).toContain('var(--vscode-');
    expect(bare).toEqual([]);
  });

  it('reads no variable that nothing sets', () => {
    const set = new Set(Array.from(css.matchAll(/^\s*(--[\w-]+):/gm), ([, name]) => name));
    const read = Array.from(css.matchAll(/var\(\s*(--[\w-]+)/g), ([, name = '']) => name);
    expect(read.filter((name) => !name.startsWith('--vscode-') && !set.has(name))).toEqual([]);
  });

  it('draws every icon by its own glyph, and the one that confirms a copy', () => {
    const own = glyphs(css);
    const font = createRequire(import.meta.url).resolve('@vscode/codicons/dist/codicon.css');
    const known = glyphs(readFileSync(font, 'utf8'));
    for (const name of ICONS) expect([name, own.get(name)]).toEqual([name, known.get(name)]);
    expect(css).toContain(`.is-copied .codicon-copy::before {\n  content: '\\${known.get('check') ?? '-'}';`);
  });

  it('aligns the columns of tables by the classes that cells have', () => {
    for (const side of ['left', 'center', 'right']) {
      expect(css).toContain(`.align-${side} {\n  text-align: ${side};\n}`);
    }
  });
});
