import { variantsOf, type Entry } from '../model';
import { canonicalPath } from '../python/specialForms';
import type { SymbolTable } from '../symbolTable/symbolTable';
import { SHARED_NAMES } from './ambiguousNames';
import { entryCodeOf } from './entryCode';
import { isExplicit, type Mention } from './mentions';
import type { NameIndex } from './nameIndex';
import type { NameMention } from './nameMentions';
import type { PackageEntries } from './packageEntries';
import { isStandardModule } from './standardLibrary';
import { BUILTIN_CLASSES, BUILTINS_PREFIX, isNameOfInstance, subjectOf, type Subject } from './symbolSubject';
import { isUniqueName, packageOf } from './symbolsInText';

export interface NameMeaningSources {
  readonly names: NameIndex;
  readonly packages: PackageEntries;
  readonly symbols: SymbolTable;
  /** The entries that declare a symbol or link to its documentation, and those that only mention it. */
  mentionsOf(canonical: string): readonly Mention[];
}

/** Decides which symbol a name in an entry means, by what the entry imports, declares and names besides. */
export class NameMeaning {
  readonly #hasPackage = new WeakMap<Entry, Map<string, boolean>>();

  constructor(private readonly sources: NameMeaningSources) {}

  /** Whether a name in an entry means a symbol whose name ends in the same word. */
  means(mention: NameMention, entry: Entry, subject: Subject): boolean {
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
    if (subject.isPathOnly || (subject.isKnown && SHARED_NAMES.has(subject.last))) return false;
    if (!this.#isUnambiguous(entry, subject)) return false;
    return (subject.isKnown && isUniqueName(subject.last)) || this.#isAboutPackage(entry, subject);
  }

  #pathMeans(mention: NameMention, entry: Entry, subject: Subject): boolean {
    const { path } = mention;
    const written = path.join('.');
    const resolved = this.sources.symbols.resolve(written)?.name;
    if (resolved !== undefined) return resolved === subject.name;
    if (written === subject.name) return true;
    if (subject.parts.length === 1) return canonicalPath(written) === `${BUILTINS_PREFIX}${subject.name}`;
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
    const isCalledInCode = wordPattern(`${ownerName}.${subject.last}`).test(code);
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
    const owner = subjectOf(subject.owner ?? '', this.sources.symbols);
    return (this.sources.names.mentionsOf(ownerName).get(entry) ?? []).some(
      (other) =>
        (other.from === 'title' || (other.variant === mention.variant && other.post === mention.post)) &&
        this.means(other, entry, owner),
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
    const pattern = packagePattern(name);
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

function postOf(entry: Entry, { variant, post }: NameMention): string {
  const { title, posts } = variantsOf(entry)[variant] ?? entry;
  return post === undefined ? title : (posts[post]?.markdown ?? '');
}

/** Matches the name of a package; of one of the standard library, whose name may be a word, as code. */
function packagePattern(name: string): RegExp {
  const escaped = escapeRegExp(name).replaceAll('_', '[-_ ]?');
  return isStandardModule(name)
    ? new RegExp(`\\b(?:import|from) +${escaped}\\b|\\b${escaped}\\.[a-z_]|\`${escaped}\``, 'i')
    : new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`, 'i');
}

/** Matches a word that is no part of a longer one. */
function wordPattern(word: string): RegExp {
  return new RegExp(`(?<!\\w)${escapeRegExp(word)}(?!\\w)`);
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
