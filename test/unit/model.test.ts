import { describe, expect, it } from 'vitest';
import { titleIn } from '../../src/core/model';

describe('a title in a language', () => {
  const titles = { pt: 'Questões', 'pt-BR': 'Perguntas', 'ko-KR': '질문', en: 'Questions' };
  const archive = { title: 'Fragen', titles };

  it.each([
    ['pt-br', 'Perguntas'],
    ['pt', 'Questões'],
    ['pt-PT', 'Questões'],
    ['ko', '질문'],
    ['en-GB', 'Questions'],
    ['de', 'Fragen'],
    ['constructor', 'Fragen'],
  ])('%s is %s', (language, title) => {
    expect(titleIn(archive, language)).toBe(title);
  });
});
