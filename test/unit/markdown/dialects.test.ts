import { describe, expect, it } from 'vitest';
import { blockTokens, createMarkdown, type Token } from '../../../src/core/markdown/markdown';
import { attributeOf, plainText } from '../../../src/core/markdown/tokens';

const markdown = createMarkdown();

function inlineOf(text: string): readonly Token[] {
  return markdown.parse(text, {}).flatMap(({ children }) => children ?? []);
}

/** The text of a paragraph as it reads. */
function shown(text: string): string {
  return markdown
    .parse(text, {})
    .map(({ children }) => plainText(children ?? []))
    .filter(Boolean)
    .join('\n');
}

function types(text: string): readonly string[] {
  return blockTokens(markdown, text, {}).map(({ type }) => type);
}

describe('emphasis beside letters of Korean, Japanese and Chinese', () => {
  it.each([
    ['**트랜잭션(Transaction)**이란', '트랜잭션(Transaction)'],
    ['**"롤백"**은', '"롤백"'],
    ['自動で**「閉じる」**ことが', '「閉じる」'],
    ['这是**我想做的事。**所以', '我想做的事。'],
    ['**커밋(commit)**을', '커밋(commit)'],
  ])('is read: %s', (text, strong) => {
    const tokens = inlineOf(text);
    const open = tokens.findIndex(({ type }) => type === 'strong_open');
    expect(tokens[open + 1]?.content).toBe(strong);
    expect(shown(text)).not.toContain('*');
  });

  it.each(['a**"b"**c', '2 ** 3 ** 4', 'snake_case_name'])('stays as in CommonMark elsewhere: %s', (text) => {
    expect(shown(text)).toBe(text);
  });
});

describe('references without a definition', () => {
  it.each([
    ['See [Feeding the cat][feeding-the-cat].', '#feeding-the-cat', 'See Feeding the cat.'],
    ['[`Oven`][bakery.heat.Oven] bakes', '#bakery.heat.Oven', 'Oven bakes'],
    ['[bakery.heat.Oven][] bakes', '#bakery.heat.Oven', 'bakery.heat.Oven bakes'],
    ['(see [the *whole*\nlist][list])', '#list', '(see the whole list)'],
    ['详见[安装指南][install-guide]。', '#install-guide', '详见安装指南。'],
    ['[고양이 먹이기][cat-food]를 보세요', '#cat-food', '고양이 먹이기를 보세요'],
  ])('lead to their label: %s', (text, href, words) => {
    const link = inlineOf(text).find(({ type }) => type === 'link_open');
    expect([link && attributeOf(link, 'href'), shown(text)]).toEqual([href, words]);
  });

  it('lead where their definition says, where there is one', () => {
    const text = '[the list][the-list]\n\n[the-list]: https://example.org/list\n';
    const link = inlineOf(text).find(({ type }) => type === 'link_open');
    expect(link && attributeOf(link, 'href')).toBe('https://example.org/list');
  });

  it.each([
    'rows[i][first-name]',
    'move [options][files]',
    '[-v][--dry-run]',
    '[0, 1][2-3]',
    'f()[a b][c-d]',
    '![a plan][plan-b]',
    '[string][]',
    '[a b][c-d',
    '[a b][c d]',
    '[^one][^two-three]',
    '`[a b][c-d]`',
  ])('are none: %s', (text) => {
    expect(inlineOf(text).filter(({ type }) => type === 'link_open')).toEqual([]);
    expect(shown(text)).toBe(text.replaceAll('`', ''));
  });
});

