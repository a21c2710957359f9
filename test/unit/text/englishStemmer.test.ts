import { describe, expect, it } from 'vitest';
import { stemEnglish } from '../../../src/core/text/englishStemmer';

describe('stemEnglish', () => {
  it.each([
    ['session', 'sessions'],
    ['closing', 'closed'],
    ['dependency', 'dependencies'],
    ['inject', 'injected'],
    ['migrate', 'migration'],
    ['query', 'queries'],
    ['committed', 'committing'],
  ])('reduces %s and %s to one stem', (a, b) => {
    expect(stemEnglish(a)).toBe(stemEnglish(b));
  });

  it.each(['api', 'is', 'http2', 'pool_size', 'café', '세션을', ''])('keeps "%s"', (word) => {
    expect(stemEnglish(word)).toBe(word);
  });
});
