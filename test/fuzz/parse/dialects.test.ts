import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockTokens, createMarkdown, type Token } from '../../../src/core/markdown/markdown';

const markdown = createMarkdown();

/** One of each construct of other tools: how it opens, and how it closes. */
const CONSTRUCTS: Readonly<Record<string, readonly [string, string]>> = {
  containers: ['::: tip Title\n', ':::\n'],
  'containers of ever other markers': [':::: details x\n::: tip\n', '::::\n'],
  'containers that close behind their text': ['::: tip\na ::: ', ':::'],
  'slash blocks': ['/// note | Title\n', '///\n'],
  shortcodes: ['{{% notice warning "T" %}}\n', '{{% /notice %}}\n'],
  'Liquid tags': ['{% hint style="info" %}\n', '{% endhint %}\n'],
  'shortcodes for code': ['{{< highlight js >}}\n', '{{< /highlight >}}\n'],
  'folded boxes': ['??? question "T"\n', ''],
  directives: ['```{note} T\n', '```\n'],
  callouts: ['> [!faq]- T\n', ''],
  'nested callouts': ['> ', '[!faq]- T\n'],
  tabs: ['=== "T"\n\n    ', 'a\n'],
  'definition lists': ['a\n: b\n', ''],
  'nested definitions': ['a\n: ', 'b\n'],
  footnotes: ['[^a]: ', 'b\n'],
  'references to footnotes': ['[^a] ', '\n\n[^a]: b [^a]\n'],
  'inline footnotes': ['a^[', ']'],
  wikilinks: ['[[', ']]'],
  embeds: ['![[a|', ']]'],
  'emoji codes': [':tada', ':'],
  marks: ['==a', '=='],
  'attribute lists': ['[a](b){: ', '}'],
  'attribute lists of words': ['{ .a ', '}'],
  'links to shortcodes': ['[a]({{< ref "', '" >}})'],
  'shortcodes in text': ['a {{< b "', '" >}}'],
  roles: ['{ref}`a ', '<b>`'],
  snippets: ['--8<--\n', '--8<--\n'],
  'Korean emphasis': ['**가(a)', '**은'],
};

/** Where a construct stands. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  'by itself': (text) => text,
  'in a quote': (text) => text.replace(/^/gm, '> '),
  'in a list': (text) => `- ${text.replaceAll('\n', '\n  ')}`,
  'in a table': (text) => `| a |\n|---|\n| ${text.replaceAll('\n', ' ').replaceAll('|', '\\|')} |\n`,
  'in a container': (text) => `::: note\n${text}\n:::\n`,
};

const TIMES = 10_000;
/** Whether each token that opens an element has one that closes it. */
function isBalanced(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const { type, nesting } of tokens) {
    if (nesting === 1) open.push(type.replace(/_open$/, ''));
    else if (nesting === -1 && type.replace(/_close$/, '') !== open.pop()) return false;
  }
  return open.length === 0;
}

function expectBalanced(text: string): void {
  const tokens = markdown.parse(text, {});
  expect(isBalanced(tokens)).toBe(true);
  expect(tokens.every(({ children }) => isBalanced(children ?? []))).toBe(true);
}

describe.each(Object.entries(CONSTRUCTS))('hostile %s', (_name, [open, close]) => {
  it.each(Object.entries(PLACES))('take linear time %s', (_place, inPlace) => {
    expectBalanced(inPlace(open.repeat(TIMES)));
    expectBalanced(inPlace(open.repeat(1_000) + close.repeat(1_000)));
    expectBalanced(inPlace(`${open}${close}`.repeat(TIMES / 4)));
    expectBalanced(inPlace(open.repeat(TIMES / 4) + close.repeat(TIMES / 4)));
  });
});

describe('hostile texts', () => {
  it('that end with many closing tags take linear time', () => {
    expectBalanced(`a${' {% endhint %}'.repeat(TIMES)}`);
    expectBalanced(`a${' {{< /note >}}'.repeat(TIMES)}`);
  });

  it('with boxes of ever deeper indentation take linear time', () => {
    const lines = Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth * 4)}!!! note "T"`);
    expectBalanced(lines.join('\n'));
    expectBalanced(lines.join('\n\n'));
  });

  it('with shortcodes of ever other names take linear time', () => {
    expectBalanced(Array.from({ length: TIMES }, (_, at) => `{{< code${String(at)} >}}`).join('\n'));
  });

  it('with spaces where marks end take linear time', () => {
    const spaces = ' '.repeat(100_000);
    for (const mark of [
      ':::a',
      '/// note',
      '!!! note',
      '=== "a"',
      '??? "a',
      '> [!a',
      '[^a]:',
      '{: a',
      '{% a',
    ])
      expectBalanced(`${mark}${spaces}x${spaces}x`);
  });
});

describe('texts of fragments of all constructs', () => {
  const fragments = fc.constantFrom(
    ...Object.values(CONSTRUCTS).flat(),
    '\n',
    '\n\n',
    '    ',
    '- ',
    '> ',
    '# H\n',
    '<details>\n',
    '</details>\n',
    'text',
  );

  it('give balanced tokens with lines in order', () => {
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const tokens = blockTokens(markdown, text, {});
        expect(isBalanced(tokens)).toBe(true);
        const lineCount = text.split('\n').length;
        let last = 0;
        for (const { map, nesting } of tokens) {
          if (map === null || nesting === -1) continue;
          expect(map[0]).toBeGreaterThanOrEqual(last);
          expect(map[1]).toBeLessThanOrEqual(lineCount);
          expect(map[1]).toBeGreaterThanOrEqual(map[0]);
          last = map[0];
        }
        expect(isBalanced(markdown.parse(text, {}))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