describe('wikilinks', () => {
  it.each([
    ['[[note]]', 'note', 'note'],
    ['[[House rules#Dogs|the rules]]', 'House%20rules#Dogs', 'the rules'],
    ['[[규칙|집 규칙]]을', '%EA%B7%9C%EC%B9%99', '집 규칙을'],
    ['[[note#A heading]]', 'note#A%20heading', 'note > A heading'],
    ['[[#A heading]]', '#A%20heading', 'A heading'],
    ['[[note#^block-1|x]]', 'note', 'x'],
    ['![[note]]', 'note', 'note'],
    ['[[the graph|dendron.topic.graph#view]]', 'dendron.topic.graph#view', 'the graph'],
    ['[[x|dendron://vault.name/a.b]]', 'a.b', 'x'],
    ['[[dendron.topic.tags|our tags]]', 'dendron.topic.tags', 'our tags'],
  ])('become links: %s', (text, href, words) => {
    const link = inlineOf(text).find(({ type }) => type === 'link_open');
    expect([link && attributeOf(link, 'href'), shown(text)]).toEqual([href, words]);
  });

  it('become images where they embed one', () => {
    const images = inlineOf('![[a b.png]] ![[c.jpg|300]] ![[d.svg|Alt text|20x30]]').filter(
      ({ type }) => type === 'image',
    );
    expect(images.map((image) => [attributeOf(image, 'src'), image.content])).toEqual([
      ['a%20b.png', ''],
      ['c.jpg', ''],
      ['d.svg', 'Alt text'],
    ]);
  });

  it.each(['`[[note]]`', '[[note', 'if [[ -f x ]]; then', '[[1]]', '[[1, 2]]', '[[]]', '[ [[a](b)'])(
    'are none: %s',
    (text) => {
      expect(inlineOf(text).filter(({ markup }) => markup === '[[')).toEqual([]);
    },
  );

  it('are none where they are the text of a link', () => {
    const [link, words] = inlineOf('[[1]](https://a.org)');
    expect([link && attributeOf(link, 'href'), words?.content]).toEqual(['https://a.org', '[1]']);
  });

  it('lead nowhere that a link may not lead', () => {
    const [link] = inlineOf('[[javascript:alert(1)|x]]');
    expect(link && attributeOf(link, 'href')).toBe('');
  });

  it('stand in tables with an escaped bar', () => {
    expect(shown('| a |\n|---|\n| [[x\\|y]] |')).toBe('a\ny');
  });
});

describe('emoji codes', () => {
  it.each([
    [':tada: done', '🎉 done'],
    ['좋아요:+1:', '좋아요👍'],
    ['(:rocket:)', '(🚀)'],
    [':material-apple: macOS', ' macOS'],
    ['a:tada:b', 'a:tada:b'],
    ['at 10:100:20', 'at 10:100:20'],
    ['Foo::tada::bar', 'Foo::tada::bar'],
    [':unknown_code:', ':unknown_code:'],
    [':constructor:', ':constructor:'],
    ['`:tada:`', ':tada:'],
    [':tada', ':tada'],
  ])('%s reads %s', (text, words) => {
    expect(shown(text).trim()).toBe(words.trim());
  });
});

describe('marks', () => {
  it.each([
    ['==so *it* is==', ['mark_open', 'text', 'em_open', 'text', 'em_close', 'text', 'mark_close']],
    ['==한국어==로', ['mark_open', 'text', 'mark_close', 'text']],
    ['a==b==c', ['text']],
    ['x == y and y == z', ['text']],
    ['==open', ['text']],
    ['====', ['text']],
  ])('%s', (text, expected) => {
    expect(inlineOf(text).map(({ type }) => type)).toEqual(expected);
  });
});

describe('attribute lists', () => {
  it.each([
    ['[a](b){target=_blank} c', 'a c'],
    ['[a](b){ .button .big } c', 'a c'],
    ['![a](b.png){ width="300" loading=lazy } c', 'a c'],
    ['**a**{ .red }', 'a'],
    ['text { .annotate }', 'text'],
    ['text\n{ .annotate }', 'text'],
    ['a word {: .wide } b', 'a word b'],
    ['{{ .Values.name }}', '{{ .Values.name }}'],
    ['a {b} {1..3} {"c": 1}', 'a {b} {1..3} {"c": 1}'],
    ['in {x=1} of', 'in {x=1} of'],
    ['{: .open', '{: .open'],
  ])('%s reads %s', (text, words) => {
    expect(shown(text).trim()).toBe(words);
  });
});

describe('lines for other tools', () => {
  it.each([
    '[TOC]',
    '[[toc]]',
    '[[_TOC_]]',
    '* TOC\n{:toc}',
    '1. Contents\n{:toc .x}',
    '<<< @/snippets/a.ts{2}',
    '--8<-- "a.md"',
    '--8<--\na.md\nb.md\n--8<--',
    '{: .note }',
    '{% include links.html %}',
    '{{< toc >}}',
    '{% comment %}\ntext\n{% endcomment %}',
  ])('are hidden: %s', (text) => {
    expect(types(text)).toEqual([]);
    expect(shown(`a\n\n${text}\n\nb`)).toBe('a\nb');
  });

  it.each(['<<<<<<< HEAD', '- a\n- b', '-----', '[todo]', '{x}'])('are not: %s', (text) => {
    expect(types(text)).not.toEqual([]);
  });
});

