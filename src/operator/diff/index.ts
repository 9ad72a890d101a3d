export {
  diffManifests,
  type ChangedObject,
  type ManifestDiff,
  type ManifestDiffOptions,
  type ObjectName,
} from './diff-manifests.ts';
export { diffValues, type ManifestChange } from './diff-values.ts';
export { formatChanges, formatManifestDiff, titleOf } from './format-diff.ts';
export { manifestPatch } from './patch-text.ts';
