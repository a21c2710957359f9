import { describe, expect, it } from 'vitest';
import { withoutModules } from '../../../src/core/parse/mdx';
import { parseDocument } from '../../../src/core/parse/parseDocument';

/** The lines that are left, of a text whose length must not change. */
const left = (path: string, text: string): readonly string[] => {
  const result = withoutModules(path, text);
  expect(result).toHaveLength(text.length);
  expect(result.split('\n')).toHaveLength(text.split('\n').length);
  return result
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean);
};

describe('modules of MDX', () => {
  it.each<[name: string, text: string, frontMatter?: number]>([
    ['an import', "import Tabs from '@theme/Tabs';\n\n# Title"],
    ['imports', "import { A } from 'a'\nimport B, { C } from 'b'\nimport './style.css'\n\n# Title"],
    ['an import of several lines', "import {\n  A,\n  B,\n} from 'a';\n\n# Title"],
    ['an export', "export const meta = {\n  title: 'x',\n};\n\n# Title"],
    ['a default export', 'export default ({ children }) => <main>{children}</main>\n\n# Title'],
    ['an export below an import', "import a from 'a'\n\nexport const b = a\n\n# Title"],
    ['an import right below front matter', "---\ntitle: x\n---\nimport a from 'a'\n\n# Title", 3],
    ['a comment', '{/* a comment */}\n\n# Title'],
    ['a comment of several lines', '{/* a\n\n## comment\n*/}\n\n# Title'],
  ])('are left out: %s', (_name, text, frontMatter = 0) => {
    expect(left('a.mdx', text).slice(frontMatter)).toEqual(['# Title']);
  });

  it.each([
    ['prose', 'You have to\nimport the module from the package.'],
    ['prose that begins so', 'Import the module first.'],
    ['code', "```js\n\nimport a from 'a'\n\nexport const b = 1\n```"],
    ['code in tildes', "~~~\n\n```\n\nimport a from 'a'\n~~~"],
    ['inline code', 'Write `{/* this */}`.'],
    ['a comment without an end', '{/* no end'],
    ['an indented line', "    import a from 'a'"],
  ])('are not %s', (_name, text) => {
    expect(left('a.mdx', text)).toEqual(text.split('\n').filter(Boolean));
  });

  it('are left out of Markdown where a site uses its components', () => {
    expect(left('a.md', "Text.\n\nimport TOC from '@theme/TOC';\nimport X from './x.js'\n\n## A")).toEqual([
      'Text.',
      '## A',
    ]);
    const code = "import React from 'react'\n\nimport os\n\nexport const a = 1\n\n{/* b */}";
    expect(left('a.md', code)).toEqual(code.split('\n').filter(Boolean));
  });

  it('are in no entry, whose lines stay', () => {
    const { entries } = parseDocument(
      'docs/faq.mdx',
      "import A from './a';\n\n# Help\n\n## Is it free?\n\nYes.\n\n## Is it open?\n\n{/* ask again */}\n\nYes.\n\n## And fast?\n\nNo.\n",
    );
    expect(entries.map(({ title, source }) => [title, source.startLine])).toEqual([
      ['Is it free?', 5],
      ['Is it open?', 9],
      ['And fast?', 15],
    ]);
    expect(entries[1]?.posts.map(({ markdown }) => markdown)).toEqual(['Yes.']);
  });

  it('are read in linear time', () => {
    for (const part of ['{/*', 'import a\n\n', '{/* */}', '```\n', "import a from '@theme/", '*/}']) {
      const text = part.repeat(30_000);
      expect(withoutModules('a.mdx', text)).toHaveLength(text.length);
      expect(withoutModules('a.md', text)).toHaveLength(text.length);
    }
  });
});
