import { titleOf } from '../../src/operator/diff/index.ts';
import type { StepAction } from '../../src/upgrade/run/index.ts';
import type { OwnerRestart } from '../../src/upgrade/index.ts';

/** What was done, in words. */
export function actionText(action: StepAction): string {
  switch (action.type) {
    case 'label':
      return `labelled ${titleOf(action.object)}`;
    case 'patch':
      return `changed ${titleOf(action.object)}`;
    case 'await-gateway':
      return `${titleOf(action.object)} runs for ${action.revision}`;
    case 'write':
      return `${written[action.change.action]} ${titleOf(action.change.object)}`;
    case 'restore':
      return `restored ${titleOf(action.object)}`;
    case 'install':
      return 'installed what the spec renders';
    case 'require-unused':
      return `nobody uses ${action.revision}`;
    case 'observe':
      return 'all that has moved is well';
    default:
      return `${ownerTexts[action.type]} ${ownerOf(action.owner)}`;
  }
}

const written = { create: 'made', change: 'changed', unchanged: 'left', delete: 'deleted' } as const;

const ownerTexts = {
  'await-budgets': 'budgets allow it:',
  restart: 'restarted',
  'replace-pods': 'replaced the Pods of',
  'await-owner': 'ready:',
} as const;

const ownerOf = ({ kind, namespace, name }: OwnerRestart): string => `${kind} ${namespace}/${name}`;
