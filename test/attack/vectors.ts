/** Where in a document a stranger's text stands. */
export const PLACES = [
  'body',
  'title',
  'heading',
  'answer',
  'alt',
  'linkTitle',
  'symbol',
  'topic',
  'versions',
  'author',
  'info',
  'fileName',
] as const;
export type Place = (typeof PLACES)[number];

/** One attack: a text, and the place that it is made for. */
export interface Vector {
  /** Its family and number. */
  readonly id: string;
  readonly place: Place;
  readonly text: string;
}

/** What an attack tries to run. The page that vectors are shown on defines it and must never see it called. */
const RUN = 'fired()';

const PROTOCOLS = [
  ...[
    'javascript:fired()',
    'data:text/html,<script>fired()</script>',
    'vbscript:fired()',
    'file:///etc/passwd',
  ],
  ...[
    'command:workbench.action.quit',
    'command:archiveAnswers.open?%5B%22a%22%5D',
    'vscode://x.y/z',
    'blob:https://a/b',
  ],
  ...[
    'vscode-insiders://x.y/z',
    'vscode-file://vscode-app/etc',
    'vscode-resource:/etc/passwd',
    'filesystem:https://a/b',
  ],
  ...[
    'vscode-webview-resource://a/b',
    'vscode-remote://a/b',
    'about:blank#fired',
    'view-source:https://a',
    'ms-settings:x',
  ],
  'data:image/svg+xml,<svg onload=fired()>',
];

