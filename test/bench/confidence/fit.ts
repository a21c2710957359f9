/** Logistic regression by Newton's method, and how well its probabilities hold. */

/** One judged hit. */
export interface Example {
  /** The features, in a fixed order. */
  readonly features: readonly number[];
  readonly isRight: boolean;
  /** What it counts as in the fit. */
  readonly weight: number;
}

const ITERATIONS = 30;
/** Ridge penalty on all weights but the intercept, against weights that few examples decide. */
const PENALTY = 0.5;

/** The intercept and the weights of the features that fit the examples best. */
export function fitLogistic(examples: readonly Example[]): readonly number[] {
  const size = (examples[0]?.features.length ?? 0) + 1;
  let weights: number[] = Array.from({ length: size }, () => 0);
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : PENALTY * weight));
    const hessian = weights.map((_, row) =>
      weights.map((__, at): number => (row === at && row > 0 ? PENALTY : 0)),
    );
    for (const { features, isRight, weight } of examples) {
      const inputs = [1, ...features];
      const probability = logistic(inputs, weights);
      const error = weight * (probability - Number(isRight));
      const curvature = weight * probability * (1 - probability);
      inputs.forEach((input, row) => {
        gradient[row] = (gradient[row] ?? 0) + error * input;
        const hessianRow = hessian[row] ?? [];
        inputs.forEach((other, at) => {
          hessianRow[at] = (hessianRow[at] ?? 0) + curvature * input * other;
        });
      });
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight - (step[at] ?? 0));
  }
  return weights;
}

function logistic(inputs: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0)));
}

/** The solution of a linear system by Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  const valueAt = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(valueAt(row, column)) > Math.abs(valueAt(pivot, column))) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const factor = valueAt(row, column) / valueAt(column, column);
      rows[row] = (rows[row] ?? []).map((value, at) => value - factor * valueAt(column, at));
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

/** A probability with what came out. */
export interface Outcome {
  readonly probability: number;
  readonly isRight: boolean;
}

/** Outcomes of similar probability. */
export interface CalibrationBin {
  readonly count: number;
  /** The mean of the probabilities. */
  readonly expected: number;
  /** The share that is right. */
  readonly actual: number;
}

const BINS = 10;

/** The outcomes in bins of equal width, without empty ones. */
export function calibrationOf(outcomes: readonly Outcome[]): readonly CalibrationBin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = outcomes.filter(
      ({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin,
    );
    const mean = (valueOf: (outcome: Outcome) => number): number =>
      inside.reduce((sum, outcome) => sum + valueOf(outcome), 0) / inside.length;
    return {
      count: inside.length,
      expected: mean(({ probability }) => probability),
      actual: mean(({ isRight }) => Number(isRight)),
    };
  }).filter(({ count }) => count > 0);
}

/** The expected calibration error: the mean distance of the share that is right from the probability, by bins. */
export function calibrationError(outcomes: readonly Outcome[]): number {
  return calibrationOf(outcomes).reduce(
    (sum, { count, expected, actual }) => sum + (count / outcomes.length) * Math.abs(expected - actual),
    0,
  );
}
