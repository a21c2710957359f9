import { describe, expect, it } from 'vitest';
import { placeDocuments } from '../../../src/core/archive/documentPlaces';

const TEXTS = {
  en: 'You should close the session when the request has ended.',
  ko: '요청이 끝나면 세션을 닫아야 합니다.',
  ja: 'リクエストが終わったらセッションを閉じてください。',
  zh: '请求结束以后请关闭会话。',
  pt: 'Você deve fechar a sessão quando o pedido terminar.',
  it: 'Devi chiudere la sessione quando la richiesta è finita.',
  es: 'Hay que cerrar la sesión cuando termina la petición.',
} as const;

/** Places of documents that are written as `path: language of the text`. */
const places = (documents: Readonly<Record<string, keyof typeof TEXTS>>, language?: string) => {
  const texts = new Map(Object.entries(documents).map(([path, text]) => [path, TEXTS[text]]));
  return Object.fromEntries(
    [...placeDocuments(texts, language)].map(([path, place]) => [
      path,
      [place.language ?? '', place.path, place.original ?? ''].join(' '),
    ]),
  );
};

describe('translations by path', () => {
  it.each([
    ['NAME.ko.md', 'faq.md', 'faq.ko.md', 'ko'],
    ['NAME_ko.md', 'README.md', 'README_ko.md', 'ko'],
    ['NAME-ko.md', 'README.md', 'README-ko.md', 'ko'],
    ['NAME.zh-CN.md', 'faq.md', 'faq.zh-CN.md', 'zh-CN'],
    ['NAME_KO.md', 'README.md', 'README_KO.md', 'ko'],
    ['the name of a country', 'README.md', 'README_CN.md', 'zh-CN'],
    ['a folder', 'docs/faq.md', 'docs/ko/faq.md', 'ko'],
    ['a folder at the root', 'faq.md', 'pt-br/faq.md', 'pt-BR'],
    ['a script', 'docs/guide/faq.md', 'docs/zh_Hans/guide/faq.md', 'zh-Hans'],
    ['translations of the root', 'README.md', 'translations/ko/README.md', 'ko'],
    ['a folder of translated names', 'README.md', 'i18n/README.ko.md', 'ko'],
    ['Docusaurus', 'docs/a/x.mdx', 'i18n/pt-BR/docusaurus-plugin-content-docs/current/a/x.md', 'pt-BR'],
    [
      'Docusaurus in a folder',
      'website/docs/x.md',
      'website/i18n/ko/docusaurus-plugin-content-docs/current/x.md',
      'ko',
    ],
    ['Docusaurus beside its docs', 'docs/x.md', 'website/i18n/ko/docusaurus-plugin-content-docs/current/x.md', 'ko'],
    ['a blog of Docusaurus', 'blog/x.md', 'i18n/ko/docusaurus-plugin-content-blog/x.md', 'ko'],
    [
      'an older version',
      'versioned_docs/version-2.0/x.md',
      'i18n/ko/docusaurus-plugin-content-docs/version-2.0/x.md',
      'ko',
    ],
  ])('are found: %s', (_name, original, translation, tag) => {
    const language = tag.slice(0, 2) as keyof typeof TEXTS;
    const found = places({ [original]: 'en', [translation]: language });
    expect(found[original]).toBe(` ${original} `);
    expect(found[translation]).toMatch(new RegExp(`^${tag} .* ${original}$`));
  });

  it('are paired with each other where no path is without a language', () => {
    expect(places({ 'docs/en/faq.md': 'en', 'docs/ko/faq.md': 'ko', 'docs/zh-CN/faq.md': 'zh' })).toEqual({
      'docs/en/faq.md': 'en docs/faq.md ',
      'docs/ko/faq.md': 'ko docs/faq.md docs/en/faq.md',
      'docs/zh-CN/faq.md': 'zh-CN docs/faq.md docs/en/faq.md',
    });
    expect(places({ 'ja/a.md': 'ja', 'ko/a.md': 'ko' })['ko/a.md']).toBe('ko a.md ja/a.md');
    expect(places({ 'a.ja.md': 'ja', 'a.ko.md': 'ko' })['a.ko.md']).toBe('ko a.md a.ja.md');
  });

  it('belong to the document in the language of the archive', () => {
    const documents = { 'en/a.md': 'en', 'ko/a.md': 'ko' } as const;
    expect(places(documents, 'ko')).toEqual({ 'en/a.md': 'en a.md ko/a.md', 'ko/a.md': 'ko a.md ' });
    expect(places({ 'README.ko.md': 'ko', 'README.md': 'en' }, 'ko')).toEqual({
      'README.ko.md': 'ko README.md ',
      'README.md': 'en README.md README.ko.md',
    });
    expect(places({ 'README.en.md': 'en', 'README.md': 'ko' }, 'ko')['README.md']).toBe(' README.md ');
  });

  it('include those not yet translated, in a folder that mirrors another', () => {
    expect(places({ 'id/a.md': 'en', 'en/a.md': 'en' })['id/a.md']).toBe('id a.md en/a.md');
  });

  it.each([
    ['id/a.md', { 'id/a.md': 'en', 'a.md': 'en' }],
    ['it/README.md', { 'it/README.md': 'en', 'no/README.md': 'en' }],
    ['is/a.md', { 'is/a.md': 'ko' }],
    ['go/faq.md', { 'go/faq.md': 'en', 'ts/faq.md': 'en' }],
    ['vue-it.md', { 'vue.md': 'en', 'vue-it.md': 'en' }],
    ['how-it-is.md', { 'how-it-is.md': 'en' }],
    ['next.js.md', { 'next.md': 'en', 'next.js.md': 'en' }],
    ['or.md', { 'or.md': 'en' }],
    ['it.md', { 'it.md': 'it' }],
  ] as const)('are not meant by %s', (path, documents) => {
    expect(places(documents)[path]).toBe(` ${path} `);
  });

  it('tell the language of a document without an original', () => {
    expect(places({ 'docs/pt-BR/a.md': 'pt' })).toEqual({ 'docs/pt-BR/a.md': 'pt-BR docs/a.md ' });
    expect(places({ 'it/a.md': 'it', 'b.md': 'en' })['it/a.md']).toBe('it a.md ');
    expect(places({ 'b.en.md': 'ko' })['b.en.md']).toBe('en b.md ');
  });

  it('are one per language', () => {
    expect(places({ 'a.md': 'en', 'a.ko.md': 'ko', 'ko/a.md': 'ko' })).toEqual({
      'a.md': ' a.md ',
      'a.ko.md': 'ko a.md a.md',
      'ko/a.md': 'ko a.md ',
    });
  });
});
