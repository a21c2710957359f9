import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntryId, readPageMessage, readPanelState, readQuery } from '../../src/protocol';

const TYPES = [
  ...['ready', 'pong', 'pointerDown', 'focused', 'openEntry', 'followLink', 'chooseLanguage', 'search'],
  ...['copyPost', 'copyText', 'action', 'located'],
];
const FIELDS = [
  'id',
  'language',
  'query',
  'post',
  'visit',
  'text',
  'request',
  'isFocused',
  'action',
  'visits',
  'at',
];
const visit = { id: 3, entry: 'room/a', language: 'ko', title: '제목' };

describe('messages from the page', () => {
  it.each([
    { type: 'ready' },
    { type: 'pong' },
    { type: 'pointerDown' },
    { type: 'focused', isFocused: true },
    { type: 'openEntry', id: 'room/a' },
    { type: 'followLink', post: 3, visit: 1 },
    { type: 'chooseLanguage', language: 'en' },
    { type: 'search', query: 'topic:async' },
    { type: 'copyPost', post: 2, request: 1 },
    { type: 'copyText', text: 'x = 1', request: 1 },
    { type: 'action', action: 'report', request: undefined },
    { type: 'action', action: 'copyLink', request: 4 },
    { type: 'located', post: 4 },
    { type: 'located', post: undefined },
  ])('reads $type', (message) => {
    expect(readPageMessage(message)).toEqual(message);
  });

  it('drops unknown fields', () => {
    expect(readPageMessage({ type: 'openEntry', id: 'room/a', evil: 1 })).toEqual({
      type: 'openEntry',
      id: 'room/a',
    });
  });

  it.each([
    [undefined],
    ['ready'],
    [{}],
    [{ type: 'explode' }],
    [{ type: 'focused', isFocused: 'yes' }],
    [{ type: 'openEntry' }],
    [{ type: 'followLink', post: 3 }],
    [{ type: 'copyPost', post: -1, request: 1 }],
    [{ type: 'copyPost', post: 1.5, request: 1 }],
    [{ type: 'copyText', text: 1, request: 1 }],
    [{ type: 'action', action: 'constructor' }],
    [{ type: 'action', action: 'copyLink', request: -1 }],
    [{ type: 'located', post: 'first' }],
    [{ type: '__proto__' }],
    [{ type: 'toString' }],
    [{ type: ['ready'] }],
    [JSON.parse('{"__proto__":{"type":"ready"}}')],
    [{ type: 'action', action: '__proto__' }],
    [{ type: 'followLink', post: 1e300, visit: 1 }],
    [{ type: 'located', post: Number.NaN }],
  ])('rejects %j', (message) => {
    expect(readPageMessage(message)).toBeUndefined();
  });

  it('are read without throwing, whatever arrives, and to what is read as the same again', () => {
    const type = fc.constantFrom(...TYPES, '__proto__', 'constructor');
    const field = fc.oneof(
      fc.anything({ withNullPrototype: true }),
      fc.nat(),
      fc.string(),
      fc.constant('report'),
    );
    const fields = fc.constantFrom(...FIELDS, '__proto__', 'constructor', 'toString');
    const message = fc
      .tuple(type, fc.dictionary(fields, field))
      .map(([name, rest]) => ({ ...rest, type: name }));
    fc.assert(
      fc.property(fc.oneof(fc.anything({ withNullPrototype: true }), message), (value) => {
        const read = readPageMessage(value);
        if (read !== undefined) {
          expect(readPageMessage(read)).toEqual(read);
          expect([...FIELDS, 'type']).toEqual(expect.arrayContaining(Object.keys(read)));
        }
        const state = readPanelState(value);
        if (state !== undefined) expect(readPanelState(state)).toEqual(state);
        expect(typeof readQuery(value)).toBe('string');
        expect(['string', 'undefined']).toContain(typeof readEntryId(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['openEntry', 'search', 'chooseLanguage', 'copyText'])('rejects %s with a huge text', (type) => {
    const huge = 'x'.repeat(9_000_000);
    expect(
      readPageMessage({ type, id: huge, query: huge, language: huge, text: huge, request: 1 }),
    ).toBeUndefined();
    expect([readEntryId(huge), readQuery(huge)]).toEqual([undefined, '']);
  });
});

describe('the stored state of a panel', () => {
  it('is read without the scroll positions that the page stores with it', () => {
    const state = { visits: [visit, { ...visit, id: 4 }], at: 1, isKept: false };
    expect(readPanelState({ ...state, places: [[3, { post: 1, offset: 0 }]] })).toEqual(state);
  });

  it('is read with the targets of its visits, without what is not valid in them', () => {
    const state = { visits: [{ ...visit, target: { post: 2, words: ['lock'] } }], at: 0, isKept: false };
    expect(readPanelState(state)).toEqual(state);
    const odd = { visits: [{ ...visit, target: { post: -1, words: [1, ''] } }], at: 0, isKept: false };
    expect(readPanelState(odd)).toEqual({ ...odd, visits: [visit] });
  });

  it.each([
    [undefined],
    [{ visits: [], at: 0, isKept: false }],
    [{ visits: [visit], at: 1, isKept: false }],
    [{ visits: [visit, { ...visit, title: 7 }], at: 0, isKept: false }],
    [{ visits: 'all', at: 0, isKept: true }],
    [{ entry: 'room/a', language: 'ko', title: '제목' }],
  ])('rejects %j', (state) => {
    expect(readPanelState(state)).toBeUndefined();
  });
});
