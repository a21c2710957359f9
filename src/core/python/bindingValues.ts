import { symbolAt, type Evaluator } from './evaluator';
import { formOf, normalised } from './specialForms';
import { pathOf } from './importStatements';
import { itemOf } from './iteration';
import { decoratedAs, variableOf } from './members';
import type { ClassDefinition, Code, FunctionDefinition, Source } from './scope';
import { dependencyOf, held } from './types';
import { instanceOf, named, type ClassRef, type TypeEnvironment, type Value } from './values';

type Of<K extends Source['kind']> = Extract<Source, { kind: K }>;

/** What a name stands for that is bound to a source. */
export function valueOfSource(
  source: Source,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  switch (source.kind) {
    case 'import':
      return valueOfImport(source, evaluator);
    case 'value':
      return evaluator.evaluate(source.code, environment);
    case 'items':
      return { kind: 'tuple', items: source.items.map((item) => evaluator.read(item, environment)) };
    case 'item':
      return itemOf(evaluator.read(source.of, environment), source.index, evaluator);
    case 'element':
      return evaluator.elementOf(evaluator.evaluate(source.code, environment));
    case 'context':
      return evaluator.enteredOf(evaluator.evaluate(source.code, environment));
    case 'caught':
    case 'narrowed':
      return held(evaluator.evaluate(source.code), evaluator);
    case 'annotation':
      return valueOfAnnotation(source, evaluator, environment);
    case 'alias':
      return { kind: 'type', code: source.code };
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
function valueOfDefinition(source: Of<'function' | 'class'>): Value {
  const { definition } = source;
  const { module } = 'bases' in definition ? definition.scope.chunk : definition.chunk;
  const isMember = !('bases' in definition) && definition.owner !== undefined;
  return module.name === undefined || isMember ? source : named(`${module.name}.${definition.name}`);
}

/** What the table knows as a library's is never looked for among the user's own modules. */
function valueOfImport({ module, name, in: chunk }: Of<'import'>, evaluator: Evaluator): Value | undefined {
  const path = pathOf({ module, ...(name === undefined ? {} : { name }) });
  const from = chunk.module;
  const isRelative = module.startsWith('.');
  const isKnown =
    !isRelative && (symbolAt(evaluator.known, path) !== undefined || isOfPackage(path, evaluator));
  if (from.name !== undefined || isKnown) {
    const variable = name === undefined ? undefined : variableOf(module, name, evaluator);
    return variable ?? named(normalised(path));
  }
  const own = evaluator.modules.find(module, from);
  if (own === undefined) return named(normalised(path));
  if (name === undefined) return { kind: 'module', module: own };
  return evaluator.attribute({ kind: 'module', module: own }, name).value;
}

/** Whether a path begins with the name of a package that the table knows. */
function isOfPackage(path: string, { known }: Evaluator): boolean {
  const [first = ''] = path.split('.', 1);
  return Object.hasOwn(known.symbols.packages, first.replaceAll('_', '-'));
}

function valueOfAnnotation(
  source: Of<'annotation'>,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const type = evaluator.typeOf(source.code, environment);
  if (type !== undefined || source.value === undefined) return type;
  // `x: Final = …` says nothing of what it holds.
  const plain = evaluator.evaluate(source.code);
  const isOpen = plain?.kind === 'named' && formOf(plain.path) === 'transparent';
  return isOpen ? evaluator.evaluate(source.value, environment) : undefined;
}

function valueOfParameter({ parameter, of }: Of<'parameter'>, evaluator: Evaluator): Value | undefined {
  if (parameter.isRest) return undefined;
  const { annotation, default: fallback } = parameter;
  if (annotation === undefined && of.owner !== undefined && of.parameters[0] === parameter) {
    return receiverOf(of, of.owner);
  }
  const type = annotation === undefined ? undefined : evaluator.typeOf(annotation);
  return type ?? (fallback === undefined ? undefined : dependencyOf(fallback, evaluator));
}

const STATIC = new Set(['staticmethod']);
const OF_CLASS = new Set([
  'classmethod',
  'field_validator',
  'model_validator',
  'validator',
  'root_validator',
  'declared_attr',
]);
const IMPLICITLY_OF_CLASS = new Set(['__new__', '__init_subclass__', '__class_getitem__']);

/** What a method's first parameter holds. */
function receiverOf(method: FunctionDefinition, owner: ClassDefinition): Value | undefined {
  if (decoratedAs(method, STATIC)) return undefined;
  const own: ClassRef = { kind: 'class', definition: owner };
  return decoratedAs(method, OF_CLASS) || IMPLICITLY_OF_CLASS.has(method.name) ? own : instanceOf(own);
}

const MANAGERS = new Set(['contextmanager', 'asynccontextmanager']);
const ITERATOR: ClassRef = { kind: 'named', path: 'builtins.Iterator' };
const MANAGER: ClassRef = { kind: 'named', path: 'builtins.AbstractContextManager' };

/** What a function gives, as generator or context manager where it is one. */
export function resultOfFunction(
  definition: FunctionDefinition,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const { returns, yielded, returned } = definition;
  const given = (codes: readonly (Code | undefined)[]): Value | undefined =>
    evaluator.agreed(codes.map((code) => (code === undefined ? undefined : evaluator.evaluate(code))));
  const plain =
    returns !== undefined
      ? evaluator.typeOf(returns, environment)
      : yielded.length > 0
        ? instanceOf(ITERATOR, [given(yielded)])
        : given(returned);
  if (!decoratedAs(definition, MANAGERS)) return plain;
  return instanceOf(MANAGER, [evaluator.elementOf(plain) ?? plain]);
}
