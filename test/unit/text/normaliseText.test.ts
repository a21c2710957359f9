import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../src/core/text/normaliseText';

describe('normaliseText', () => {
  it('removes a byte order mark, unifies line ends and composes Hangul', () => {
    expect(normaliseText('\uFEFFa\r\nb\rc')).toBe('a\nb\nc');
    expect(normaliseText('세션'.normalize('NFD'))).toBe('세션');
  });
});
