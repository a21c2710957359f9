import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../src/node/fileSystem';
import { readArchive, type Archive } from '../../src/core/archive/readArchive';
import { variantsOf, type Variant } from '../../src/core/model';
import { parseDocument } from '../../src/core/parse/parseDocument';
import { folderSource } from '../../src/sources/folder';
import { expectGolden } from './golden';
import { fixture, ROOT } from './run';

/**
 * Archives of other people, as they are: they lie beside the project where they are at hand, and are no part of it.
 * What is expected of them holds line numbers, no text.
 */
const ARCHIVES = join(ROOT, '..', 'shared', 'archives');

/** Each entry as its lines, the level of its heading, the number of its topics, its status and its posts. */
function facts(archive: Archive, textOf: (document: string) => string): string {
  const lines = [`${String(archive.entries.length)} entries`];
  for (const entry of archive.entries) {
    lines.push('');
    for (const variant of variantsOf(entry)) lines.push(factsOf(variant, textOf(variant.source.document)));
    lines.push(`  ${[entry.status, ...entry.aliases].join(', ')}`);
  }
  const problems = archive.problems.map(
    ({ kind, document, line }) => `${kind} ${document ?? ''}:${String(line)}`,
  );
  return `${[...lines, '', ...problems].join('\n').trim()}\n`;
}

function factsOf({ source, topics, posts, language }: Variant, text: string): string {
  const heading = text.split('\n')[source.startLine - 1] ?? '';
  const marks = /^#{1,6}(?= )/.exec(heading)?.[0] ?? '-';
  const said = posts.map(({ kind, label, line }) => [kind, label, line].filter(Boolean).join(' ')).join(', ');
  const lines = `${String(source.startLine)}-${String(source.endLine - 1)}`;
  return `${source.document} ${lines} ${marks} ${language}, ${String(topics.length)} topics: ${said}`;
}

const NAMES = ['python-discord-tags', 'interview-questions-ko', 'wtfpython', 'wtfpython-ko'];

describe.skipIf(!existsSync(ARCHIVES)).each(NAMES)('%s (skipped where it is not at hand)', (name) => {
  const textOf = (document: string): string => readFileSync(join(ARCHIVES, name, document), 'utf8');
  let archive: Archive;
  beforeAll(async () => {
    archive = await readArchive(folderSource(nodeFileSystem, join(ARCHIVES, name), name));
  });

  it('is cut as a reader would', () => {
    expectGolden(facts(archive, textOf), join(fixture('archives'), `${name}.txt`));
  });

  it('loses no line', () => {
    const documents = readdirSync(join(ARCHIVES, name), { recursive: true, encoding: 'utf8' });
    for (const document of documents.filter((path) => path.endsWith('.md'))) {
      const text = textOf(document);
      const { entries, preamble } = parseDocument(document, text);
      const ranges = [...entries.map(({ source }) => source), ...preamble];
      const lines = ranges.sort((a, b) => a.startLine - b.startLine);
      expect(lines.map(({ startLine }) => startLine)).toEqual([
        1,
        ...lines.slice(0, -1).map(({ endLine }) => endLine),
      ]);
      expect(lines.at(-1)?.endLine).toBe(text.replace(/\n$/, '').split('\n').length + 1);
    }
  });

  it('has no entry that names a part, and none without a title', () => {
    for (const { title } of archive.entries) {
      expect(title).toMatch(/\p{L}/u);
      expect(title).not.toMatch(/^[^\p{L}]*(explanation|설명|reference|참고 자료|특징)[^\p{L}]*$/iu);
    }
  });
});
