import { describe, expect, it } from 'vitest';
import { SourceError, type ArchiveSource } from '../../../src/core/archive/archiveSource';
import type { Library } from '../../../src/core/library/library';
import { LibraryReading } from '../../../src/core/library/libraryReading';
import { SourceReading, type UnopenedSource } from '../../../src/core/library/sourceReading';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { memorySource } from '../memory';

const options = { createIndex: createInvertedIndex };
const question = (title: string): string => `# ${title}?\n\n> Yes.\n`;

/** A source that opens when it is told to. */
class HeldSource implements UnopenedSource {
  readonly location: string;
  #release: (source: ArchiveSource) => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;
  readonly #opened = new Promise<ArchiveSource>((resolve, reject) => {
    this.#release = resolve;
    this.#fail = reject;
  });

  constructor(readonly name: string) {
    this.location = `memory/${name}`;
  }

  open(): Promise<ArchiveSource> {
    return this.#opened;
  }

  release(files: Readonly<Record<string, string>> = { 'a.md': question(this.name) }): void {
    this.#release(memorySource(files, { name: this.name }));
  }

  fail(error: unknown): void {
    this.#fail(error);
  }
}

const readingOf = (...sources: readonly UnopenedSource[]): readonly SourceReading[] =>
  sources.map((source) => new SourceReading(source));
const ids = ({ archives }: Library): readonly string[] => archives.map(({ id }) => id);

