import type { Watch } from '../../upgrade-plan.ts';

/** Looks at the health of the mesh for a while before more moves. */
export const watchStep = (id: string, seconds: number): Watch => ({
  ...{ kind: 'watch', id, seconds },
  title: `watch the mesh for ${seconds} seconds`,
  before: [],
  check: [
    'all istiods stay ready',
    'proxies of the new control plane take what they are sent',
    'no container of what moved restarts over and over',
  ],
  undo: 'nothing was written',
});
