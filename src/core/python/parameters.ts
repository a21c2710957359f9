import { valueOfCallbackParameter } from './callbacks';
import { ancestorsOf, bindingsOf } from './classes';
import { hasDecorator } from './decorators';
import type { Evaluator } from './evaluator';
import { valueOfFixture } from './fixtures';
import type { BindingSource, ClassDefinition, FunctionDefinition, Parameter } from './scope';
import { valueOfDependency } from './types';
import { instanceOf, isInstanceValue, SELF, type ClassRef, type Value } from './values';

/** The value of a parameter in the function's body: by its annotation, or else by what is known to be passed. */
export function valueOfParameter(
  { parameter, definition }: Extract<BindingSource, { kind: 'parameter' }>,
  evaluator: Evaluator,
): Value | undefined {
  if (parameter.isVariadic) return undefined;
  const { annotation, default: defaultValue } = parameter;
  const { owner } = definition;
  if (annotation === undefined && owner !== undefined && definition.parameters[0] === parameter) {
    const receiver = receiverOf(definition, owner);
    if (receiver !== undefined) return receiver;
  }
  const type = annotation === undefined ? undefined : evaluator.valueOfType(annotation);
  if (type !== undefined) return type;
  const dependency = defaultValue === undefined ? undefined : valueOfDependency(defaultValue, evaluator);
  if (dependency !== undefined || annotation !== undefined) return dependency;
  return (
    valueInOverridden(definition, parameter, evaluator) ??
    valueOfCallbackParameter(definition, parameter, evaluator) ??
    valueOfFixture(definition, parameter, evaluator) ??
    valueOfDefault(parameter, evaluator)
  );
}

/** `def f(engine=engine)`: an argument is taken to be what the default is. */
function valueOfDefault({ default: defaultValue }: Parameter, evaluator: Evaluator): Value | undefined {
  const value = defaultValue === undefined ? undefined : evaluator.evaluate(defaultValue);
  return isInstanceValue(value) ? value : undefined;
}

/** What the method that a method overrides is annotated with, for a parameter of the same name or at the same place. */
function valueInOverridden(
  { name, owner, parameters }: FunctionDefinition,
  parameter: Parameter,
  evaluator: Evaluator,
): Value | undefined {
  if (owner === undefined) return undefined;
  const classRef: ClassRef = { kind: 'class', definition: owner };
  const index = parameters.indexOf(parameter);
  for (const { definition, environment } of ancestorsOf(classRef, [], evaluator).slice(1)) {
    const source = definition === undefined ? undefined : bindingsOf(definition, name)?.[0]?.source;
    if (source?.kind !== 'function') continue;
    const others = source.definition.parameters;
    const other = others.find((candidate) => candidate.name === parameter.name) ?? others[index];
    if (other?.annotation === undefined || other.isVariadic) continue;
    return evaluator.valueOfType(other.annotation, new Map([...environment, [SELF, instanceOf(classRef)]]));
  }
  return undefined;
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
  return isClassMethod(method) ? classRef : instanceOf(classRef);
}

/** Whether a method's first parameter is the class. */
export function isClassMethod(method: FunctionDefinition): boolean {
  return hasDecorator(method, CLASS_METHOD_DECORATORS) || IMPLICIT_CLASS_METHODS.has(method.name);
}
