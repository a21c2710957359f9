import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdown } from '../../../src/core/markdown/markdown';
import { parseDocument } from '../../../src/core/parse/parseDocument';
import { plainTextOf } from '../../../src/core/render/plainText';
import { expectAllLines } from '../../unit/parse/expectAllLines';

const BLOCKS =
  'ul ol li table tbody tr td th caption dl dt dd blockquote h2 details summary div p section figure center form select pre svg'.split(
    ' ',
  );
const INLINE = 'a b i code kbd sub span font button iframe video abbr Tabs my-box'.split(' ');
const OTHER = [
  '<br>',
  '<hr>',
  '<img src="x.png">',
  '<!--',
  '-->',
  '<input type="x">',
  '<Foo.Bar a={[1, ">"]} />',
];

const TAGS = [...BLOCKS, ...INLINE].flatMap((name) => [`<${name}>`, `<${name} class="x">`, `</${name}>`]);
const FRAGMENTS = [
  '> ',
  '- ',
  '1. ',
  '## ',
  '| a | b |\n|---|---|\n| ',
  ' | ',
  '\n',
  '\n\n',
  '    ',
  '`',
  '**',
  '[x](',
  ')',
  '\\',
  '&lt;',
  'word ',
  '< ',
  '```\n',
];

/** The elements of rendered HTML are closed in order, and all of them are allowed, without attributes that are not. */
function expectSafe(html: string): void {
  const open: string[] = [];
  for (const [tag, close, name = '', attributes = ''] of html.matchAll(/<(\/?)([a-z]*\d?)([^>]*)>/g)) {
    // Comments are rendered by name, and only where no rule hides them.
    if (name === '') continue;
    expect(attributes, tag).toMatch(/^(?: (?:href|src|alt|start|style|class|title)="[^"]*")*$/);
    expect(attributes, tag).not.toMatch(/class="x"/);
    if (close === '/') expect(open.pop(), html).toBe(name);
    else if (!['br', 'img', 'hr'].includes(name)) open.push(name);
  }
  expect(open).toEqual([]);
}

describe('HTML of any kind', () => {
  it('is rendered well-formed and without attributes', () => {
    const fragment = fc.oneof(fc.constantFrom(...TAGS), fc.constantFrom(...FRAGMENTS, ...OTHER));
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), (fragments) => {
        expectSafe(createMarkdown().render(fragments.join('')));
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps every word', () => {
    const tag = fc.constantFrom(
      ...TAGS.filter((name) => !/pre|svg|code|Tabs|my-box/.test(name)),
      '<br>',
      '<hr>',
      '\n',
      '\n\n',
      '> ',
      '- ',
    );
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 40 }), (tags) => {
        const text = tags.map((written, at) => `${written}word${String(at)} `).join('');
        const { prose, code } = plainTextOf(text);
        tags.forEach((_, at) => {
          expect(`${prose} ${code}`, text).toMatch(new RegExp(`word${String(at)}\\b`));
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves every line in an entry or in the preamble', () => {
    const fragment = fc.constantFrom(...TAGS, ...FRAGMENTS, ...OTHER);
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), (fragments) => {
        const text = fragments.join('');
        expectAllLines(text, parseDocument('x.md', text));
      }),
      { numRuns: 1000 },
    );
  });
});

/** Where a construct may stand. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  'on its own': (text) => text,
  'in a quote': (text) => text.replace(/^/gm, '> '),
  'in a list': (text) => `- ${text.replace(/\n/g, '\n  ')}`,
  'in a table': (text) => `| a |\n|---|\n| ${text.replace(/\n/g, ' ')} |`,
  'in a cell': (text) => `<table><tr><td>\n${text}\n</td></tr></table>`,
};

const NAMES = [...BLOCKS, ...INLINE, 'script', 'style'];

describe.each(Object.entries(PLACES))('HTML %s', (_name, place) => {
  it.each(NAMES)('is read in linear time where <%s> never closes', (name) => {
    for (const text of [`<${name}>`, `<${name}>word\n`, `<${name} x="1" `, `</${name}>`, `<${name}>\n\n`]) {
      const rendered = createMarkdown().render(place(text.repeat(3_000)));
      expect(rendered.length).toBeLessThan(1_000_000);
    }
  });

  it.each(NAMES.filter((name) => name !== 'script' && name !== 'style'))(
    'keeps the text of 1,000 nested <%s>',
    (name) => {
      const text = `${`<${name}>`.repeat(1_000)}word${`</${name}>`.repeat(1_000)} end`;
      for (const written of [text, text.replaceAll('><', '>\n<')]) {
        const html = createMarkdown().render(place(written));
        expect(html).toContain('word');
        expect(html).toContain('end');
        expectSafe(html);
      }
    },
  );
});

describe('hostile HTML', () => {
  it.each([
    ['quotes that never close', '<a href="'.repeat(20_000)],
    ['spaces in a tag', `<div ${' '.repeat(60_000)}`],
    ['braces that never close', '<Foo a={'.repeat(20_000)],
    ['code that never closes', '<code>`'.repeat(20_000)],
    ['comments in tags', '<div><!-- '.repeat(20_000)],
    ['names of components', Array.from({ length: 10_000 }, (_, at) => `<Foo${String(at)}>\n`).join('')],
    ['lines with an open tag', '<div\n'.repeat(20_000)],
    ['spaces before components', `${' '.repeat(50)}<Foo a="b">`.repeat(2_000)],
    ['code blocks side by side', '</pre><pre>\n'.repeat(10_000)],
    ['unclosed code blocks', '<div><pre>\n\n'.repeat(10_000)],
    ['tags in one line', '<ul><li>a</li></ul> '.repeat(10_000)],
    ['headings with tags', '## <b>a <i>\n\n'.repeat(5_000)],
    ['references', '<td>&amp;&lt;&#x2605;'.repeat(10_000)],
  ])('is read in linear time: %s', (_name, text) => {
    expectAllLines(text, parseDocument('x.md', text));
    plainTextOf(text);
  });
});
