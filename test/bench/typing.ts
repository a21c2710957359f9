/** The time of a search after each keystroke of a query, in several real archives at once. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nodeFileSystem } from '../../src/node/fileSystem';
import { openLibrary } from '../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { fileSource, folderSource } from '../../src/sources/folder';
import { loadRelevanceQueries } from './corpora';
import { scoresOf, type Judged } from './metrics';

/** Milliseconds of a frame at 60 Hz. */
const FRAME = 1000 / 60;

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
  const startedAt = performance.now();
  const library = await openLibrary(sources, { createIndex: createInvertedIndex });
  const openingTime = performance.now() - startedAt;
  const judged: Judged[] = [];
  let overFrame = 0;
  for (const { query } of loadRelevanceQueries(root)) {
    for (const typed of prefixesOf(query)) {
      const keyAt = performance.now();
      await library.search(typed);
      const ms = performance.now() - keyAt;
      judged.push({ ids: [], time: ms, expected: new Set() });
      if (ms > FRAME) overFrame += 1;
    }
  }
  const { p50, p95 } = scoresOf(judged);
  yield '### Typing, key by key\n';
  yield `The own queries on ${String(library.archives.length)} archives together, ${String(library.entries().length)} entries, read and indexed in ${openingTime.toFixed(0)} ms.\n`;
  yield '| keystrokes | p50 ms | p95 ms | longer than a frame |';
  yield '|---|---|---|---|';
  yield `| ${[String(judged.length), p50.toFixed(2), p95.toFixed(2), String(overFrame)].join(' | ')} |\n`;
}

function prefixesOf(query: string): readonly string[] {
  const letters = Array.from(query);
  return letters.map((_, at) => letters.slice(0, at + 1).join(''));
}
