import { afterEach, describe, expect, it, vi } from 'vitest';
import { tokenize } from '../../../src/core/text/tokenizer';
import { wordsOfUnspaced } from '../../../src/core/text/unspacedText';

const words = (text: string) => Array.from(tokenize(text), ({ start, end }) => text.slice(start, end));

describe('text without spaces', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each([
    ['非同期処理でデータベースに接続', ['非同期', '処理', 'データベース', '接続']],
    ['项目目录结构怎么组织', ['项目', '目录', '结构', '怎么', '组织']],
    ['異步session怎么用', ['異步', 'session', '怎么', '用']],
    ['ข้อมูลฐาน', ['ข้อมูล', 'ฐาน']],
    ['ຖານຂໍ້ມູນ', ['ຖານ', 'ຂໍ້ມູນ']],
    ['第3章', ['第', '3', '章']],
    ['привет мир', ['привет', 'мир']],
  ])('is segmented into words: %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('is segmented to its end, however long it is', () => {
    const text = '项目目录结构'.repeat(300);
    const spans = [...wordsOfUnspaced(text)];
    expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(Math.max(...spans.map(({ start, end }) => end - start))).toBe(2);
  });

  it('is read by its characters where nothing segments it', () => {
    vi.stubGlobal('Intl', {});
    expect(words('共有の𠮷野')).toEqual(['共', '有', '𠮷', '野']);
  });
});
