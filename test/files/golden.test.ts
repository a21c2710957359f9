import { join } from 'node:path';
import { describe, it } from 'vitest';
import { readArchive, type Archive } from '../../src/core/archive/readArchive';
import type { Variant } from '../../src/core/model';
import { problemMessage } from '../../src/core/archive/problems';
import { folderSource } from '../../src/sources/folder';
import { nodeFileSystem } from '../../src/node/fileSystem';
import { expectGolden } from './golden';
import { fixture } from './run';

const LONGEST = 70;

/** An archive as a text to read: each document's entries with their lines, topics, status and posts. */
function outline(archive: Archive): string {
  const lines: string[] = [];
  let document = '';
  for (const entry of archive.entries) {
    if (entry.source.document !== document) {
      document = entry.source.document;
      lines.push('', document);
    }
    const aliases = entry.aliases.length === 0 ? '' : ` (also: ${entry.aliases.join(', ')})`;
    lines.push('', `  ${place(entry)}  ${entry.title}${aliases}`, `      ${entry.language}, ${entry.status}`);
    addTexts(lines, entry);
    for (const translation of entry.translations) {
      lines.push(
        `      = ${translation.source.document} ${place(translation)}  ${translation.title} (${translation.language})`,
      );
      addTexts(lines, translation);
    }
  }
  // The golden text itself is a file of its folder.
  const problems = archive.problems
    .filter(({ kind }) => kind !== 'otherTexts')
    .map(
      (problem) =>
        `  ${problem.severity} ${problem.document ?? ''}:${String(problem.line ?? 0)} ${problemMessage(problem)}`,
    );
  if (problems.length > 0) lines.push('', 'problems', '', ...problems);
  return `${lines.join('\n').trim()}\n`;
}

function place({ source }: Variant): string {
  return `${String(source.startLine)}-${String(source.endLine - 1)}`;
}

function addTexts(lines: string[], variant: Variant): void {
  if (variant.topics.length > 0) lines.push(`      in ${variant.topics.join(' > ')}`);
  for (const post of variant.posts) {
    const text = post.markdown.replace(/\s+/g, ' ');
    const shown = text.length <= 2 * LONGEST ? text : `${text.slice(0, LONGEST)} … ${text.slice(-LONGEST)}`;
    lines.push(`      ${String(post.line)} ${[post.kind, post.label].filter(Boolean).join(' ')}: ${shown}`);
  }
}

describe('archives of the five shapes', () => {
  it.each(['room', 'tags', 'faq', 'collapsed', 'prose', 'notes-ko', 'odd'])('%s', async (name) => {
    const text = outline(await readArchive(folderSource(nodeFileSystem, fixture(name), name)));
    expectGolden(text, join(fixture(name), 'expected.txt'));
  });
});
