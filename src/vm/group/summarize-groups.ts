import { compareText } from '../../compare-text.ts';
import { isObject, objectIn, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';

/** A WorkloadGroup with the VMs that are registered with it. */
export interface GroupSummary {
  readonly namespace: string;
  readonly name: string;
  readonly serviceAccount: string;
  readonly network: string;
  readonly locality: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Port name to number. */
  readonly ports: Readonly<Record<string, number>>;
  /** How health is asked for; empty where it is not. */
  readonly probe: string;
  readonly entries: readonly EntrySummary[];
}

/** One VM. */
export interface EntrySummary {
  readonly name: string;
  readonly address: string;
  /** `unknown` where nobody asks. */
  readonly health: 'healthy' | 'unhealthy' | 'unknown';
  /** Whether the agent is connected to istiod; undefined for entries that were made by hand. */
  readonly connected?: boolean;
  /** Since when it is so, as the cluster has it. */
  readonly since?: string;
}

/** The WorkloadGroups among objects, by namespace and name, each with those of its WorkloadEntries. */
export function summarizeGroups(objects: readonly JsonObject[]): readonly GroupSummary[] {
  const entries = objects.filter(({ kind }) => kind === 'WorkloadEntry');
  return objects
    .filter(({ kind }) => kind === 'WorkloadGroup')
    .map((group) => summaryOf(group, entries))
    .sort((a, b) => compareText(a.namespace, b.namespace) || compareText(a.name, b.name));
}

const namespaceOf = (object: JsonObject): string =>
  plainText(valueIn(object, 'metadata', 'namespace')) || 'default';

function summaryOf(group: JsonObject, entries: readonly JsonObject[]): GroupSummary {
  const [namespace, name] = [namespaceOf(group), plainText(valueIn(group, 'metadata', 'name'))];
  const template = objectIn(group, 'spec', 'template');
  const labels = { ...objectIn(group, 'spec', 'metadata', 'labels'), ...objectIn(template, 'labels') };
  const members = entries.filter((entry) => namespaceOf(entry) === namespace && groupOf(entry) === name);
  return {
    ...{ namespace, name },
    serviceAccount: plainText(template.serviceAccount) || 'default',
    network: plainText(template.network),
    locality: plainText(template.locality),
    labels: Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, plainText(value)])),
    ports: Object.fromEntries(
      Object.entries(objectIn(template, 'ports')).map(([port, number]) => [port, Number(number)]),
    ),
    probe: Object.keys(objectIn(group, 'spec', 'probe')).find((key) => methods.has(key)) ?? '',
    entries: members.map(entryOf).sort((a, b) => compareText(a.name, b.name)),
  };
}

const methods = new Set(['httpGet', 'tcpSocket', 'exec', 'grpc']);

/** Those that registered by themselves say so; others may have an owner. */
function groupOf(entry: JsonObject): string {
  const registered = plainText(objectIn(entry, 'metadata', 'annotations')['istio.io/autoRegistrationGroup']);
  const owner = listOf(valueIn(entry, 'metadata', 'ownerReferences')).find(
    (one) => isObject(one) && one.kind === 'WorkloadGroup',
  );
  return registered === '' ? plainText(valueIn(owner, 'name')) : registered;
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

function entryOf(entry: JsonObject): EntrySummary {
  const annotations = objectIn(entry, 'metadata', 'annotations');
  const [on, off] = ['istio.io/connectedAt', 'istio.io/disconnectedAt'].map((key) =>
    plainText(annotations[key]),
  );
  const healthy = listOf(valueIn(entry, 'status', 'conditions')).find(
    (condition) => isObject(condition) && condition.type === 'Healthy',
  );
  const status = plainText(valueIn(healthy, 'status'));
  const since = off === '' ? on : off;
  return {
    name: plainText(valueIn(entry, 'metadata', 'name')),
    address: plainText(valueIn(entry, 'spec', 'address')),
    health: status === 'True' ? 'healthy' : status === 'False' ? 'unhealthy' : 'unknown',
    ...(since !== undefined && since !== '' && { connected: off === '', since }),
  };
}
