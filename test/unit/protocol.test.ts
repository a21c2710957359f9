import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageMessage, readPanelState } from '../../src/protocol';

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
  ])('rejects %j', (message) => {
    expect(readPageMessage(message)).toBeUndefined();
  });

  it('are read without throwing, whatever arrives', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readPageMessage(value);
        readPanelState(value);
      }),
    );
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
