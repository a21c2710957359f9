import * as vscode from 'vscode';
import type { Variant } from '../../core/model';
import { replyTree } from '../../core/render/replyTree';
import { excerptOf } from '../../core/render/excerpt';
import { namePosts } from '../../core/render/postNames';
import { createYielder } from '../base/timeSlice';
import { t } from '../base/l10n';
import { panelLabels } from './panelLabels';
import { withoutIcons } from '../search/searchItems';
import type { EntryPanel } from './entryPanel';

interface PostItem extends vscode.QuickPickItem {
  /** Index among the variant's posts. */
  readonly post: number;
}

/** Lists the posts of a thread as they are nested, shows the one the reader moves to, and goes to the one they choose. */
export async function goToPost(variant: Variant, page: EntryPanel): Promise<void> {
  const pick = vscode.window.createQuickPick<PostItem>();
  pick.title = t('Go to Post');
  pick.placeholder = t('Type a label or words of the post');
  pick.matchOnDescription = true;
  pick.busy = true;
  let moves = 0;
  pick.onDidChangeActive(([item]) => {
    // A list that has just been filled makes its first row active by itself.
    if (moves > 0 && item !== undefined) page.send({ type: 'peek', post: item.post });
    moves += 1;
  });
  const chosen = new Promise<number | undefined>((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.post);
      pick.hide();
    });
    // After an acceptance this comes too late to matter.
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
    page.send({ type: 'peek', post: undefined });
  } else if (!page.isDisposed) {
    page.panel.reveal();
    page.send({ type: 'goTo', post });
  }
}

async function itemsOf({ posts }: Variant): Promise<readonly PostItem[]> {
  const turns = replyTree(posts);
  const names = namePosts(turns, panelLabels());
  const maybeYield = createYielder();
  const items: PostItem[] = [];
  for (const { index: at, depth, post } of turns) {
    items.push({
      label: `${'\u2003'.repeat(Math.min(depth, 6))}${withoutIcons(names.fullName(at))}`,
      description: withoutIcons(excerptOf(post.markdown)),
      post: at,
    });
    await maybeYield();
  }
  return items;
}
