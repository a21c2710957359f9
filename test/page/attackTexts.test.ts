import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/commands';
import { formatLinks, markdownLink } from '../../src/core/library/entryLinks';
import { listTitle } from '../../src/core/model';
import { entryAsMarkdown } from '../../src/core/render/entryMarkdown';
import { withoutHidden } from '../../src/core/text/hiddenCharacters';
import { notify } from '../../src/vscode/base/notify';
import { entryLink } from '../../src/vscode/entries/entryActions';
import { readEntryTarget } from '../../src/vscode/entries/entryTarget';
import { hoverMarkdown } from '../../src/vscode/hover/hoverMarkdown';
import { entryItem, messageItem } from '../../src/vscode/search/rows';
import { entryTooltip, entryTreeItem } from '../../src/vscode/sidebar/treeItems';
import { errorLinkTooltip } from '../../src/vscode/tracebacks/terminalLinks';
import { activeParts, iconsIn, notificationLinks } from '../attack/links';
import {
  attackedRooms,
  IS_FULL,
  recordCounts,
  SAMPLE,
  type AttackedEntry,
  type AttackedRoom,
} from '../attack/rooms';
import { notification } from './vscodeStandIn';

const DECORATIONS = {
  onDidChange: () => ({ dispose: () => undefined }),
  isBookmarked: () => true,
  isNew: () => false,
  countNew: () => 0,
  uriOf: () => undefined as never,
};

/** What is wrong with one surface's text for an entry; empty where nothing is. */
type Surface = (
  attacked: AttackedEntry,
  room: AttackedRoom,
) => Promise<readonly string[]> | readonly string[];

const isWeb = (target: string): boolean => /^(?:https?:\/\/|mailto:)/i.test(target);

/** What a link in a hover may run, with arguments that the command takes as they are. */
function isOwnCommand(target: string): boolean {
  const { 1: command, 2: json = '' } = /^command:archiveAnswers\.(open|search)\?(.*)$/.exec(target) ?? [];
  if (command === undefined) return false;
  const args: unknown = JSON.parse(decodeURIComponent(json));
  if (!Array.isArray(args) || typeof args[0] !== 'string') return false;
  if (command === 'search') return args.length === 1;
  return args.length === 2 && JSON.stringify(readEntryTarget(args[1])) === JSON.stringify(sorted(args[1]));
}

/** A target with its fields in the order in which they are read. */
function sorted(target: unknown): unknown {
  const { post, words, language } = target as Readonly<Record<string, unknown>>;
  return { post, ...(Array.isArray(words) && words.length === 0 ? {} : { words }), language };
}

/** Milliseconds for all vectors in all places. */
const FULL_TIMEOUT = 1_800_000;

const LANGUAGES = [
  'python',
  'javascript',
  'typescript',
  'java',
  'php',
  'sql',
  'lua',
  'html',
  'vue',
  'jinja',
  'css',
  'ocaml',
];
const LANGUAGES_WITH_COMMENTS = 7;
/** What ends a comment or string of some language, or begins code in one. */
const DELIMITERS = [
  '*/',
  '-->',
  '--!>',
  '"""',
  "'''",
  '```',
  '#}',
  '%>',
  '%}',
  '}}',
  '-}',
  '*)',
  '|#',
  '=#',
  '#>',
  ']]',
  ']=]',
  '?>',
  '+/',
  '\\u',
  '${',
  '#{',
  '<script',
  '</',
  '<%',
  '{{',
  '{%',
  '<?',
  '\n',
];

