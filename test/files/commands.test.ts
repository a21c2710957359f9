import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, entries, fixture, search, show, type HitItem } from './run';

const ROOM = ['--source', fixture('room')];

describe('entries', () => {
  it('prints one object an entry, with exactly the documented keys', () => {
    const [first, ...rest] = entries(...ROOM);
    expect(rest).toHaveLength(3);
    expect(first).toEqual({
      id: 'room/room.md#백그라운드-작업에서-요청의-세션을-그대로-써도-되나요',
      title: '백그라운드 작업에서 요청의 세션을 그대로 써도 되나요?',
      answer: { text: '요청이 끝나면 세션이 닫히므로 새 세션을 여는 편이 안전합니다.', from: 'inferred' },
      status: 'answered',
      language: 'ko',
      topics: ['파이썬 질문방'],
      symbols: ['fastapi.BackgroundTasks'],
      document: 'room.md',
      line: 7,
      endLine: 40,
      posts: [
        { kind: 'question', label: null, line: 9 },
        { kind: 'answer', label: 'A1', line: 14 },
        { kind: 'question', label: 'A1-Q1', line: 28 },
        { kind: 'answer', label: 'A1-Q1-A1', line: 29 },
        { kind: 'answer', label: 'A2', line: 32 },
        { kind: 'note', label: null, line: 38 },
      ],
    });
  });

  it('keeps to the limit and prints a line an entry without --json', () => {
    const { out, code } = cli(['entries', '--limit', '2', ...ROOM]);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(out).toContain('room/room.md#depends-안에서-또-depends를-써도-되나요\tanswered\tDepends 안에서');
  });

  it('takes a file as well as a folder, and several of them', () => {
    const items = entries('--source', fixture('room/room.md'), '--source', fixture('encodings'));
    expect(new Set(items.map(({ id }) => id.split('/')[0]))).toEqual(new Set(['room', 'encodings']));
  });
});

describe('show', () => {
  it('prints the whole entry as it was parsed', async () => {
    const { out } = cli([
      'show',
      'room/room.md#백그라운드-작업에서-요청의-세션을-그대로-써도-되나요',
      '--json',
      ...ROOM,
    ]);
    await expect(out).toMatchFileSnapshot(fixture('room/background-session.json'));
  });

  it('prints text to read', () => {
    const { out } = cli(['show', 'scoped-session-threads']);
    expect(out).toMatch(/^세션을.*\nfastapi-user-group\/scoped-session-threads {2}\| {2}self-answered/);
    expect(out).toContain('── A1 · answer');
  });

  it('says when there is no such entry', () => {
    const { code, err, out } = cli(['show', 'nothing-like-it']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      'archive-answers: no entry has the id "nothing-like-it". "archive-answers entries" lists all.\n',
    );
  });
});

