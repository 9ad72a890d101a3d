import type { ClusterChange } from '../changes/index.ts';
import { labelOf } from '../label-of.ts';
import { label } from '../label.ts';
import { compareVersions, reportedVersion } from '../releases/index.ts';
import type { DesiredInstall } from './desired-objects.ts';

/** What to know about going from the version that is there to the one that is installed: back, or further than one step. */
export function versionNotices(
  changes: readonly ClusterChange[],
  { version }: DesiredInstall,
): readonly string[] {
  const marked = changes
    .filter(({ object, action }) => action === 'change' && versioned.has(object.kind))
    .map((change) => ({ change, before: versionOf(change) }));
  const said = marked.flatMap(({ change: { object }, before }) => {
    const what = object.kind === 'Deployment' ? object.name : 'definitions (CRDs)';
    const [was, is] = [reportedVersion(before), reportedVersion(version)];
    if (was === undefined || is === undefined) return [];
    if (compareVersions(was, is) > 0) return `${what}: ${before} is there, and goes back to ${version}`;
    if (is.minor - was.minor > 1)
      return `${what}: from ${before} to ${version} is more than one minor version at once`;
    return [];
  });
  return [...new Set(said)];
}

const versioned = new Set(['Deployment', 'CustomResourceDefinition']);

const versionOf = ({ live }: ClusterChange): string => labelOf(live, label.version);
