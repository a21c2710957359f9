import type { Evaluator } from './evaluator';
import { importPath } from './importStatements';
import { resolveSymbol } from './knownNames';
import type { BindingSource } from './scope';
import { canonicalPath } from './specialForms';
import { namedValue, type Value } from './values';

/**
 * Follows `import module` or `from module import name` to the value it binds. Packages that the symbol table knows are
 * never searched for among the user's own modules: a folder `alembic/` of migrations must not hide the library.
 */
export function followImport(
  { module, name, importedIn }: Extract<BindingSource, { kind: 'import' }>,
  evaluator: Evaluator,
): Value | undefined {
  const path = importPath({ module, ...(name === undefined ? {} : { name }) });
  const importer = importedIn.module;
  const isRelative = module.startsWith('.');
  const isLibrary =
    !isRelative && (resolveSymbol(evaluator.known, path) !== undefined || isInKnownPackage(path, evaluator));
  if (importer.stubName !== undefined || isLibrary) {
    const variable = name === undefined ? undefined : libraryVariable(module, name, evaluator);
    return variable ?? namedValue(canonicalPath(path));
  }
  const own = evaluator.modules.findModule(module, importer);
  if (own === undefined) return namedValue(canonicalPath(path));
  if (name === undefined) return { kind: 'module', module: own };
  return evaluator.memberOf({ kind: 'module', module: own }, name).value;
}

/** A variable of a library's module, by what its stub says: `alembic.context.config`. Not a class or function. */
export function libraryVariable(module: string, name: string, evaluator: Evaluator): Value | undefined {
  const stub = evaluator.modules.findStub(module);
  const value = stub === undefined ? undefined : evaluator.exportedValue(stub, name);
  return value?.kind === 'instance' ? value : undefined;
}

function isInKnownPackage(path: string, { known }: Evaluator): boolean {
  const [first = ''] = path.split('.', 1);
  return Object.hasOwn(known.symbols.packages, first.replaceAll('_', '-'));
}
