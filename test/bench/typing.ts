/** How long each keystroke takes while a query is typed, over real archives together. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nodeFileSystem } from '../../src/node/fileSystem';
import { openLibrary } from '../../src/core/library/library';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { fileSource, folderSource } from '../../src/sources/folder';
import { loadRelevanceQueries } from './corpora';
import { scoresOf, type Judged } from './metrics';

/** What a display shows in a second. */
const FRAMES = 60;

export async function* typing(root: string): AsyncGenerator<string> {
  const folder = join(root, '..', 'shared', 'archives');
  if (!existsSync(folder)) {
    yield `Skipped: ${folder} is not there.\n`;
    return;
  }
  const sources = readdirSync(folder, { withFileTypes: true }).map((item) => {
    const path = join(folder, item.name);
    return item.isDirectory()
      ? folderSource(nodeFileSystem, path, item.name)
      : fileSource(nodeFileSystem, dirname(path), basename(path));
  });
  const begun = performance.now();
  const library = await openLibrary(sources, { createIndex: createInvertedIndex });
  const opened = performance.now() - begun;
  const took: Judged[] = [];
  let slow = 0;
  for (const { query } of loadRelevanceQueries(root)) {
    for (const typed of beginnings(query)) {
      const started = performance.now();
      await library.search(typed);
      const ms = performance.now() - started;
      took.push({ found: [], took: ms, expected: new Set() });
      if (ms > 1000 / FRAMES) slow += 1;
    }
  }
  const { p50, p95 } = scoresOf(took);
  yield '### Typing, key by key\n';
  yield `The own queries on ${String(library.archives.length)} archives together, ${String(library.entries().length)} entries, read and indexed in ${opened.toFixed(0)} ms.\n`;
  yield '| keystrokes | p50 ms | p95 ms | longer than a frame |';
  yield '|---|---|---|---|';
  yield `| ${[String(took.length), p50.toFixed(2), p95.toFixed(2), String(slow)].join(' | ')} |\n`;
}

function beginnings(query: string): readonly string[] {
  const letters = Array.from(query);
  return letters.map((_, at) => letters.slice(0, at + 1).join(''));
}
