/** Lucene as a peer of the search: a Java program beside the bench, where this machine has Java and Lucene. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Text } from '../corpora';
import type { BuiltIndex, Unavailable } from '../engines';

/** Where Debian's package `liblucene8-java` puts its files. */
const JARS = '/usr/share/java';
const NEEDED = ['core', 'analyzers-common', 'analyzers-nori'];

/** Indexes the texts in a process of its own, which ends when the index is closed. */
export async function lucene(root: string, texts: readonly Text[]): Promise<BuiltIndex | Unavailable> {
  const names = existsSync(JARS) ? readdirSync(JARS) : [];
  const jars = NEEDED.flatMap((part) => names.find((name) => isJarOf(name, part)) ?? []);
  if (jars.length < NEEDED.length) return { unavailable: 'this machine has no Lucene' };
  const classPath = jars.map((name) => join(JARS, name)).join(delimiter);
  const program = join(root, 'test', 'bench', 'lucene', 'LuceneSearch.java');
  const java = spawn('java', ['-cp', classPath, program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const isStarted = await new Promise<boolean>((resolve) => {
    java.on('spawn', () => {
      resolve(true);
    });
    java.on('error', () => {
      resolve(false);
    });
  });
  if (!isStarted) return { unavailable: 'this machine has no Java' };
  const lines = createInterface({ input: java.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done === true) throw new Error('Archive Answers: Lucene ended before it answered.');
    return line.value;
  };
  java.stdin.write(`${texts.map(({ text }) => ` ${asLine(text)}`).join('\n')}\n\n`);
  await answer();
  return {
    isOtherProcess: true,
    find: async (query) => {
      java.stdin.write(`${asLine(query)}\n`);
      const numbers = (await answer()).split(' ').filter((number) => number !== '');
      return numbers.map((number) => texts[Number(number)]?.id ?? '');
    },
    close: () => {
      java.stdin.end();
    },
  };
}

/** Whether a file is the part of Lucene with its version: `lucene-core-8.7.0.jar`. */
function isJarOf(name: string, part: string): boolean {
  return name.startsWith(`lucene-${part}-`) && /-\d[\d.]*\.jar$/.test(name);
}

function asLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
