/** Fits the curve that says how likely a hit answers a question, and measures what it says on halves set aside. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIDENCE_MODEL, THRESHOLDS } from '../../../src/core/search/confidence';
import { calibrationOf, calibrationError, fitLogistic, type Example, type Outcome } from './fit';
import { featureNames, judgeSet, type JudgedQuestion } from './judged';
import { calibrationPlot } from './plot';
import { loadQuestionSets, type QuestionSet } from './questions';

/** What each group of sets counts for in the fit, however many questions it has. */
const GROUP_WEIGHTS: Readonly<Record<QuestionSet['group'], number>> = {
  questions: 3,
  'other archives': 2,
  encyclopedia: 2,
  documentation: 0.5,
};

/**
 * Asks all questions; writes the calibration of the halves set aside as a picture to `docs/images/calibration.svg`.
 *
 * @returns Lines of Markdown.
 */
export async function* benchConfidence(root: string): AsyncGenerator<string> {
  const { sets, missing } = loadQuestionSets(root);
  for (const path of missing) yield `Skipped: ${path} is not there.\n`;
  const judged: JudgedQuestion[] = [];
  for (const set of sets) judged.push(...(await judgeSet(set)));
  yield* fitTable(judged.filter(({ question }) => question.half === 'tune'));
  yield* resultTable(sets, judged);
  const aside = judged.filter(({ question }) => question.half === 'test');
  const picture = join(root, 'docs', 'images', 'calibration.svg');
  writeFileSync(picture, calibrationPlot(calibrationOf(aside.flatMap(outcomeOf))));
}

/** The weights in use beside those that fit the tune half now. */
function* fitTable(tune: readonly JudgedQuestion[]): Generator<string> {
  const names = featureNames(CONFIDENCE_MODEL);
  const withFeatures = tune.filter(({ first }) => first?.features !== undefined);
  const countOf = (group: QuestionSet['group']): number =>
    withFeatures.filter(({ set }) => set.group === group).length;
  const counts = new Map(
    Object.keys(GROUP_WEIGHTS).map((group) => [group, countOf(group as QuestionSet['group'])]),
  );
  const total = [...counts].reduce(
    (sum, [group, count]) => sum + (count > 0 ? GROUP_WEIGHTS[group as QuestionSet['group']] : 0),
    0,
  );
  const examples = withFeatures.map(({ set, first }): Example => ({
    features: names.map((name) => first?.features?.[name] ?? 0),
    isRight: first?.isRight === true,
    weight: ((GROUP_WEIGHTS[set.group] / total) * withFeatures.length) / (counts.get(set.group) ?? 1),
  }));
  const [intercept = 0, ...weights] = fitLogistic(examples);
  yield '### Weights\n';
  yield '| feature | in use | fitted |';
  yield '|---|---|---|';
  yield `| intercept | ${CONFIDENCE_MODEL.intercept.toFixed(2)} | ${intercept.toFixed(2)} |`;
  for (const [at, name] of names.entries()) {
    yield `| ${name} | ${CONFIDENCE_MODEL[name].toFixed(2)} | ${(weights[at] ?? 0).toFixed(2)} |`;
  }
  yield '';
}

function* resultTable(sets: readonly QuestionSet[], judged: readonly JudgedQuestion[]): Generator<string> {
  const { strong, possible } = THRESHOLDS;
  yield `### Confidence: strong from ${String(strong)}, possible from ${String(possible)}\n`;
  yield '| half | questions | with an answer | it is first | it is strong | strong first hits right | possible first hits right | without | with a strong hit | calibration error |';
  yield '|---|---|---|---|---|---|---|---|---|---|';
  for (const half of ['tune', 'test'] as const) {
    const ofHalf = judged.filter(({ question }) => question.half === half);
    const groups = [...new Set(sets.map(({ group }) => group))];
    for (const { name } of sets)
      yield row(
        half,
        name,
        ofHalf.filter(({ set }) => set.name === name),
      );
    for (const group of groups)
      yield row(
        half,
        `all ${group}`,
        ofHalf.filter(({ set }) => set.group === group),
      );
    yield row(half, 'all', ofHalf);
  }
  yield '';
}

function row(half: string, name: string, judged: readonly JudgedQuestion[]): string {
  const answered = judged.filter(({ question }) => question.isAnswer !== undefined);
  const unanswered = judged.filter(({ question }) => question.isAnswer === undefined);
  const firstOf = (confidence: string): readonly JudgedQuestion[] =>
    answered.filter(({ first }) => first?.confidence === confidence);
  const areRight = ({ first }: JudgedQuestion): boolean => first?.isRight === true;
  return `| ${[
    half,
    name,
    String(answered.length),
    share(answered, areRight),
    share(answered, ({ isAnswerStrong }) => isAnswerStrong),
    share(firstOf('strong'), areRight),
    share(firstOf('possible'), areRight),
    String(unanswered.length),
    share(unanswered, ({ hasStrong }) => hasStrong),
    calibrationError(judged.flatMap(outcomeOf)).toFixed(3),
  ].join(' | ')} |`;
}

function share(judged: readonly JudgedQuestion[], holds: (one: JudgedQuestion) => boolean): string {
  return judged.length === 0 ? '' : (judged.filter(holds).length / judged.length).toFixed(3);
}

/** The first hit's probability with what came out; none without a hit. */
function outcomeOf({ first }: JudgedQuestion): readonly Outcome[] {
  return first === undefined ? [] : [first];
}
