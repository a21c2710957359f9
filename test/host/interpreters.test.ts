import { expect } from 'chai';
import * as vscode from 'vscode';
import { PythonExtension } from '../../src/vscode/python/interpreters';

describe('what the Python extension chose', () => {
  const file = vscode.Uri.file('/app/main.py');
  const chosenBy = (exports: unknown, isActive = true): string | undefined => {
    const extension = { isActive, exports } as vscode.Extension<unknown>;
    return new PythonExtension(() => extension).environmentOf(file)?.path.toLowerCase();
  };
  const choosing = (path: unknown): unknown => ({
    environments: { getActiveEnvironmentPath: () => ({ id: 'x', path }) },
  });

  it('is the folder of an environment, by its interpreter or by itself', () => {
    expect(chosenBy(choosing('/app/.venv/bin/python'))).to.equal('/app/.venv');
    expect(chosenBy(choosing('/app/.venv/bin/python3.12'))).to.equal('/app/.venv');
    expect(chosenBy(choosing('/opt/conda/envs/app'))).to.equal('/opt/conda/envs/app');
    expect(chosenBy(choosing('/opt/pypy/bin/pypy3.10'))).to.equal('/opt/pypy');
    expect(chosenBy(choosing('/opt/conda/python.exe'))).to.equal('/opt/conda');
  });

  it('is nothing where it is not running, has chosen nothing, or is another than was known', () => {
    expect(chosenBy(choosing('/app/.venv/bin/python'), false)).to.equal(undefined);
    expect(new PythonExtension(() => undefined).environmentOf(file)).to.equal(undefined);
    for (const exports of [undefined, null, 1, {}, { environments: null }, { environments: {} }]) {
      expect(chosenBy(exports)).to.equal(undefined);
    }
    for (const path of ['python', '', undefined, 7]) expect(chosenBy(choosing(path))).to.equal(undefined);
    const failing = () => {
      throw new Error('Not today.');
    };
    expect(chosenBy({ environments: { getActiveEnvironmentPath: failing } })).to.equal(undefined);
  });

  it('is told when it changes, until nobody wants to know', () => {
    const listeners = new Set<() => void>();
    const environments = {
      getActiveEnvironmentPath: () => ({ path: '/app/.venv' }),
      onDidChangeActiveEnvironmentPath: (listener: () => void) => {
        listeners.add(listener);
        return { dispose: () => listeners.delete(listener) };
      },
    };
    const extension = { isActive: true, exports: { environments } } as unknown as vscode.Extension<unknown>;
    const python = new PythonExtension(() => extension);
    let changes = 0;
    python.onDidChange(() => (changes += 1));
    python.environmentOf(file);
    python.environmentOf(file);
    expect(listeners.size).to.equal(1);
    for (const listener of listeners) listener();
    expect(changes).to.equal(1);
    python.dispose();
    expect(listeners.size).to.equal(0);
  });
});
