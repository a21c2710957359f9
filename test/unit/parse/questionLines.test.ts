import { describe, expect, it } from 'vitest';
import { questionLine, questionOfItem } from '../../../src/core/parse/questionLines';

describe('a question without a heading', () => {
  it.each([
    ['**Is there a shower?**', 'Is there a shower?', 1, 0],
    ['__Is there a shower?__', 'Is there a shower?', 1, 0],
    ['*Is there a shower?*', 'Is there a shower?', 1, 0],
    ['**샤워실이 있나요? ⚠️**\n지하에요.', '샤워실이 있나요? ⚠️', 1, 0],
    ['**Is there a shower,\nand where?**\nBelow.', 'Is there a shower,\nand where?', 2, 0],
    ['**There is a shower.**\n**Where is it?**', 'There is a shower.\nWhere is it?', 2, 0],
    ['**Is there a shower?**<br>Two, below.', 'Is there a shower?', 0, 26],
    ['**Is there a shower?** Two, below.', 'Is there a shower?', 0, 22],
    ['Q: Is there a shower?\nA: Two.', 'Q: Is there a shower?', 1, 0],
    ['**Q:** Is there a shower? **A:** Two.', '**Q:** Is there a shower?', 0, 26],
    ['질문: 샤워실이 있나요?\n답변: 두 개요.', '질문: 샤워실이 있나요?', 1, 0],
    ['Pregunta: ¿Hay ducha?\nRespuesta: Dos.', 'Pregunta: ¿Hay ducha?', 1, 0],
    ['F: Gibt es eine Dusche?\nA: Zwei.', 'F: Gibt es eine Dusche?', 1, 0],
    ['Вопрос: Есть ли душ?', 'Вопрос: Есть ли душ?', 1, 0],
    ['問：シャワーはありますか', '問：シャワーはありますか', 1, 0],
  ])('%s', (text, title, lineCount, column) => {
    expect(questionLine(text)).toEqual({ title, lineCount, column });
  });

  it.each([
    'Is there a shower? Nobody knows.',
    '**Note:** the shower is below.',
    '**Important** Is it on?',
    '**Pregunta:**',
    'A: Two.',
    'D: the drive',
    '*see above*',
    'Q4 results are out',
    '`**Is it?**`',
  ])('is not: %s', (text) => {
    expect(questionLine(text)).toBeUndefined();
  });

  it('may be a numbered line with bold words', () => {
    expect(questionLine('**3) Two sum.** Return the pair.\nmore')).toEqual({
      title: '**3) Two sum.** Return the pair.',
      lineCount: 1,
      column: 0,
      number: 3,
    });
  });

  it('in a list of questions needs no mark', () => {
    expect(questionOfItem('Is there a shower? Two, below.')).toEqual({
      title: 'Is there a shower?',
      lineCount: 0,
      column: 18,
    });
    expect(questionOfItem('Is there a shower?\nTwo.')?.lineCount).toBe(1);
    expect(questionOfItem('There is a shower.')).toBeUndefined();
  });
});
