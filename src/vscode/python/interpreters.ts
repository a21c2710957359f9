import * as vscode from 'vscode';

/** Says which environment a file runs in. */
export interface Interpreters {
  /** Fires when another one was chosen. */
  readonly onDidChange: vscode.Event<void>;
  /** The environment's folder; `undefined` where none is chosen, or nobody knows. Never throws. */
  environmentOf(file: vscode.Uri): vscode.Uri | undefined;
  dispose(): void;
}

/** A path that is one on some system, no mere name of a command. */
const ABSOLUTE = /^(?:[a-z]:)?[\\/]/i;
const EXECUTABLE = /\/(?:python|pypy)[\d.]*t?(?:\.exe)?$/i;
const IN_SCRIPTS = /\/(?:bin|scripts)\/[^/]*$/i;

/**
 * What the reader chose in the Python extension, where that runs; it is never started for our sake. Its interface is
 * taken for unknown, so that another version of it is as good as none.
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
      const chosen = call(environments, 'getActiveEnvironmentPath', file);
      const path = isRecord(chosen) ? chosen['path'] : undefined;
      return typeof path === 'string' && ABSOLUTE.test(path) ? folderOf(vscode.Uri.file(path)) : undefined;
    } catch {
      // Somebody else's code: what it cannot say, the project's files do.
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

/** An interpreter is in a folder of its environment; an environment without one is named by its own folder. */
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
