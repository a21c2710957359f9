import type { LocatedProblem } from '../core/library';
import type { Entry } from '../core/model';

/** A row of the tree. Ids hold where in the tree it is: an entry may stand in several groups. */
export type TreeNode =
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly label: string;
      readonly description: string;
      readonly icon: string;
      readonly tooltip?: string;
      readonly children: readonly TreeNode[];
    }
  | { readonly kind: 'entry'; readonly id: string; readonly entry: Entry }
  | { readonly kind: 'problem'; readonly id: string; readonly problem: LocatedProblem };
