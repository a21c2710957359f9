import { inferAnswer } from '../answerLine/inferAnswer';
import { variantsOf, type Entry, type EntryStatus, type Variant } from '../model';
import { SYMBOLS } from '../symbolTable/symbolTable';
import { mentionedSymbols } from '../symbols/mentionedSymbols';
import type { ArchiveReading } from './archiveReading';

/** Adds answer lines from the threads where none is declared. */
export async function withInferredAnswers(
  entries: readonly Entry[],
  reading: ArchiveReading,
): Promise<readonly Entry[]> {
  const withAnswers: Entry[] = [];
  for (const entry of entries) {
    const { status, translations } = entry;
    withAnswers.push({
      ...withAnswer(entry, status, reading),
      translations: translations.map((variant) => withAnswer(variant, status, reading)),
    });
    await reading.pause();
  }
  return withAnswers;
}

function withAnswer<T extends Variant>(variant: T, status: EntryStatus, reading: ArchiveReading): T {
  const infer = (): Variant['answer'] => variant.answer ?? inferAnswer(variant, status);
  const answer = reading.contain(placeOf(variant), infer, undefined);
  return answer === undefined ? variant : { ...variant, answer };
}

/** Adds the symbols that entries mention to those that they declare. */
export async function withMentions(
  entries: readonly Entry[],
  reading: ArchiveReading,
): Promise<readonly Entry[]> {
  const declared = new Set(entries.flatMap(({ symbols }) => symbols.map(({ name }) => name)));
  const canonical = (name: string): string => SYMBOLS.resolve(name)?.name ?? name;
  const withSymbols: Entry[] = [];
  for (const entry of entries) {
    const { maybeYield } = reading.options;
    const mentioned = await reading.containAsync(
      placeOf(entry),
      () => mentionedSymbols(variantsOf(entry), { symbols: SYMBOLS, declared }, maybeYield),
      [],
    );
    const declaredHere = new Set(entry.symbols.map(({ name }) => canonical(name)));
    withSymbols.push({
      ...entry,
      symbols: [...entry.symbols, ...mentioned.filter(({ name }) => !declaredHere.has(canonical(name)))],
    });
    await reading.pause();
  }
  return withSymbols;
}

function placeOf({ source }: Variant): { readonly document: string; readonly line: number } {
  return { document: source.document, line: source.startLine };
}
