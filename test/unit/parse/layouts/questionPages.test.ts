import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/core/parse/parseDocument';
import { recurringTitles } from '../../../../src/core/parse/templates';
import { expectAllLines } from '../expectAllLines';

const entries = (text: string, path = 'page.md') => parseDocument(path, text).entries;
const titles = (text: string) => entries(text).map(({ title }) => title);
const bodies = (text: string) =>
  entries(text).map(({ posts }) => posts.map(({ markdown }) => markdown).join('|'));

describe('questions in other blocks than headings', () => {
  it('begin list items', () => {
    const text =
      '# Studio\n\n1. **May I bring a dog?**\n   Yes.\n   - on a lead\n2. **Is there a shower?**\n   Two.\n';
    expect(titles(text)).toEqual(['May I bring a dog?', 'Is there a shower?']);
    expect(bodies(text)).toEqual(['Yes.\n- on a lead', 'Two.']);
    expectAllLines(text, parseDocument('page.md', text));
  });

  it('begin list items without a mark where most items ask and are answered', () => {
    const text = '## Studio\n\n- May I bring a dog? Yes, on a lead.\n- Is there a shower?\n\n  Two.\n';
    expect(titles(text)).toEqual(['May I bring a dog?', 'Is there a shower?']);
    expect(bodies(text)).toEqual(['Yes, on a lead.', 'Two.']);
  });

  it('are no entries in a list that only asks', () => {
    expect(titles('# Interview\n\n- What is a lock?\n- What is a mutex?\n')).toEqual(['Interview']);
  });

  it('are terms of a definition list', () => {
    const text =
      'May I bring a dog?\n: Yes, on a lead.\n\n    Cats stay at home.\n\nIs there a shower?\n:   Two.\n';
    expect(titles(text)).toEqual(['May I bring a dog?', 'Is there a shower?']);
    expect(bodies(text)[1]).toBe('Two.');
    expect(bodies(text)[0]).toContain('Cats stay at home.');
    expectAllLines(text, parseDocument('page.md', text));
  });

  it('are boxes', () => {
    const obsidian =
      '# Studio\n\n> [!faq]- May I bring a dog?\n> Yes.\n\n> [!question] Is there a shower?\n> Two.\n';
    const mkdocs =
      '# Studio\n\n??? question "May I bring a dog?"\n\n    Yes.\n\n??? question "Is there a shower?"\n\n    Two.\n';
    const docusaurus =
      '# Studio\n\n:::question[May I bring a dog?]\nYes.\n:::\n\n:::question[Is there a shower?]\nTwo.\n:::\n';
    for (const text of [obsidian, mkdocs, docusaurus]) {
      expect(titles(text)).toEqual(['May I bring a dog?', 'Is there a shower?']);
      expect(bodies(text)).toEqual(['Yes.', 'Two.']);
      expectAllLines(text, parseDocument('page.md', text));
    }
  });

  it('are quotes that plain text answers', () => {
    const text =
      '# To the makers\n\n> When is the next one due?\n\nIn spring.\n\n> May I help?\n\nGladly.\n\n> And I?\n\nYou too.\n';
    expect(titles(text)).toEqual(['When is the next one due?', 'May I help?', 'And I?']);
  });

  it('are HTML headings where these ask', () => {
    const text =
      '## FAQ\n\n* [Dogs](#dog)\n* [Shower](#shower)\n\n<h3 name="dog">\nMay I bring a dog?\n</h3>\n\nYes.\n\n<h3 name="shower">Is there a shower?</h3>\n\nTwo.\n';
    expect(titles(text)).toEqual(['May I bring a dog?', 'Is there a shower?']);
    expect(entries(text)[0]?.source.anchors).toContain('dog');
  });

  it('are numbered lines that count up, but not the steps of one answer', () => {
    const numbered = (count: number) =>
      Array.from(
        { length: count },
        (_, at) => `**${String(at + 1)}) Task ${String(at)}.** Do it.\n\nSo.\n`,
      ).join('\n');
    expect(titles(`# Tasks\n\n${numbered(6)}`)).toHaveLength(6);
    expect(titles(`# Setup\n\n${numbered(3)}`)).toEqual(['Setup']);
  });
});

describe('a heading in a list item', () => {
  it('belongs to the one that the item begins with', () => {
    const text =
      '# Interview\n\n1. ### State or props?\n\n   Both.\n\n   ### State\n\n   Inside.\n\n2. ### A fragment?\n\n   A group.\n';
    expect(titles(text)).toEqual(['State or props?', 'A fragment?']);
  });
});

