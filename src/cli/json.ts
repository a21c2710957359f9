/** The JSON output of the command line, a public interface described in the README. Lines count from one, ends are exclusive. */
import { variantIn, variantsOf, type Entry, type Variant } from '../core/model';
import type { Hit } from '../core/search/hits';
import type { ErrorEntry } from '../core/tracebacks/errorEntry';
import { errorTarget } from '../core/tracebacks/errorTarget';
import { impliedFacts } from '../core/tracebacks/impliedFacts';
import type { RaisedError } from '../core/tracebacks/raisedError';
import { targetIn, type SymbolEntry } from '../core/symbols/symbolEntry';
import type { SymbolInfo } from '../core/symbolTable/symbolTable';

/** An answer line in any item; `null` where there is none. */
function answerItem({ answer }: Variant) {
  return answer === undefined ? null : { text: answer.text, from: answer.from };
}

/** One item of `entries --json`. */
export function entryItem(entry: Entry) {
  return {
    id: entry.id,
    title: entry.title,
    answer: answerItem(entry),
    status: entry.status,
    language: entry.language,
    topics: entry.topics,
    symbols: entry.symbols.map(({ name }) => name),
    document: entry.source.document,
    line: entry.source.startLine,
    endLine: entry.source.endLine,
    posts: entry.posts.map(({ kind, label, line }) => ({ kind, label: label ?? null, line })),
  };
}

/** The output of `show --json`: the whole entry with its translations. */
export function wholeEntry(entry: Entry) {
  return {
    ...entryItem(entry),
    archive: entry.archive,
    errorCodes: entry.errorCodes,
    versions: entry.versions,
    date: entry.date ?? null,
    see: entry.see,
    ...wholeVariant(entry),
    translations: variantsOf(entry)
      .slice(1)
      .map((variant) => ({
        language: variant.language,
        title: variant.title,
        answer: answerItem(variant),
        topics: variant.topics,
        document: variant.source.document,
        line: variant.source.startLine,
        endLine: variant.source.endLine,
        ...wholeVariant(variant),
      })),
  };
}

function wholeVariant(variant: Variant) {
  return {
    posts: variant.posts.map(({ kind, label, author, date, replyTo: answers, line, markdown }) => ({
      kind,
      label: label ?? null,
      author: author ?? null,
      date: date ?? null,
      answers: answers ?? null,
      line,
      markdown,
    })),
    links: variant.links.map(({ target, text }) => ({ target, text })),
    images: variant.images.map(({ target, alt, state, line }) => ({ target, alt, state, line })),
    code: variant.code.map(({ language, text }) => ({ language, text })),
  };
}

/** One item of `search --json`; the texts are those of the variant that matches, the line that of the post. */
export function hitItem({ entry, variant, score, confidence, probability, why }: Hit) {
  return {
    id: entry.id,
    title: variant.title,
    answer: answerItem(variant),
    score: Number(score.toFixed(4)),
    confidence,
    probability: Number(probability.toFixed(3)),
    archive: entry.archive,
    language: variant.language,
    document: variant.source.document,
    post: why.passage?.post ?? null,
    line: why.passage?.line ?? variant.source.startLine,
    why,
  };
}

/** A symbol that its package no longer has, and the last version that has it. */
export interface RemovedItem {
  readonly symbol: string;
  readonly package: string;
  readonly version: string;
}

export function removedItems(infos: readonly SymbolInfo[]): readonly RemovedItem[] {
  return infos.flatMap(({ name, until }) => (until === undefined ? [] : [{ symbol: name, ...until }]));
}

/**
 * One item of `symbol --json`; title, answer, post and line are those of the variant in the preferred language.
 *
 * @param removed The symbols that the name stands for and that are gone; `until` is there only if there are any.
 */
export function symbolItem(match: SymbolEntry, language: string, removed: readonly RemovedItem[]) {
  const variant = variantIn(match.entry, language);
  const { post } = targetIn(match, variant.language);
  return {
    id: match.entry.id,
    title: variant.title,
    answer: answerItem(variant),
    sure: match.confidence === 'strong',
    post: post ?? null,
    line: (post === undefined ? undefined : variant.posts[post]?.line) ?? variant.source.startLine,
    ...(removed.length === 0 ? {} : { until: removed }),
  };
}

/** One error of `error --json`: what is printed of its class and code, else what its words imply. */
export function errorItem(error: RaisedError) {
  const { type, message, codes } = error;
  const implied = impliedFacts(error);
  const [onlyClass, ...others] = implied.classes;
  const [code] = [...codes, ...implied.codes];
  return {
    type: type ?? (others.length === 0 ? onlyClass : undefined) ?? null,
    message,
    code: code?.code ?? null,
  };
}

/** One hit of `error --json`; title, answer and post are those of the variant in the preferred language. */
export function errorHitItem({ entry, error, confidence }: ErrorEntry, language: string) {
  const variant = variantIn(entry, language);
  return {
    id: entry.id,
    title: variant.title,
    answer: answerItem(variant),
    confidence,
    post: errorTarget(error, variant).post ?? null,
  };
}
