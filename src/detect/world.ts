import { apiGroup } from '../api-group.ts';
import { pushTo } from '../group-by.ts';
import type { Resource } from '../resources/index.ts';
import type { DetectInput } from './detection.ts';

/** A mesh with its objects by kind. */
export interface World {
  readonly input: DetectInput;
  readonly istioNamespace: string;
  /** Objects of a kind, written as in detections; all of them for `*`. */
  readonly of: (kind: string) => readonly Resource[];
  /** Whether there can be no other objects of a kind. */
  readonly complete: (kind: string) => boolean;
}

/** Looks through the objects of an input once; later calls with the same input cost nothing. */
export function worldOf(input: DetectInput): World {
  const known = worlds.get(input);
  if (known !== undefined) return known;
  const byKind = new Map<string, Resource[]>();
  for (const resource of input.resources) pushTo(byKind, resource.kind, resource);
  const world = {
    input,
    istioNamespace: input.istioNamespace ?? 'istio-system',
    of: (kind: string) => (kind === '*' ? input.resources : chosen(byKind, kind)),
    complete: input.complete,
  };
  worlds.set(input, world);
  return world;
}

const worlds = new WeakMap<DetectInput, World>();

function chosen(byKind: ReadonlyMap<string, Resource[]>, asked: string): readonly Resource[] {
  const [kind = '', ...rest] = asked.split('.');
  const found = byKind.get(kind) ?? [];
  const group = rest.length > 0 ? rest.join('.') : groups[kind];
  return group === undefined ? found : found.filter(({ apiVersion }) => apiGroup(apiVersion) === group);
}

/** Of kinds whose name other groups use, too. */
const groups: Readonly<Record<string, string>> = {
  ...{ Service: '', ConfigMap: '', Secret: '', Namespace: '', Pod: '', Node: '', ServiceAccount: '' },
  ...{ Deployment: 'apps', DaemonSet: 'apps', StatefulSet: 'apps', ReplicaSet: 'apps' },
  ...{ Job: 'batch', CronJob: 'batch' },
  ...{ Gateway: 'networking.istio.io', ServiceEntry: 'networking.istio.io' },
  ...{ Policy: 'authentication.istio.io', MeshPolicy: 'authentication.istio.io' },
  ...{ AuthorizationPolicy: 'security.istio.io', Telemetry: 'telemetry.istio.io' },
  ...{ Role: 'rbac.authorization.k8s.io', ClusterRole: 'rbac.authorization.k8s.io' },
  ...{ ClusterPolicy: 'kyverno.io' },
};