describe('a table of contents', () => {
  const answers = '## How do I reset it?\n\nHold the button.\n\n## Which cable?\n\nAny cable.\n';

  it.each([
    [
      'a table',
      '## Contents\n\n| No. | Question |\n| --- | --- |\n| 1 | [How do I reset it?](#how-do-i-reset-it) |\n| 2 | [Which cable?](#which-cable) |\n',
    ],
    [
      'a list with full addresses',
      '- [How do I reset it?](https://example.org/faq.md#how-do-i-reset-it)\n- [Which cable?](https://example.org/faq.md#which-cable)\n',
    ],
    [
      'a list of HTML links',
      '<ul><li><a href="#how-do-i-reset-it">How do I reset it?</a></li>\n<li><a href="#which-cable">Which cable?</a></li></ul>\n',
    ],
    [
      'links with remarks',
      '## 목차\n\n1. [How do I reset it?](#how-do-i-reset-it) (new)\n2. [Which cable?](#which-cable) - short\n',
    ],
  ])('is preamble: %s', (_, contents) => {
    const found = titles(`# Router\n\n${contents}\n${answers}`);
    expect(found).toEqual(['How do I reset it?', 'Which cable?']);
  });

  it('is told from a list of links that is an answer', () => {
    const text =
      '## Which pages help?\n\n- [Manual](https://example.org/manual#reset)\n- [Wiki](https://example.org/wiki)\n\n## And what else?\n\nNothing.\n';
    expect(entries(text)[0]?.status).toBe('link');
  });

  it('leaves no entry of a heading with nothing but a link back', () => {
    const text =
      '# Router\n\n## Basics\n\n[Back to top](#router)\n\n### How do I reset it?\n\nSo.\n\n### Which cable?\n\nAny.\n';
    expect(titles(text)).toEqual(['How do I reset it?', 'Which cable?']);
  });
});

describe('a page with a title in the front matter', () => {
  const section = (title: string) => `## ${title}\n\nGive it more memory. Four gigabytes are enough.\n\n`;

  it('is cut as one with the title as a heading', () => {
    const sections = ['The build stops', 'Tests hang', 'No changes seen'].map(section).join('');
    expect(titles(`---\ntitle: Troubleshooting\n---\n\n${sections}`)).toEqual(
      titles(`# Troubleshooting\n\n${sections}`),
    );
  });

  it('has its introduction as an entry', () => {
    const text = `---\ntitle: Troubleshooting\n---\n\nMuch can go wrong. Look here first.\n\n${section('One')}${section('Two')}${section('Three')}`;
    expect(titles(text)).toEqual(['Troubleshooting', 'One', 'Two', 'Three']);
  });

  it('is one entry where the title asks, or where it is short and has two sections', () => {
    expect(
      titles(
        `---\ntitle: Why does the build stop?\n---\n${section('Memory')}${section('Disk')}${section('Time')}`,
      ),
    ).toHaveLength(1);
    expect(titles(`---\ntitle: The build\n---\n${section('Memory')}${section('Disk')}`)).toHaveLength(1);
  });
});

describe('headings of a template', () => {
  const runbook = (name: string, extra = '') =>
    `---\ntitle: ${name}\n---\n\n## Meaning\n\nIt is down. Nothing works.\n\n## Impact\n\nNobody can log in. All wait.\n\n## Diagnosis\n\nLook at the log. Then at the disk.\n\n${extra}## Mitigation\n\nRestart it. Wait.\n`;
  const documents = new Map([
    ['disk.md', runbook('Disk full')],
    ['login.md', runbook('Login down', '### On Linux\n\nRun it. Read it.\n\n')],
    ['queue.md', runbook('Queue stuck')],
    [
      'guide.md',
      '# Guide\n\n## Setup\n\nRun it. Wait.\n\n## Meaning\n\nOf words. And of things.\n\n## Usage\n\nUse it. Now.\n',
    ],
  ]);
  const recurring = recurringTitles(documents);
  const parsed = (path: string) =>
    parseDocument(path, documents.get(path) ?? '', { recurring }).entries.map(({ title }) => title);

  it('are parts of one entry per document', () => {
    expect(parsed('disk.md')).toEqual(['Disk full']);
    expect(parsed('login.md')).toEqual(['Login down']);
  });

  it('are entries on a page that does not follow the template', () => {
    expect(parsed('guide.md')).toEqual(['Setup', 'Meaning', 'Usage']);
  });

  it('do not come from copies of one document', () => {
    const copies = new Map(
      ['1.0/faq.md', '1.1/faq.md', '2.0/faq.md'].map((path) => [path, '# FAQ\n\n## Is it free?\n']),
    );
    expect(recurringTitles(copies).size).toBe(0);
  });

  it('are known by their names where all headings beside them are such', () => {
    expect(
      titles(
        '# #41 - Two configs at once?\n\n#### Description\n\nOne for work. One for home.\n\n#### Discussion\n\nUse the flag. It works.\n',
      ),
    ).toEqual(['#41 - Two configs at once?']);
    expect(
      titles(
        '# Login fails\n\n## Symptoms\n\nA blank page. No error.\n\n## Cause\n\nThe cache. It is old.\n\n## Resolution\n\nClear it. Restart.\n',
      ),
    ).toEqual(['Login fails']);
  });
});

describe('anchors', () => {
  it('of headings, of lines above them and of subsections are those of the entry', () => {
    const text =
      '<a name="dogs"></a>\n\n## May I bring a dog? {#pets}\n\nYes.\n\n### Big dogs\n\nToo.\n\n## Is there a shower?\n\nTwo.\n';
    expect(entries(text)[0]?.source.anchors).toEqual(['pets', 'dogs', 'big-dogs']);
  });
});
