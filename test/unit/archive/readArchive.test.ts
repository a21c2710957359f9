import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/core/archive/readArchive';
import { variantIn } from '../../../src/core/model';
import { SourceError } from '../../../src/core/archive/archiveSource';
import { memorySource } from '../memory';

const entry = (title: string, body: string, more = ''): string =>
  `---\ntitle: ${title}\n${more}---\n\n${body}\n`;

describe('readArchive', () => {
  it('pairs a translation with its original', async () => {
    const archive = await readArchive(
      memorySource({
        'a.md': entry('세션', '> 답변입니다.', 'id: session\nlanguage: ko\n'),
        'a.en.md': entry('Sessions', '> An answer.'),
        'b.en.md': entry('Alone', '> Text.'),
      }),
    );
    expect(archive.entries.map(({ id, language }) => [id, language])).toEqual([
      ['room/session', 'ko'],
      ['room/b.en.md#b.en', 'en'],
    ]);
    const [first] = archive.entries;
    if (first === undefined) throw new Error('no entry');
    expect(variantIn(first, 'en-US').title).toBe('Sessions');
    expect(variantIn(first, 'fr').title).toBe('세션');
    expect(archive.problems).toEqual([]);
  });

  it('pairs translations by pinned id first, and ignores extensions that are not languages', async () => {
    const archive = await readArchive(
      memorySource({
        'a.md': '## One\n<!-- id: one -->\n> x\n\n## Two\n<!-- id: two -->\n> y\n',
        'a.en.md': '## Second\n<!-- id: two -->\n> y\n',
        'next.md': entry('Next', '> x'),
        'next.js.md': entry('Next.js', '> x'),
      }),
    );
    expect(
      archive.entries.map(({ title, translations }) => [title, translations.map((variant) => variant.title)]),
    ).toEqual([
      ['One', []],
      ['Two', ['Second']],
      ['Next.js', []],
      ['Next', []],
    ]);
  });

  it('keeps a translation that does not match as entries of its own', async () => {
    const archive = await readArchive(
      memorySource({ 'a.md': entry('A', '> x'), 'a.en.md': '## One\n> x\n\n## Two\n> y\n' }),
    );
    expect(archive.entries.map(({ id, language, translations }) => [id, language, translations])).toEqual([
      ['room/a.md#a', 'en', []],
      ['room/a.en.md#one', 'en', []],
      ['room/a.en.md#two', 'en', []],
    ]);
    expect(archive.problems).toMatchObject([
      { kind: 'translationUnmatched', severity: 'info', document: 'a.en.md', args: ['a.md', '2', '2'] },
    ]);
  });

  it('pairs translations by their place among the headings, else by index', async () => {
    const archive = await readArchive(
      memorySource({
        'a.md': '# 하나\n\n## 가\n\nx\n\n## 나\n\ny\n\n# 둘\n\n## 다\n\nz\n',
        'a.en.md': '# One\n\n## A\n\nx\n\n## B\n\ny\n\n# Two\n\n## C\n\nz\n\n## D\n\nw\n',
      }),
    );
    expect(
      archive.entries.map(({ title, translations }) => [title, translations.map((variant) => variant.title)]),
    ).toEqual([
      ['가', ['A']],
      ['나', ['B']],
      ['다', []],
      ['C', []],
      ['D', []],
    ]);
  });

  it('pairs mirrored language folders, which are no topics', async () => {
    const archive = await readArchive(
      memorySource({
        'docs/en/faq.md': '# Questions\n\n## Is it free?\n\nYes, it is.\n\n## Is it open?\n\nOf course.\n\n## And fast?\n\nYes.\n',
        'docs/de/faq.md': '# Fragen\n\n## Kostet es etwas?\n\nNein.\n\n## Ist es offen?\n\nJa.\n\n## Und schnell?\n\nJa.\n',
        'docs/de/nur.md': '# Nur auf Deutsch\n\nDas hier gibt es nicht auf Englisch.\n',
      }),
    );
    expect(
      archive.entries.map(({ id, language, topics, translations }) => [
        id,
        language,
        topics[0],
        translations.map((variant) => [variant.language, variant.title, variant.topics[0]]),
      ]),
    ).toEqual([
      ['room/docs/de/nur.md#nur-auf-deutsch', 'de', 'docs', []],
      ['room/docs/en/faq.md#is-it-free', 'en', 'docs', [['de', 'Kostet es etwas?', 'docs']]],
      ['room/docs/en/faq.md#is-it-open', 'en', 'docs', [['de', 'Ist es offen?', 'docs']]],
      ['room/docs/en/faq.md#and-fast', 'en', 'docs', [['de', 'Und schnell?', 'docs']]],
    ]);
  });

  it('gives an entry its own language where a document that declares none mixes', async () => {
    const page = [
      '# 질문',
      '## 세션은 언제 닫나요?',
      '요청이 끝나면 닫습니다. 그렇지 않으면 연결이 부족해집니다.',
      '## Should it be closed by hand?',
      'No. The dependency closes it for you when the response has been sent.',
      '## 엔진은 하나면 되나요?',
      '`create_async_engine(url, pool_size=5)`',
      '',
    ].join('\n\n');
    const languages = async (manifest?: object) => {
      const declared = manifest === undefined ? {} : { 'archive.json': JSON.stringify(manifest) };
      const { entries } = await readArchive(memorySource({ 'a.md': page, ...declared }));
      return entries.map(({ language }) => language);
    };
    expect(await languages()).toEqual(['ko', 'en', 'ko']);
    expect(await languages({ language: 'ko' })).toEqual(['ko', 'ko', 'ko']);
  });

  it('uses the layout of archive.json, and reports valid ones', async () => {
    const page = { 'a.md': '# T\n\n## A\n\nx\n\n## B\n\ny\n' };
    const read = (shape: string) =>
      readArchive(memorySource({ ...page, 'archive.json': JSON.stringify({ shape }) }));
    expect((await read('entry')).entries).toHaveLength(1);
    const { entries, problems } = await read('wiki');
    expect(entries).toHaveLength(2);
    expect(problems).toMatchObject([
      {
        kind: 'manifestValue',
        args: ['shape', { wanted: 'oneOf', args: ['thread, entry, faq, collapsed, prose'] }],
      },
    ]);
  });

  it('finds which images exist', async () => {
    const archive = await readArchive(
      memorySource(
        {
          'in/a.md': entry(
            'A',
            '> ![a](x.png) ![b](../y%20z.png) ![c](../../out.png) ![d](https://example.org/d.png)',
          ),
        },
        { images: ['in/x.png'] },
      ),
    );
    expect(archive.entries[0]?.images.map(({ state, path }) => [state, path])).toEqual([
      ['present', 'in/x.png'],
      ['missing', 'y z.png'],
      ['missing', undefined],
      ['remote', undefined],
    ]);
    expect(archive.problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['missingImage', 5],
      ['imageOutside', 5],
    ]);
  });

  it('looks up few images at a time, and keeps their order', async () => {
    const names = Array.from({ length: 200 }, (_, at) => `${String(at).padStart(3, '0')}.png`);
    const documents = names.map((name) => [name.replace('png', 'md'), entry(name, `> ![a](${name})`)]);
    const source = memorySource(Object.fromEntries(documents) as Record<string, string>, { images: names });
    let asked = 0;
    let most = 0;
    const archive = await readArchive({
      ...source,
      async fileAt(path) {
        most = Math.max(most, (asked += 1));
        // The later ones are found first.
        await new Promise((resolve) => setTimeout(resolve, path < '100' ? 2 : 0));
        asked -= 1;
        return source.fileAt(path);
      },
    });
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(16);
    expect(archive.entries.map(({ title, images }) => [title, images[0]?.state])).toEqual(
      names.map((name) => [name, 'present']),
    );
  });

  it('finds the sizes of images, looking up each file once', async () => {
    const body = '> ![a](x.png) ![b](y.png) ![c](gone.png) ![again](x.png)';
    const source = memorySource(
      { 'a.md': entry('A', body), 'a.en.md': entry('A', body) },
      { images: ['x.png', 'y.png'], sizes: { 'x.png': 12_345 } },
    );
    const asked: string[] = [];
    const archive = await readArchive({
      ...source,
      fileAt(path) {
        asked.push(path);
        return source.fileAt(path);
      },
    });
    const [first] = archive.entries;
    for (const variant of [first, first?.translations[0]]) {
      expect(variant?.images.map(({ state, bytes }) => [state, bytes])).toEqual([
        ['present', 12_345],
        ['present', undefined],
        ['missing', undefined],
        ['present', 12_345],
      ]);
    }
    expect(asked.sort()).toEqual(['gone.png', 'x.png', 'y.png']);
  });

  it('copies roles and agreement from the original, where a translation has the same posts', async () => {
    const original = entry('세션', '> A1. 닫으면 됩니다.\n> A1-1. 맞습니다.', 'status: self-answered\n');
    const read = async (translation: string) => {
      const files = { 'a.md': original, 'a.en.md': entry('Sessions', translation) };
      const [first] = (await readArchive(memorySource(files))).entries;
      return first?.translations[0]?.posts.map(({ byAsker, agreement: stance }) => [byAsker, stance]);
    };
    expect(await read('> A1. Close it.\n> A1-1. The asker found that to be so.')).toEqual([
      [true, undefined],
      [undefined, 'agrees'],
    ]);
    expect(await read('> A1. Close it.\n\n> A2. Figured it out: `close()`.\n> A2-1. I disagree.')).toEqual([
      [undefined, undefined],
      [true, undefined],
      [undefined, 'disagrees'],
    ]);
  });

  it('reports an unreadable file and keeps the rest', async () => {
    const archive = await readArchive(
      memorySource({ 'a.md': entry('A', '> x'), 'b.md': new Error('permission denied.') }),
    );
    expect(archive.entries).toHaveLength(1);
    expect(archive.problems).toEqual([
      { kind: 'unreadable', severity: 'error', document: 'b.md', args: ['permission denied.'] },
    ]);
  });

  it('reports an invalid archive.json with its line and uses the folder name', async () => {
    const archive = await readArchive(
      memorySource({ 'archive.json': '{\n  "id": "x",\n  "title": oops\n}', 'a.md': entry('A', '> x') }),
    );
    expect(archive).toMatchObject({ id: 'room', title: 'room' });
    expect(archive.entries).toHaveLength(1);
    expect(archive.problems).toMatchObject([{ kind: 'manifestSyntax', document: 'archive.json', line: 3 }]);
  });

  it('keeps the valid keys of archive.json', async () => {
    const archive = await readArchive(
      memorySource({
        'archive.json':
          '{\n  "id": "the room",\n  "title": "The Room",\n  "language": "ko",\n  "web": "ftp://x"\n}',
        'a.md': entry('A', '> x'),
      }),
    );
    expect(archive).toMatchObject({ id: 'room', title: 'The Room', entries: [{ language: 'ko' }] });
    expect(archive.problems.map(({ kind, line, args }) => [kind, line, args[0]])).toEqual([
      ['manifestValue', 2, 'id'],
      ['manifestValue', 5, 'web'],
    ]);
  });

  it('assigns an id that is pinned twice to the first entry only', async () => {
    const archive = await readArchive(
      memorySource({
        'archive.json': '{}',
        'a.md': entry('A', '> x', 'id: same\n'),
        'b.md': entry('B', '> y', 'id: same\n'),
      }),
    );
    expect(archive.entries.map(({ id }) => id)).toEqual(['room/same', 'room/b.md#b']);
    expect(archive.problems).toMatchObject([
      { kind: 'duplicateId', document: 'b.md', line: 1, args: ['same'] },
    ]);
  });

  it('takes the ids of a site only where a page is one entry, and the same one twice', async () => {
    const archive = await readArchive(
      memorySource({
        'a/intro.md': entry('Start', 'One.', 'id: intro\n'),
        'b/intro.md': entry('Begin', 'Two.', 'id: intro\n'),
        'faq.md': `---\nid: faq\ntitle: FAQ\n---\n\n## Is it free?\n\nYes.\n\n## Is it open?\n\nYes.\n\n## Is it fast?\n\nNo.\n`,
      }),
    );
    expect(archive.entries.map(({ id }) => id)).toEqual([
      'room/intro',
      'room/b/intro.md#intro',
      'room/faq.md#is-it-free',
      'room/faq.md#is-it-open',
      'room/faq.md#is-it-fast',
    ]);
    expect(archive.problems).toEqual([]);
  });

  it('resolves related entries', async () => {
    const archive = await readArchive(
      memorySource({
        'a.md': entry('A', '> x', 'id: a\nsee: [b, room/b, gone]\n'),
        'b.md': entry('B', '> y', 'id: b\n'),
      }),
    );
    expect(archive.entries[0]?.see).toEqual(['room/b', 'room/b']);
    expect(archive.problems).toMatchObject([{ kind: 'seeUnknown', args: ['gone'] }]);
  });

  it("has the reader's own title in every language, and its own id", async () => {
    const manifest = JSON.stringify({ id: 'us', title: '우리', titles: { en: 'Us' } });
    const source = memorySource({ 'archive.json': manifest, 'a.md': entry('A', '> x') });
    const archive = await readArchive({ ...source, title: 'Mine' });
    expect([archive.id, archive.title, archive.titles]).toEqual(['us', 'Mine', {}]);
  });

  it('throws the error of a source that cannot be listed', async () => {
    const source = { ...memorySource({}), list: () => Promise.reject(new SourceError({ why: 'missing' })) };
    await expect(readArchive(source)).rejects.toThrow(SourceError);
  });
});
