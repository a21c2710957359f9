import { describe, expect, it } from 'vitest';
import { parseQuery, placedFilters, toPlainQuery } from '../../src/core/search/query';
import { LINEAR, measureGrowth } from './growth';
import { numbered, repeated, type Shape } from './inputs';

/** Reads a query that is typed, pasted, or handed over by a link or an agent. */
function read(text: string): void {
  parseQuery(text);
  placedFilters(text);
  toPlainQuery(text);
}

describe('queries are read in linear time', () => {
  it.each<[string, Shape]>([
    ['words', repeated('session ')],
    ['one long word', repeated('a')],
    ['one word of letters with hyphens', repeated('a-')],
    ['phrases', repeated('"a b" ')],
    ['quotes', repeated('"')],
    ['quotes and blanks', repeated('" ')],
    ['curly quotes', repeated('“a ')],
    ['a phrase that is not closed', repeated('a ', '"')],
    ['excluded words', repeated('-a ')],
    ['excluded phrases', repeated('-"a" ')],
    ['hyphens', repeated('-')],
    ['hyphens and blanks', repeated('- ')],
    ['filters', numbered((n) => `topic:a${n} `)],
    ['filters without values', repeated('topic:')],
    ['filters with quotes', repeated('topic:"a" ')],
    ['filters with a quote that is not closed', repeated('topic:"')],
    ['blanks', repeated(' ')],
    ['blanks between words', repeated(' ', 'a', 'b')],
    ['line feeds', repeated('\n')],
    ['lines', repeated('a b\n')],
    ['code', repeated('x = f(a)\n')],
    ['frames', repeated('  File "a.py", line 1, in f\n    g()\n')],
    ['frames that are not closed', repeated('File "')],
    ['brackets', repeated('(')],
    ['Korean', repeated('세션을 ')],
    ['decomposed Korean', repeated('\u1112\u1161\u11AB')],
    ['combining marks', repeated('\u0301', 'a')],
    ['dots', repeated('.')],
    ['names', repeated('a.b')],
    ['control characters', repeated('\0')],
    ['surrogates', repeated('\uD83D')],
  ])('%s', (_, shape) => {
    expect(measureGrowth(read, shape).perDoubling).toBeLessThan(LINEAR);
  });
});
