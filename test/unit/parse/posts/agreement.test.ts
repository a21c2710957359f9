import { describe, expect, it } from 'vitest';
import type { PostKind } from '../../../../src/core/model';
import { parseDocument } from '../../../../src/core/parse/parseDocument';
import { agreementOf, answeredPost } from '../../../../src/core/parse/posts/agreement';

const STATEMENT = '세션은 요청마다 만들면 됩니다. A session for each request is enough.';
const agreement = (text: string, answered = STATEMENT, kind: 'answer' | 'question' = 'answer') =>
  agreementOf(text, answeredPost({ kind, markdown: answered }));

describe('the agreement of a post', () => {
  it.each([
    '맞습니다.',
    '맞아요 ㅎㅎ',
    '네, 맞습니다. 그래서 풀을 키웠습니다.',
    '아 맞네요! 경로가 틀렸습니다.',
    '말씀하신 게 맞습니다.',
    '그 말씀이 맞아요',
    '맞는 말씀입니다.',
    '그렇죠. 세션은 싸니까요.',
    '**동의합니다.** 저희 팀도 같습니다.',
    '저도 동의합니다',
    '그 의견에 공감합니다',
    '저도 동감입니다~',
    '저도 그렇게 생각합니다.',
    '저 역시 그렇게 봅니다.',
    '저도 그렇게 쓰고 있습니다.',
    '저도 같은 생각입니다.',
    '@kim 저도 같은 의견이에요',
    '+1',
    '+1. Works here as well.',
    'I agree.',
    'I totally agree with the first point.',
    'Yes, I agree!',
    'Agreed, a pool is enough.',
    'Absolutely right.',
    "That's right, it closes itself.",
    'You’re absolutely right!',
    'Exactly!\n\nThe session is cheap.',
  ])('agrees: %s', (text) => {
    expect(agreement(text)).toBe('agrees');
  });

  it.each([
    '아닙니다. 스레드마다 하나여야 합니다.',
    '그건 아닙니다',
    '그건 아닌 것 같습니다.',
    '아닌 듯합니다',
    '꼭 그렇지는 않습니다.',
    '그건 맞지 않습니다.',
    '그 말은 틀렸습니다.',
    '동의하지 않습니다.',
    '그 의견에는 동의하기 어렵습니다',
    '동의 못 합니다.',
    '제 생각은 다릅니다.',
    '저는 의견이 조금 달라요',
    '저는 다르게 생각합니다.',
    '저는 반대합니다.',
    'I disagree.',
    'I disagree: two threads share it then.',
    "I don't agree: it is shared.",
    "That's wrong: threads share it.",
    'I respectfully disagree with that.',
    "I don't agree.",
    "I don't think so, it is shared.",
    "I don't think that's right.",
    'That’s not true.',
    'It is not quite correct, the pool is shared.',
    "That isn't the case.",
    "No, that's wrong because threads share it.",
    "You're mistaken.",
  ])('disagrees: %s', (text) => {
    expect(agreement(text)).toBe('disagrees');
  });

  it.each([
    ['asks', '맞나요?'],
    ['asks', '맞아요?'],
    ['asks', '아닌가요?'],
    ['asks', '그건 아닌 것 같은데요?'],
    ['asks', '저도 그렇게 생각하는데 아닌가요?'],
    ['asks', 'That is right?'],
    ['asks', 'Do you agree?'],
    ['quotes', '> 맞습니다\n\n이 부분이 궁금합니다.'],
    ['quotes', '"맞습니다"라는 답을 들었습니다.'],
    ['quotes', '`+1` 태그를 다세요.'],
    ['quotes', '> I agree\n\nWho said that'],
    ['has a reservation', '맞습니다. 하지만 스레드에서는 다릅니다.'],
    ['has a reservation', '맞습니다만 스레드에서는 다릅니다.'],
    ['has a reservation', '네 맞아요 근데 저는 안 됐어요'],
    ['has a reservation', 'I agree, but not in threads.'],
    ['has a reservation', "That's right. However, threads differ."],
    ['has a reservation', 'I would agree if it were cheap.'],
    ['has a reservation', 'I agree with that only in part.'],
    ['has a reservation', '맞습니다, 일부는요.'],
    ['has a reservation', '동의합니다, 부분적으로는요.'],
    ['has a reservation', 'Agreed, partly.'],
    ['goes another way', '맞는 버전을 설치하세요.'],
    ['goes another way', '맞지 않는 버전입니다.'],
    ['goes another way', '틀린 말은 아닙니다.'],
    ['goes another way', '아니 그게 아니라 제 말은 이겁니다.'],
    ['goes another way', '동의 버튼을 누르세요.'],
    ['goes another way', '저도 그렇게 해봤는데 안 됩니다.'],
    ['goes another way', '저도 그렇게 하고 싶습니다.'],
    ['goes another way', '저도 그렇게 생각했습니다.'],
    ['goes another way', '반대로 묶으세요.'],
    ['goes another way', '+1.5초가 걸립니다.'],
    ['goes another way', 'Exactly one session per request.'],
    ['goes another way', 'I agree to the license.'],
    ['goes another way', "That's right below the import."],
    ['goes another way', 'That’s not right away.'],
    ['comes late', 'Use a pool. I agree with the docs.'],
  ])('%s: %s', (_why, text) => {
    expect(agreement(text)).toBeUndefined();
  });

  it.each([
    '말씀해 주신 내용이 맞습니다',
    '말씀해주신내용 맞습니다',
    '말씀하신것 맞네요',
    '그게 맞죠',
    '그말이 맞아',
    '맞음',
    '맞는 말이네요',
    '그러게요.',
    'Quite correct.',
    'Quite correct',
    'You are right',
    'I agree',
    'Agreed',
    'Exactly\nThe session is cheap',
    'That is absolutely true.',
    'You are right.',
    'Indeed.',
    '저 역시 동의합니다',
    '그부분에 공감해요',
    '전적으로 동의함',
    '동감이에요',
    '저 역시 동감합니다',
    '저도 똑같이 이해하고 있어요',
    '저도 그렇게 느껴요',
    '저 역시 동일한 의견입니다',
    '+1!',
    '+1, same here',
    '+1: same here',
    "I'd agree.",
    'I’d have to agree: it is cheap.',
    'I also agree that it is cheap.',
    'I agree and use one.',
    'Agreed with that.',
    '  __맞습니다__',
    '@a.b-c 맞습니다',
    '@kim, 맞습니다',
    'ㅋㅋㅋ 맞습니다',
    '넵! 오... 와~ 네 맞습니다',
    '아하 맞습니다',
    'Hmm, exactly.',
    'Oh yes, well! Exactly',
    '맞습니다. 풀은 하지만 다릅니다.',
    '맞습니다. 하지만말고 풀을 쓰세요.',
  ])('agrees, with or without particles, spaces and words before it: %s', (text) => {
    expect(agreement(text)).toBe('agrees');
  });

  it.each([
    '그게 아녜요',
    '꼭 그런 건 아니죠',
    '그건 아닌 거같아요',
    '아닌 것 같네요',
    '아닌 듯해요',
    '항상 그렇진 않아요',
    '그렇지 않은 것 같습니다',
    '그렇지 않은 거같은데요',
    '그 말씀은 맞지 않는 것 같아요',
    '맞지 않는 거같습니다',
    '그건 틀린 내용입니다',
    '틀렸어요',
    '저는 동의하지는 않습니다',
    '그 말씀에는 동의하지 않아요',
    '그부분에 공감하기 어렵네요',
    '동의는 못 하겠습니다',
    '동의 못합니다',
    '공감은못해요',
    '제 의견이 좀 달라요',
    '제 생각은 조금 다르네요',
    '전 생각이 다릅니다',
    '전 좀 다르게 봅니다',
    '저는 조금 다르게 생각해요',
    '반대예요',
    '전 반대해요',
    'I strongly disagree: it is shared.',
    'I must respectfully disagree',
    'I do not really agree',
    "I don't quite agree!",
    'I do not think that is entirely accurate.',
    'I don’t think it’s the case',
    'That is not even true.',
    'It isn’t really right because it is shared.',
    'You are simply mistaken.',
    'You are mistaken',
    'That is not even true',
    "I don't agree with it.",
    '틀렸습니다. 제 탓은 아닙니다 ㅎㅎ',
    'That’s just wrong because it is shared.',
    'Nope, I disagree',
    '아니요 그렇지 않습니다.',
    '아뇨, 틀렸습니다',
    '아니 틀렸습니다',
  ])('disagrees, with or without particles, spaces and words before it: %s', (text) => {
    expect(agreement(text)).toBe('disagrees');
  });

  it.each([
    '그는 네 맞습니다',
    '세션이 맞습니다',
    '맞습니다만',
    '틀렸습니다만 씁니다',
    'exact',
    'Exactly the same',
    'So exactly.',
    'That’s correctly done.',
    'Not agreed.',
    'Agreed upon',
    'I agreed.',
    'You agree.',
    'x+1',
    '+10',
    '+1,5',
    '+1x',
    'They disagree.',
    'Maybe I disagree.',
    "Maybe I don't agree.",
    "Maybe I don't think that's right.",
    "Maybe that isn't right.",
    'I agree, don’t you?',
    '맞습니다 그쵸?',
    'I disagreed.',
    'Now, that’s wrong.',
    'No! That is wrong.',
    'Nothing. That’s wrong.',
    '네네 네 네 네 네 맞습니다',
    '네 네 네 네 네 맞습니다',
    '맞습니다. ㅎㅎ 다만, 스레드는 다릅니다.',
    '맞습니다.\n그러나 다릅니다',
    '맞습니다! 단, 스레드는 다릅니다',
    'I agree, 2.0 is cheap but shared.',
    'I agree. But it is shared.',
    'That is right？',
  ])('is undefined for other wording and reservations: %s', (text) => {
    expect(agreement(text)).toBeUndefined();
  });

  it('is read from the first 300 characters', () => {
    expect(agreement(`맞습니다${' '.repeat(293)}하지만 아닙니다`)).toBeUndefined();
    expect(agreement(`맞습니다${' '.repeat(294)}하지만 아닙니다`)).toBe('agrees');
  });

  it('is undefined towards questions and notes', () => {
    const towards = (kind: PostKind) => agreementOf('I agree.', answeredPost({ kind, markdown: STATEMENT }));
    expect([towards('question'), towards('note')]).toEqual([undefined, undefined]);
    expect([towards('answer'), towards('reply')]).toEqual(['agrees', 'agrees']);
  });

  it('is undefined for a yes or no to a question', () => {
    expect(agreement('맞습니다.', '그럼 요청마다 만드나요?')).toBeUndefined();
    expect(
      agreement('네 맞습니다', '혹시 async를 쓰시나요? 그럼 세션을 매번 만드셔야 합니다.'),
    ).toBeUndefined();
    expect(agreement('Correct.', 'So I have to close it, right?\n\nI use 2.0.')).toBeUndefined();
    // An opinion is more than a yes.
    expect(agreement('I agree.', 'Why not one for each request? It is cheap.')).toBe('agrees');
    expect(agreement('아닙니다.', '혹시 풀을 쓰시나요? 저는 그렇게 봤습니다.')).toBeUndefined();
    expect(agreement('I agree.', 'One session for all.', 'question')).toBeUndefined();
  });

  it.each([
    '이거 스레드 세이프한가요',
    '이거 스레드 세이프한가요 ㅠㅠ',
    '세션은 요청마다 하나씩 만들면 되나여',
    '그럼 닫지 않아도 되는 거죠',
    '스레드마다 따로 만들어야 할까요. 지금은 하나만 씁니다.',
    '제가 이해한 게 맞는지 모르겠네요',
    '풀 크기는 그대로 둬도 되는지 궁금합니다',
    '세션을 공유해도 되나 해서요',
    '그냥 쓰면 될까',
    '이렇게 하면 안전한가',
    '비동기에서도 같은 방식입니까',
    'expire_on_commit을 꺼도 되는지 알려주실 수 있으실지요',
    'is it thread safe',
    'So do I have to close it myself',
    'hm, can two threads share one',
    'how do I close it',
    'It closes itself, right',
    'The pool is per process, isn’t it.',
    'I wonder whether it is safe to share.',
    'Not sure if a session is cheap',
  ])('is undefined for a yes or no to a question without a question mark: %s', (question) => {
    for (const text of [
      '맞습니다',
      '네 맞아요 ㅎㅎ',
      '아닙니다',
      '아니요, 그렇지 않습니다.',
      "That's right.",
    ]) {
      expect(agreement(text, question), text).toBeUndefined();
    }
    expect(agreement('No, that’s not true.', question)).toBeUndefined();
  });

  it.each([
    '세션은 싸니까요.',
    '하나만 만들면 되니까 공유할 이유가 없습니다.',
    '제 생각에는 요청마다 하나가 문제가 아닐 것 같습니다',
    '세션이 하나인지 여럿인지는 상관없습니다.',
    '모르는 사이에 커밋이 됩니다',
    '스레드마다 하나',
    'When threads share it, it breaks.',
    'What you need is a pool.',
    'This is how I do it.',
    "You're right, it closes itself.",
    'It is not clear which thread owns it.',
  ])('is not lost to what only looks like a question: %s', (opinion) => {
    expect(agreement('맞습니다.', opinion)).toBe('agrees');
    expect(agreement('아닙니다.', opinion)).toBe('disagrees');
  });

  it.each([
    '답변 감사합니다!',
    '죄송합니다, 제가 착각했네요',
    '앗 미안해요 제 실수예요',
    '대단하시네요',
    '와 진짜 고수시네요 ㅋㅋ',
    '정리 정말 잘하셨네요',
    '덕분에 해결했습니다',
    '오늘도 수고 많으셨습니다',
    '많이 배웁니다 👍',
    'Sorry, my mistake',
    'I was wrong about the pool then.',
    'Great answer!',
    "You're amazing",
    'Thanks a lot!',
  ])('is undefined for a no to courtesy: %s', (said) => {
    for (const text of ['아닙니다 ㅎㅎ', '아니에요', '아닙니다. 저도 헤맸습니다.', "No, that's not true."]) {
      expect(agreement(text, said), text).toBeUndefined();
    }
  });

  it.each([
    '아닙니다 ㅎㅎ',
    '아니에요~ 별말씀을요',
    '아닙니다! 저야말로 배웠습니다',
    '아니에요 ㅋㅋㅋ',
    '아녜요, 별 거 있나요.',
    '아니에요, 별거 있나요.',
    '아닙니다 ^^',
    '아니요, 아닙니다 ㅎㅎ',
  ])('is undefined for a modest no to anything: %s', (text) => {
    expect(agreement(text, '설명이 교과서 같습니다')).toBeUndefined();
  });

  it('is disagreement where the same words show no modesty', () => {
    expect(agreement('아닙니다 ㅠㅠ 두 스레드가 공유합니다.')).toBe('disagrees');
  });
});

describe('posts with agreement', () => {
  it('are replies and answers to a post, none to the question', () => {
    const body = '> A1. One is enough.\n> A1-1. I agree.\n> A1-1-1. I disagree.\n\n> A2. I agree.\n';
    const [entry] = parseDocument(
      'a.md',
      `---\ntitle: One session?\n---\n\nIs one enough?\n\n${body}`,
    ).entries;
    expect(entry?.posts.map(({ label, agreement }) => [label, agreement])).toEqual([
      [undefined, undefined],
      ['A1', undefined],
      ['A1-1', 'agrees'],
      ['A1-1-1', 'disagrees'],
      ['A2', undefined],
    ]);
  });
});
