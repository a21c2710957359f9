import type { Evaluator } from './evaluator';
import { followImport } from './followImports';
import { itemOf } from './iteration';
import { hasDecorator } from './members';
import type { BindingSource, ClassDefinition, Expression, FunctionDefinition } from './scope';
import { specialFormOf } from './specialForms';
import { instanceOfType, valueOfDependency } from './types';
import { instanceOf, namedValue, type ClassRef, type TypeEnvironment, type Value } from './values';

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
    case 'narrowed':
      return instanceOfType(evaluator.evaluate(source.expression), evaluator);
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

function valueOfParameter(
  { parameter, definition }: SourceOfKind<'parameter'>,
  evaluator: Evaluator,
): Value | undefined {
  if (parameter.isVariadic) return undefined;
  const { annotation, default: defaultValue } = parameter;
  if (annotation === undefined && definition.owner !== undefined && definition.parameters[0] === parameter) {
    return receiverOf(definition, definition.owner);
  }
  const type = annotation === undefined ? undefined : evaluator.valueOfType(annotation);
  return type ?? (defaultValue === undefined ? undefined : valueOfDependency(defaultValue, evaluator));
}

const STATIC_METHOD_DECORATORS = new Set(['staticmethod']);
const CLASS_METHOD_DECORATORS = new Set([
  'classmethod',
  'field_validator',
  'model_validator',
  'validator',
  'root_validator',
  'declared_attr',
]);
const IMPLICIT_CLASS_METHODS = new Set(['__new__', '__init_subclass__', '__class_getitem__']);

/** The value of a method's first parameter: an instance, or the class. */
function receiverOf(method: FunctionDefinition, owner: ClassDefinition): Value | undefined {
  if (hasDecorator(method, STATIC_METHOD_DECORATORS)) return undefined;
  const classRef: ClassRef = { kind: 'class', definition: owner };
  const isClassMethod =
    hasDecorator(method, CLASS_METHOD_DECORATORS) || IMPLICIT_CLASS_METHODS.has(method.name);
  return isClassMethod ? classRef : instanceOf(classRef);
}

const CONTEXT_MANAGER_DECORATORS = new Set(['contextmanager', 'asynccontextmanager']);
const ITERATOR: ClassRef = { kind: 'named', path: 'builtins.Iterator' };
const CONTEXT_MANAGER: ClassRef = { kind: 'named', path: 'builtins.AbstractContextManager' };

/** What calling a function returns: by its annotation, or else by what it yields or returns. */
export function resultOfFunction(
  definition: FunctionDefinition,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const { returns, yieldedExpressions, returnedExpressions } = definition;
  const joined = (expressions: readonly (Expression | undefined)[]): Value | undefined =>
    evaluator.join(
      expressions.map((expression) =>
        expression === undefined ? undefined : evaluator.evaluate(expression),
      ),
    );
  const result =
    returns !== undefined
      ? evaluator.valueOfType(returns, environment)
      : yieldedExpressions.length > 0
        ? instanceOf(ITERATOR, [joined(yieldedExpressions)])
        : joined(returnedExpressions);
  if (!hasDecorator(definition, CONTEXT_MANAGER_DECORATORS)) return result;
  return instanceOf(CONTEXT_MANAGER, [evaluator.elementOf(result) ?? result]);
}
