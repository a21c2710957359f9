import { describe, expect, it } from 'vitest';
import { anchorsInText, headingAnchors } from '../../../src/core/markdown/headings';
import { blockTokens, createMarkdown } from '../../../src/core/markdown/markdown';

const markdown = createMarkdown();
const tokensOf = (text: string) => blockTokens(markdown, text, {});

function headings(text: string): readonly [string, readonly string[]][] {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, at) =>
    token.type === 'heading_open' ? [[tokens[at + 1]?.content ?? '', headingAnchors(token)]] : [],
  );
}

describe('attribute lists of headings', () => {
  it.each([
    ['## Opening hours {#hours}', 'Opening hours', ['hours']],
    ['## Opening hours { #hours }', 'Opening hours', ['hours']],
    ['## Opening hours {: #hours .wide }', 'Opening hours', ['hours']],
    ['## 여는 시간 {#opening-hours .wide data-x=1}', '여는 시간', ['opening-hours']],
    ['## Opening hours {.unnumbered}', 'Opening hours', []],
    ['## Opening hours {-}', 'Opening hours', []],
    ['## Opening hours \\{#hours\\}', 'Opening hours', ['hours']],
    ['## 営業時間 {/*hours*/}', '営業時間', ['hours']],
    ['## <a id="hours"></a>Opening hours', '<a id="hours"></a>Opening hours', ['hours']],
    ['Opening hours {#hours}\n=====', 'Opening hours', ['hours']],
    ['> ## Opening hours {#hours}', 'Opening hours', ['hours']],
  ])('are no text: %s', (text, title, anchors) => {
    expect(headings(text)).toEqual([[title, anchors]]);
  });

  it.each([
    '## The set {1, 2}',
    '## Templates with {{ name }}',
    '## What does `{#x}` do?',
    '## {#alone}',
    '## An object {a: 1, b: 2}',
    '## Braces {} in a format',
  ])('are told from braces in a title: %s', (text) => {
    expect(headings(text)).toEqual([[text.slice(3), []]]);
  });
});

describe('anchors in a text', () => {
  it.each([
    ['<a name="x"></a>', ['x']],
    ["<a class=y id='x'>", ['x']],
    ['<a href="#x">', []],
    ['a < b and name="x"', []],
  ])('%s', (text, anchors) => {
    expect(anchorsInText(text)).toEqual(anchors);
  });
});

describe('a line of dashes right below a text', () => {
  it.each([
    ['a sentence', 'The log is under `/var/log`.\n---\n'],
    ['thanks before the next heading', '### Where?\n\nUnder `/var/log`, thanks!\n---\n\n### Next?\n\nx\n'],
    ['a message without a mark, alone below its heading', '### 어디에?\n\n로그 폴더에 ㅎㅎ\n---\n'],
    ['several lines with nothing below', '### Where?\n\nHere.\n\nFirst line\nand a second one\n---\n'],
  ])('is a rule below %s', (_, text) => {
    const types = tokensOf(text).map(({ type }) => type);
    expect(types.slice(-10)).toContain('hr');
    expect(headings(text).map(([title]) => title)).not.toContain('Under `/var/log`, thanks!');
  });

  it.each([
    ['a title with text below it', 'Getting started\n---\n\nInstall it.\n'],
    ['a question with an answer below it', 'Is it free?\n---\n\nYes.\n'],
    ['the topics of a page that underlines headings', 'Guide\n=====\n\nSetup\n---\n\n### Why?\n\nSo.\n'],
    ['a long line', 'Setup\n-----\n\n### Why?\n\nSo.\n'],
  ])('makes a heading of %s', (_, text) => {
    expect(tokensOf(text).map(({ type }) => type)).not.toContain('hr');
  });
});
