import { describe, expect, it } from 'vitest';
import { compareScored } from '../../../src/core/tracebacks/errorEntry';
import { EvidenceByEntry, type Evidence } from '../../../src/core/tracebacks/errorEvidence';
import { entryOf, onlyError } from './builders';

const ERROR = onlyError('KeyError: x');
const LOG = onlyError('ERROR:    something failed');

/** Entries with this evidence, best first, as `name matched-by confidence`. */
function ranked(evidence: Readonly<Record<string, Partial<Evidence>>>, error = ERROR): readonly string[] {
  const collected = new EvidenceByEntry();
  for (const [id, own] of Object.entries(evidence)) Object.assign(collected.of(entryOf(id)), own);
  return [...collected.scored(error)]
    .sort(compareScored)
    .map(({ entry, matchedBy, confidence }) => `${entry.id} ${matchedBy} ${confidence}`);
}

describe('evidence', () => {
  it('is created empty once per entry', () => {
    const evidence = new EvidenceByEntry();
    const entry = entryOf('a');
    expect(evidence.entries()).toEqual([]);
    expect(evidence.of(entry)).toBe(evidence.of(entry));
    expect(evidence.entries()).toEqual([entry]);
    expect(evidence.scored(ERROR)).toEqual([]);
  });

  it.each<[string, Partial<Evidence>, boolean]>([
    ['none', {}, false],
    ['a class in passing', { class: 0.5 }, false],
    ['a code in passing', { code: 0.3 }, false],
    ['a declared class', { class: 0.4, isDeclared: true }, true],
    ['a class with words of the message', { class: 0.4, message: 0.1 }, true],
    ['a class with a frame', { class: 0.4, frame: 1 }, true],
    ['a frame', { frame: 1 }, true],
    ['a sure message', { message: 1, isStrong: true }, true],
  ])('is sufficient or not: %s', (_name, evidence, isSufficient) => {
    expect(ranked({ a: evidence })).toHaveLength(isSufficient ? 1 : 0);
  });

  it('has to be strong for a log line', () => {
    expect(ranked({ a: { message: 0.5, isDeclared: true } }, LOG)).toEqual([]);
    expect(ranked({ a: { message: 0.5, isStrong: true } }, LOG)).toEqual(['a message strong']);
  });
});

describe('the order of entries', () => {
  const declared = { isDeclared: true };
  it('puts strong ones first', () => {
    const strong = { frame: 0.1, isStrong: true };
    expect(ranked({ weak: { ...declared, code: 1 }, stronger: { ...strong, frame: 0.2 }, strong })).toEqual([
      'stronger frame strong',
      'strong frame strong',
      'weak code weak',
    ]);
  });

  it('weighs a code most, then class and message, then a frame', () => {
    expect(
      ranked({
        frame: { frame: 1 },
        lowMessage: { message: 0.9 },
        class: { ...declared, class: 1 },
        code: { ...declared, code: 1 },
        lowClass: { ...declared, class: 0.5 },
      }),
    ).toEqual([
      'code code weak',
      'class class weak',
      'lowMessage message weak',
      'lowClass class weak',
      'frame frame weak',
    ]);
  });

  it('adds up what an entry has', () => {
    expect(
      ranked({
        class: { ...declared, class: 0.9 },
        classAndFrame: { ...declared, class: 0.9, frame: 1 },
        classAndMessage: { ...declared, class: 0.9, message: 0.5 },
        codeAndClass: { ...declared, code: 1, class: 0.9 },
        codeAlone: { ...declared, code: 1 },
      }),
    ).toEqual([
      'codeAndClass code weak',
      'classAndMessage class weak',
      'codeAlone code weak',
      'classAndFrame class weak',
      'class class weak',
    ]);
  });

  it('weighs a message less beside a specific class', () => {
    const own = { class: 0.8, isDeclared: true };
    expect(
      ranked({
        specific: { ...own, message: 0.6, isSpecific: true },
        catchAll: { ...own, message: 0.2 },
        none: own,
      }),
    ).toEqual(['catchAll class weak', 'specific class weak', 'none class weak']);
  });
});

describe('matchedBy', () => {
  it.each<[Partial<Evidence>, string]>([
    [{ code: 0.8, message: 1, class: 0.8 }, 'code'],
    [{ code: 0.9, message: 1, class: 1 }, 'class'],
    [{ code: 0.7, message: 0.71, class: 0.7 }, 'message'],
    [{ code: 0.3, message: 0.5, class: 0.4 }, 'message'],
    [{ code: 0.3, message: 0.4, class: 0.4 }, 'class'],
    [{ code: 0.5, message: 0.4, class: 0.3 }, 'class'],
    [{ code: 0.3, message: 0.2 }, 'code'],
    [{ code: 0.3, message: 0.3 }, 'code'],
    [{ message: 0.2 }, 'message'],
    [{ frame: 1 }, 'frame'],
    [{ frame: 1, message: 0.1 }, 'message'],
    [{ frame: 1, class: 0.1 }, 'class'],
    [{ frame: 1, code: 0.1 }, 'code'],
  ])('%j: %s', (evidence, matchedBy) => {
    expect(ranked({ a: { ...evidence, isStrong: true } })).toEqual([`a ${matchedBy} strong`]);
  });
});
