import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/core/text/languageDetection';

describe('detectLanguage', () => {
  it.each([
    ['FastAPI에서 session을 닫아야 하나요?', 'ko'],
    ['How do I close a session?', 'en'],
    ['セッションを閉じる', 'ja'],
    ['', 'en'],
  ])('%s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
