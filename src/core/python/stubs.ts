import attributes from '../../../data/attributeTypes.json';
import data from '../../../data/types.json';
import { withAttributes, type AttributeTypes } from './attributeStubs';

// Checking the files' literal types key by key would take the compiler seconds.
const WRITTEN = data.modules as Readonly<Record<string, readonly string[]>>;
const ATTRIBUTES = attributes.types as unknown as AttributeTypes;

/**
 * The stubs that ship: qualified module name → lines of Python. Those written by hand, with the attributes from facts,
 * put together where a module is asked for.
 */
export const STUBS: Readonly<Record<string, readonly string[]>> = Object.defineProperties(
  {},
  Object.fromEntries(
    [...new Set([...Object.keys(WRITTEN), ...Object.keys(ATTRIBUTES)])].map((module) => [
      module,
      { enumerable: true, get: () => withAttributes(module, WRITTEN[module] ?? [], ATTRIBUTES) },
    ]),
  ),
);
