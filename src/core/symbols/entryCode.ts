import { variantsOf, type Entry } from '../model';

/** What an entry's code blocks say about the names in its prose. */
export interface EntryCode {
  /** Imported name → module it is imported from. */
  readonly imports: ReadonlyMap<string, string>;
  /** The first parts of imported modules. */
  readonly modules: ReadonlySet<string>;
  /** Functions, classes and variables that the code defines. */
  readonly definitions: ReadonlySet<string>;
  readonly text: string;
}

const cache = new WeakMap<Entry, EntryCode>();
const MAX_CODE_LENGTH = 20_000;
const FROM_IMPORT =
  /^[ \t]*(?:>>> )?from[ \t]+([A-Za-z_][\w.]*)[ \t]+import[ \t]+(?:\(([^)]{0,2000})\)|([^\n#]*))/gm;
const DEFINITION =
  /^[ \t]*(?:(?:>>>|\.\.\.) ?)?(?:async[ \t]+)?(?:(?:class|def)[ \t]+(\w+)|(\w+)[ \t]*(?::[^=\n]{0,200})?=(?!=))/gm;

/** Entries are immutable, so what their code says is cached for as long as they live. */
export function entryCodeOf(entry: Entry): EntryCode {
  const cached = cache.get(entry);
  if (cached !== undefined) return cached;
  const blocks = new Set(variantsOf(entry).flatMap(({ code }) => code.map(({ text }) => text)));
  const text = [...blocks].join('\n').slice(0, MAX_CODE_LENGTH);
  const imports = new Map<string, string>();
  for (const [, module = '', inBrackets, onLine = ''] of text.matchAll(FROM_IMPORT)) {
    for (const item of (inBrackets ?? onLine).split(',')) {
      const name = /^\s*(\w+)/.exec(item)?.[1];
      if (name !== undefined) imports.set(name, module);
    }
  }
  const modules = new Set(
    Array.from(
      text.matchAll(/^[ \t]*(?:>>> )?(?:from|import)[ \t]+([A-Za-z_]\w*)/gm),
      ([, module = '']) => module,
    ),
  );
  const definitions = new Set<string>();
  for (const [, defined, assigned] of text.matchAll(DEFINITION)) definitions.add(defined ?? assigned ?? '');
  const code = { imports, modules, definitions, text };
  cache.set(entry, code);
  return code;
}
