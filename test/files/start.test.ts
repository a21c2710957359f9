import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, type Outcome } from './run';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const OPTIONS = ['--desktop', '--fresh', '--locale LOCALE', '--port PORT', '--no-open', '--help'];

/** Runs `npm start` with arguments that end it before it opens anything. */
function start(...args: readonly string[]): Outcome & { readonly isBuilt: boolean } {
  const builtAt = (): number => statSync(join(ROOT, 'dist', 'cli.js')).mtimeMs;
  const before = builtAt();
  const command = [scripts['start'] ?? '', ...args].join(' ');
  const { status, stdout, stderr } = spawnSync(command, { shell: true, cwd: ROOT, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr, isBuilt: builtAt() !== before };
}

describe('npm start', () => {
  it('prints its options, and builds nothing for it', () => {
    const { code, out, err, isBuilt } = start('--help');
    expect([code, err, isBuilt]).toEqual([0, '', false]);
    for (const option of OPTIONS) expect(out).toContain(`\n  ${option} `);
  });

  it.each([
    ['--desktp', "Unknown option '--desktp'"],
    ['9000', "Unexpected argument '9000'"],
    ['--port', "Option '--port <value>' argument missing"],
    ['--port first', '--port takes a number, not "first".'],
    ['--locale k_o', '--locale takes a language such as ko or en, not "k_o".'],
  ])('names what is wrong with %s before it builds, and lists the options', (args, message) => {
    const { code, out, err, isBuilt } = start(args);
    expect([code, out, isBuilt]).toEqual([2, '', false]);
    expect(err).toContain(message);
    for (const option of OPTIONS) expect(err).toContain(`\n  ${option} `);
  });
});
