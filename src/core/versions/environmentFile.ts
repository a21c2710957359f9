import { parse } from 'yaml';
import type { MaybeYield } from '../archive/archiveSource';
import { tooDeepInYaml } from '../text/nesting';
import { normaliseText } from '../text/normaliseText';
import { readCondaSpec } from './condaSpec';
import { PackageVersions } from './packageVersions';
import { readRequirementLine } from './requirementsFile';
import { isTable, itemsOf, stringsIn, valueAt } from './toml';
import type { FileReference, VersionFile } from './versionFile';

/** In characters, of one item of the list with all that belongs to it: YAML is parsed slowly, and at once. */
const MAX_ITEM_LENGTH = 2000;
/** Items of one environment; real ones have some hundreds. */
const MAX_ITEMS = 5000;

/**
 * Reads the `dependencies` of a conda environment at `path`, and those of pip among them. The items are parsed one by one:
 * an invalid one does not affect the others, no alias leads from one to another, and `maybeYield` can run in between.
 * https://docs.conda.io/projects/conda/en/latest/user-guide/tasks/manage-environments.html
 */
export async function readEnvironmentFile(
  path: string,
  text: string,
  maybeYield?: MaybeYield,
): Promise<VersionFile> {
  const versions = new PackageVersions();
  const references: FileReference[] = [];
  const addConda = (spec: string): void => {
    versions.add(readCondaSpec(spec));
  };
  const addPip = (line: string): void => {
    const { version, reference } = readRequirementLine(path, line.trim());
    versions.add(version);
    if (reference !== undefined) references.push(reference);
  };
  let pipIndent: number | undefined;
  let left = MAX_ITEMS;
  for await (const { indent, content } of dependencyItems(normaliseText(text), maybeYield)) {
    if (left === 0) break;
    left -= 1;
    if (pipIndent !== undefined && indent <= pipIndent) pipIndent = undefined;
    const addItem = pipIndent === undefined ? addConda : addPip;
    const items = parseItem(content);
    stringsIn(items).forEach(addItem);
    for (const pip of items.filter((item) => isTable(item) && 'pip' in item)) {
      pipIndent = indent;
      stringsIn(valueAt(pip, 'pip')).forEach(addPip);
    }
  }
  return { versions: versions.all(), references };
}

interface ListItem {
  /** Blanks before its dash. */
  readonly indent: number;
  readonly content: string;
}

/** The items of `dependencies`, at any level: the text of each begins with its dash. A list in brackets is one. */
async function* dependencyItems(text: string, maybeYield: MaybeYield | undefined): AsyncGenerator<ListItem> {
  let item: ListItem | undefined;
  let isInside = false;
  for (const line of linesOf(text)) {
    await maybeYield?.();
    const [, inline] = /^dependencies:(.*)$/.exec(line) ?? [];
    const dash = /^( *)- /.exec(line);
    const isKey = /^[^\s#-]/.test(line) && !/^[\]}]/.test(line);
    if ((isKey || (dash !== null && isInside)) && item !== undefined) {
      yield item;
      item = undefined;
    }
    if (isKey) isInside = inline !== undefined;
    if (!isInside) continue;
    if (inline !== undefined) item = { indent: -1, content: inline };
    else if (dash !== null) item = { indent: dash[1]?.length ?? 0, content: line };
    else if (item !== undefined && item.content.length <= MAX_ITEM_LENGTH)
      item = { ...item, content: `${item.content}\n${line}` };
  }
  if (item !== undefined) yield item;
}

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield text.slice(start, Math.min(end, start + MAX_ITEM_LENGTH + 1));
    start = end + 1;
  }
}

function parseItem(content: string): readonly unknown[] {
  if (content.length > MAX_ITEM_LENGTH || tooDeepInYaml(content.split('\n')) !== undefined) return [];
  try {
    return itemsOf(parse(content, { logLevel: 'silent', maxAliasCount: 0, uniqueKeys: false }) as unknown);
  } catch {
    return [];
  }
}
