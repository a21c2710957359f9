import { describe, expect, it } from 'vitest';
import { boxOf, type Box } from '../../../src/core/markdown/boxes';
import { blockTokens, createMarkdown, type Token } from '../../../src/core/markdown/markdown';

const markdown = createMarkdown();

function tokensOf(text: string): readonly Token[] {
  return blockTokens(markdown, text, {});
}

function boxesOf(text: string): readonly Box[] {
  return tokensOf(text)
    .filter(({ type }) => type === 'box_open')
    .map(boxOf);
}

/** The boxes of a text as `kind(title): content lines`, nested ones indented by their depth. */
function outline(text: string): readonly string[] {
  let depth = 0;
  const lines: string[] = [];
  for (const token of tokensOf(text)) {
    if (token.type === 'box_close') depth -= 1;
    if (token.type !== 'box_open') continue;
    const { kind, title, isFoldable, isOpen, contentLine, contentEnd } = boxOf(token);
    const fold = isFoldable ? (isOpen ? '+' : '-') : '';
    lines.push(`${' '.repeat(depth)}${kind}${fold}(${title}) ${String(contentLine)}-${String(contentEnd)}`);
    depth += 1;
  }
  return lines;
}

describe('the dialects of boxes', () => {
  it.each([
    ['MkDocs', '!!! note "A **b**"\n\n    text\n', ['note(A **b**) 1-3']],
    ['MkDocs, several classes', '!!! danger inline end "T"\n    text', ['danger(T) 1-2']],
    ['MkDocs, folded', '??? question "Q"\n\n    a\n', ['question-(Q) 1-3']],
    ['MkDocs, unfolded', '???+ example\n    a\n', ['example+() 1-2']],
    ['MkDocs, folded without a type', '??? "Q"\n    a\n', ['details-(Q) 1-2']],
    ['MkDocs, nested', '!!! tip\n    a\n\n    !!! bug "B"\n        b\n', ['tip() 1-5', ' danger(B) 4-5']],
    ['MkDocs, a tab', '=== "Linux"\n\n    a\n\n=== "macOS"\n\n    b', ['tab(Linux) 1-3', 'tab(macOS) 5-7']],
    ['VitePress', '::: warning 주의\ntext\n:::', ['warning(주의) 1-2']],
    ['VitePress, folded', '::: details Why?\ntext\n:::', ['details-(Why?) 1-2']],
    ['VitePress, unfolded', '::: details Why? {open}\ntext\n:::', ['details+(Why?) 1-2']],
    ['Docusaurus', ':::tip[T `x`]\n\ntext\n\n:::', ['tip(T `x`) 1-4']],
    ['Docusaurus, nested', '::::info\n:::tip\na\n:::\n::::', ['info() 1-4', ' tip() 2-3']],
    ['nested with the same marker', ':::info\n:::tip\na\n:::\nb\n:::', ['info() 1-5', ' tip() 2-3']],
    ['Ant Design', ':::success{title=解决} 看这里\n:::', ['success(解决) 1-1']],
    ['a container that closes behind its text', ':::tip[T]\na\n\nb :::\n\nc', ['tip(T) 1-4']],
    ['a container on one line', '::: warning Hot! :::\n\na', ['warning(Hot!) 1-1']],
    ['Quarto', '::: {.callout-tip collapse="true" title="T"}\na\n:::', ['tip-(T) 1-2']],
    ['Carpentries', '::::: callout\na\n:::::', ['note() 1-2']],
    ['MyST', '```{warning} T\n:class: wide\ntext\n```', ['warning(T) 2-3']],
    ['MyST, folded', '````{admonition} T\n:class: tip dropdown\n```js\n```\n````', ['tip-(T) 2-4']],
    ['MyST, colons', ':::{note} T\n:name: x\ntext\n:::', ['note(T) 2-3']],
    ['FastAPI', '/// tip | T\n\ntext\n\n///', ['tip(T) 1-4']],
    [
      'FastAPI, nested',
      '//// note\n/// details | D\n    open: true\na\n///\n////',
      ['note() 1-5', ' details-(D) 3-4'],
    ],
    ['Hugo', '{{% notice warning "T" %}}\ntext\n{{% /notice %}}', ['warning(T) 1-2']],
    ['Hugo, a hint', '{{< hint info >}}\ntext\n{{< /hint >}}', ['info() 1-2']],
    ['Hugo, folded', '{{< details "T x" >}}\ntext\n{{< /details >}}', ['details-(T x) 1-2']],
    ['Docsy', '{{% alert title="T" color="warning" %}}\ntext\n{{% /alert %}}', ['warning(T) 1-2']],
    ['Hugo, on the lines of its text', '{{% note %}}text\nmore {{% /note %}}', ['note() 1-2']],
    ['GitBook', '{% hint style="danger" %}\ntext\n{% endhint %}', ['danger() 1-2']],
    ['Markdoc', '{% callout type="check" title="T" %}\ntext\n{% /callout %}', ['success(T) 1-2']],
    ['Obsidian', '> [!faq]- Can I?\n> Yes', ['question-(Can I?) 1-2']],
    ['Obsidian, nested', '> [!todo]+\n> a\n>\n> > [!NOTE] T\n> > b', ['info+() 1-5', ' note(T) 4-5']],
    ['Obsidian, of its own type', '> [!my-type|wide] T\n> a', ['note(T) 1-2']],
    ['GitHub in a list', '- a\n\n  > [!CAUTION]\n  > b', ['warning() 3-4']],
  ])('reads %s', (_name, text, boxes) => {
    expect(outline(text)).toEqual(boxes);
  });

  it.each(['> [!NOTE]\n> text', '> [!TIP] text'])('keeps as a quote a note of the archivist: %s', (text) => {
    const [quote, , inline] = tokensOf(text);
    expect([quote?.type, inline?.content]).toEqual(['blockquote_open', text.replaceAll('> ', '')]);
  });

  it.each([
    '!!! what a day',
    '!!! [0116] call tree:\n!!! [0117] next',
    '**Note:** text',
    ':: tip',
    '/// <summary>Text</summary>',
    '/// Opens the door.',
    '/// word',
    '> [x] done',
    '{{ page.title }}',
    '    !!! note "code"',
    '```\n::: tip\n:::\n```',
    '```{python} x\n1\n```',
    '`{{% note %}}`',
  ])('takes for no box: %s', (text) => {
    expect(boxesOf(text)).toEqual([]);
  });

  it('drops the marks of containers that only lay out, and of other shortcodes', () => {
    const text = '::: code-group\na\n:::\n{{< tabs >}}\nb\n{{< /tabs >}}\n{% include c.html %}';
    const types = tokensOf(text).map(({ type }) => type);
    expect(types.filter((type) => type !== 'inline')).toEqual([
      'paragraph_open',
      'paragraph_close',
      'paragraph_open',
      'paragraph_close',
    ]);
  });

  it('reads the content of shortcodes for code as code', () => {
    const [fence] = tokensOf('{% highlight ruby %}\n# no heading\n{% endhighlight %}');
    expect([fence?.type, fence?.info, fence?.content]).toEqual(['fence', 'ruby', '# no heading\n']);
  });
});

