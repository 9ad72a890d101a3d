import { compareText } from '../compare-text.ts';
import { plainText } from '../json.ts';
import type { RenderedObject } from './rendered-object.ts';

/** Kinds that others need, first ones first; what is in neither list stands between them. */
const first = new Map([
  ['CustomResourceDefinition', 0],
  ['ServiceAccount', 1],
  ['ClusterRole', 1],
  ['ClusterRoleBinding', 2],
  ['ValidatingWebhookConfiguration', 3],
  ['ConfigMap', 4],
]);
const last = new Map([
  ['HorizontalPodAutoscaler', 6],
  ['Service', 7],
]);

/** Sorts objects so that each comes after those it needs; within a kind by name. */
export function inApplyOrder(objects: readonly RenderedObject[]): readonly RenderedObject[] {
  const keyed = objects.map((rendered) => ({ rendered, key: keyOf(rendered) }));
  keyed.sort((a, b) => a.key.rank - b.key.rank || compareText(a.key.text, b.key.text));
  return keyed.map(({ rendered }) => rendered);
}

interface Key {
  readonly rank: number;
  /** Group, kind and name, in the order in which they are compared. */
  readonly text: string;
}

function keyOf({ object: { apiVersion, kind, metadata } }: RenderedObject): Key {
  const [group = '', version] = apiVersion.split('/');
  const { name, namespace } = metadata;
  return {
    rank: first.get(kind) ?? last.get(kind) ?? 5,
    text: [version === undefined ? '' : group, kind, name, plainText(namespace)].join('\0'),
  };
}
