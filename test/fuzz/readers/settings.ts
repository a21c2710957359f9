import assert from 'node:assert/strict';
import { readManifest } from '../../../src/core/archive/manifest';
import { parseDocument } from '../../../src/core/parse/parseDocument';
import { parseQuery, placedFilters, toPlainQuery } from '../../../src/core/search/query';
import { readVersionFile } from '../../../src/core/versions/versionFiles';
import { readPageMessage, readPanelState, readTarget } from '../../../src/protocol';
import type { FuzzedReader } from './reader';

/** Front matter in all its forms: what cannot be read is a problem, and the text below it is kept. */
export const frontMatter: FuzzedReader = {
  isSlow: true,
  seeds: ['.md'],
  words: [
    ...[
      '---\n',
      '+++\n',
      ';;;\n',
      '...\n',
      ': ',
      '- ',
      '? ',
      '| ',
      '>-\n',
      '&a ',
      '*a ',
      '<<: *a',
      '!!binary ',
    ],
    ...['[', ']', '{', '}', '"', "'", '\\', '#', '\n', '\n  ', '\n    ', '\t', '[[a]]\n', 'a.b.c = ', ' = '],
    ...['title: ', 'status: ', 'symbols: ', 'see: ', 'language: ', 'date: ', 'id: ', 'answer: ', 'topics: '],
    ...[
      '2026-01-02',
      '1e400',
      '0x',
      'null',
      'true',
      '~',
      '.inf',
      '"""',
      "'''",
      '\u2028',
      '\uFEFF',
      '__proto__: ',
    ],
  ],
  read(text) {
    for (const [open, close] of [
      ['---\n', '\n---\n'],
      ['+++\n', '\n+++\n'],
      ['', '\n'],
    ] as const) {
      const { entries } = parseDocument('a.md', `${open}${text}${close}# 왜 그런가요?\n\n> 그래서요.\n`);
      assert.ok(entries.every(({ title }) => typeof title === 'string'));
    }
  },
};

/** An `archive.json`. */
export const manifests: FuzzedReader = {
  isSlow: false,
  seeds: ['.json'],
  words: [
    ...['{', '}', '[', ']', ':', ',', '"', '\\', '\\u', '//', '/*', '*/', '\n', 'null', 'true', '-1e9', '0'],
    ...[
      '"id"',
      '"title"',
      '"titles"',
      '"web"',
      '"corrections"',
      '"language"',
      '"authors"',
      '"__proto__"',
      '"ko"',
    ],
  ],
  read(text) {
    const { manifest, problems } = readManifest(text);
    assert.ok(typeof (manifest.title ?? '') === 'string' && Array.isArray(problems));
  },
};

const VERSION_FILES = [
  'uv.lock',
  'pixi.lock',
  'Pipfile.lock',
  'requirements.txt',
  'environment.yml',
  'Pipfile',
  'pyproject.toml',
  'setup.cfg',
  'setup.py',
];

/** Lock and requirements files: the first character chooses which. */
export const versionFiles: FuzzedReader = {
  isSlow: false,
  seeds: ['.lock', '.toml', '.cfg', '.in', 'requirements.txt'],
  words: [
    ...[
      '[[package]]\n',
      '[project]\n',
      '[options]\n',
      'name = "a"\n',
      'version = "1.0"\n',
      'dependencies = [',
    ],
    ...[
      '==1.0',
      '>=1,<2',
      '~=2.0.1',
      '; python_version < "3"',
      '[extra]',
      ' --hash=sha256:a',
      ' \\\n',
      '-r b.txt\n',
    ],
    ...[
      '-e git+https://a.test/b#egg=c',
      '#',
      ' # ',
      '\t#',
      '\n',
      '\n  ',
      '\r',
      '\u2028',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
    ],
    ...[
      '- name: a\n',
      'dependencies:\n',
      '  - pip:\n',
      'install_requires =',
      'setup(',
      ')',
      '@ https://',
      '*',
      '!=',
    ],
  ],
  async read(text) {
    const name = VERSION_FILES[(text.codePointAt(0) ?? 0) % VERSION_FILES.length] ?? 'uv.lock';
    const { versions } = await readVersionFile(name, text);
    assert.ok(versions.every(({ package: of }) => of !== ''));
  },
};

/** Queries as they are typed. */
export const queries: FuzzedReader = {
  isSlow: false,
  seeds: ['.jsonl'],
  words: [
    ...[
      '"',
      "'",
      ':',
      '-',
      ' ',
      'topic:',
      'symbol:',
      'in:',
      '상태:',
      'status:answered',
      'lazy="selectin"',
      '(',
      ')',
    ],
    ...['세션', 'tptus', 'ㅅㅅ', 'select', '\t', '\n', '\u00A0', '\u0301', '😀', '\uD800'],
  ],
  read(text) {
    parseQuery(text);
    for (const { start, end } of placedFilters(text))
      assert.ok(start >= 0 && end <= text.length && start < end);
    toPlainQuery(text);
  },
};

/** Messages of the page and stored states: what is not valid JSON is tried as a string. */
export const messages: FuzzedReader = {
  isSlow: false,
  seeds: ['.json'],
  words: [
    ...[
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      'null',
      '0',
      '-1',
      '1e309',
      '"type"',
      '"ready"',
      '"openEntry"',
      '"id"',
    ],
    ...[
      '"action"',
      '"request"',
      '"post"',
      '"words"',
      '"visits"',
      '"at"',
      '"__proto__"',
      '"constructor"',
      '"copyText"',
    ],
  ],
  read(text) {
    let value: unknown = text;
    try {
      value = JSON.parse(text);
    } catch {
      // Not JSON.
    }
    readPageMessage(value);
    readPanelState(value);
    readTarget(value);
  },
};
