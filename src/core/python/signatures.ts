import { ancestorsOf, bindingsOf } from './classes';
import type { CallArguments, Evaluator } from './evaluator';
import { argumentsOf, subscriptsOf, unwrap } from './nodes';
import type { Expression, FunctionDefinition, Parameter } from './scope';
import { BUILTINS, specialFormOf } from './specialForms';
import { argumentFor, instanceOfClass, isPositional } from './typeVariables';
import { isClass, stubBindings } from './types';
import { instanceOf, SELF, EMPTY_ENVIRONMENT, type TypeEnvironment, type Value } from './values';

/** A function as it is called. */
export interface Signature {
  readonly definition: FunctionDefinition;
  /** What it is called on, if it is a method: the first parameter. */
  readonly receiver: Value | undefined;
}

/** The functions that a library's stub has under a qualified name: several if they are overloads. */
export function stubFunctions(path: string, evaluator: Evaluator): readonly FunctionDefinition[] {
  return stubBindings(path, evaluator).flatMap(({ source }) =>
    source.kind === 'function' ? [source.definition] : [],
  );
}

/** The methods that an object or class has under a name, from the nearest class: several if they are overloads. */
export function methodsOf(
  receiver: Value,
  name: string,
  evaluator: Evaluator,
): readonly FunctionDefinition[] {
  const classRef = receiver.kind === 'instance' ? receiver.classRef : receiver;
  if (classRef.kind !== 'named' && classRef.kind !== 'class') return [];
  for (const { definition } of ancestorsOf(classRef, [], evaluator)) {
    const bindings = definition === undefined ? undefined : bindingsOf(definition, name);
    if (bindings === undefined) continue;
    const isStub = definition?.scope.statement.module.stubName !== undefined;
    return bindings
      .slice(0, isStub ? undefined : 1)
      .flatMap(({ source }) => (source.kind === 'function' ? [source.definition] : []));
  }
  return [];
}

/** The signature by which a value is called; of overloads, the first one that the arguments match. */
export function signatureOf(
  value: Value,
  callArguments: CallArguments | undefined,
  evaluator: Evaluator,
): Signature | undefined {
  switch (value.kind) {
    case 'function':
      return { definition: value.definition, receiver: value.receiver };
    case 'class':
      return matching(methodsOf(value, '__init__', evaluator), instanceOf(value), callArguments, evaluator);
    case 'named': {
      const { path, receiver } = value;
      if (receiver !== undefined) {
        const methods = methodsOf(receiver, path.slice(path.lastIndexOf('.') + 1), evaluator);
        return matching(methods, receiver, callArguments, evaluator);
      }
      if (isClass(path, evaluator)) {
        const initialisers = methodsOf(value, '__init__', evaluator);
        return matching(initialisers, instanceOf({ kind: 'named', path }), callArguments, evaluator);
      }
      return matching(stubFunctions(path, evaluator), undefined, callArguments, evaluator);
    }
    default:
      return undefined;
  }
}

/** Whether a signature's first parameter is its receiver. */
export function isMethodCall({ definition, receiver }: Signature): boolean {
  return definition.owner !== undefined && receiver !== undefined;
}

/** The type variables of a method's class, with their values in the object that it is called on. */
export function receiverEnvironment(
  { definition, receiver }: Signature,
  evaluator: Evaluator,
): TypeEnvironment {
  const { owner } = definition;
  if (owner === undefined || receiver === undefined) return EMPTY_ENVIRONMENT;
  const instance = receiver.kind === 'class' || receiver.kind === 'named' ? instanceOf(receiver) : receiver;
  if (instance.kind !== 'instance') return EMPTY_ENVIRONMENT;
  const ancestor = ancestorsOf(instance.classRef, instance.arguments, evaluator).find(
    ({ definition: other }) => other === owner,
  );
  return new Map([...(ancestor?.environment ?? EMPTY_ENVIRONMENT), [SELF, instance] as const]);
}

function matching(
  definitions: readonly FunctionDefinition[],
  receiver: Value | undefined,
  callArguments: CallArguments | undefined,
  evaluator: Evaluator,
): Signature | undefined {
  const isOverloaded = definitions.length > 1;
  const definition = definitions.find(
    (candidate) => !isOverloaded || accepts({ definition: candidate, receiver }, callArguments, evaluator),
  );
  return definition === undefined ? undefined : { definition, receiver };
}

/** Whether every argument is known to be what the overload is annotated with. */
function accepts(
  signature: Signature,
  callArguments: CallArguments | undefined,
  evaluator: Evaluator,
): boolean {
  const parameters = signature.definition.parameters.slice(isMethodCall(signature) ? 1 : 0);
  const given = argumentsOf(callArguments?.list);
  const isVariadic = parameters.some((parameter) => parameter.isVariadic);
  const positional = given.filter(({ name }) => name === undefined);
  if (!isVariadic && positional.length > parameters.filter(isPositional).length) return false;
  return parameters.every((parameter) => {
    if (callArguments === undefined || parameter.annotation === undefined) return true;
    const argument = argumentFor(parameter, parameters, given, callArguments.call);
    if (argument === undefined) return parameter.default !== undefined || parameter.isVariadic;
    const expression = { ...callArguments.call, node: argument.value, lookupOffset: argument.value.from };
    return acceptsArgument(parameter, parameter.annotation, expression, evaluator);
  });
}

function acceptsArgument(
  parameter: Parameter,
  annotation: Expression,
  argument: Expression,
  evaluator: Evaluator,
): boolean {
  const node = unwrap(annotation.node);
  const [base, subscripts] = [node.firstChild ?? node, subscriptsOf(node)];
  const type = evaluator.evaluate({ ...annotation, node: subscripts.length > 0 ? base : node });
  const path = type?.kind === 'named' ? type.path : '';
  if (path === `${BUILTINS}.Any` || specialFormOf(path) === 'callable' || parameter.isVariadic) return true;
  if (path === `${BUILTINS}.Literal`) {
    const text = argument.context.scope.statement.textOf(argument.node).slice(1, -1);
    const { statement } = annotation.context.scope;
    return subscripts.some((literal) => statement.textOf(literal).slice(1, -1) === text);
  }
  const value = evaluator.evaluate(argument);
  if (value === undefined) return false;
  if (specialFormOf(path) === 'class') return instanceOfClass(value, evaluator) !== undefined;
  return isInstanceOf(value, evaluator.valueOfType(annotation), evaluator);
}

/** Whether a value is known to be an instance of one of some classes. */
export function isInstanceOf(value: Value, type: Value | undefined, evaluator: Evaluator): boolean {
  if (value.kind === 'union') return value.options.every((option) => isInstanceOf(option, type, evaluator));
  if (type?.kind === 'union') return type.options.some((option) => isInstanceOf(value, option, evaluator));
  if (value.kind !== 'instance' || type?.kind !== 'instance') return false;
  const definition = evaluator.classDefinitionOf(type.classRef);
  return ancestorsOf(value.classRef, [], evaluator).some((ancestor) =>
    definition === undefined || ancestor.definition === undefined
      ? type.classRef.kind === 'named' &&
        ancestor.classRef.kind === 'named' &&
        ancestor.classRef.path === type.classRef.path
      : ancestor.definition === definition,
  );
}
