import data from '../../../data/types.json';

/** The types of libraries, as Python: by module, its lines. */
export const STUBS: Readonly<Record<string, readonly string[]>> = data.modules;
