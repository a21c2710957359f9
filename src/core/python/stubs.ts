import data from '../../../data/types.json';

/** The stubs that ship: qualified module name → lines of Python. */
export const STUBS: Readonly<Record<string, readonly string[]>> = data.modules;
