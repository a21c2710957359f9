import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, fixture, ROOT } from './run';

const CLI = join(ROOT, 'dist', 'cli.js');
const GREENLET =
  "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here.";
const ANSWERED_BY = 'fastapi-user-group/async-join-missing-rows';

interface ErrorOutput {
  readonly errors: readonly { readonly type: string | null; readonly code: string | null }[];
  readonly hits: readonly {
    readonly id: string;
    readonly confidence: string;
    readonly post: number | null;
  }[];
}
const parsed = (out: string) => JSON.parse(out) as ErrorOutput;

describe('error', () => {
  let folder = '';
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'archive-answers-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints the error of a file, and the entry about it with its answer and place', () => {
    const { code, out, err } = cli(['error', fixture('errors/greenlet-uvicorn.txt'), '--language', 'en']);
    expect([code, err]).toEqual([0, '']);
    const [error = '', blank, title = '', answer = '', place = ''] = out.split('\n');
    expect(error).toMatch(/^sqlalchemy\.exc\.MissingGreenlet: greenlet_spawn has not .* \[xd2s\]$/);
    expect(blank).toBe('');
    expect(title).toMatch(/^[A-Z].*\?$/);
    expect(answer).toMatch(/^ {4}.*`MissingGreenlet`/);
    expect(place).toMatch(/^ {4}fastapi-user-group\/async-join-missing-rows {2}strong {2}\S+\.md:\d+$/);
    expect(out).toMatch(/\n"archive-answers show ID" prints an entry\.\n$/);
  });

  it('prints one object with exactly the documented keys', () => {
    const { code, out } = cli(['error', '--json', fixture('errors/greenlet-uvicorn.txt')]);
    expect(code).toBe(0);
    const output = parsed(out);
    expect(Object.keys(output)).toEqual(['errors', 'hits']);
    expect(Object.keys(output.errors[0] ?? {})).toEqual(['type', 'message', 'code']);
    expect(Object.keys(output.hits[0] ?? {})).toEqual(['id', 'title', 'answer', 'confidence', 'post']);
    expect(output.errors[0]).toMatchObject({ type: 'sqlalchemy.exc.MissingGreenlet', code: 'xd2s' });
    expect(output.hits[0]).toMatchObject({
      id: ANSWERED_BY,
      confidence: 'strong',
      post: expect.any(Number) as number,
    });
  });

  it.skipIf(process.platform === 'win32')('reads a pipe, as in a terminal', () => {
    const command = 'printf "%s\\n" "Traceback (most recent call last):" "$1" | "$2" "$3" error --json';
    const out = execFileSync('sh', ['-c', command, 'sh', GREENLET, process.execPath, CLI], {
      encoding: 'utf8',
      cwd: ROOT,
    });
    expect(parsed(out).hits[0]?.id).toBe(ANSWERED_BY);
  });

  it('says which class and code a message alone is known by', () => {
    const message = GREENLET.slice(GREENLET.indexOf(': ') + 2);
    const { code, out } = cli(['error', '--json'], `이런 오류가 납니다: ${message}\n`);
    expect(code).toBe(0);
    expect(parsed(out).errors[0]).toMatchObject({ type: 'sqlalchemy.exc.MissingGreenlet', code: 'xd2s' });
    expect(parsed(out).hits[0]).toMatchObject({ id: ANSWERED_BY, confidence: 'strong' });
  });

  it('reads standard input, also where it is named', () => {
    expect(parsed(cli(['error', '--json'], GREENLET).out).hits[0]?.id).toBe(ANSWERED_BY);
    expect(cli(['error', '-'], GREENLET).out).toBe(cli(['error'], GREENLET).out);
  });

  it('ends with 1 where no entry answers, and says so', () => {
    expect(cli(['error'], "KeyError: 'region'\n")).toEqual({
      code: 1,
      out: "KeyError: 'region'\n\nNo entry answers this.\n",
      err: '',
    });
    const { code, out } = cli(['error', '--json'], "KeyError: 'region'\n");
    expect([code, parsed(out)]).toEqual([
      1,
      { errors: [{ type: 'KeyError', message: "'region'", code: null }], hits: [] },
    ]);
  });

  it.each([
    [' \n', 'The input is empty.\n'],
    ['12 passed in 0.31s\n', 'No error found.\n'],
    ['모두 통과했습니다\n', 'No error found.\n'],
  ])('reports no error in %j', (input, expected) => {
    expect(cli(['error'], input)).toEqual({ code: 1, out: expected, err: '' });
    expect(parsed(cli(['error', '--json'], input).out)).toEqual({ errors: [], hits: [] });
  });

  it('reads logs that are not text, and those of PowerShell', () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
    const binary = Buffer.concat([bytes, Buffer.from(`\n${GREENLET}\n`), bytes]);
    expect(parsed(cli(['error', '--json', file('binary.log', binary)]).out).hits[0]?.id).toBe(ANSWERED_BY);
    const utf16 = Buffer.from(`\u{feff}Collected 1 item\r\n${GREENLET}\r\n`, 'utf16le');
    expect(parsed(cli(['error', '--json', file('utf16.log', utf16)]).out).hits[0]?.id).toBe(ANSWERED_BY);
  });

  it('prints no control characters of a log', () => {
    const { out } = cli(['error'], 'KeyError: \u001b]0;title\u0007\u009b31mx\u0000\n');
    expect(out).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('reads a log of any size to its end', () => {
    const noise = 'INFO: a request was answered in time and nothing happened\n'.repeat(1000);
    const early = 'ValueError: early\n';
    const long = file('long.log', `${early}${noise.repeat(400)}${GREENLET}\n`);
    const output = parsed(cli(['error', '--json', long]).out);
    expect(output.errors.map(({ type }) => type)).toEqual(['sqlalchemy.exc.MissingGreenlet']);
    expect(output.hits[0]?.id).toBe(ANSWERED_BY);
  });

  it('names an error that repeats once, and at most eight', () => {
    const again = `${GREENLET}\n`.repeat(50);
    expect(parsed(cli(['error', '--json'], again).out).errors).toHaveLength(1);
    const many = Array.from({ length: 50 }, (_, at) => `KeyError: 'k${String(at)}'`).join('\n');
    expect(parsed(cli(['error', '--json'], many).out).errors).toHaveLength(8);
  });

  it('keeps to the limit', () => {
    expect(parsed(cli(['error', '--json', '--limit', '1'], GREENLET).out).hits).toHaveLength(1);
  });

  it('reads the sources that are named', () => {
    const { out } = cli(['error', '--source', fixture('errors/archive')], GREENLET);
    expect(out).not.toContain(ANSWERED_BY);
  });

  it('prefers a language', () => {
    expect(cli(['error', '--language', 'ko'], GREENLET).out).toContain('비동기 SQLAlchemy');
  });

  it.each([
    ['1', true],
    ['', false],
  ])('prints titles in bold where the terminal shows it: FORCE_COLOR=%j', (forced, expected) => {
    const { out } = cli(['error'], GREENLET, { FORCE_COLOR: forced, NO_COLOR: '' });
    expect(out.includes('\u001b[1m')).toBe(expected);
  });

  it('says when the file cannot be read', () => {
    const { code, out, err } = cli(['error', join(folder, 'none.log')]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^archive-answers: ".*none\.log" cannot be read: /);
    expect(cli(['error', folder]).code).toBe(1);
  });

  it('takes no more than one file', () => {
    const { code, err } = cli(['error', 'a', 'b']);
    expect(code).toBe(2);
    expect(err).toContain('"error" takes one file, or standard input.');
  });

  it.skipIf(process.platform !== 'linux')(
    'explains itself on a terminal, where nothing is piped in',
    async () => {
      const terminal = spawn(
        'script',
        ['-qec', `"${process.execPath}" "${CLI}" error; echo code $?`, '/dev/null'],
        {
          stdio: ['pipe', 'pipe', 'inherit'],
        },
      );
      let out = '';
      for await (const chunk of terminal.stdout) out += String(chunk);
      expect(out).toContain('"error" reads a file, or what is piped to it');
      expect(out).toContain('code 2');
    },
  );
});
