import { describe, expect, it } from 'vitest';
import { readArchive } from '../../src/core/archive/readArchive';
import { MANIFEST_NAME } from '../../src/core/archive/manifest';
import { LINEAR, measureAsyncGrowth } from './growth';
import { nested, numbered, repeated, type Shape } from './inputs';

/** Reads an archive of one question with a manifest. */
async function read(manifest: string): Promise<void> {
  await readArchive({
    location: 'a',
    root: 'a',
    name: 'a',
    list: () => Promise.resolve({ manifest: true, documents: ['a.md'], images: [] }),
    read: (path: string) => Promise.resolve(path === MANIFEST_NAME ? manifest : '# Q?\n\n> a\n'),
    hasFile: () => Promise.resolve(false),
  } as never);
}

const json = (key: string, shape: Shape): Shape => {
  return (characters) => JSON.stringify({ [key]: shape(characters) });
};

describe('archive.json is read in linear time', () => {
  it.each<[string, Shape]>([
    ['arrays that are not closed', repeated('[')],
    ['arrays', nested('[', '1', ']')],
    ['objects that are not closed', repeated('{"a":')],
    ['objects', nested('{"a":', '1', '}')],
    ['keys', numbered((n) => `"k${n}": 1, `, '{', '"id": "a"}')],
    ['the same key', repeated('"id": "a", ', '{', '"id": "a"}')],
    ['keys of the wrong type', repeated('"id": 1, ', '{', '"id": 1}')],
    ['commas', repeated(',', '{')],
    ['colons', repeated(':', '{"a"')],
    ['quotes', repeated('"', '{')],
    ['comments', repeated('// a\n', '{')],
    ['comments on one line', repeated('/* a */', '{')],
    ['blank lines', repeated('\n', '', '{}')],
    ['blanks', repeated(' ', '{', '}')],
    ['invalid characters', repeated('a ', '{')],
    ['a text that is not closed', repeated('a', '{"title": "')],
    ['escapes', repeated('\\u0041', '{"title": "', '"}')],
    ['carriage returns', repeated('\r')],
    ['titles', numbered((n) => `"a${n}": "b", `, '{"titles": {', '"z": "b"}}')],
    ['titles of the wrong type', numbered((n) => `"a${n}": [], `, '{"titles": {', '"z": "b"}}')],
    ['an id', json('id', repeated('a'))],
    ['an id of hyphens', json('id', repeated('-', 'a', 'a'))],
    ['an id of dots', json('id', repeated('.', 'a', '!'))],
    ['an id of blanks', json('id', repeated(' ', 'a', 'a'))],
    ['an id of what no id has', json('id', repeated('!a', 'a', 'a'))],
    ['a title', json('title', repeated('a '))],
    ['a title of blanks', json('title', repeated(' ', 'a', 'a'))],
    ['a description', json('description', repeated('a\n'))],
    ['a language', json('language', repeated('a-'))],
    ['an address', json('web', repeated('a/', 'https://'))],
    ['an address for corrections', json('corrections', repeated('{title}', 'https://a.test/?'))],
    ['an address with an open placeholder', json('corrections', repeated('{', 'https://a.test/?'))],
    ['an address with an open host', json('corrections', repeated('a.', 'https://', '{title}'))],
    ['an address with a long user', json('corrections', repeated('@', 'mailto:'))],
  ])('%s', async (_, shape) => {
    expect((await measureAsyncGrowth(read, shape)).perDoubling).toBeLessThan(LINEAR);
  });
});
