import { variantsOf, type Entry, type EntryTarget } from '../model';
import { canonicalPath } from '../python/specialForms';
import type { SymbolTable } from '../symbolTable/symbolTable';
import { SHARED_NAMES } from './ambiguousNames';
import { entryCodeOf } from './entryCode';
import { byUsefulness, isExplicit, strengthRank, type Evidence, type Mention } from './mentions';
import type { NameIndex } from './nameIndex';
import { EXPLAINED, type NameMention } from './nameMentions';
import type { PackageEntries } from './packageEntries';
import { isStandardModule } from './standardLibrary';
import { isUniqueName, packageOf } from './symbolsInText';

/** An entry that is about a symbol. */
export interface AboutMatch {
  readonly entry: Entry;
  /** What makes it so. */
  readonly from: Evidence;
  /** Where each variant speaks of it. */
  readonly targets: readonly EntryTarget[];
}

/** The entries about a symbol, and those that only mention it in passing. */
interface SymbolAnswers {
  readonly about: readonly AboutMatch[];
  readonly passing: readonly AboutMatch[];
}

export interface AboutSources {
  readonly names: NameIndex;
  readonly packages: PackageEntries;
  readonly symbols: SymbolTable;
  /** The entries that declare a symbol or link to its documentation, and those that only mention it. */
  mentionsOf(canonical: string): readonly Mention[];
}

/** A symbol, taken apart. */
interface Subject {
  /** Canonical name. */
  readonly name: string;
  /** Whether the symbol table has it. */
  readonly isKnown: boolean;
  readonly parts: readonly string[];
  readonly last: string;
  /** The class of a member. */
  readonly owner: string | undefined;
}

const BUILTINS = 'builtins.';
/** Classes that need no import, and the words for their objects. */
const BUILTIN_CLASSES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    str: /\bstr\b|\bstrings?\b|문자열/i,
    list: /\blists?\b|리스트/i,
    dict: /\bdict(?:s|ionary|ionaries)?\b|딕셔너리|사전/i,
    set: /\bsets?\b|집합/i,
    tuple: /\btuples?\b|튜플/i,
    bytes: /\bbytes\b|바이트/i,
    int: /\bint(?:eger)?s?\b|정수/i,
    float: /\bfloats?\b|부동 ?소수점/i,
    object: /\bobjects?\b|객체/i,
  }),
);

/**
 * Finds the entries that are about a symbol: they declare it, have it in their title or answer line, link to its
 * documentation, or explain it. A name that occurs in code blocks only is not explained.
 */
export class AboutFinder {
  readonly #answers = new Map<string, SymbolAnswers>();
  readonly #hasPackage = new WeakMap<Entry, Map<string, boolean>>();

  constructor(private readonly sources: AboutSources) {}

  /** Best first; each entry once. */
  find(symbol: string): SymbolAnswers {
    const subject = this.#subjectOf(symbol);
    const cached = this.#answers.get(subject.name);
    if (cached !== undefined) return cached;
    const answers = this.#find(subject);
    this.#answers.set(subject.name, answers);
    return answers;
  }

  #find(subject: Subject): SymbolAnswers {
    const explicit = new Map(
      this.sources
        .mentionsOf(subject.name)
        .filter(({ from }) => isExplicit(from))
        .map((mention) => [mention.entry, mention.from]),
    );
    const named = this.sources.names.mentionsOf(subject.last);
    const found: { readonly match: AboutMatch; readonly points: number }[] = [];
    const passing: AboutMatch[] = [];
    for (const entry of new Set([...explicit.keys(), ...named.keys()])) {
      const mentions = (named.get(entry) ?? []).filter((mention) => this.#means(mention, entry, subject));
      const points = pointsOf(mentions);
      const from = evidenceOf(explicit.get(entry), mentions, points >= thresholdFor(subject));
      if (from === undefined && mentions.length === 0) continue;
      const match = { entry, from: from ?? 'prose', targets: targetsOf(entry, mentions, subject) } as const;
      if (from === undefined) passing.push(match);
      else found.push({ match, points });
    }
    const about = found
      .sort(
        (a, b) =>
          strengthRank(a.match.from) - strengthRank(b.match.from) ||
          (isExplicit(a.match.from)
            ? a.match.entry.symbols.length - b.match.entry.symbols.length
            : b.points - a.points) ||
          byUsefulness(a.match.entry, b.match.entry),
      )
      .map(({ match }) => match);
    return { about, passing };
  }

