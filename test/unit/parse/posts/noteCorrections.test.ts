import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../../src/core/archive/readArchive';
import { withoutMarker } from '../../../../src/core/parse/posts/noteCorrections';
import { memorySource } from '../../memory';

/** What each note of a thread corrects; its posts are a question (0), A1 (1), A1-1 (2), A2 (3). */
async function corrected(...notes: readonly string[]): Promise<readonly (readonly number[] | undefined)[]> {
  const posts = '> A1. It locks.\n\n> A1-1. Thanks.\n\n> A2. It does not lock.\n';
  const quoted = notes.map((note) => `> [!NOTE]\n${note.replace(/^/gm, '> ')}\n`).join('\n');
  const text = `---\nid: a\n---\n# Does it lock?\n\nDoes it?\n\n${posts}\n${quoted}`;
  const { entries } = await readArchive(memorySource({ 'a.md': text }));
  return entries[0]!.posts.filter(({ kind }) => kind === 'note').map(({ corrects }) => corrects);
}

describe('a note corrects the posts', () => {
  it.each([
    ['Corrects: A1', [1]],
    ['corrects : A1-1, A2', [2, 3]],
    ['**Corrects:** A2', [3]],
    ['정정: A1', [1]],
    ['정정： A2、A1', [1, 3]],
    ['Corrects: A1 and A2', [1, 3]],
    ['Corrects: question', [0]],
    ['정정: 질문, 답변 2', [0, 3]],
  ])('that its first line names: %s', async (line, posts) => {
    expect(await corrected(`${line}\n\nToday it is otherwise.`)).toEqual([posts]);
  });

  it.each([
    ['Corrects: A9'],
    ['Corrects: itself'],
    ['Corrects: question 4'],
    ['Corrects:'],
    ['It corrects: A1'],
  ])('but none where the line names none: %s', async (line) => {
    expect(await corrected(`${line}\n\nToday it is otherwise.`)).toEqual([undefined]);
  });

  it.each([
    ['Contrary to A1, it never blocks.', [1]],
    ['Contrary to A1, it does not work in routers only.', [1]],
    ['Contrary to point 2 of A1, it blocks.', [1]],
    ['**The advice in A1 is outdated.** Use another one.', [1]],
    ['A2 is no longer true since 2.0.', [3]],
    ['What A2 says contradicts the documentation.', [3]],
    ['As of 2.0, A1 has been reversed.', [1]],
    ['A1의 설명과 달리 지금은 잠기지 않습니다.', [1]],
    ['A2의 설명은 문서와 맞지 않습니다.', [3]],
    ['A1은 더 이상 맞지 않습니다.', [1]],
    ['A2는 그 뒤 반대로 바뀌었습니다.', [3]],
  ])('that its wording contradicts: %s', async (text, posts) => {
    expect(await corrected(text)).toEqual([posts]);
  });

  it.each([
    ['The tip of A1 still stands.'],
    ['A1 is not outdated.'],
    ['If A1 is wrong, restart it.'],
    ['Whether A1 is outdated was not checked.'],
    ['A1 contradicts the documentation, and A2 is right.'],
    ['`A1 is wrong` is what it printed.'],
    ['That is outdated. A1 uses it.'],
    ['The A10 chip is outdated.'],
    ['A1의 팁은 지금도 그대로입니다.'],
    ['A1이 틀렸는지 확인하지 않았습니다.'],
    ['A1이 더 이상 맞지 않는다면 다시 시작합니다.'],
  ])('but none in doubt: %s', async (text) => {
    expect(await corrected(text)).toEqual([undefined]);
  });

  it('each its own', async () => {
    expect(await corrected('Corrects: A2\n\nx', 'Nothing.', 'Corrects: A1\n\ny')).toEqual([
      [3],
      undefined,
      [1],
    ]);
  });

  it('of a translation with the same posts as well', async () => {
    const thread = (note: string): string => `# Why?\n\n> A1. So.\n\n> [!NOTE]\n> ${note}\n`;
    const { entries } = await readArchive(
      memorySource({ 'a.md': thread('Corrects: A1\n>\n> No.'), 'a.ko.md': thread('아닙니다.') }),
    );
    expect(entries[0]?.translations[0]?.posts.at(-1)?.corrects).toEqual([0]);
  });
});

it('the line is not part of what a reader sees, where it was understood', () => {
  expect(withoutMarker({ markdown: 'Corrects: A1\n\nText.', corrects: [1] })).toBe('Text.');
  expect(withoutMarker({ markdown: 'Corrects: A1\nText.', corrects: [1] })).toBe('Text.');
  expect(withoutMarker({ markdown: 'Corrects: A9\n\nText.' })).toBe('Corrects: A9\n\nText.');
  expect(withoutMarker({ markdown: 'Contrary to A1.', corrects: [1] })).toBe('Contrary to A1.');
});
