import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
export const fixture = (name: string): string => join(ROOT, 'test', 'fixtures', name);

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a user would. */
export function cli(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], {
    encoding: 'utf8',
    input,
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

export interface EntryItem {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly language: string;
  readonly topics: readonly string[];
  readonly symbols: readonly string[];
  readonly document: string;
  readonly line: number;
  readonly endLine: number;
  readonly posts: readonly { readonly kind: string; readonly label: string | null; readonly line: number }[];
}

interface Variant {
  readonly language: string;
  readonly title: string;
  readonly posts: readonly {
    readonly kind: string;
    readonly label: string | null;
    readonly markdown: string;
  }[];
  readonly links: readonly { readonly target: string }[];
  readonly images: readonly { readonly target: string; readonly state: string }[];
  readonly code: readonly { readonly language: string; readonly text: string }[];
}

export interface WholeEntry extends Variant {
  readonly id: string;
  readonly status: string;
  readonly see: readonly string[];
  readonly translations: readonly Variant[];
}

export interface HitItem {
  readonly id: string;
  readonly title: string;
  readonly score: number;
  readonly confidence: 'strong' | 'possible' | 'weak';
  readonly probability: number;
  readonly archive: string;
  readonly language: string;
  readonly document: string;
  readonly line: number;
  readonly why: {
    readonly terms: readonly string[];
    readonly words: readonly { readonly text: string; readonly how: string }[];
    readonly fields: readonly string[];
    readonly passage?: { readonly text: string; readonly line: number };
  };
}

function parsed(outcome: Outcome): unknown {
  if (outcome.code !== 0) throw new Error(outcome.err);
  return JSON.parse(outcome.out);
}

export const entries = (...args: string[]) =>
  parsed(cli(['entries', '--json', ...args])) as readonly EntryItem[];
export const show = (id: string, ...args: string[]) =>
  parsed(cli(['show', id, '--json', ...args])) as WholeEntry;
export const search = (query: string, ...args: string[]) =>
  parsed(cli(['search', query, '--json', ...args])) as readonly HitItem[];
