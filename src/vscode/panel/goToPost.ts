import * as vscode from 'vscode';
import type { Variant } from '../../core/model';
import { createYielder } from '../base/timeSlice';
import { t } from '../base/l10n';
import { panelLabels } from './panelLabels';
import { withoutIcons } from '../search/rows';
import type { EntryPanel } from './entryPanel';

interface PostItem extends vscode.QuickPickItem {
  /** Index among the variant's posts. */
  readonly post: number;
}

/** Lists the posts of a thread by their nesting, previews the active one, and goes to the chosen one. */
export async function goToPost(variant: Variant, panel: EntryPanel): Promise<void> {
  const pick = vscode.window.createQuickPick<PostItem>();
  pick.title = t('Go to Post');
  pick.placeholder = t('Type a label or words from the post');
  pick.matchOnDescription = true;
  pick.busy = true;
  let activations = 0;
  pick.onDidChangeActive(([item]) => {
    // A list that was just filled makes its first row active by itself.
    if (activations > 0 && item !== undefined) panel.send({ type: 'previewPost', post: item.post });
    activations += 1;
  });
  const chosen = new Promise<number | undefined>((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.post);
      pick.hide();
    });
    // Has no effect once a post was chosen.
    pick.onDidHide(() => {
      resolve(undefined);
    });
  });
  pick.show();
  pick.items = await itemsOf(variant);
  pick.busy = false;
  const post = await chosen;
  pick.dispose();
  if (post === undefined) {
    panel.send({ type: 'previewPost', post: undefined });
  } else if (!panel.isDisposed) {
    panel.webviewPanel.reveal();
    panel.send({ type: 'goToPost', post });
  }
}

async function itemsOf({ posts }: Variant): Promise<readonly PostItem[]> {
  const { excerptOf, namePosts, replyTree, withoutMarker } = await import('../lazy/render');
  const nodes = replyTree(posts);
  const names = namePosts(nodes, panelLabels());
  const maybeYield = createYielder();
  const items: PostItem[] = [];
  for (const { index, depth, post } of nodes) {
    items.push({
      label: `${'\u2003'.repeat(Math.min(depth, 6))}${withoutIcons(names.fullName(index))}`,
      description: withoutIcons(excerptOf(withoutMarker(post))),
      post: index,
    });
    await maybeYield();
  }
  return items;
}
