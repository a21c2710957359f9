import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../../src/core/archive/documentLinks';
import { readArchive } from '../../../src/core/archive/readArchive';
import { plainTextOf } from '../../../src/core/render/plainText';
import { memorySource } from '../memory';

/** The titles of a document's entries, each with its posts as they read. */
async function entriesOf(text: string): Promise<readonly (readonly string[])[]> {
  const { entries } = await readArchive(memorySource({ 'a.md': text }));
  return entries.map(({ title, posts }) => [title, ...posts.map((post) => plainTextOf(post.markdown).prose)]);
}

describe('documents with dialects of other tools', () => {
  it('have entries for the callouts of Obsidian that ask', async () => {
    const text =
      '# Pool\n\n> [!faq]- May I dive?\n> No. It is shallow.\n\n> [!question]+ 수건이 있나요?\n> 입구에 있습니다.\n\nSee [[Rules#Diving|the rules]].\n';
    const entries = await entriesOf(text);
    expect(entries.map(([title]) => title)).toEqual(['May I dive?', '수건이 있나요?']);
    expect(entries.flat().join()).not.toMatch(/\[!|\[\[/);
  });

  it('have entries for the folded boxes of MkDocs that ask, with their text and not as code', async () => {
    const text =
      '# Pool\n\n??? question "May I dive?"\n\n    No. It is shallow.\n\n??? question "Is it warm?"\n\n    Yes.\n\n!!! note\n    Both change.\n\n:::tip Towels\nBring one.\n:::\n';
    const { entries } = await readArchive(memorySource({ 'a.md': text }));
    expect(entries.map(({ title }) => title)).toEqual(['May I dive?', 'Is it warm?']);
    expect(entries.flatMap(({ code }) => code)).toEqual([]);
    expect((await entriesOf(text)).flat().join()).not.toMatch(/:::|!!!/);
  });

  it('have titles and texts with emphasis beside Korean and Chinese letters', async () => {
    const text =
      '# 질문\n\n### **세션(Session)**이란?\n\n**"연결"**을 묶습니다. 这是**重点。**所以。\n\n### 둘째는?\n\n글.\n';
    expect((await entriesOf(text))[0]).toEqual(['세션(Session)이란?', '"연결"을 묶습니다. 这是重点。所以。']);
  });

  it('have footnotes at the entries that refer to them', async () => {
    const text = '# FAQ\n\n## Is it warm?\n\nYes.[^t]\n\n## Is it deep?\n\nNo.\n\n[^t]: 28 degrees.\n';
    expect(await entriesOf(text)).toEqual([
      ['Is it warm?', 'Yes.\n28 degrees.'],
      ['Is it deep?', 'No.'],
    ]);
  });

  it('have wikilinks that lead to the entry under a heading of another document', async () => {
    const files = {
      'a.md': '# A\n\n## Why?\n\nSee [[House rules#May dogs swim?|dogs]].\n',
      'deep/House rules.md': '# Rules\n\n## May cats swim?\n\nNo.\n\n## May dogs swim?\n\nNo.\n',
    };
    const { entries } = await readArchive(memorySource(files));
    const links = documentLinks(entries);
    const document = links.documentNamed('House rules', 'a.md') ?? '';
    expect(links.entryAtFragment(document, 'May dogs swim?')).toMatch(/may-dogs-swim$/);
  });
});
