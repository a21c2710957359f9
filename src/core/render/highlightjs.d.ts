// The part of the package that is used here. Its own types pull in the DOM, which the core must not see.
// `tsconfig.base.json` maps `highlight.js/lib/…` to this file.

interface Language {
  readonly name?: string;
}

declare const module: {
  registerLanguage(name: string, language: unknown): void;
  getLanguage(name: string): Language | undefined;
  highlight(
    code: string,
    options: { readonly language: string; readonly ignoreIllegals: boolean },
  ): {
    readonly value: string;
  };
};
export default module;
