import type { ClusterChange } from '../changes/index.ts';
import { labelOf } from '../label-of.ts';
import { label } from '../label.ts';
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
    const step = minorOf(version) - minorOf(before);
    if (isNewer(before, version)) return `${what}: ${before} is there, and goes back to ${version}`;
    if (step > 1) return `${what}: from ${before} to ${version} is more than one minor version at once`;
    return [];
  });
  return [...new Set(said)];
}

const versioned = new Set(['Deployment', 'CustomResourceDefinition']);

const versionOf = ({ live }: ClusterChange): string => labelOf(live, label.version);

const numbersOf = (version: string): readonly number[] =>
  (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);

/** Not a number where there is no version. */
const minorOf = (version: string): number => numbersOf(version)[1] ?? Number.NaN;

function isNewer(version: string, other: string): boolean {
  const [left, right] = [numbersOf(version), numbersOf(other)];
  const index = left.findIndex((number, i) => number !== right[i]);
  return index >= 0 && (left[index] ?? 0) > (right[index] ?? 0);
}
