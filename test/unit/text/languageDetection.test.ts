import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectLanguage, languageOfPart } from '../../../src/core/text/languageDetection';

/** Short technical texts, half of which were set aside while the word lists were tuned. */
const TEXTS = readFileSync('test/fixtures/languages/texts.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t') as [language: string, text: string]);

describe('detectLanguage', () => {
  it.each([
    ['tuned on', 0, 1],
    ['set aside', 1, 0.97],
  ])('tells the language of short technical texts: %s', (_name, half, least) => {
    const seen = new Map<string, number>();
    const texts = TEXTS.filter(([language]) => {
      const count = seen.get(language) ?? 0;
      seen.set(language, count + 1);
      return count % 2 === half;
    });
    const right = texts.filter(([language, text]) => detectLanguage(text) === language);
    expect(seen.size).toBeGreaterThan(30);
    expect(right.length / texts.length).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['FastAPI에서 session을 닫아야 하나요?', 'ko'],
    ['How do I close a session?', 'en'],
    ['セッションを閉じる', 'ja'],
    ['設定を変更', 'ja'],
    ['修改默认主题', 'zh'],
    ['', 'en'],
    ['🎉 42', 'en'],
    ['asyncpg SQLAlchemy pydantic', 'en'],
    ['Çalışmıyor', 'tr'],
    ['Wofür?', 'de'],
    ['வணக்கம், சேவையகம் தொடங்கவில்லை', 'ta'],
    ['როგორ დავამატო მომხმარებელი?', 'ka'],
  ])('%s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each([
    [
      'a fence',
      '닫으세요.\n\n```python\n# this is the code that you need for it\nfor it in the_list: pass\n```\n',
    ],
    [
      'a tilde fence in a list',
      '- 닫으세요.\n  ~~~\n  this is what you should do if it is not there\n  ~~~\n',
    ],
    ['a fence in a quote that ends', '> ```\n> this is what you should do\n\n닫으세요.\n'],
    ['inline code', '닫으세요 ``if this is not the case`` 그리고 `when it is`.'],
    [
      'addresses',
      '[닫기](https://example.org/how-to/when/this/is/not/what-you-want)\n<https://a.example/is-it>',
    ],
    ['tags', '<div class="what is this and that" title="how do you do it">닫으세요</div>'],
    ['comments', '<!-- this is what you should do when it is not there -->닫으세요'],
    ['comments that say nothing', '<!---->닫으세요'.repeat(3)],
    ['an element of code', '닫으세요\n<script>\nif this is not what you want then that\n</script>'],
    [
      'reference definitions',
      '닫으세요 [문서][1]\n\n[1]: https://example.org/ "What you should do if it is not"',
    ],
    ['modules', "import What from 'that/is/not/for/you';\n\n닫으세요."],
    ['names', '닫으세요: FastAPI SQLAlchemy Alembic Uvicorn PostgreSQL asyncpg Starlette Pydantic Docker'],
  ])('does not count %s', (_name, text) => {
    expect(detectLanguage(text)).toBe('ko');
  });

  it('counts prose behind a fence that ends, and text without a space', () => {
    expect(detectLanguage('```\nif this\n```\n요청이 끝나면 닫습니다. request마다 session이 하나')).toBe(
      'ko',
    );
  });

  it('reads hostile text in linear time', () => {
    for (const part of [
      '`',
      '<!--',
      '<a ',
      '[',
      '](',
      ':',
      '> ```\n',
      'a_',
      '<pre>\n',
      "l'",
      '~~~~',
      '\t',
      '``a',
    ]) {
      const text = part.repeat(4_000_000 / part.length);
      expect(detectLanguage(text)).toBe(detectLanguage(part.repeat(1_000)));
    }
  });
});

describe('languageOfPart', () => {
  it.each([
    ['요청이 끝나면 세션을 닫아야 합니다. 그렇지 않으면 연결이 부족해집니다.', 'en', 'ko'],
    ['You should close the session when the request has ended, or there will be no connections.', 'ko', 'en'],
    ['You should close it.', 'ko', 'ko'],
    ['`session.close()`', 'ko', 'ko'],
    [
      '요청이 끝나면 닫습니다. "You should close the session when the request has ended" 라고 합니다.',
      'ko',
      'ko',
    ],
    ['Den er ikke i bruk, og du kan ikke bruke den før serveren har startet.', 'da', 'da'],
  ])('%s', (text, language, expected) => {
    expect(languageOfPart(text, language)).toBe(expected);
  });
});
