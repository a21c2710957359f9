import { FACT_VECTORS } from './factVectors';
import { HTML_VECTORS } from './htmlVectors';
import { TEXT_VECTORS } from './textVectors';
import { RUN, type Vector } from './vector';

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
  for (const [family, [place, texts]] of Object.entries({
    ...HTML_VECTORS,
    ...TEXT_VECTORS,
    ...FACT_VECTORS,
  })) {
    for (const [at, text] of texts.entries()) yield { id: `${family}-${String(at + 1)}`, place, text };
  }
}
