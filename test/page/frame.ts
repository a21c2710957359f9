import type { PageMessage } from '../../src/protocol';

/** Events that the frame around the page reports to the test. */
export type FrameEvent =
  | { readonly type: 'message'; readonly message: PageMessage }
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'link'; readonly target: string }
  | { readonly type: 'contextMenu'; readonly context: Readonly<Record<string, unknown>> }
  | { readonly type: 'violation'; readonly text: string };

/** Key in session storage that holds the page's state across reloads. */
export const STATE_KEY = 'state';

/** Name of the exposed function that receives frame events. */
export const REPORT = 'reportToTest';

/**
 * Runs in the page before its own scripts and stands in for VS Code's frame; the behaviour follows VS Code's
 * `contrib/webview/browser/pre/index.html`. Keys, external links and context menus are reported, not acted on.
 */
export function playFrame({
  stateKey,
  report,
}: {
  readonly stateKey: string;
  readonly report: string;
}): void {
  const tell = (event: FrameEvent): void => {
    (globalThis as unknown as Record<string, (event: FrameEvent) => void>)[report]?.(event);
  };
  const api = {
    postMessage: (message: PageMessage): void => {
      tell({ type: 'message', message });
    },
    getState: (): unknown => JSON.parse(sessionStorage.getItem(stateKey) ?? 'null') ?? undefined,
    setState: (state: unknown): void => {
      sessionStorage.setItem(stateKey, JSON.stringify(state));
    },
  };
  Object.assign(globalThis, { acquireVsCodeApi: () => api });

  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    tell({ type: 'violation', text: `${violatedDirective}: ${blockedURI}` });
  });

  addEventListener('keydown', ({ altKey, ctrlKey, metaKey, shiftKey, code }) => {
    const modifiers = [altKey && 'Alt', ctrlKey && 'Control', metaKey && 'Meta', shiftKey && 'Shift'];
    tell({ type: 'key', key: [...modifiers, code].filter(Boolean).join('+') });
  });

  addEventListener('click', (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    const href = link?.getAttribute('href');
    if (link === undefined || href === null || href === undefined) return;
    event.preventDefault();
    if (href === '#') scrollTo(0, 0);
    else if (href === link.hash) document.getElementById(href.slice(1))?.scrollIntoView();
    else tell({ type: 'link', target: link.href });
  });

  addEventListener('contextmenu', (event) => {
    event.preventDefault();
    let context: Record<string, unknown> = {};
    let element =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-vscode-context]') : null;
    while (element !== null) {
      context = { ...(JSON.parse(element.dataset['vscodeContext'] ?? '{}') as object), ...context };
      element = element.parentElement?.closest<HTMLElement>('[data-vscode-context]') ?? null;
    }
    tell({ type: 'contextMenu', context });
  });
}
