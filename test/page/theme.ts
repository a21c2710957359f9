import captured from './themes.json';

/** What VS Code gives a webview of a theme; only the variables that the panel's and the default styles use. */
export interface CapturedTheme {
  readonly bodyClasses: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

export type ThemeName = keyof typeof captured.themes;

/** VS Code's default themes. */
export const THEME_NAMES = Object.keys(captured.themes) as readonly ThemeName[];

/** Puts a page into VS Code's frame: its default styles come first, a theme's variables stand on the root element. */
export function framedHtml(html: string, theme: ThemeName): string {
  const { bodyClasses, variables }: CapturedTheme = captured.themes[theme];
  const style = Object.entries(variables).map(([name, value]) => `${name}: ${value};`);
  return html
    .replace('<html>', () => `<html style="${escapeAttribute(style.join(' '))}">`)
    .replace(
      '<head>',
      (open) => `${open}\n<style id="_defaultStyles">${captured.defaultStyles.join('\n')}</style>`,
    )
    .replace('<body>', () => `<body class="${bodyClasses.join(' ')}" role="document">`);
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
