import { describe, expect, it } from 'vitest';
import { ErrorCollector, type PartialError } from '../../../src/core/tracebacks/errorCollector';
import { partialError } from './builders';

const FRAME = { file: 'a.py', origin: 'project' } as const;

const sorted = (...errors: readonly Partial<PartialError>[]): readonly string[] => {
  const collector = new ErrorCollector();
  for (const error of errors) collector.add(partialError(error));
  return collector.sorted().map(({ message }) => message);
};

describe('duplicates', () => {
  it.each([
    ['the same class and message', {}, {}],
    ['a bare and a qualified class', { type: 'a.KeyError' }, { type: 'KeyError' }],
    ['a truncated message', { message: 'first part' }, { message: 'first...' }],
    ['a message without a class', { type: undefined }, { type: undefined }],
  ])('are kept once: %s', (_name, one, other) => {
    const collector = new ErrorCollector();
    const first = collector.add(partialError(one));
    expect(collector.add(partialError(other as Partial<PartialError>))).toBe(first);
    expect(collector.sorted()).toHaveLength(1);
  });

  it.each([
    ['another class', {}, { type: 'ValueError' }],
    ['another message', {}, { message: 'y' }],
    ['another depth', {}, { depth: 1 }],
    ['a longer message that is not truncated', { message: 'first part' }, { message: 'first' }],
    ['another beginning', { message: 'first part' }, { message: 'firm...' }],
    ['a message without a class', {}, { type: undefined }],
    ['a class after only a message', { type: undefined }, {}],
    ['other messages without a class', { type: undefined }, { type: undefined, message: 'y' }],
  ])('are not assumed for %s', (_name, one, other) => {
    const collector = new ErrorCollector();
    collector.add(partialError(one));
    const second = partialError(other);
    expect(collector.add(second)).toBe(second);
    expect(collector.sorted()).toHaveLength(2);
  });

  it('keep the later one if it has frames', () => {
    const collector = new ErrorCollector();
    collector.add(partialError());
    const second = partialError({ frames: [FRAME] });
    expect(collector.add(second)).toBe(second);
    expect(collector.sorted().map(({ frames }) => frames.length)).toEqual([1]);
  });
});

describe('the limit', () => {
  const messages = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ message: String(index) }));

  it('keeps fifty errors', () => {
    expect(sorted(...messages(50))).toHaveLength(50);
  });

  it('discards the first ones beyond it', () => {
    const kept = sorted(...messages(51));
    expect(kept).toHaveLength(50);
    expect(kept).not.toContain('0');
  });
});

describe('the order', () => {
  it('puts the last report first', () => {
    expect(sorted({ message: 'a', report: 1 }, { message: 'b', report: 2 })).toEqual(['b', 'a']);
    expect(sorted({ message: 'a', report: 1 }, { message: 'c', report: 2, role: 'cause' })).toEqual([
      'c',
      'a',
    ]);
  });

  it('puts a group of the last report first', () => {
    expect(sorted({ message: 'a', report: 1 }, { message: 'b', report: 2, role: 'group' })).toEqual([
      'b',
      'a',
    ]);
  });

  it('puts what was raised before its causes and contexts, and those before a group', () => {
    expect(
      sorted(
        { message: 'group', role: 'group' },
        { message: 'far', role: 'context' },
        { message: 'near', role: 'cause' },
        { message: 'raised' },
      ),
    ).toEqual(['raised', 'near', 'far', 'group']);
  });

  it('puts warnings and then log lines last, the latest first', () => {
    expect(
      sorted(
        { message: 'raised', report: 1 },
        { message: 'group', role: 'group', report: 1 },
        { message: 'log', role: 'log', report: 5 },
        { message: 'warning', role: 'warning', report: 2 },
        { message: 'later warning', role: 'warning', report: 3 },
      ),
    ).toEqual(['raised', 'group', 'later warning', 'warning', 'log']);
  });

  it('puts the last of unrelated errors first, but keeps the order of the members of a group', () => {
    expect(sorted({ message: 'a' }, { message: 'b' })).toEqual(['b', 'a']);
    expect(sorted({ message: 'a', depth: 1 }, { message: 'b', depth: 1 })).toEqual(['a', 'b']);
    expect(sorted({ message: 'a', depth: 1 }, { message: 'b', depth: 0 })).toEqual(['b', 'a']);
    const causes = [
      { message: 'a', depth: 1, role: 'cause' },
      { message: 'b', depth: 1, role: 'cause' },
    ] as const;
    expect(sorted(...causes)).toEqual(['b', 'a']);
  });
});

describe('collected errors', () => {
  it('have their details joined, without trailing blanks, and the codes in them', () => {
    const collector = new ErrorCollector();
    collector.add(partialError({ details: ['x', '  y', 'https://sqlalche.me/e/20/xd2s', '', ' '] }));
    expect(collector.sorted()).toEqual([
      {
        type: 'KeyError',
        message: 'x',
        details: 'x\n  y\nhttps://sqlalche.me/e/20/xd2s',
        codes: [{ family: 'sqlalchemy', code: 'xd2s' }],
        frames: [],
        role: 'raised',
        span: { start: 0, end: 1 },
      },
    ]);
  });

  it('have no type if there is none', () => {
    const collector = new ErrorCollector();
    collector.add({
      message: 'x',
      details: [],
      frames: [],
      role: 'log',
      span: { start: 0, end: 1 },
      report: 0,
      depth: 0,
    });
    expect(collector.sorted()[0]).not.toHaveProperty('type');
  });

  it('may be removed, and chained to the next', () => {
    const collector = new ErrorCollector();
    collector.chainLast('cause');
    const first = collector.add(partialError({ message: 'a' }));
    const second = collector.add(partialError({ message: 'b' }));
    collector.chainLast('cause');
    expect([first.role, second.role]).toEqual(['raised', 'cause']);
    collector.remove(second);
    expect(collector.last).toBe(first);
  });
});
