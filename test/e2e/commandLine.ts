import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './workspace';

interface Hit {
  readonly title: string;
  readonly confidence: string;
}

/** Questions that share something with an entry of the archive that ships, which may answer them or not. */
const UNSURE_QUESTIONS = [
  'outer join duplicates rows',
  'transaction isolation level',
  'cors middleware preflight',
  'dependency injection yield',
  'generic base controller',
  'celery worker session',
  'websocket session',
  'psycopg2 async',
];

/** What the command line, on the same core, finds for a query. */
export function titlesFromCommandLine(query: string): string[] {
  const hits = JSON.parse(run(['search', query, '--json', '--language', 'en'])) as readonly Hit[];
  return hits.map(({ title }) => title);
}

/**
 * A question whose best hit the command line calls a possible answer, in a language: which one that is changes whenever
 * the weights of the confidence are fitted anew.
 */
export function possiblyAnswered(language: string): { readonly query: string; readonly title: string } {
  const found = run(['search', '--queries', '-', '--language', language], UNSURE_QUESTIONS.join('\n'));
  for (const line of found.trim().split('\n')) {
    const { query, hits } = JSON.parse(line) as { query: string; hits: readonly Hit[] };
    const [best] = hits;
    if (best?.confidence === 'possible') return { query, title: best.title };
  }
  throw new Error('No question has a possible answer.');
}

function run(args: readonly string[], input = ''): string {
  return spawnSync(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], { encoding: 'utf8', input })
    .stdout;
}