/** Ways to write an address so that a filter reads another scheme than a browser. */
const DISGUISES: readonly (readonly [string, (address: string) => string])[] = [
  ['plain', (address) => address],
  ['upper case', (address) => address.toUpperCase()],
  [
    'mixed case',
    (address) =>
      address.replace(/[a-z]/g, (letter, at: number) => (at % 2 === 0 ? letter.toUpperCase() : letter)),
  ],
  ['entity for the colon', (address) => address.replace(':', '&colon;')],
  ['number for the colon', (address) => address.replace(':', '&#x3a;')],
  ['number without its semicolon', (address) => address.replace(':', '&#58')],
  [
    'entities for letters',
    (address) => Array.from(address, (letter) => `&#${String(letter.codePointAt(0))};`).join(''),
  ],
  [
    'padded numbers',
    (address) => address.replace(/^./, (letter) => `&#0000${String(letter.codePointAt(0))};`),
  ],
  ['percent', (address) => address.replace(':', '%3A')],
  [
    'percent for a letter',
    (address) => address.replace(/^./, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  ],
  ['a tab entity inside', (address) => `${address.slice(0, 3)}&Tab;${address.slice(3)}`],
  ['a line feed entity inside', (address) => `${address.slice(0, 3)}&NewLine;${address.slice(3)}`],
  ['a control character before', (address) => `\u0001${address}`],
  ['a control entity before', (address) => `&#1;${address}`],
  ['a space before', (address) => `&#32;${address}`],
  ['an invisible character inside', (address) => `${address.slice(0, 3)}\u200b${address.slice(3)}`],
  ['a soft hyphen inside', (address) => `${address.slice(0, 3)}\u00ad${address.slice(3)}`],
  ['a wide colon', (address) => address.replace(':', '\uff1a')],
  ['an escaped colon', (address) => address.replace(':', '\\:')],
  ['another direction', (address) => `\u202e${address}`],
  ['a scheme before it', (address) => `https:${address}`],
  ['a path before it', (address) => `./${address}`],
];

/** The forms of a link or image in Markdown and its dialects. */
const LINK_FORMS: readonly ((target: string) => string)[] = [
  (target) => `[link](${target})`,
  (target) => `[link](<${target}> "title")`,
  (target) => `![image](${target})`,
  (target) => `[link][attack]\n\n[attack]: ${target}`,
  (target) => `[attack]\n\n[attack]: <${target}> 'title'`,
  (target) => `![image][attack]\n\n[attack]: ${target}`,
  (target) => `<${target}>`,
  (target) => `<a href="${target}">link</a>`,
  (target) => `<img src="${target}" alt="image">`,
  (target) => `[[${target}|link]]`,
  (target) => `![[${target}]]`,
  (target) => `[![image](${target})](${target})`,
  (target) => `[a](https://example.org "b") [link](${target}){: .attack target="_blank" }`,
  (target) => `{{< figure src="${target}" link="${target}" title="a" >}}`,
  (target) => `{{< ref "${target}" >}}`,
  (target) => `text[^attack]\n\n[^attack]: [link](${target})`,
  (target) => `<details><summary><a href='${target}'>link</a></summary>text</details>`,
  (target) => `<a href=${target}>link</a>`,
  (target) => `- [ ] [link](${target})`,
  (target) => `| [link](${target}) |\n|---|\n| ![image](${target}) |`,
];

const EVENTS = [
  'onerror',
  'onload',
  'onclick',
  'onmouseover',
  'onfocus',
  'ontoggle',
  'onpointerrawupdate',
  'onanimationstart',
  'onbegin',
  'ONERROR',
  'on\u0000error',
  'onerror\t',
  'onerror/',
];

/** Elements whose attributes are on some allow-list, so that one more may slip through. */
const OPENINGS = [
  '<img src=x ',
  '<details open ',
  '<br ',
  '<a href="https://example.org" ',
  '<p ',
  '<table><td ',
  '<kbd ',
  '<summary ',
  '<mark ',
  '<sub ',
  '<div align="center" ',
  '<h2 ',
  '<input autofocus ',
];

const ELEMENTS = [
  ...[
    'script',
    'style',
    'iframe',
    'object',
    'embed',
    'form',
    'input',
    'button',
    'textarea',
    'select',
    'template',
    'link',
  ],
  ...[
    'meta',
    'base',
    'frameset',
    'applet',
    'marquee',
    'video',
    'audio',
    'source',
    'portal',
    'dialog',
    'slot',
    'noscript',
  ],
  ...['isindex', 'xmp', 'plaintext', 'listing', 'svg', 'math', 'canvas', 'picture', 'map', 'fencedframe'],
];

const BY_HAND: Readonly<Record<string, readonly [Place, readonly string[]]>> = {
  elements: [
    'body',
    ELEMENTS.map(
      (name) =>
        `<${name} src="https://attack.test/x" href="javascript:${RUN}" autofocus onfocus=${RUN}>x</${name}>`,
    ),
  ],
  attributes: [
    'body',
    [
      `<p style="background:url(https://attack.test/x)">x</p>`,
      `<p style="position:fixed;inset:0">x</p>`,
      `<p id="acquireVsCodeApi">x</p><a id="attack" name="acquireVsCodeApi" href="https://example.org">x</a>`,
      `<h2 id="entry-title">x</h2><p id="post-0">x</p>`,
      `<p class="attack close large-image is-long" data-act="copyLink" data-entry="a" data-search="b">x</p>`,
      `<a href="https://example.org" target="_top" ping="https://attack.test/x" download>x</a>`,
      `<img src="x.png" srcset="https://attack.test/x 2x" usemap="#attack" longdesc="javascript:${RUN}">`,
      `<td background="https://attack.test/x">x</td>`,
      `<p contenteditable accesskey="x" popover is="attack-x" part="a" slot="b">x</p>`,
      `<details open name="attack" data-vscode-context='{"post":1}'>x</details>`,
      `<p xml:base="javascript:${RUN}//" xmlns="http://www.w3.org/2000/svg">x</p>`,
      `<a href="#" data-entry="../../etc">x</a><button data-act="report" data-copy-post="0">x</button>`,
    ],
  ],
  svg: [
    'body',
    [
      `<svg onload=${RUN}>`,
      `<svg><script>${RUN}</script></svg>`,
      `<svg><script href="data:text/javascript,${RUN}" /></svg>`,
      `<svg><animate onbegin=${RUN} attributeName=x dur=1s></svg>`,
      `<svg><a xlink:href="javascript:${RUN}"><text y="9">x</text></a></svg>`,
      `<svg><set attributeName="href" to="javascript:${RUN}"/></svg>`,
      `<svg><foreignObject><iframe src="javascript:${RUN}"></iframe></foreignObject></svg>`,
      `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${RUN}</script></svg>#x"/></svg>`,
      `<svg><style><img src=x onerror=${RUN}></style></svg>`,
      `<svg><title><img src=x onerror=${RUN}></title></svg>`,
      `<svg><desc><p><style><!--</style><img src=x onerror=${RUN}>--></svg>`,
      `<svg><image href="https://attack.test/x"/></svg>`,
    ],
  ],
  mathml: [
    'body',
    [
      `<math><mtext><img src=x onerror=${RUN}></mtext></math>`,
      `<math href="javascript:${RUN}">x</math>`,
      `<math><maction actiontype="statusline#https://attack.test" xlink:href="javascript:${RUN}">x</maction></math>`,
      `<math><annotation-xml encoding="text/html"><script>${RUN}</script></annotation-xml></math>`,
      `<math><mi xlink:href="data:x,<script>${RUN}</script>">x</mi></math>`,
      `$\\href{javascript:${RUN}}{x}$ $$\\htmlData{x=1}{y}$$ \\(\\url{javascript:${RUN}}\\)`,
    ],
  ],
  mutations: [
    'body',
    [
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
      `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
      `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`,
      `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
      `<template><s><template><s><img src=x onerror=${RUN}>`,
      `<table><tr><td><select><option><script>${RUN}</script>`,
      `<!--><img src=x onerror=${RUN}>-->`,
      `<!--- --!><img src=x onerror=${RUN}>`,
      `<![CDATA[<img src=x onerror=${RUN}>]]>`,
      `<?x ><img src=x onerror=${RUN}>?>`,
      `<!x "><img src=x onerror=${RUN}>`,
      `<img alt="\`<img src=x onerror=${RUN}>\`" src=x>`,
      `<b <script>${RUN}</script>0`,
      `<<script>${RUN}//<</script>`,
      `<img """><script>${RUN}</script>">`,
      `<details><summary></details><img src=x onerror=${RUN}></summary>`,
      `</article></main><script>${RUN}</script>`,
      `</code></pre><img src=x onerror=${RUN}>`,
      `<a href="https://example.org"><a href="javascript:${RUN}">x</a></a>`,
      `<p title="&quot; onmouseover=${RUN} x=&quot;">x</p>`,
      `<scr<script>ipt>${RUN}</scr</script>ipt>`,
      `<img src=x onerror\n=\n${RUN}>`,
      `<img/src=x/onerror=${RUN}>`,
      `<img src="x\`y"onerror=${RUN}>`,
    ],
  ],
  entities: [
    'body',
    [
      `&lt;img src=x onerror=${RUN}&gt;`,
      `&#60;script&#62;${RUN}&#60;/script&#62;`,
      `&amp;lt;script&amp;gt;${RUN}`,
      `\\&lt;script>${RUN}`,
      `&lt;script>${RUN}&lt;/script>`,
      `&#x3C;svg onload=${RUN}&#x3E;`,
      `&LT;img src=x onerror=${RUN}&GT;`,
      `&ltimg src=x onerror=${RUN}&gt`,
      `&#0;&#xD800;&#x110000;&#38;lt;`,
    ],
  ],
  unicode: [
    'title',
    [
      '\u202e]txt.sj[\u202c(javascript:fired())',
      '\u2066<img src=x onerror=fired()>\u2069',
      '\ufeff<script>fired()</script>',
      '\u0000<scr\u0000ipt>fired()</script>',
      '\ud800<img src=x onerror=fired()>\udc00',
      '\uff1cscript\uff1efired()\uff1c/script\uff1e',
      '\u02b9\u02ba onclick=fired() \u2028<b>\u2029',
      'ｊavascript:fired()',
      '[x](https://еxample.org) раypal.com',
      '<\u200bscript>fired()</script>',
      '\u001b]8;;command:x\u0007link\u001b]8;;\u0007',
      '\u001b[2J\u009b31m\u0090q\u009c',
      'a\r\nb\u0085c\u000bd\u000ce',
      `${'\u0301'.repeat(50)}<b>`,
      '\u00c0\u00bcscript\u00c0\u00be',
    ],
  ],
  css: [
    'body',
    [
      '<style>*{display:none}</style>',
      '<style>@import url(https://attack.test/x);</style>',
      '<link rel=stylesheet href=https://attack.test/x>',
      '<b class="codicon codicon-close hljs entry-header sign attack">x</b>',
      '# x {.attack #acquireVsCodeApi style="position:fixed"}',
      'text\n{: .attack #acquireVsCodeApi onclick="fired()"}',
      '[x]{.attack style="color:red" onclick="fired()"}',
      '::: {.attack #acquireVsCodeApi onclick="fired()"}\nx\n:::',
      '```python {.attack #acquireVsCodeApi onclick="fired()"}\nx\n```',
      '# constructor {#__proto__}\n\n# x {#attack-body}',
    ],
  ],
  dialects: [
    'body',
    [
      '!!! note "<img src=x onerror=fired()>"\n    x',
      '??? danger "[x](javascript:fired())"\n    x',
      '!!! "><img src=x onerror=fired()>\n    x',
      '=== "<script>fired()</script>"\n    x',
      ':::tip <img src=x onerror=fired()>\nx\n:::',
      ':::note[<img src=x onerror=fired()>]{onclick="fired()"}\nx\n:::',
      '::: details <svg onload=fired()>\nx\n:::',
      '> [!NOTE] <img src=x onerror=fired()>\n> x',
      '> [!danger]- [x](command:workbench.action.quit)\n> x',
      '/// admonition | <img src=x onerror=fired()>\nx\n///',
      '```{note} <img src=x onerror=fired()>\nx\n```',
      '```{raw} html\n<script>fired()</script>\n```',
      '```{eval-rst}\n.. raw:: html\n\n   <script>fired()</script>\n```',
      '{{< rawhtml >}}<script>fired()</script>{{< /rawhtml >}}',
      '{{< youtube "javascript:fired()" >}}',
      '{{% notice title="<img src=x onerror=fired()>" %}}x{{% /notice %}}',
      '{% include "x" %}{{ constructor.constructor("fired()")() }}',
      '<p v-html="\'<img src=x onerror=fired()>\'">{{ $root.constructor("fired()")() }}</p>',
      '<Tabs><TabItem value="x" label="<img src=x onerror=fired()>">x</TabItem></Tabs>',
      'import X from "javascript:fired()"\n\n<X onClick={fired()} dangerouslySetInnerHTML={{__html: "<script>fired()</script>"}}/>',
      'export default fired();\n\n{fired()}',
      'term <img src=x onerror=fired()>\n: definition [x](javascript:fired())',
      '*[HTML]: <img src=x onerror=fired()>\n\nHTML',
      'x[^"><img src=x onerror=fired()>]\n\n[^"><img src=x onerror=fired()>]: y',
      '[[javascript:fired()|<img src=x onerror=fired()>]]',
      '[[a#"><img src=x onerror=fired()>]]',
      '![[x.png|"><img src=x onerror=fired()>]]',
      ':"><img src=x onerror=fired()>: :constructor: :__proto__:',
      '==<img src=x onerror=fired()>== ++<script>++ ~~<svg onload=fired()>~~',
      '{{<ref "javascript:fired()">}} {{% relref "command:x" %}}',
      '{ref}`x <javascript:fired()>` {raw-html}`<script>fired()</script>` {doc}`<img src=x onerror=fired()>`',
      '[TOC]\n\n[[_TOC_]]\n\n<!-- toc -->\n# <img src=x onerror=fired()>',
      '<!-- id: "><img src=x onerror=fired()> -->\n\n# x',
      '%% <script>fired()</script> %%\n\n^attack',
      '$(error) $(sync~spin) $(trash)',
      '```mermaid\nclick A "javascript:fired()"\nA["<img src=x onerror=fired()>"]\n```',
      '|a|\n|:-:|\n|<img src=x onerror=fired()>|\n|`<script>|`|',
    ],
  ],
  info: [
    'info',
    [
      '"><img src=x onerror=fired()>',
      'python" onmouseover="fired()',
      'js onclick=fired() style=x',
      '{.attack #acquireVsCodeApi}',
      '__proto__',
      'constructor',
      'toString',
      '&quot;&gt;&lt;script&gt;fired()',
      'html title="</figcaption><script>fired()</script>"',
      '{note} <script>fired()</script>',
      'python\u0000\u202e',
      '<script>fired()</script>',
    ],
  ],
  titles: [
    'title',
    [
      '<img src=x onerror=fired()>',
      '</h1><script>fired()</script>',
      '[x](command:workbench.action.quit)',
      '\\[x\\](command:workbench.action.quit)',
      '![x](https://attack.test/x)',
      '[x][y]\n\n[y]: command:x',
      '](command:workbench.action.quit) [',
      '\\](command:workbench.action.quit)\\[',
      '`[x](command:x)` ``[y](command:y)`',
      'a``[x](command:workbench.action.quit)`b',
      '<https://attack.test> <command:x>',
      'https://attack.test/?a=1 www.attack.test a@attack.test',
      '$(error) \\$(trash) \\\\$(sync~spin)',
      '$(pwd) `$(id)` $((1+1))',
      '*/ fired() /*',
      '--> <script>fired()</script> <!--',
      '""" + fired() + """',
      "''' + fired() + '''",
      '#} {{ fired() }} {#',
      '%> <% fired() %>',
      '--}} {{ fired() }} {{!--',
      '*) fired() (*',
      '|# (fired) #|',
      ']] fired() --[[',
      '?> <?php fired() ?>',
      '\\u002a\\u002f fired() \\u000a fired()',
      '${fired()} #{fired()} {fired()}',
      'a\\',
      '-} fired() {-',
      '=# fired() #=',
      '#> fired <#',
      ']=] fired()',
      '+/ fired()',
      '~~~\n```\nfired()',
      '&#91;x](command:x) &lbrack;x&rbrack;&lpar;command:x&rpar;',
      '[x](<command:workbench.action.quit> "y")',
      '[[x]](command:x) [x [y](command:y)](command:z)',
      '<!-- x --><script>fired()</script>',
      '{.attack} {#acquireVsCodeApi} {{x}}',
    ],
  ],
  facts: [
    'symbol',
    [
      'sqlalchemy.orm.<img src=x onerror=fired()>',
      'a.b" data-search="c',
      'a.b](command:x)',
      '__proto__',
      'constructor.prototype',
      'a.$(error)',
      "a.b'onclick='fired()",
      'a.b\u202e\u0000',
    ],
  ],
  versions: [
    'versions',
    [
      '<img src=x onerror=fired()> 1.0',
      'a" onclick="fired() 1',
      'sqlalchemy <script>',
      '[x](command:y) 2.0',
      '__proto__ 1.0',
      '$(error) 1.0',
    ],
  ],
  topics: [
    'topic',
    [
      '<script>fired()</script>',
      '"><img src=x onerror=fired()>',
      'topic:"x" -status:y',
      '$(trash)',
      '[x](command:y)',
      '__proto__',
    ],
  ],
  authors: [
    'author',
    [
      '<img src=x onerror=fired()>',
      '[x](command:y)',
      '"><svg onload=fired()>',
      '$(error)',
      '\u202enimda',
      '@**x**',
    ],
  ],
  answers: [
    'answer',
    [
      '`<img src=x onerror=fired()>`',
      '<img src=x onerror=fired()>',
      '`[x](command:y)` [x](command:y)',
      'a `$(error)` $(error) `',
      '``x`` [x](command:y) ```',
      '\\`[x](command:workbench.action.quit)\\`',
      '[`x`](command:workbench.action.quit)',
      '*a* **b** <b>c</b> &lt;d&gt;',
    ],
  ],
  alts: [
    'alt',
    [
      '"><img src=x onerror=fired()>',
      '" onload="fired()',
      ']( javascript:fired() ) [',
      '<script>fired()</script>',
      "' onerror='fired()",
      '](x.png)![y](command:z)',
    ],
  ],
  linkTitles: [
    'linkTitle',
    [
      '" onmouseover="fired()',
      "'><img src=x onerror=fired()>",
      '<script>fired()</script>',
      '&quot; onclick=&quot;fired()',
      ')](command:x)',
    ],
  ],
  fileNames: [
    'fileName',
    [
      '<img src=x onerror=fired()>',
      'a" onclick="fired()',
      '[x](command:y)',
      '$(error)',
      '..\\..\\etc',
      '%2e%2e%2fetc',
      'a#b?c',
      '__proto__',
      'javascript:fired()',
      'x\u202emd',
    ],
  ],
};

/** All attacks, in the same order each time. */
export const VECTORS: readonly Vector[] = [...linkVectors(), ...eventVectors(), ...byHandVectors()];

/** Every address in every disguise, each in the next of the forms of a link; then the first address in every form. */
function* linkVectors(): Generator<Vector> {
  let number = 0;
  for (const address of PROTOCOLS) {
    for (const [, disguise] of DISGUISES) {
      const form = LINK_FORMS[number % LINK_FORMS.length]!;
      number += 1;
      yield { id: `links-${String(number)}`, place: 'body', text: form(disguise(address)) };
    }
  }
  for (const form of LINK_FORMS) {
    number += 1;
    yield { id: `links-${String(number)}`, place: 'body', text: form(PROTOCOLS[0]!) };
  }
}

function* eventVectors(): Generator<Vector> {
  let number = 0;
  for (const opening of OPENINGS) {
    for (const event of EVENTS) {
      number += 1;
      yield { id: `events-${String(number)}`, place: 'body', text: `${opening}${event}=${RUN}>x` };
    }
  }
}

function* byHandVectors(): Generator<Vector> {
  for (const [family, [place, texts]] of Object.entries(BY_HAND)) {
    for (const [at, text] of texts.entries()) yield { id: `${family}-${String(at + 1)}`, place, text };
  }
}