const SURFACES: Readonly<Record<string, Surface>> = {
  hover({ entry, vector }) {
    const target = { language: entry.language, post: 0, words: ['x'] };
    const shown = { entry, from: 'declared', confidence: 'weak', targets: [target] } as const;
    const subject = {
      name: vector.text,
      query: vector.text,
      docs: 'https://docs.example/x',
      until: undefined,
    };
    const content = hoverMarkdown(subject, [shown, shown, shown], () => vector.text);
    expect(content.isTrusted).toEqual({ enabledCommands: ['archiveAnswers.open', 'archiveAnswers.search'] });
    expect(content.supportHtml).not.toBe(true);
    // Icons of its own: one for each entry, the search and the documentation.
    const icons = iconsIn(content.value).slice(5);
    return [...activeParts(content.value).filter((part) => !isWeb(part) && !isOwnCommand(part)), ...icons];
  },
  async tooltip({ entry }, { library }) {
    const { value, isTrusted, supportHtml } = await entryTooltip(entry, library, DECORATIONS);
    expect([isTrusted, supportHtml]).toEqual([undefined, false]);
    return activeParts(value).filter((part) => !isWeb(part));
  },
  'tree item'({ entry }) {
    const item = entryTreeItem({ kind: 'entry', id: 'a', entry }, DECORATIONS);
    return item.label === withoutHidden(listTitle(entry)) && item.command?.command === 'archiveAnswers.look'
      ? []
      : ['another label or command'];
  },
  'quick pick'({ entry, vector }, { library }) {
    const rows = [
      entryItem(library, entry, entry, vector.text),
      messageItem(vector.text, 'info', vector.text),
    ];
    return rows.flatMap(({ label, description = '', detail = '' }) =>
      [label, description, detail].flatMap(iconsIn),
    );
  },
  async notification({ entry, vector }) {
    await notify.warn(`${entry.title} ${vector.text}`);
    return notificationLinks(notification);
  },
  'terminal link'({ entry }) {
    return activeParts(errorLinkTooltip({ entry }, 2)).filter((part) => !isWeb(part));
  },
  'copied thread'({ entry, place }) {
    // The text of posts is copied as it was written.
    if (['body', 'alt', 'linkTitle', 'info', 'fileName'].includes(place)) return [];
    const head = entryAsMarkdown({
      ...entry,
      posts: entry.posts.filter(({ author }) => author !== undefined),
    });
    return activeParts(head).filter((part) => !isWeb(part));
  },
  'dropped Markdown link'({ entry, vector }) {
    return [entry.title, vector.text].flatMap((title) => {
      const link = entryLink(entry);
      const text = markdownLink({ title, link });
      const parts = activeParts(text);
      const others = new Set(parts.map((part) => decodeURI(part)));
      return [
        ...(others.size === 1 && parts.length === 2 ? [] : [parts.join(' ')]),
        ...DELIMITERS.filter((delimiter) => text.replace(/\(vscode:.*$/, '').includes(delimiter)),
      ];
    });
  },
  'dropped comment'({ entry, vector }) {
    const links = [entry.title, vector.text].map((title) => ({ title, link: entryLink(entry) }));
    return LANGUAGES.flatMap((languageId, at) =>
      [
        ['', ''],
        ['x = 1', ''],
        ['x = "', '"'],
      ].flatMap(([before = '', after = '']) => {
        // Several links have lines of their own, each of them a comment.
        const text = formatLinks(links, { languageId, before, after }).replaceAll('\n', ' ');
        const ends = DELIMITERS.filter((delimiter) => text.includes(delimiter));
        if (after !== '' && at < LANGUAGES_WITH_COMMENTS)
          ends.push(...['"', "'", '`', '{'].filter((mark) => text.includes(mark)));
        return ends.map((end) => `${languageId}: ${end}`);
      }),
    );
  },
  async 'command line'({ entry }, { library }) {
    const options = { sources: [], limit: 1, json: false, argument: entry.id } as const;
    const found: string[] = [];
    for (const command of ['show', 'entries'] as const) {
      for await (const chunk of run(
        { ...library, entries: () => [entry], resolveEntry: () => entry },
        { ...options, command },
      )) {
        found.push(...(chunk.toString().match(/[^\P{Cc}\n\t]/gu) ?? []));
      }
    }
    return found;
  },
};

/** What is wrong with a surface's text; an error is, too. */
async function tried(
  surface: Surface,
  attacked: AttackedEntry,
  room: AttackedRoom,
): Promise<readonly string[]> {
  try {
    return await surface(attacked, room);
  } catch (error) {
    return [String(error)];
  }
}

describe('an attack stays text', () => {
  it(
    'in every place of every surface but the page',
    async () => {
      const failures: string[] = [];
      const counts: Record<string, number> = {};
      for await (const room of attackedRooms()) {
        for (const attacked of room.attacked) {
          for (const [name, surface] of Object.entries(SURFACES)) {
            counts[name] = (counts[name] ?? 0) + 1;
            for (const found of await tried(surface, attacked, room))
              failures.push(`${attacked.vector.id} as ${attacked.place}, ${name}: ${JSON.stringify(found)}`);
          }
        }
      }
      expect(failures).toEqual([]);
      for (const name of Object.keys(SURFACES))
        expect(counts[name], name).toBeGreaterThanOrEqual(SAMPLE.length);
      if (IS_FULL) await recordCounts('texts', counts);
    },
    FULL_TIMEOUT,
  );
});
