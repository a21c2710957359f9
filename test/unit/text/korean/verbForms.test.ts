import { describe, expect, it } from 'vitest';
import { knownVerbStems } from '../../../../src/core/text/korean/verbForms';
import { unknownVerbStemOf } from '../../../../src/core/text/korean/unknownVerbs';

describe('knownVerbStems', () => {
  it.each([
    [['잡아요', '잡았는데', '잡은', '잡을', '잡는', '잡습니다', '잡으면', '잡고'], '잡-'],
    [['느려요', '느렸는데', '느린', '느릴', '느립니다', '느리면'], '느리-'],
    [['빨라요', '빨랐는데', '빠른', '빠를', '빠릅니다', '빠르면'], '빠르-'],
    [['푸르러', '푸른', '푸르면'], '푸르-'],
    [['떠요', '떴는데', '뜬다', '뜨는', '뜨면'], '뜨-'],
    [['모아요', '모았는데', '모은', '모을', '모으는'], '모으-'],
    [['가벼워요', '가벼운', '가벼울', '가볍게', '가벼우면'], '가볍-'],
    [['부어요', '부은', '부으면', '붓는', '붓고'], '붓-'],
    [['깨달아', '깨달은', '깨닫는', '깨닫고'], '깨닫-'],
    [['파래요', '파란', '파라면', '파랗게'], '파랗-'],
    [['돌아요', '돌았는데', '도는', '돕니다', '돌면', '돌릴때'], '돌-'],
    [['비워요', '비웠는데', '비운', '비울', '비우면'], '비우-'],
    [['돌려보내요', '돌려보냈는데', '돌려보낸'], '돌려보내-'],
    [['놓아요', '놨는데', '놓은', '놓고'], '놓-'],
    [['뛰어요', '뛰었는데', '뛴다', '뛰는'], '뛰-'],
  ])('%s meet in one stem', (forms, stem) => {
    const isForm = forms.map((form) => knownVerbStems(form).includes(stem));
    expect(isForm).toEqual(forms.map((form) => form !== '돌릴때'));
  });

  it.each([
    ['잡아줘야', '잡-'],
    ['돌려보면', '돌리-'],
    ['비워놓고', '비우-'],
    ['꺼둬도', '끄-'],
    ['읽고싶은데', '읽-'],
    ['뜨지않아요', '뜨-'],
    ['막아야하나요', '막-'],
    ['멈춰버려서', '멈추-'],
    ['고쳐야되는데', '고치-'],
  ])('an auxiliary verb is left out: %s → %s', (form, stem) => {
    expect(knownVerbStems(form)).toContain(stem);
  });

  it.each([
    ['비우는법', '비우-'],
    ['터질때', '터지-'],
    ['멈추는이유가', '멈추-'],
    ['넘긴것같은데', '넘기-'],
    ['고칠수있나요', '고치-'],
    ['느린건가요', '느리-'],
    ['잡힐겁니다', '잡히-'],
  ])('a dependent noun may be typed without a space: %s → %s', (form, stem) => {
    expect(knownVerbStems(form)).toContain(stem);
  });

  it('passives and causatives have stems of their own', () => {
    expect(knownVerbStems('지워졌어요')).toEqual(['지워지-']);
    expect(knownVerbStems('느려지는데')).toEqual(['느려지-']);
    expect(knownVerbStems('잡혔는데')).toEqual(['잡히-']);
    expect(knownVerbStems('비워진')).toEqual(['비워지-']);
  });

  it('a form of several verbs has the stem of each', () => {
    expect(new Set(knownVerbStems('들어서'))).toEqual(new Set(['들어서-', '들-', '듣-']));
    expect(new Set(knownVerbStems('걸어요'))).toEqual(new Set(['걸-', '걷-']));
  });

  it.each([
    '세션',
    '테이블',
    '버전',
    '문자열합치기',
    '시간',
    '전환',
    '주소',
    '헌법',
    '사실',
    '대신',
    '꿈을',
    '세대',
    '요',
    '',
  ])('"%s" is none', (word) => {
    expect(knownVerbStems(word)).toEqual([]);
  });
});

describe('unknownVerbStemOf', () => {
  it('is the stem that regular forms share', () => {
    const forms = ['벙찌면', '벙쪘는데', '벙찌는데', '벙찌고'];
    expect(forms.map(unknownVerbStemOf)).toEqual(forms.map(() => '벙찌-'));
  });

  it.each(['세션', '만든', '경고', '지우고', '언어', ''])('"%s" has none', (word) => {
    expect(unknownVerbStemOf(word)).toBeUndefined();
  });
});
