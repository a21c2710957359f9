import * as vscode from 'vscode';

/** Knows the Python environment of a file. */
export interface Interpreters {
  /** Fires when another environment is selected. */
  readonly onDidChange: vscode.Event<void>;
  /** The folder of the environment; `undefined` where none is selected or known. Never throws. */
  environmentOf(file: vscode.Uri): vscode.Uri | undefined;
  dispose(): void;
}

/** An absolute path on some system, as opposed to the name of a command. */
const ABSOLUTE = /^(?:[a-z]:)?[\\/]/i;
const EXECUTABLE = /\/(?:python|pypy)[\d.]*t?(?:\.exe)?$/i;
const IN_SCRIPTS = /\/(?:bin|scripts)\/[^/]*$/i;

/**
 * The environment that is selected in the Python extension, if that is running: it is never activated for this. Its API
 * is checked at every step, so that an incompatible version counts as missing.
 * https://github.com/microsoft/vscode-python/blob/main/pythonExtensionApi/src/main.ts
 */
export class PythonExtension implements Interpreters {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #listening: vscode.Disposable | undefined;

  constructor(
    private readonly extension = (): vscode.Extension<unknown> | undefined =>
      vscode.extensions.getExtension('ms-python.python'),
  ) {}

  environmentOf(file: vscode.Uri): vscode.Uri | undefined {
    try {
      const environments = environmentsOf(this.extension());
      if (environments === undefined) return undefined;
      this.#listening ??= this.#listen(environments);
      const active = call(environments, 'getActiveEnvironmentPath', file);
      const path = isRecord(active) ? active['path'] : undefined;
      return typeof path === 'string' && ABSOLUTE.test(path) ? folderOf(vscode.Uri.file(path)) : undefined;
    } catch {
      // A failure of the other extension: the project's files are used instead.
      return undefined;
    }
  }

  dispose(): void {
    this.#listening?.dispose();
    this.#changed.dispose();
  }

  #listen(environments: Readonly<Record<string, unknown>>): vscode.Disposable {
    const listener = call(environments, 'onDidChangeActiveEnvironmentPath', () => {
      this.#changed.fire();
    });
    return new vscode.Disposable(() => {
      if (isRecord(listener)) call(listener, 'dispose');
    });
  }
}

function environmentsOf(
  extension: vscode.Extension<unknown> | undefined,
): Readonly<Record<string, unknown>> | undefined {
  if (extension?.isActive !== true || !isRecord(extension.exports)) return undefined;
  const environments = extension.exports['environments'];
  return isRecord(environments) ? environments : undefined;
}

/** The environment's folder, from the path of its interpreter; an environment without one is given by its folder. */
function folderOf(uri: vscode.Uri): vscode.Uri {
  if (!EXECUTABLE.test(uri.path)) return uri;
  return vscode.Uri.joinPath(uri, IN_SCRIPTS.test(uri.path) ? '../..' : '..');
}

function call(object: Readonly<Record<string, unknown>>, name: string, ...args: readonly unknown[]): unknown {
  const method = object[name];
  return typeof method === 'function' ? (Reflect.apply(method, object, args) as unknown) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
