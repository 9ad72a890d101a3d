import fc from 'fast-check';
import type { JsonObject } from '../../../json.ts';
import { budgetOver, namespaceWith, workloadObject, type Workload } from './workloads.ts';

/** A cluster to be made, and how its upgrade goes. */
export interface RandomCluster {
  /** The control plane to leave; `default` for the one without a name. */
  readonly from: string;
  readonly fromVersion: string;
  /** Those that stand for the old control plane, besides what the installation makes. */
  readonly tags: readonly string[];
  /** Namespaces, workloads and budgets. */
  readonly objects: readonly JsonObject[];
}

/** Clusters of up to five namespaces that follow one control plane in any way there is. */
export const randomCluster: fc.Arbitrary<RandomCluster> = fc
  .record({
    from: fc.constantFrom('default', '1-30-3', 'stable-1'),
    fromVersion: fc.constantFrom('1.30.3', '1.30.0', '1.31.0'),
    tags: fc.subarray(['prod', 'stable']),
  })
  .chain((control) =>
    fc
      .array(fc.tuple(follower(control), fc.array(workload, { maxLength: 3 })), {
        minLength: 1,
        maxLength: 5,
      })
      .map((spaces) => ({
        ...control,
        objects: spaces.flatMap(([labels, all], index) => space(labels, all, index)),
      })),
  );

type Labels = Readonly<Record<string, string>>;

/** Labels of a namespace. */
const follower = ({ from, tags }: Pick<RandomCluster, 'from' | 'tags'>): fc.Arbitrary<Labels> =>
  fc.constantFrom<Labels>(
    { 'istio-injection': 'enabled' },
    { 'istio-injection': 'enabled', 'istio.io/rev': 'unheard-of' },
    { 'istio-injection': 'disabled' },
    { 'istio.io/rev': from },
    { 'istio.io/rev': 'default' },
    {},
    ...tags.map((tag) => ({ 'istio.io/rev': tag })),
  );

interface RandomWorkload extends Pick<Workload, 'kind' | 'replicas' | 'onDelete'> {
  readonly says: 'nothing' | 'inject' | 'never' | 'revision';
  readonly budget: 'none' | 'room' | 'tight';
}

const workload: fc.Arbitrary<RandomWorkload> = fc.record({
  kind: fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet'),
  replicas: fc.integer({ min: 0, max: 3 }),
  onDelete: fc.boolean(),
  says: fc.constantFrom('nothing', 'nothing', 'nothing', 'inject', 'never', 'revision'),
  budget: fc.constantFrom('none', 'none', 'none', 'room', 'tight'),
});

const said: Readonly<Record<RandomWorkload['says'], Labels>> = {
  nothing: {},
  inject: { 'sidecar.istio.io/inject': 'true' },
  never: { 'sidecar.istio.io/inject': 'false' },
  revision: { 'istio.io/rev': 'default' },
};

function space(labels: Labels, all: readonly RandomWorkload[], index: number): readonly JsonObject[] {
  const namespace = `space-${index}`;
  return [
    namespaceWith(namespace, labels),
    ...all.flatMap(({ kind, replicas, onDelete, says, budget }, number) => {
      const one = { kind, namespace, name: `work-${number}`, replicas, labels: said[says] };
      const waits = onDelete === true && kind !== 'Deployment';
      return [
        workloadObject({ ...one, onDelete: waits }),
        ...(budget === 'none' ? [] : [budgetOver(one, { maxUnavailable: budget === 'room' ? 1 : 0 })]),
      ];
    }),
  ];
}
