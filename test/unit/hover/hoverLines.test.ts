import { describe, expect, it } from 'vitest';
import { hoverLines, type HoverEntry, type HoverFooter } from '../../../src/vscode/hover/hoverLines';

const entry = (id: string, answer?: string): HoverEntry => ({
  id,
  title: `About ${id}`,
  answer,
  icon: 'pass',
  facts: [],
  target: { language: 'en', words: [] },
});

const FOOTER: HoverFooter = { more: 'More about execute…', query: 'symbol:sqlalchemy.Engine.execute ' };
const NOTE = 'In sqlalchemy until 1.4';

describe('the footer of a hover', () => {
  const footer = (parts: HoverFooter): string =>
    hoverLines([entry('a'), entry('b')], parts)
      .split('\n')
      .at(-1) ?? '';

  it('says first what there is to say about the name', () => {
    expect(footer({ ...FOOTER, note: NOTE })).toMatch(
      /^\$\(history\) In sqlalchemy until 1\\\.4 · \$\(search\) \[More about execute…\]\([^)]+\)$/,
    );
    const docs = { url: 'https://docs.example/', label: 'documentation' };
    expect(footer({ ...FOOTER, note: NOTE, docs })).toMatch(
      /^\$\(history\) In .+ · \$\(search\) \[.+…\]\([^)]+\) · \$\(book\) \[documentation\]\(https:.+\)$/,
    );
  });

  it('has no note where there is nothing to say', () => {
    expect(footer(FOOTER)).toMatch(/^\$\(search\) \[[^\]]+\]\([^)]+\)$/);
  });

  it('stays one line beside a note: the search gives way', () => {
    const more = 'More about a name of very many words, one after another…';
    expect(footer({ ...FOOTER, more })).toContain('one after');
    expect(footer({ ...FOOTER, more, note: NOTE })).toMatch(/\[More about [^\]]*…\]/);
    expect(footer({ ...FOOTER, more, note: NOTE })).not.toContain('one after');
  });
});
