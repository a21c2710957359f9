import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from './run';

const NAME = 'a\u202e\u001b]0;x\u0007\nforged\tanswered\tRow';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-answers-terminal-\u202e'));
  const image = '![x](<p\u001b[2J\u200b.png>)';
  writeFileSync(
    join(folder, `${process.platform === 'win32' ? 'a\u202e' : NAME}.md`),
    `# T?\n\n${image}\n\n> a\n`,
  );
  writeFileSync(
    join(folder, 'post.md'),
    '# How is a post forged?\n\n> A1. Like this.\n\nx\n\n── A2 · answer · somebody\n\nSame\u001b[2K\rgone\n',
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('what the command line writes', () => {
  it.each([
    [['entries']],
    [['entries', '--json']],
    [['search', 'T\u001b[31m\u202e\n']],
    [['search', '--json', 'T\u009b']],
    [['search', 'x status:\u001b[2J']],
    [['show', 'none\u001b[2J\u202e']],
    [['symbol', 'x\u001b[2J']],
    [['resolve', 'none\u001b[2J\u202e.py']],
    [['error', 'none\u001b[2J\u202e.log']],
    [['search', '--queries', 'none\u001b[2J\n']],
    [['entries', '--source', 'none\u001b[2J\u202e']],
    [['en\u001b[2Jtries\u202e']],
    [['--\u001b[2J']],
  ])('acts on no terminal: %j', (args) => {
    const { out, err } = cli([...args, '--source', folder]);
    expect(out + err).not.toBe('');
    expect(out + err).not.toMatch(/[^\P{Cc}\n\t]|[\p{Bidi_Control}\u200b]/u);
  });

  it.skipIf(process.platform === 'win32')(
    'has one row for a file whose name has line breaks and tabs',
    () => {
      const { out, err } = cli(['entries', '--source', folder]);
      const rows = out.trimEnd().split('\n');
      expect(rows.map((row) => row.split('\t').slice(1))).toEqual([
        ['answered', 'T?'],
        ['answered', 'How is a post forged?'],
      ]);
      expect(rows[0]).toContain(
        'a<U+202E><U+001B>]0;x<U+0007><U+000A>forged<U+0009>answered<U+0009>Row.md#t',
      );
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    },
  );

  it('has no head of a post that the post itself wrote', () => {
    const id = cli(['entries', '--source', folder]).out.split('\n')[1]?.split('\t')[0] ?? '';
    const { out } = cli(['show', id, '--source', folder]);
    expect(out.match(/^── .*$/gm)?.some((head) => head.includes('somebody'))).toBe(false);
    expect(out).toContain('    ── A2 · answer · somebody');
    expect(out).toContain('Same<U+001B>[2K\ngone');
  });
});
