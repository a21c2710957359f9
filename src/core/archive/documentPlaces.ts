import { addToGroup } from '../base/grouping';
import { languageOfPath, type PathLanguage } from '../parse/fileNames';
import { baseLanguage } from '../parse/languageTags';
import { detectLanguage } from '../text/languageDetection';
import { normaliseText } from '../text/normaliseText';
import { extensionOf } from './paths';

/** What a document's path says, seen together with the other documents of its archive. */
export interface DocumentPlace {
  /** The language that the path says, if any. */
  readonly language?: string;
  /** The path without its language: folders in it are topics. */
  readonly path: string;
  /** The path of the document that it translates. */
  readonly original?: string;
}

interface Member {
  readonly path: string;
  readonly found?: PathLanguage;
}

/** Front matter, whose keys are English in every language. */
const FRONT_MATTER = /^\u{feff}?(---|\+\+\+)[ \t]*\n[^]*?\n\1[ \t]*\n/u;
/** UTF-16 units that tell the language of a document. */
const MAX_LENGTH = 20_000;

/**
 * Finds the documents that are translations of others: `NAME.ko.md`, `NAME_ko.md`, `ko/NAME.md`, `i18n/ko/…/NAME.md`
 * beside `NAME.md`, or beside each other. Names and folders that are language tags by accident (`it/`, `no/`) say a
 * language only where texts agree: their own, or that of another document in the set.
 *
 * The original is the document in `language`, else the one whose path says none, else the English one, else the first.
 *
 * @param texts Texts by path.
 * @param language The language that the archive declares.
 */
export function placeDocuments(
  texts: ReadonlyMap<string, string>,
  language?: string,
): ReadonlyMap<string, DocumentPlace> {
  const places = new Map<string, DocumentPlace>();
  for (const group of sameDocuments([...texts.keys()])) {
    for (const [path, place] of placesIn(group, texts, language)) places.set(path, place);
  }
  return places;
}

/** The documents in sets whose paths differ only by language. */
function sameDocuments(paths: readonly string[]): Iterable<readonly Member[]> {
  const members = paths.map((path): Member => {
    const found = languageOfPath(path);
    return found === undefined ? { path } : { path, found };
  });
  const plain = new Set(members.flatMap(({ path, found }) => (found === undefined ? [keyOf(path)] : [])));
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const keys = (member.found?.originals ?? [member.path]).map(keyOf);
    addToGroup(groups, keys.find((key) => plain.has(key)) ?? keys[0]!, member);
  }
  return groups.values();
}

/** A path as translations share it: extensions and case may differ. */
function keyOf(path: string): string {
  return path.slice(0, path.length - extensionOf(path).length).toLowerCase();
}

function* placesIn(
  group: readonly Member[],
  texts: ReadonlyMap<string, string>,
  language: string | undefined,
): Generator<[path: string, place: DocumentPlace]> {
  const languageOfText = (path: string): string => detectLanguage(startOf(texts.get(path) ?? ''));
  const isSure = ({ path, found }: Member): boolean =>
    found !== undefined && (found.isPlain || baseLanguage(found.language) === languageOfText(path));
  if (group.every(({ found }) => found === undefined)) {
    for (const { path } of group) yield [path, { path }];
    return;
  }
  const sure = new Set(group.filter(isSure));
  const isMirrored = group.length > 1 && sure.size > 0;
  const tagged = group.filter((member) => member.found !== undefined && (isMirrored || sure.has(member)));
  const untagged = group.find(({ found }) => found === undefined);
  const inLanguage = (wanted: string): Member | undefined =>
    tagged.find(({ found }) => baseLanguage(found!.language) === baseLanguage(wanted));
  const declared = language === undefined ? undefined : inLanguage(language);
  const original = declared ?? untagged ?? inLanguage('en') ?? tagged[0];
  // The archive's language is that of another document here.
  const isOther = declared !== undefined;
  const taken = new Set<string>();
  for (const member of group) {
    const { path, found } = member;
    if (found === undefined || !tagged.includes(member)) {
      const other = isOther && member === untagged;
      yield [path, { path, ...(other ? { language: languageOfText(path), original: original!.path } : {}) }];
      continue;
    }
    const isTranslation = member !== original && !taken.has(found.language);
    taken.add(found.language);
    yield [
      path,
      {
        language: found.language,
        path: found.originals[0],
        ...(isTranslation ? { original: original!.path } : {}),
      },
    ];
  }
}

function startOf(text: string): string {
  return normaliseText(text.slice(0, MAX_LENGTH)).replace(FRONT_MATTER, '');
}