describe('shortcodes in text', () => {
  it.each([
    ['see {{< ref "x" >}} there', 'see  there'],
    ['a {% raw %}b{% endraw %} c', 'a b c'],
    ['[options]({{< relref "cli#install" >}})', 'options'],
    ['`{{< ref "x" >}}`', '{{< ref "x" >}}'],
    ['{{ name }}', '{{ name }}'],
    ['100 {% of it', '100 {% of it'],
  ])('%s reads %s', (text, words) => {
    expect(shown(text)).toBe(words);
  });

  it('are links and images where they lead somewhere', () => {
    const tokens = inlineOf('[a]({{% ref "b#c" %}}) {{< figure src="d.png" caption="E" >}}');
    const [link] = tokens;
    const image = tokens.at(-1);
    expect([link && attributeOf(link, 'href'), image && attributeOf(image, 'src'), image?.content]).toEqual([
      'b#c',
      'd.png',
      'E',
    ]);
  });
});

describe('roles', () => {
  it.each([
    ['see {ref}`the guide <how:to>` and {doc}`setup`', 'see the guide and setup'],
    ['{py:class}`a.B` {code}`c`', 'a.B c'],
    ['{a} `b`', '{a} b'],
    ['`{ref}`', '{ref}'],
  ])('%s reads %s', (text, words) => {
    expect(shown(text)).toBe(words);
  });
});

describe('definition lists', () => {
  it('are terms and definitions with their lines', () => {
    const tokens = blockTokens(markdown, 'A?\n: b\n  c\n: d\n\nE?\n{: #e }\n\n:   f\n\n    - g\n\nh', {});
    expect(
      tokens.filter(({ type }) => /^d[ltd]_open/.test(type)).map(({ type, map }) => [type, map]),
    ).toEqual([
      ['dl_open', [0, 11]],
      ['dt_open', [0, 1]],
      ['dd_open', [1, 3]],
      ['dd_open', [3, 4]],
      ['dt_open', [5, 6]],
      ['dd_open', [8, 11]],
    ]);
    expect(tokens.filter(({ type }) => type === 'inline').map(({ content }) => content)).toEqual([
      'A?',
      'b\nc',
      'd',
      'E?',
      'f',
      'g',
      'h',
    ]);
  });

  it('need no blank line between a definition and the next term', () => {
    expect(types('a\n: b\nc\n: d').filter((type) => type === 'dt_open')).toHaveLength(2);
  });

  it.each(['a\n:b', 'a\nb\n: c', '# a\n: b', ': b', 'a\n\n\n: b', 'a\n    : b'])('are none: %j', (text) => {
    expect(types(text)).not.toContain('dl_open');
  });
});

describe('footnotes', () => {
  const text =
    'a[^1] b[^Long] c[^1] d^[in *line*] e[^no]\n\n[^1]: One\n\n    more\n[^long]: Two[^1]\nlazy\n\nf';

  it('stand below the text, in the order of their first references', () => {
    const tokens = markdown.parse(text, {});
    const notes = tokens.filter(({ type }) => type === 'footnote_open').map(({ meta }) => meta);
    expect(notes).toEqual([
      { number: 1, references: 3 },
      { number: 2, references: 1 },
      { number: 3, references: 1 },
    ]);
    expect(shown(text)).toBe('a b c d e[^no]\nf\nOne\nmore\nTwo lazy\nin line');
  });

  it('are no blocks of a document', () => {
    expect(types(text)).toEqual([
      'paragraph_open',
      'inline',
      'paragraph_close',
      'paragraph_open',
      'inline',
      'paragraph_close',
    ]);
  });

  it('may refer to themselves and to each other', () => {
    expect(shown('a[^x]\n\n[^x]: X[^x][^y]\n[^y]: Y[^x]')).toBe('a\nX\nY');
  });

  it.each(['[^a]', '`a[^b]`\n\n[^b]: c', 'x^[', 'x^[]', 'x^[a'])('are none: %j', (source) => {
    expect(inlineOf(source).filter(({ type }) => type === 'footnote_ref')).toEqual([]);
  });
});
