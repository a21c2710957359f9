import { describe, expect, it } from 'vitest';
import { withParticles } from '../../../src/core/text/particles';

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
    ['id "room"{을/를} "room-2"{으로/로}', 'id "room"을 "room-2"로'],
  ])('%s is %s', (text, expected) => {
    expect(withParticles(text)).toBe(expected);
  });

  it('leaves a text without choices as it is', () => {
    expect(withParticles('{0} of {name} {a/b}')).toBe('{0} of {name} {a/b}');
  });
});
