import { describe, expect, it } from 'vitest';
import { memberWords } from '../../../scripts/facts/memberWords.mjs';
import { wordsOfClass } from '../../../src/core/symbolTable/storedWords';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const isClass = (word: string): boolean => word.includes('.');

describe('memberWords', () => {
  it('lets a class stand for its members where that is shorter', () => {
    const members = memberWords(
      new Map([
        ['p.Derived', words('first_member second_member third_member own')],
        ['p.Base', words('first_member second_member third_member')],
        ['q.Short', words('a b')],
        ['q.Shorter', words('a b c')],
      ]),
    );
    expect(members).toEqual({
      p: { Base: 'first_member second_member third_member', Derived: 'p.Base own' },
      // Two letters are shorter than `q.Short`.
      q: { Short: 'a b', Shorter: 'a b c' },
    });
  });

  it('does not let classes with equal members stand for each other', () => {
    const same = words('first_member second_member third_member');
    const members = memberWords(
      new Map([
        ['p.B', same],
        ['p.A', same],
        ['p.C', same],
      ]),
    );
    expect(members).toEqual({ p: { A: 'first_member second_member third_member', B: 'p.A', C: 'p.A' } });
  });

  it('stores all members, whatever stands for them', () => {
    const all = new Map(
      Array.from({ length: 40 }, (_, at): [string, ReadonlySet<string>] => [
        `p.Class${String(at)}`,
        new Set(
          Array.from({ length: 1 + (at % 9) }, (_unused, n) => `member_${String((at * 7 + n * 3) % 13)}`),
        ),
      ]),
    );
    const stored = memberWords(all);
    for (const [name, members] of all) expect(new Set(wordsOfClass(stored, name, isClass))).toEqual(members);
    expect(JSON.stringify(stored)).toContain('p.Class');
  });

  it('leaves classes without members out', () => {
    expect(memberWords(new Map([['p.Empty', new Set<string>()]]))).toEqual({});
  });
});
