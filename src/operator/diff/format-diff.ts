import type { Json } from '../../json.ts';
import { printable, type Paint } from '../../output/index.ts';
import type { ManifestDiff, ObjectName } from './diff-manifests.ts';
import type { ManifestChange } from './diff-values.ts';

/**
 * A line for each object that only one side has, and below the name of every other one a line for each change:
 * `    spec.replicas 1 -> 2`.
 */
export function formatManifestDiff({ removed, added, changed }: ManifestDiff, styles: Paint): string {
  const lines = [
    ...removed.map((object) => styles.error(`- ${titleOf(object)}`)),
    ...added.map((object) => styles.info(`+ ${titleOf(object)}`)),
    ...changed.flatMap((object) => [
      styles.warning(`~ ${titleOf(object)}`),
      ...formatChanges(object.changes).map((line) => `    ${line}`),
    ]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** A line for each change of an object. */
export const formatChanges = (changes: readonly ManifestChange[]): string[] =>
  changes.map((change) => printable(describe(change)));

/** `Deployment istio-system/istiod`, without a namespace only the name. */
export function titleOf({ kind, namespace, name }: ObjectName): string {
  return printable(`${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`);
}

function describe({ path, what, before, after }: ManifestChange): string {
  switch (what) {
    case 'added':
      return `+ ${path} ${shown(after)}`;
    case 'removed':
      return `- ${path} ${shown(before)}`;
    case 'moved':
      return `~ ${path} stands elsewhere`;
    case 'changed':
      return `~ ${path} ${shown(before)} -> ${shown(after)}`;
  }
}

const longest = 160;

function shown(value: Json | undefined): string {
  const text = typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
