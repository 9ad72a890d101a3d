import type { ManifestDiff } from '../../src/operator/diff/index.ts';

/** Differences as they are printed: whole objects stay out, the changes tell what is different. */
export const diffDocument = ({ added, removed, changed, unchanged }: ManifestDiff) => ({
  ...{ added, removed, unchanged },
  changed: changed.map(({ apiVersion, kind, namespace, name, changes }) => ({
    ...{ apiVersion, kind, ...(namespace !== undefined && { namespace }), name, changes },
  })),
});