describe('search', () => {
  it('prints one object a hit, with exactly the documented keys', () => {
    const [hit] = search('작업 큐', ...ROOM);
    expect(Object.keys(hit ?? {})).toEqual([
      'id',
      'title',
      'answer',
      'score',
      'confidence',
      'probability',
      'archive',
      'language',
      'document',
      'post',
      'line',
      'why',
    ]);
    expect(Object.keys(hit?.why ?? {})).toEqual(['terms', 'words', 'fields', 'title', 'passage']);
    expect(hit).toMatchObject({
      title: '백그라운드 작업에서 요청의 세션을 그대로 써도 되나요?',
      confidence: 'strong',
      archive: 'room',
      language: 'ko',
      document: 'room.md',
      post: 4,
      line: 32,
    });
    expect(hit?.why.passage).toMatchObject({ line: 32, text: expect.stringContaining('작업 큐') as string });
  });

  it('takes a query of several words without quotes', () => {
    expect(cli(['search', '작업', '큐', '--json', ...ROOM]).out).toBe(
      cli(['search', '작업 큐', '--json', ...ROOM]).out,
    );
  });

  it('finds nothing without failing', () => {
    expect(search('zzzzqqqq', ...ROOM)).toEqual([]);
    const { code, out } = cli(['search', 'zzzzqqqq', ...ROOM]);
    expect([code, out]).toEqual([0, 'No answer found for "zzzzqqqq".\n']);
  });

  it('names a filter value that no entry has, and those there are', () => {
    const { code, err } = cli(['search', 'session status:foo topic:nope']);
    expect(code).toBe(0);
    expect(err).toMatch(
      /^no entry has status "foo"\. Known values: (?=.*\bdisputed\b)(?=.*\bself-answered\b).*$/m,
    );
    expect(err).toMatch(/^no entry has topic "nope"\. Known values: .*SQLAlchemy.*, …$/m);
    expect(cli(['search', 'status:disputed']).err).toBe('');
  });

  it('says how each word was found', () => {
    const how = (query: string) => search(query)[0]?.why.words.map((word) => word.how);
    expect(how('세션을')).toEqual(['word']);
    expect(how('ㅌㄹㅈㅅ')).toEqual(['initials']);
    expect(how('scoped_sesion')).toEqual(['near']);
  });

  it('names what is near when no hit is sure', () => {
    const query = 'how do I group my endpoints into a class?';
    expect(search(query).every(({ confidence }) => confidence === 'weak')).toBe(true);
    const { code, out } = cli(['search', query, '--language', 'en']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^No answer found for "how .*\?"\.\nSimilar threads:\n {4}What problems .*\n {8}fastapi/,
    );
  });

  it('marks found words where the terminal shows it', () => {
    const shown = (env: NodeJS.ProcessEnv) => cli(['search', '작업 큐', ...ROOM], '', env).out;
    expect(shown({ FORCE_COLOR: '1', NO_COLOR: '' })).toContain('\u001b[1m작업\u001b[22m');
    expect(shown({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain('\u001b');
    expect(shown({ FORCE_COLOR: '', NO_COLOR: '' })).not.toContain('\u001b');
  });
});

describe('--language', () => {
  it('prefers a language where an entry has several', () => {
    expect(cli(['show', 'asgi-articles', '--language', 'en']).out).toMatch(/^What should I read/);
    expect(search('MissingGreenlet', '--language', 'ko')[0]?.language).toBe('ko');
    expect(search('MissingGreenlet', '--language', 'en')[0]?.language).toBe('en');
  });
});

describe('search --queries', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'archive-answers-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const lines = (out: string) =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { query: string; hits: HitItem[]; ms: number });

  it('answers each line of the file with a line', () => {
    const file = join(folder, 'queries.txt');
    writeFileSync(file, '\uFEFF작업 큐\r\n\r\n캐시\r\n');
    const { code, out } = cli(['search', '--queries', file, '--limit', '1', ...ROOM]);
    expect(code).toBe(0);
    expect(lines(out).map(({ query, hits }) => [query, hits.map(({ line }) => line)])).toEqual([
      ['작업 큐', [32]],
      ['캐시', [46]],
    ]);
    for (const line of lines(out)) expect(Object.keys(line)).toEqual(['query', 'hits', 'ms']);
  });

  it('reads standard input', () => {
    expect(lines(cli(['search', '--queries', '-', ...ROOM], '캐시\n').out)).toHaveLength(1);
  });

  it('says when the file is not there', () => {
    const { code, err } = cli(['search', '--queries', join(folder, 'none.txt'), ...ROOM]);
    expect(code).toBe(1);
    expect(err).toContain('the file of queries cannot be read');
  });
});

describe('a wrong command line', () => {
  it.each([
    [[], 'no command was given'],
    [['find'], '"find" is not a command'],
    [['search'], '"search" needs a query'],
    [['search', 'x', '--limit', '0'], '"--limit" takes a whole number from 1 on, got "0"'],
    [['show'], '"show" takes one id'],
    [['entries', 'x'], '"entries" takes no argument'],
    [['search', 'x', '--queries', 'f'], '"--queries" belongs to "search"'],
    [['entries', '--source', ''], '"--source" takes the path of a folder or a Markdown file'],
    [['entries', '--colour'], "Unknown option '--colour'"],
  ])('%j is explained', (args, message) => {
    const { code, err, out } = cli(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toContain('Usage: archive-answers');
  });

  it.each([
    [fixture('nowhere'), 'The archive cannot be read: it does not exist.'],
    [fixture('room/images/there.png'), 'it is not a Markdown file.'],
  ])('%s is no source', (path, message) => {
    const { code, err } = cli(['entries', '--source', path]);
    expect(code).toBe(1);
    expect(err).toContain(message);
  });

  it('helps', () => {
    expect(cli(['--help'])).toMatchObject({ code: 0, err: '' });
    expect(cli(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('bad input', () => {
  it('leaves the rest working and names file and line', () => {
    const { code, out, err } = cli(['entries', '--source', fixture('broken')]);
    expect(code).toBe(0);
    expect(out).toContain('broken/fine\t');
    const problems = err
      .trim()
      .split('\n')
      .map((line) => line.replace(fixture('broken'), '').replaceAll('\\', '/'));
    expect(problems.map((line) => line.replace(/^(\w+: \S+?): .*/, '$1'))).toEqual([
      'error: /archive.json:3',
      'info: /empty.md:1',
      'error: /front-matter.md:3',
      'error: /picture.md',
      'warning: /values.md:3',
      'warning: /values.md:8',
      'warning: /values.md:10',
      'warning: /values.md:11',
    ]);
  });

  it('fails when a file named as the source cannot be read', () => {
    const { code, err } = cli(['entries', '--source', fixture('broken/picture.md')]);
    expect(code).toBe(1);
    expect(err).toContain('picture.md: The archive cannot be read: it is not UTF-8 text.');
  });

  it.skipIf(process.platform === 'win32')('is left out as a source, and the other sources are read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'archive-answers-'));
    try {
      const pipe = join(folder, 'pipe.md');
      execFileSync('mkfifo', [pipe]);
      const sources = [pipe, '/dev/null', fixture('nowhere'), fixture('room')];
      const { code, out, err } = cli(['entries', ...sources.flatMap((path) => ['--source', path])]);
      expect(code).toBe(1);
      expect(out.split('\n').filter((line) => line.startsWith('room/'))).toHaveLength(4);
      const reasons = err
        .split('\n')
        .flatMap((line) => /The archive cannot be read: ([^.]*)/.exec(line)?.[1] ?? []);
      expect(reasons).toEqual([
        'it is neither a file nor a folder',
        'it is neither a file nor a folder',
        'it does not exist',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.skipIf(process.platform === 'win32')('has names that terminals do not interpret', () => {
    const folder = mkdtempSync(join(tmpdir(), 'archive-answers-'));
    try {
      writeFileSync(join(folder, '\u001b[2J.md'), '');
      expect(cli(['entries', '--source', folder]).err).toContain('<U+001B>[2J.md');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('follows no link, neither around in circles nor out of the archive', () => {
    const folder = mkdtempSync(join(tmpdir(), 'archive-answers-'));
    try {
      writeFileSync(join(folder, 'x.md'), '# Q?\n\n> ![](out/there.png)\n');
      symlinkSync('.', join(folder, 'around'));
      symlinkSync(fixture('room/images'), join(folder, 'out'));
      expect(entries('--source', folder)).toHaveLength(1);
      expect(cli(['entries', '--source', folder]).err).toContain('"out/there.png" is not in the archive');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('finds what stands beside the broken files', () => {
    expect(search('wholesome', '--source', fixture('broken')).map(({ id }) => id)).toEqual(['broken/fine']);
  });

  it('reads CRLF, a byte order mark and decomposed text alike', () => {
    const source = ['--source', fixture('encodings')];
    const posts = ['crlf', 'bom', 'nfd'].map((id) => show(id, ...source).posts);
    expect(posts[0]).toMatchObject([{ kind: 'answer', markdown: '세션을 닫습니다.\n\n두 번째 문단.' }]);
    expect(posts[1]).toEqual(posts[0]);
    expect(posts[2]).toEqual(posts[0]);
    expect(search('분해된', ...source)[0]?.id).toBe('encodings/nfd');
  });
});