describe('the tokens of a box', () => {
  it('are box, title and content with their lines', () => {
    const tokens = tokensOf('a\n\n??? tip "T"\n\n    b\n\n    - c\n\nd');
    expect(tokens.map(({ type, map, level }) => [type, map, level])).toEqual([
      ['paragraph_open', [0, 1], 0],
      ['inline', [0, 1], 1],
      ['paragraph_close', null, 0],
      ['box_open', [2, 7], 0],
      ['box_title_open', [2, 3], 1],
      ['inline', [2, 3], 2],
      ['box_title_close', [2, 3], 1],
      ['paragraph_open', [4, 5], 1],
      ['inline', [4, 5], 2],
      ['paragraph_close', null, 1],
      ['bullet_list_open', [6, 7], 1],
      ['list_item_open', [6, 7], 2],
      ['paragraph_open', [6, 7], 3],
      ['inline', [6, 7], 4],
      ['paragraph_close', null, 3],
      ['list_item_close', null, 2],
      ['bullet_list_close', null, 1],
      ['box_close', [7, 7], 0],
      ['paragraph_open', [8, 9], 0],
      ['inline', [8, 9], 1],
      ['paragraph_close', null, 0],
    ]);
    expect(boxesOf('- x\n\n  !!! tip\n      a')[0]).toMatchObject({ form: 'indented', indent: 6 });
  });

  it('of a callout have its title and the lines below it', () => {
    const tokens = tokensOf('> [!tip] T\n> a\n> b');
    expect(tokens.map(({ type, content, map }) => [type, content, map])).toEqual([
      ['box_open', '', [0, 3]],
      ['box_title_open', '', [0, 1]],
      ['inline', 'T', [0, 1]],
      ['box_title_close', '', [0, 1]],
      ['paragraph_open', '', [1, 3]],
      ['inline', 'a\nb', [1, 3]],
      ['paragraph_close', '', null],
      ['box_close', '', [3, 3]],
    ]);
  });
});

describe('a box that nothing closes', () => {
  it.each([
    ['ends at the next heading', ':::note\na\n\n# H\n\nb', ['note() 1-3']],
    ['ends at the next box', '/// tip\na\n\n/// note\nb\n\n///', ['tip() 1-3', 'note() 4-6']],
    ['ends with its container', '- :::note\n  a\n\nb', ['note() 1-3']],
    [
      'ends inside the box that is closed around it',
      '::::tip\n:::note\na\n::::',
      ['tip() 1-3', ' note() 2-3'],
    ],
    ['is empty as a shortcode with a title', '{{% note "T" %}}\n\na', ['note(T) 1-1']],
    ['is hidden as a shortcode without a title', '{{% note %}}\n\na', []],
  ])('%s', (_name, text, boxes) => {
    expect(outline(text)).toEqual(boxes);
  });

  it('leaves a closing line that closes nothing out', () => {
    expect(tokensOf(':::\n\n{{% /note %}}\n')).toEqual([]);
  });
});