  #subjectOf(symbol: string): Subject {
    const { symbols } = this.sources;
    const info = symbols.resolve(symbol);
    const name = info?.name ?? (symbol.startsWith(BUILTINS) ? symbol.slice(BUILTINS.length) : symbol);
    const parts = name.split('.');
    const outer = parts.at(-2);
    const isMember = info === undefined ? outer !== undefined && isClassName(outer) : info.kind === 'member';
    return {
      name,
      isKnown: info !== undefined,
      parts,
      last: parts.at(-1) ?? '',
      owner: isMember ? parts.slice(0, -1).join('.') : undefined,
    };
  }

  /** Whether a name in an entry means a symbol whose name ends in the same word. */
  #means(mention: NameMention, entry: Entry, subject: Subject): boolean {
    const { path } = mention;
    if (path.length > 1) return this.#pathMeans(mention, entry, subject);
    const { imports, definitions, text } = entryCodeOf(entry);
    if (subject.parts.length === 1) {
      // Of the entry's own functions, and of those of libraries that have the name of a builtin, it is none.
      return !mention.hasDot && !definitions.has(subject.last) && !imports.has(subject.last);
    }
    if (subject.owner !== undefined) return this.#bareMemberMeans(mention, entry, subject, text);
    // `FastAPI` means the framework much more often than its class.
    if (!mention.isCode && this.#isPackageName(subject.last)) return false;
    const module = imports.get(subject.last);
    if (module !== undefined) return this.#isSame(`${module}.${subject.last}`, subject);
    if (definitions.has(subject.last)) return false;
    if (this.#declaresOther(entry, subject)) return false;
    if (subject.isKnown && SHARED_NAMES.has(subject.last)) return false;
    if (!this.#isUnambiguous(entry, subject)) return false;
    return (subject.isKnown && isUniqueName(subject.last)) || this.#isAboutPackage(entry, subject);
  }

  #pathMeans(mention: NameMention, entry: Entry, subject: Subject): boolean {
    const { path } = mention;
    const written = path.join('.');
    const resolved = this.sources.symbols.resolve(written)?.name;
    if (resolved !== undefined) return resolved === subject.name;
    if (written === subject.name) return true;
    if (subject.parts.length === 1) return canonicalPath(written) === `${BUILTINS}${subject.name}`;
    if (`.${subject.name}`.endsWith(`.${written}`)) return this.#isAboutPackage(entry, subject);
    const holder = path.at(-2) ?? '';
    if (subject.owner === undefined || /^[A-Z]/.test(holder)) return false;
    const isInstance = isNameOfInstance(holder, subject.parts.at(-2) ?? '');
    if (isInstance && !this.#hasOtherOwner(entry, mention, subject))
      return this.#isAboutPackage(entry, subject);
    return this.#isOwnerNear(entry, mention, subject);
  }

  /** `session` may be a `Session` or an `AsyncSession`: the one that the entry speaks of. */
  #hasOtherOwner(entry: Entry, mention: NameMention, subject: Subject): boolean {
    const holder = mention.path.at(-2) ?? '';
    if (this.#isOwnerNear(entry, mention, subject) || this.#isExplicitlyAbout(entry, subject.owner ?? ''))
      return false;
    return entry.symbols.some(({ name, from }) => {
      if (from !== 'declared' && from !== 'link') return false;
      const canonical = this.sources.symbols.resolve(name)?.name ?? name;
      return (
        canonical !== subject.owner &&
        isNameOfInstance(holder, canonical.slice(canonical.lastIndexOf('.') + 1))
      );
    });
  }

  #bareMemberMeans(mention: NameMention, entry: Entry, subject: Subject, code: string): boolean {
    if (mention.from === 'link' || !(mention.isMember || mention.isCode)) return false;
    const ownerName = subject.parts.at(-2) ?? '';
    const isCalledInCode = new RegExp(`\\b${ownerName}\\b[^]*\\.${subject.last}\\b`).test(code);
    const isBuiltin = subject.parts.length === 2 && BUILTIN_CLASSES.has(ownerName);
    const isNear =
      this.#isOwnerNear(entry, mention, subject) || (isCalledInCode && !subject.isKnown && !isBuiltin);
    if (isNear) return true;
    // `on_event` can only be a name; `close` is a word as well.
    if (!mention.isMember && !subject.last.includes('_')) return false;
    if (this.#isExplicitlyAbout(entry, subject.owner ?? '')) return true;
    return mention.hasDot && subject.isKnown && this.#isAboutPackage(entry, subject);
  }

  /** Whether the class of a member is named in the same post, or in the title. */
  #isOwnerNear(entry: Entry, mention: NameMention, subject: Subject): boolean {
    const ownerName = subject.parts.at(-2) ?? '';
    const words = subject.parts.length === 2 ? BUILTIN_CLASSES.get(ownerName) : undefined;
    if (words !== undefined) {
      if (words.test(mention.sentence)) return true;
      // In an entry about a library, `.join()` is hardly that of strings.
      return entry.symbols.length === 0 && words.test(postOf(entry, mention));
    }
    const owner = this.#subjectOf(subject.owner ?? '');
    return (this.sources.names.mentionsOf(ownerName).get(entry) ?? []).some(
      (other) =>
        (other.from === 'title' || (other.variant === mention.variant && other.post === mention.post)) &&
        this.#means(other, entry, owner),
    );
  }

  #isExplicitlyAbout(entry: Entry, name: string): boolean {
    return this.sources
      .mentionsOf(name)
      .some((mention) => mention.entry === entry && isExplicit(mention.from));
  }

  /** Whether an entry declares another symbol of the same last name, and not this one. */
  #declaresOther(entry: Entry, subject: Subject): boolean {
    const same = entry.symbols
      .filter(({ name, from }) => isExplicit(from) && name.slice(name.lastIndexOf('.') + 1) === subject.last)
      .map(({ name }) => this.sources.symbols.resolve(name)?.name ?? name);
    return same.length > 0 && !same.includes(subject.name);
  }

  /** Whether no other package that the entry mentions has a symbol of the same name. */
  #isUnambiguous(entry: Entry, subject: Subject): boolean {
    if (!subject.isKnown) return true;
    const own = packageOf(subject.name);
    const others = new Set(
      this.sources.symbols.symbolsNamed(subject.last).map(({ name }) => packageOf(name)),
    );
    others.delete(own);
    if (others.size === 0) return true;
    if (!this.#mentionsPackage(entry, own)) return false;
    return [...others].every((other) => !this.#mentionsPackage(entry, other));
  }

  #isAboutPackage(entry: Entry, subject: Subject): boolean {
    const name = packageOf(subject.name);
    return subject.isKnown
      ? this.sources.packages.isAboutPackageOf(entry, subject.name)
      : this.#mentionsPackage(entry, name);
  }

  /** Whether a package is named in the entry, in prose or code; one of the standard library, whose name may be a word, as code. */
  #mentionsPackage(entry: Entry, name: string): boolean {
    const known = this.#hasPackage.get(entry) ?? new Map<string, boolean>();
    this.#hasPackage.set(entry, known);
    const cached = known.get(name);
    if (cached !== undefined) return cached;
    const escaped = name.replaceAll('_', '[-_ ]?');
    const pattern = isStandardModule(name)
      ? new RegExp(`\\b(?:import|from) +${escaped}\\b|\\b${escaped}\\.[a-z_]|\`${escaped}\``, 'i')
      : new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`, 'i');
    const has = variantsOf(entry).some(
      ({ title, topics, posts }) =>
        pattern.test(title) ||
        topics.some((topic) => pattern.test(topic)) ||
        posts.some(({ markdown }) => pattern.test(markdown)),
    );
    known.set(name, has);
    return has;
  }

  #isPackageName(word: string): boolean {
    return Object.hasOwn(this.sources.symbols.packages, word.toLowerCase());
  }

  #isSame(path: string, subject: Subject): boolean {
    return (this.sources.symbols.resolve(path)?.name ?? path) === subject.name;
  }
}

function isClassName(name: string): boolean {
  return /^_*[A-Z]/.test(name) || BUILTIN_CLASSES.has(name);
}

function postOf(entry: Entry, { variant, post }: NameMention): string {
  const { title, posts } = variantsOf(entry)[variant] ?? entry;
  return post === undefined ? title : (posts[post]?.markdown ?? '');
}

/** Whether a variable is named after a class: `session`, `db_session` of `AsyncSession`; `bot` of `Bot`. */
function isNameOfInstance(variable: string, className: string): boolean {
  const plain = variable.toLowerCase().replaceAll('_', '');
  const name = className.toLowerCase().replaceAll('_', '');
  return plain.length >= 3 && (name.endsWith(plain) || plain.endsWith(name));
}

/** The points of the variant that explains it best; a translation says the same once more. */
function pointsOf(mentions: readonly NameMention[]): number {
  const byVariant = new Map<number, Map<string, number>>();
  for (const { variant, from, points, sentence } of mentions) {
    if (from !== 'prose') continue;
    const bySentence = byVariant.get(variant) ?? new Map<string, number>();
    byVariant.set(variant, bySentence);
    bySentence.set(sentence, Math.max(points, bySentence.get(sentence) ?? 0));
  }
  return Math.max(
    0,
    ...[...byVariant.values()].map((all) => [...all.values()].reduce((sum, points) => sum + points, 0)),
  );
}

/** Builtins that are in most sentences about Python: a sentence has to be about them. */
const BASIC_BUILTINS = new Set(
  'bool dict float id int len list object open print set str tuple type'.split(' '),
);

function thresholdFor({ name }: Subject): number {
  return BASIC_BUILTINS.has(name) ? EXPLAINED_BASIC : EXPLAINED;
}

const EXPLAINED_BASIC = 2;

function evidenceOf(
  explicit: Evidence | undefined,
  mentions: readonly NameMention[],
  isExplained: boolean,
): Evidence | undefined {
  const all: Evidence[] = mentions.filter(({ from }) => from !== 'prose').map(({ from }) => from);
  if (explicit !== undefined) all.push(explicit);
  if (isExplained) all.push('prose');
  return all.sort((a, b) => strengthRank(a) - strengthRank(b))[0];
}

/** For each variant the post that says most about the symbol; its head, where none does. */
function targetsOf(
  entry: Entry,
  mentions: readonly NameMention[],
  { last }: Subject,
): readonly EntryTarget[] {
  return variantsOf(entry).map(({ language }, at) => {
    const best = mentions
      .filter(({ variant, post }) => variant === at && post !== undefined)
      .reduce<NameMention | undefined>((a, b) => (a === undefined || b.points > a.points ? b : a), undefined);
    return {
      language,
      ...(best?.post === undefined ? {} : { post: best.post }),
      words: [last.toLowerCase()],
    };
  });
}
