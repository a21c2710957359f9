import type { Evaluator } from './evaluator';
import { followImport } from './followImports';
import { itemOf } from './iteration';

import { valueOfParameter } from './parameters';
import type { BindingSource, Expression } from './scope';
import { isInstanceOf } from './signatures';
import { specialFormOf } from './specialForms';
import { instanceOfType } from './types';
import { namedValue, type TypeEnvironment, type Value } from './values';

type SourceOfKind<K extends BindingSource['kind']> = Extract<BindingSource, { kind: K }>;

/** The value of a name that is bound to a source. */
export function valueOfSource(
  source: BindingSource,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  switch (source.kind) {
    case 'import':
      return followImport(source, evaluator);
    case 'value':
      return evaluator.evaluate(source.expression, environment);
    case 'tuple':
      return { kind: 'tuple', items: source.items.map((item) => evaluator.valueOfSource(item, environment)) };
    case 'item':
      return itemOf(evaluator.valueOfSource(source.sequence, environment), source.index, evaluator);
    case 'element':
      return evaluator.elementOf(evaluator.evaluate(source.expression, environment));
    case 'contextManager':
      return evaluator.enteredValueOf(evaluator.evaluate(source.expression, environment));
    case 'caught':
      return instanceOfType(evaluator.evaluate(source.expression), evaluator);
    case 'narrowed':
      return instancesOf(source.types, evaluator);
    case 'excluded':
      return valueWithout(source, evaluator);
    case 'annotation':
      return valueOfAnnotated(source, evaluator, environment);
    case 'alias':
      return { kind: 'typeExpression', expression: source.expression };
    case 'typeVariable':
      return source;
    case 'parameter':
      return valueOfParameter(source, evaluator);
    case 'function':
    case 'class':
      return valueOfDefinition(source);
    case 'none':
    case 'unknown':
      return undefined;
  }
}

function instancesOf(types: readonly Expression[], evaluator: Evaluator): Value | undefined {
  return evaluator.join(types.map((type) => instanceOfType(evaluator.evaluate(type), evaluator)));
}

/** The options of a union that are no instances of the excluded types. */
function valueWithout({ value, types }: SourceOfKind<'excluded'>, evaluator: Evaluator): Value | undefined {
  const before = evaluator.evaluate(value);
  if (before?.kind !== 'union') return before;
  const excluded = types.flatMap((type) => instancesOf([type], evaluator) ?? []);
  const rest = before.options.filter(
    (option) => !excluded.some((type) => isInstanceOf(option, type, evaluator)),
  );
  return rest.length === before.options.length ? before : evaluator.join(rest);
}

/** Functions and classes of a library's stub are known by their qualified names. */
function valueOfDefinition(source: SourceOfKind<'function' | 'class'>): Value {
  const { definition } = source;
  const { module } = 'bases' in definition ? definition.scope.statement : definition.statement;
  const isMember = !('bases' in definition) && definition.owner !== undefined;
  return module.stubName === undefined || isMember
    ? source
    : namedValue(`${module.stubName}.${definition.name}`);
}

function valueOfAnnotated(
  source: SourceOfKind<'annotation'>,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const type = evaluator.valueOfType(source.expression, environment);
  if (type !== undefined || source.value === undefined) return type;
  // `x: Final = value` says nothing about the type.
  const annotation = evaluator.evaluate(source.expression);
  const isBareQualifier = annotation?.kind === 'named' && specialFormOf(annotation.path) === 'transparent';
  return isBareQualifier ? evaluator.evaluate(source.value, environment) : undefined;
}
