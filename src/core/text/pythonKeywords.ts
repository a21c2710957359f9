/** Python's keywords, and what the first parameter of a method is called. */
export const PYTHON_KEYWORDS: ReadonlySet<string> = new Set(
  `and as assert async await break class continue def del elif else except finally for from global if import in is lambda
  nonlocal not or pass raise return try while with yield None True False self cls`.split(/\s+/),
);
