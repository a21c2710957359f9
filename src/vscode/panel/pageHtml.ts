import * as vscode from 'vscode';
import { escapeHtml } from '../../core/render/escapeHtml';
import { t } from '../base/l10n';
import { uiLanguage } from './panelLabels';

/** The page that entries are shown in. It loads only the extension's own script and style sheet, and archive images. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = createNonce();
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', name)).toString();
  const policy = [
    `default-src 'none'`,
    `img-src ${webview.cspSource}`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    // Neither falls back to `default-src`.
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('panel.css')}">
<title>Archive Answers</title>
</head>
<body>
<main aria-busy="true"><p class="reading" lang="${escapeHtml(uiLanguage())}">${escapeHtml(t('Loading archives…'))}</p></main>
<p class="live" role="status"></p>
<script nonce="${nonce}" src="${file('panel.js')}"></script>
</body>
</html>`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
