import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../src/vscode/base/koreanParticles';

describe('Korean particles', () => {
  it.each([
    ['세션{을/를}', '세션을'],
    ['스레드{을/를}', '스레드를'],
    ['“세션”{이/가}', '“세션”이'],
    ['문서(초안){은/는}', '문서(초안)은'],
    ['A1{이/가}', 'A1이'],
    ['A2{이/가}', 'A2가'],
    ['A3{으로/로}', 'A3으로'],
    ['A8{으로/로}', 'A8로'],
    ['2.0{과/와}', '2.0과'],
    ['Session{을/를}', 'Session을'],
    ['Depends{을/를}', 'Depends를'],
    ['SQL{으로/로}', 'SQL로'],
    ['서울{으로/로}', '서울로'],
    ['{을/를}', '를'],
    ['값{으로부터/로부터}', '값으로부터'],
    ['차{와/과} 값{와/과}', '차와 값과'],
    ['id "room"{을/를} "room-2"{으로/로}', 'id "room"을 "room-2"로'],
  ])('formats %s as %s', (text, expected) => {
    expect(formatMessage(text, [])).toBe(expected);
  });

  it('are chosen by the preceding argument', () => {
    expect(formatMessage('“{0}”{을/를} {1}{으로/로}', ['세션', 2])).toBe('“세션”을 2로');
    expect(formatMessage('{1}{이/가} {0}{와/과}', ['A', 'B1'])).toBe('B1이 A와');
  });

  it('must be known: anything else in braces stays', () => {
    const text = '{2} of {name} {a/b} {키/값} {세션/트랜잭션}';
    expect(formatMessage(text, ['x'])).toBe(text);
  });
});

describe('an argument of a message', () => {
  it.each(['{을/를}', '{키/값}', '{1}', '{0}', '$&', '{', ''])('is inserted unchanged: %s', (argument) => {
    expect(formatMessage('“{0}” of {1}', [argument, 3])).toBe(`“${argument}” of 3`);
  });

  it('does not form a placeholder with the text around it', () => {
    expect(formatMessage('{{0}}{0}/를}', ['0', '을'])).toBe('{0}0/를}');
  });
});
