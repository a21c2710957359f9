import type { MatchEvidence } from './matchEvidence';

/** Whether a hit answers what was asked, may answer it, or only shares some of its words. */
export type Confidence = 'strong' | 'possible' | 'weak';

/** The least probability of each confidence; what is below is weak. */
export const THRESHOLDS = { strong: 0.5, possible: 0.3 };

/** What the probability of a hit depends on; each from 0 to 1. */
export interface ConfidenceFeatures extends MatchEvidence {
  /** By how much of its score the hit is ahead of the next one. */
  readonly lead: number;
}

/** The weights of a logistic curve over the features. Fitted and printed by `npm run bench -- confidence`. */
export const CONFIDENCE_MODEL: ConfidenceModel = {
  intercept: -5.41,
  coverage: 2.36,
  together: 1.13,
  subject: 1.19,
  title: 2.06,
  guessed: 1.65,
  unknown: -1.85,
  rarity: 4.35,
  lead: 2.53,
};

/** The weight of each feature, and of none. */
export type ConfidenceModel = Readonly<Record<keyof ConfidenceFeatures | 'intercept', number>>;

/** What is known of a hit in a ranking. */
interface RankedMatch {
  /** Whether it is what was asked for by name: the query is its title, or filters only. */
  readonly isNamed: boolean;
  readonly score: number;
  /** Absent where the ranking did not look closer, because better ones were enough. */
  readonly evidence?: MatchEvidence;
}

/** How likely a hit answers the query, from 0 to 1, and what that is called. */
export interface Judgement {
  readonly probability: number;
  readonly confidence: Confidence;
}

/** Judges each hit of a ranking, best first; the probability never rises along the ranking. */
export function judge(ranking: readonly RankedMatch[]): readonly Judgement[] {
  let lowest = 1;
  return ranking.map((match, rank) => {
    const features = featuresOf(match, ranking[rank + 1]);
    const own = features === undefined ? 0 : probabilityOf(features);
    lowest = Math.min(lowest, match.isNamed ? 1 : own);
    return { probability: lowest, confidence: confidenceOf(lowest) };
  });
}

/** The features of a hit in front of the next one; `undefined` where the ranking did not look closer. */
export function featuresOf(
  { score, evidence }: Omit<RankedMatch, 'isNamed'>,
  next: Pick<RankedMatch, 'score'> | undefined,
): ConfidenceFeatures | undefined {
  const lead = score > 0 ? Math.max(0, 1 - (next?.score ?? 0) / score) : 0;
  return evidence === undefined ? undefined : { ...evidence, lead };
}

function probabilityOf(features: ConfidenceFeatures): number {
  const { intercept, ...weights } = CONFIDENCE_MODEL;
  let logit = intercept;
  for (const [name, weight] of Object.entries(weights))
    logit += weight * features[name as keyof typeof weights];
  return 1 / (1 + Math.exp(-logit));
}

function confidenceOf(probability: number): Confidence {
  if (probability >= THRESHOLDS.strong) return 'strong';
  return probability >= THRESHOLDS.possible ? 'possible' : 'weak';
}
