import { describe, expect, it } from 'vitest';
import { LinePrefix } from '../../../src/core/tracebacks/linePrefix';

const HEADER = 'Traceback (most recent call last):';
const learnt = (header: string) => {
  const prefix = new LinePrefix();
  prefix.learnFromHeader(header);
  return prefix;
};

describe('LinePrefix', () => {
  it('learns what is before a header, with other numbers', () => {
    const prefix = learnt(`app.log:9: ${HEADER}`);
    expect(prefix.strip('app.log:10:   File "a"', true)).toEqual({ text: '  File "a"', column: 12 });
    expect(prefix.strip('web.log:10: x', true).column).toBe(0);
  });

  it('learns what is before a location', () => {
    const prefix = new LinePrefix();
    expect(prefix.learnFromFrame('a b   File "/a.py", line 3, in f')).toBe(true);
    expect(prefix.strip('a b KeyError: 1', true).text).toBe('KeyError: 1');
    expect(prefix.learnFromFrame('  File "/a.py", line 3, in f')).toBe(false);
  });

  it('treats special characters as they are', () => {
    expect(learnt(`[a.b] (c)+ ${HEADER}`).strip('[a.b] (c)+ KeyError: 1', true).text).toBe('KeyError: 1');
    expect(learnt(`a.b ${HEADER}`).strip('axb KeyError: 1', true).text).toBe('axb KeyError: 1');
  });

  it('strips as much indentation as the header has', () => {
    const prefix = learnt(`    ${HEADER}`);
    expect(prefix.strip('      File "a"', true).text).toBe('  File "a"');
    expect(prefix.strip('KeyError: 1', true).text).toBe('KeyError: 1');
  });

  it('strips indentation below a mark of a list', () => {
    expect(learnt(`- ${HEADER}`).strip('  KeyError: 1', true).text).toBe('KeyError: 1');
    expect(learnt(`a ${HEADER}`).strip('  KeyError: 1', true).text).toBe('  KeyError: 1');
  });

  it('strips known prefixes after it', () => {
    expect(learnt(`api:dev: ${HEADER}`).strip('api:dev: ERROR:    x', false)).toEqual({
      text: 'x',
      column: 19,
      level: 'ERROR',
    });
  });

  it('forgets it where other output follows', () => {
    const prefix = learnt(`a b ${HEADER}`);
    prefix.strip('other', false);
    expect(prefix.strip('a b x', true).text).toBe('a b x');
  });

  it('learns no long prefix', () => {
    expect(learnt(`${'a'.repeat(301)}${HEADER}`).strip('aaaa', true).text).toBe('aaaa');
  });
});
