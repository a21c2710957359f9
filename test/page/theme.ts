import captured from './themes.json';

/** What a webview gets from a theme: only the variables that the panel's style sheet and the default styles use. */
interface CapturedTheme {
  readonly bodyClasses: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

export type ThemeName = keyof typeof captured.themes;

/** VS Code's default themes. */
export const THEME_NAMES = Object.keys(captured.themes) as readonly ThemeName[];

/** The page as VS Code's frame serves it: default styles first, the theme's variables on the root element. */
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
