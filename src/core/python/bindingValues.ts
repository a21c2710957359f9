import { resolveSymbol, type Evaluator } from './evaluator';
import { specialFormOf, canonicalPath } from './specialForms';
import { importPath } from './importStatements';
import { itemOf } from './iteration';
import { hasDecorator, libraryVariable } from './members';
import type { ClassDefinition, Expression, FunctionDefinition, BindingSource } from './scope';
import { valueOfDependency, instanceOfType } from './types';
import { instanceOf, namedValue, type ClassRef, type TypeEnvironment, type Value } from './values';

type SourceOfKind<K extends BindingSource['kind']> = Extract<BindingSource, { kind: K }>;

/** What a name stands for that is bound to a source. */
export function valueOfSource(
  source: BindingSource,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  switch (source.kind) {
    case 'import':
      return valueOfImport(source, evaluator);
    case 'value':
      return evaluator.evaluate(source.expression, environment);
    case 'items':
      return { kind: 'tuple', items: source.items.map((item) => evaluator.valueOfSource(item, environment)) };
    case 'item':
      return itemOf(evaluator.valueOfSource(source.of, environment), source.index, evaluator);
    case 'element':
      return evaluator.elementOf(evaluator.evaluate(source.expression, environment));
    case 'context':
      return evaluator.enteredValueOf(evaluator.evaluate(source.expression, environment));
    case 'caught':
    case 'narrowed':
      return instanceOfType(evaluator.evaluate(source.expression), evaluator);
    case 'annotation':
      return valueOfAnnotated(source, evaluator, environment);
    case 'alias':
      return { kind: 'type', expression: source.expression };
    case 'typeVariable':
      return source;
    case 'parameter':
      return valueOfParameter(source, evaluator);
    case 'function':
    case 'class':
      return valueOfDefinition(source);
    case 'none':
    case 'own':
      return undefined;
  }
}

/** What a library's stub defines goes by its qualified name. */
function valueOfDefinition(source: SourceOfKind<'function' | 'class'>): Value {
  const { definition } = source;
  const { module } = 'bases' in definition ? definition.scope.statement : definition.statement;
  const isMember = !('bases' in definition) && definition.owner !== undefined;
  return module.stubName === undefined || isMember
    ? source
    : namedValue(`${module.stubName}.${definition.name}`);
}

/** What the table knows as a library's is never looked for among the user's own modules. */
function valueOfImport(
  { module, name, in: statement }: SourceOfKind<'import'>,
  evaluator: Evaluator,
): Value | undefined {
  const path = importPath({ module, ...(name === undefined ? {} : { name }) });
  const from = statement.module;
  const isRelative = module.startsWith('.');
  const isKnown =
    !isRelative && (resolveSymbol(evaluator.known, path) !== undefined || isOfPackage(path, evaluator));
  if (from.stubName !== undefined || isKnown) {
    const variable = name === undefined ? undefined : libraryVariable(module, name, evaluator);
    return variable ?? namedValue(canonicalPath(path));
  }
  const own = evaluator.modules.findModule(module, from);
  if (own === undefined) return namedValue(canonicalPath(path));
  if (name === undefined) return { kind: 'module', module: own };
  return evaluator.memberOf({ kind: 'module', module: own }, name).value;
}

/** Whether a path begins with the name of a package that the table knows. */
function isOfPackage(path: string, { known }: Evaluator): boolean {
  const [first = ''] = path.split('.', 1);
  return Object.hasOwn(known.symbols.packages, first.replaceAll('_', '-'));
}

function valueOfAnnotated(
  source: SourceOfKind<'annotation'>,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const type = evaluator.valueOfType(source.expression, environment);
  if (type !== undefined || source.value === undefined) return type;
  // `x: Final = …` says nothing of what it holds.
  const plain = evaluator.evaluate(source.expression);
  const isOpen = plain?.kind === 'named' && specialFormOf(plain.path) === 'transparent';
  return isOpen ? evaluator.evaluate(source.value, environment) : undefined;
}

function valueOfParameter(
  { parameter, of }: SourceOfKind<'parameter'>,
  evaluator: Evaluator,
): Value | undefined {
  if (parameter.isVariadic) return undefined;
  const { annotation, default: fallback } = parameter;
  if (annotation === undefined && of.owner !== undefined && of.parameters[0] === parameter) {
    return receiverOf(of, of.owner);
  }
  const type = annotation === undefined ? undefined : evaluator.valueOfType(annotation);
  return type ?? (fallback === undefined ? undefined : valueOfDependency(fallback, evaluator));
}

const STATIC_DECORATORS = new Set(['staticmethod']);
const CLASS_METHOD_DECORATORS = new Set([
  'classmethod',
  'field_validator',
  'model_validator',
  'validator',
  'root_validator',
  'declared_attr',
]);
const IMPLICIT_CLASS_METHODS = new Set(['__new__', '__init_subclass__', '__class_getitem__']);

/** What a method's first parameter holds. */
function receiverOf(method: FunctionDefinition, owner: ClassDefinition): Value | undefined {
  if (hasDecorator(method, STATIC_DECORATORS)) return undefined;
  const own: ClassRef = { kind: 'class', definition: owner };
  return hasDecorator(method, CLASS_METHOD_DECORATORS) || IMPLICIT_CLASS_METHODS.has(method.name)
    ? own
    : instanceOf(own);
}

const CONTEXT_MANAGER_DECORATORS = new Set(['contextmanager', 'asynccontextmanager']);
const ITERATOR: ClassRef = { kind: 'named', path: 'builtins.Iterator' };
const CONTEXT_MANAGER: ClassRef = { kind: 'named', path: 'builtins.AbstractContextManager' };

/** What a function gives, as generator or context manager where it is one. */
export function resultOfFunction(
  definition: FunctionDefinition,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const { returns, yieldedExpressions: yielded, returnedExpressions: returned } = definition;
  const given = (codes: readonly (Expression | undefined)[]): Value | undefined =>
    evaluator.join(
      codes.map((expression) => (expression === undefined ? undefined : evaluator.evaluate(expression))),
    );
  const plain =
    returns !== undefined
      ? evaluator.valueOfType(returns, environment)
      : yielded.length > 0
        ? instanceOf(ITERATOR, [given(yielded)])
        : given(returned);
  if (!hasDecorator(definition, CONTEXT_MANAGER_DECORATORS)) return plain;
  return instanceOf(CONTEXT_MANAGER, [evaluator.elementOf(plain) ?? plain]);
}
