/** What the search says about labelled questions. */
import { openLibrary } from '../../../src/core/library/openLibrary';
import {
  featuresOf,
  type ConfidenceFeatures,
  type ConfidenceModel,
} from '../../../src/core/search/confidence';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { parseQuery } from '../../../src/core/search/query';
import type { RankedEntry } from '../../../src/core/search/ranking';
import { Searcher } from '../../../src/core/search/searcher';
import { TUNING } from '../../../src/core/search/tuning';
import { sourceOf } from '../engines';
import type { LabelledQuestion, QuestionSet } from './questions';

/** A question with the hits for it. */
export interface JudgedQuestion {
  readonly set: QuestionSet;
  readonly question: LabelledQuestion;
  /** The first hit; `undefined` where there is none. */
  readonly first: JudgedHit | undefined;
  /** Whether a right hit, and whether any, is strong. */
  readonly isAnswerStrong: boolean;
  readonly hasStrong: boolean;
}

interface JudgedHit {
  readonly isRight: boolean;
  readonly probability: number;
  readonly confidence: RankedEntry['confidence'];
  /** Absent for a hit that is named, whose probability is one. */
  readonly features?: ConfidenceFeatures;
}

const LIMIT = 10;

/** Asks all questions of a set. */
export async function judgeSet(set: QuestionSet): Promise<readonly JudgedQuestion[]> {
  const library = await openLibrary([sourceOf(set.files, 'bench')], { createIndex: createInvertedIndex });
  const searcher = await Searcher.build(library.entries(), createInvertedIndex, TUNING);
  const judged: JudgedQuestion[] = [];
  for (const question of set.questions) {
    const { ranked } = await searcher.search(parseQuery(question.query), {
      limit: LIMIT,
      signal: undefined,
      language: undefined,
      matchesFilters: () => true,
    });
    const hits = ranked.slice(0, LIMIT);
    const isRight = ({ scored }: RankedEntry): boolean =>
      question.isAnswer?.(scored.document.entry.id.replace(/^bench\//, '')) === true;
    const strong = hits.filter(({ confidence }) => confidence === 'strong');
    const [first] = hits;
    judged.push({
      set,
      question,
      first: first === undefined ? undefined : { ...judgedHit(first, ranked[1]), isRight: isRight(first) },
      isAnswerStrong: strong.some(isRight),
      hasStrong: strong.length > 0,
    });
  }
  return judged;
}

function judgedHit(hit: RankedEntry, next: RankedEntry | undefined): Omit<JudgedHit, 'isRight'> {
  const { probability, confidence, scored } = hit;
  const features = scored.isNamed ? undefined : featuresOf(scored, next?.scored);
  return { probability, confidence, ...(features === undefined ? {} : { features }) };
}

/** The features of the model, in the order of its table. */
export function featureNames({
  intercept: _,
  ...weights
}: ConfidenceModel): readonly (keyof ConfidenceFeatures)[] {
  return Object.keys(weights) as (keyof ConfidenceFeatures)[];
}