/** Whether a promise is settled once all other work is done. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

describe('reading a library', () => {
  it('gives what is read while another source takes its time', async () => {
    const [slow, quick] = [new HeldSource('slow'), new HeldSource('quick')];
    const reading = new LibraryReading(readingOf(slow, quick), options);
    const first = reading.hasMore();
    expect(await isSettled(first)).toBe(false);
    quick.release();
    expect(await first).toBe(true);
    const library = await reading.build();
    expect(ids(library)).toEqual(['quick']);
    expect((await library.search('quick'))[0]?.entry.archive).toBe('quick');
    const second = reading.hasMore();
    expect(await isSettled(second)).toBe(false);
    slow.release();
    expect(await second).toBe(true);
    expect(ids(await reading.build())).toEqual(['slow', 'quick']);
    expect(await reading.hasMore()).toBe(false);
  });

  it('waits for the archive that ships, and for one that can be read', async () => {
    const [shipped, broken, own] = [
      Object.assign(new HeldSource('shipped'), { isAwaited: true as const }),
      new HeldSource('broken'),
      new HeldSource('own'),
    ];
    const reading = new LibraryReading(readingOf(shipped, broken, own), options);
    const first = reading.hasMore();
    own.release();
    broken.fail(new SourceError({ why: 'missing' }));
    expect(await isSettled(first)).toBe(false);
    shipped.release();
    expect(await first).toBe(true);
    const alone = new HeldSource('broken');
    const others = new LibraryReading(readingOf(alone, new HeldSource('slow')), options);
    const waiting = others.hasMore();
    alone.fail(new SourceError({ why: 'missing' }));
    expect(await isSettled(waiting)).toBe(false);
  });

  it('joins archives that arrive together', async () => {
    const sources = ['a', 'b', 'c', 'd'].map((name) => new HeldSource(name));
    const reading = new LibraryReading(readingOf(...sources), options);
    for (const source of sources) source.release();
    await reading.finished;
    let built = 0;
    while (await reading.hasMore()) {
      built += 1;
      expect(ids(await reading.build())).toEqual(['a', 'b', 'c', 'd']);
    }
    expect(built).toBe(1);
  });

  it('ends with a library without sources, and with one that has problems only', async () => {
    const empty = new LibraryReading([], options);
    expect(await empty.hasMore()).toBe(true);
    expect(ids(await empty.build())).toEqual([]);
    expect(await empty.hasMore()).toBe(false);
    const broken = new HeldSource('broken');
    broken.fail(new SourceError({ why: 'missing' }));
    const reading = new LibraryReading(readingOf(broken), options);
    expect(await reading.hasMore()).toBe(true);
    expect((await reading.build()).problems).toMatchObject([
      { kind: 'sourceUnreadable', location: 'memory/broken' },
    ]);
    expect(await reading.hasMore()).toBe(false);
  });

  it('gives the same ids whichever source is read first', async () => {
    const manifest = { 'archive.json': '{"id": "docs"}', 'a.md': question('docs') };
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ];
    for (const order of orders) {
      const sources = [new HeldSource('mine'), new HeldSource('docs'), new HeldSource('docs')];
      const reading = new LibraryReading(readingOf(...sources), options);
      let last: Library | undefined;
      for (const at of order) {
        sources[at]?.release(at === 0 ? manifest : undefined);
        if (await reading.hasMore()) last = await reading.build();
      }
      expect(ids(last!)).toEqual(['docs', 'docs-2', 'docs-3']);
      expect(last!.entry('docs-3/a.md#docs')?.archive).toBe('docs-3');
    }
  });

  it('keeps the id of a source that is being read free by the name of its folder', async () => {
    const [slow, quick] = [new HeldSource('docs'), new HeldSource('docs')];
    const reading = new LibraryReading(readingOf(slow, quick), options);
    quick.release();
    await reading.hasMore();
    expect(ids(await reading.build())).toEqual(['docs-2']);
    slow.release();
    await reading.hasMore();
    expect(ids(await reading.build())).toEqual(['docs', 'docs-2']);
  });
});

describe('a source that is cancelled', () => {
  it('is left out at once, even if its file system never answers', async () => {
    const [hung, quick] = [new HeldSource('hung'), new HeldSource('quick')];
    const readings = readingOf(hung, quick);
    const reading = new LibraryReading(readings, options);
    quick.release();
    readings[0]?.cancel();
    await reading.finished;
    const library = await reading.build();
    expect(ids(library)).toEqual(['quick']);
    expect(library.problems).toMatchObject([
      { kind: 'readingCancelled', severity: 'warning', location: 'memory/hung' },
    ]);
    hung.release();
    expect(await isSettled(reading.hasMore())).toBe(true);
    expect(readings[0]?.hasFailed).toBe(true);
  });

  it('stops between two documents', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`${String(at)}.md`, '']));
    const source = memorySource(files);
    let read = 0;
    const counted: ArchiveSource = {
      ...source,
      read: (path) => {
        read += 1;
        if (read === 20) reading.cancel();
        return source.read(path);
      },
    };
    const reading = new SourceReading({
      name: 'room',
      location: 'room',
      open: () => Promise.resolve(counted),
    });
    await reading.start();
    expect(await isSettled(new Promise((resolve) => setImmediate(resolve)))).toBe(true);
    expect(read).toBeLessThan(40);
    expect(reading.outcome).toMatchObject({ problem: { kind: 'readingCancelled' } });
  });
});

describe('reading a source again', () => {
  it('leaves what was read before in use until then, and reads no other source', async () => {
    const [changing, other] = [new HeldSource('changing'), new HeldSource('other')];
    changing.release();
    other.release();
    const before = readingOf(changing, other);
    const first = new LibraryReading(before, options);
    await first.finished;
    await first.build();
    const changed = new HeldSource('changing');
    const again = new SourceReading(changed, {}, before[0]?.outcome);
    const second = new LibraryReading([again, before[1]!], options, first);
    const more = second.hasMore();
    expect(await isSettled(more)).toBe(false);
    expect(ids(await new LibraryReading([again, before[1]!], options).build())).toEqual([
      'changing',
      'other',
    ]);
    changed.release({ 'b.md': question('new') });
    expect(await more).toBe(true);
    const library = await second.build();
    expect(library.entries().map(({ title }) => title)).toEqual(['new?', 'other?']);
    expect(await second.hasMore()).toBe(false);
  });

  it('needs no library where nothing is to be read', async () => {
    const source = new HeldSource('room');
    source.release();
    const readings = readingOf(source);
    const first = new LibraryReading(readings, options);
    await first.finished;
    await first.build();
    expect(await new LibraryReading(readings, options, first).hasMore()).toBe(false);
    expect(await new LibraryReading(readings, options).hasMore()).toBe(true);
  });
});
