import { hasDecorator } from './decorators';
import type { Evaluator } from './evaluator';
import type { FunctionDefinition, ModuleScope, Parameter } from './scope';
import type { Value } from './values';

/** Folders upwards in which `conftest.py` is looked for. */
const MAX_FOLDERS = 6;

const FIXTURE_DECORATORS = new Set(['fixture']);

/** The value of a parameter of a pytest test or fixture: what the fixture with the parameter's name returns or yields. */
export function valueOfFixture(
  definition: FunctionDefinition,
  { name }: Parameter,
  evaluator: Evaluator,
): Value | undefined {
  if (!definition.name.startsWith('test') && !hasDecorator(definition, FIXTURE_DECORATORS)) return undefined;
  for (const candidate of fixturesNamed(name, definition, evaluator)) {
    if (candidate?.kind !== 'function' || candidate.definition === definition) continue;
    if (!hasDecorator(candidate.definition, FIXTURE_DECORATORS)) continue;
    const result = evaluator.resultOfCall(candidate);
    const isGenerator = candidate.definition.yielded.length > 0;
    return isGenerator ? evaluator.elementOf(result) : result;
  }
  return undefined;
}

/** What has the name in the class, the module and the `conftest.py` of its folder and those above, nearest first. */
function* fixturesNamed(
  name: string,
  { owner, statement: { module } }: FunctionDefinition,
  evaluator: Evaluator,
): Generator<Value | undefined> {
  if (owner !== undefined) yield evaluator.memberOf({ kind: 'class', definition: owner }, name).value;
  yield evaluator.exportedValue(module, name);
  for (let dots = '.'; dots.length <= MAX_FOLDERS; dots += '.') {
    const conftest: ModuleScope | undefined = evaluator.modules.findModule(`${dots}conftest`, module);
    if (conftest !== undefined && conftest !== module) yield evaluator.exportedValue(conftest, name);
  }
}
