import { fieldsOf, type Fields } from '../../object-fields.ts';
import type { Pod } from './pod.ts';

/**
 * Sorts pods as `kubectl logs` chooses among them: those that run and are ready, for long, come first; what is being
 * deleted comes last.
 */
export function bestFirst(pods: readonly Pod[]): readonly Pod[] {
  return pods
    .map((pod) => ({ pod, rank: rankOf(pod) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ pod }) => pod);
}

type Rank = readonly (number | string)[];

function rankOf({ object, name, namespace }: Pod): Rank {
  const metadata = fieldsOf(object.metadata);
  const text = (field: string): string => metadata?.text(field) ?? '';
  return [
    text('deletionTimestamp') === '' ? 0 : 1,
    ...healthOf(fieldsOf(object.status)),
    text('creationTimestamp'),
    namespace,
    name,
  ];
}

function healthOf(status: Fields | undefined): Rank {
  const phase = phases.indexOf(status?.text('phase') ?? '');
  const conditions = status?.items('conditions').map(({ fields }) => fields) ?? [];
  const ready = conditions.find((one) => one.text('type') === 'Ready' && one.text('status') === 'True');
  return [phase < 0 ? phases.length : phase, ready ? 0 : 1, ready?.text('lastTransitionTime') ?? ''];
}

const phases = ['Running', 'Unknown', 'Pending', 'Succeeded', 'Failed'];

function compare(a: Rank, b: Rank): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  if (at < 0) return 0;
  return (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}
