/** An input of about that many characters. */
export type Shape = (characters: number) => string;

/** A text that repeats. */
export function repeated(unit: string, before = '', after = ''): Shape {
  return (characters) => before + unit.repeat(Math.ceil(characters / unit.length)) + after;
}

/** Texts that are numbered from zero. */
export function numbered(unit: (number: string) => string, before = '', after = ''): Shape {
  return (characters) => {
    const units = [before];
    for (let length = 0, number = 0; length < characters; number += 1) {
      const next = unit(String(number));
      units.push(next);
      length += next.length;
    }
    return `${units.join('')}${after}`;
  };
}

/** A text between brackets that nest. */
export function nested(opening: string, inner: string, closing: string, before = '', after = ''): Shape {
  return (characters) => {
    const depth = Math.ceil(characters / (opening.length + closing.length));
    return before + opening.repeat(depth) + inner + closing.repeat(depth) + after;
  };
}
