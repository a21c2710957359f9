import { ownValue, wordsOfClass } from '../symbolTable/storedWords';

/** Module → class → `attribute:type`, or a class whose attributes it has: `data/attributeTypes.json`. */
export type AttributeTypes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * A module's stub with the attributes of its classes. A class that the stub has gets them from a base of its own after
 * all others, so that whatever the stub says, there or of a base, comes first.
 */
export function withAttributes(
  module: string,
  lines: readonly string[],
  types: AttributeTypes,
): readonly string[] {
  const attributesOf = new Map(
    Object.keys(ownValue(types, module) ?? {}).map((name) => [
      name,
      wordsOfClass(types, `${module}.${name}`, (word) => !word.includes(':')),
    ]),
  );
  const stubbed = new Set(lines.flatMap((line) => CLASS.exec(line)?.groups?.['name'] ?? []));
  const blocks = [...attributesOf].map(([name, attributes]) => [
    `class ${stubbed.has(name) ? attributeBaseOf(name) : name}:`,
    ...attributes.map((word) => `    ${word.replace(':', ': ')}`),
  ]);
  const packages = new Set(
    [...attributesOf.values()].flat().flatMap((word) => word.match(FIRST_PARTS) ?? []),
  );
  return [
    ...(attributesOf.size === 0
      ? []
      : ['from typing import Any', ...[...packages].map((name) => `import ${name}`)]),
    ...lines.map((line) => withAttributeBase(line, attributesOf)),
    ...blocks.flat(),
  ];
}

const CLASS = /^class (?<name>\w+)(?:\((?<bases>.*)\))?:/;
/** The first parts of the qualified names in a type. */
const FIRST_PARTS = /(?<![\w.])[a-z]\w*(?=\.)/g;

function withAttributeBase(line: string, attributesOf: ReadonlyMap<string, unknown>): string {
  return line.replace(CLASS, (header, name: string, bases: string | undefined) => {
    if (!attributesOf.has(name)) return header;
    return `class ${name}(${bases === undefined ? '' : `${bases}, `}${attributeBaseOf(name)}):`;
  });
}

function attributeBaseOf(name: string): string {
  return `_AttributesOf${name}`;
}
