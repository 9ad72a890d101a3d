import type { JsonObject } from '../../json.ts';

/** What a new WorkloadGroup is to say. */
export interface GroupRequest {
  readonly name: string;
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ports?: Readonly<Record<string, number>>;
  /** Empty for none. */
  readonly serviceAccount?: string;
  readonly network?: string;
  readonly locality?: string;
  readonly weight?: number;
}

/** A WorkloadGroup of networking.istio.io/v1; what is empty or zero is left out. */
export function makeGroup(request: GroupRequest): JsonObject {
  const { name, namespace, labels, annotations } = request;
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'WorkloadGroup',
    metadata: { name, namespace },
    spec: { metadata: filled({ annotations, labels }), template: templateOf(request) },
  };
}

function templateOf({
  locality,
  network,
  ports,
  serviceAccount = 'default',
  weight,
}: GroupRequest): JsonObject {
  return filled({ locality, network, ports, serviceAccount, weight });
}

type Filling = string | number | Readonly<Record<string, string | number>> | undefined;

/** What is there of some fields. */
function filled(fields: Readonly<Record<string, Filling>>): JsonObject {
  const filling = Object.entries(fields).filter(([, value]) => !isNothing(value));
  return Object.fromEntries(
    filling.map(([name, value = '']) => [name, typeof value === 'object' ? { ...value } : value]),
  );
}

const isNothing = (value: Filling): boolean =>
  typeof value === 'object' ? Object.keys(value).length === 0 : [undefined, '', 0].includes(value);
