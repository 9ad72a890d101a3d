import { given } from '../../given.ts';
import { isObject, objectIn, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';
import { versionSkew, type VersionSkew } from '../../istiod/index.ts';
import { selectingServices } from './selecting-services.ts';
import type { IstiodSnapshot, VmConnection, VmDump, VmSnapshot } from './vm-snapshot.ts';

/** How one VM is. */
export interface VmEntryStatus {
  readonly namespace: string;
  /** Of its WorkloadEntry. */
  readonly name: string;
  /** The group that it is of by its own word; empty for none. */
  readonly group: string;
  readonly address: string;
  readonly network: string;
  /** `itself`: istiod made the entry when the VM came. `hand`: somebody else did. */
  readonly registeredBy: 'itself' | 'hand';
  /** `unknown` where nobody asks. */
  readonly health: 'healthy' | 'unhealthy' | 'unknown';
  /** What the last probe said; empty when it said nothing. */
  readonly healthMessage: string;
  /** Whether the agent is connected to istiod; undefined when nobody says. */
  readonly connected?: boolean;
  /** Since when it is, or is not. */
  readonly since?: string;
  /** The istiod that it is connected to, or was last. */
  readonly istiod?: EntryIstiod;
  /** Its proxy, as the istiod knows it. */
  readonly proxy?: EntryProxy;
  /** What its proxy says of itself; only with a dump of it. */
  readonly dump?: EntryDump;
  readonly skew: VersionSkew;
  /** What selects it, as `Kind name`. */
  readonly services: readonly string[];
}

type EntryDump = Pick<VmDump, 'name' | 'discovery' | 'version' | 'certificate' | 'root'>;

type EntryProxy = Omit<VmConnection, 'namespace' | 'addresses'>;

export interface EntryIstiod extends Pick<IstiodSnapshot, 'name'> {
  /** Undefined when no such istiod was found. */
  readonly revision?: string;
  /** Empty when it did not say. */
  readonly version?: string;
}

/** What a WorkloadEntry and the istiods say of a VM. */
export function entryStatus(snapshot: VmSnapshot, entry: JsonObject): VmEntryStatus {
  const metadata = objectIn(entry, 'metadata');
  const spec = objectIn(entry, 'spec');
  const [namespace, address] = [plainText(metadata.namespace) || 'default', plainText(spec.address)];
  const { istiod, connection } = connectionOf(snapshot, namespace, address);
  const controller = istiod ?? controllerOf(snapshot, metadata);
  const dump = (snapshot.dumps ?? []).findLast((one) => isOf(one, entry));
  return {
    ...{ namespace, name: plainText(metadata.name), group: groupNamedBy(entry), address },
    network: plainText(spec.network),
    registeredBy: annotation(metadata, 'autoRegistrationGroup') === '' ? 'hand' : 'itself',
    ...healthOf(entry),
    ...connectedness(metadata, connection),
    ...(controller !== undefined && { istiod: controller }),
    ...(connection !== undefined && { proxy: proxyOf(connection) }),
    ...given({ dump: dump && sayingsOf(dump) }),
    skew: skewOf(controller, [connection, dump]),
    // Labels of the object take the place of those of the machine.
    services: selectingServices(snapshot.objects, namespace, {
      ...textsOf(spec.labels),
      ...textsOf(metadata.labels),
    }),
  };
}

/** The group that an entry names as the one it registered with, or as its owner. */
function groupNamedBy(entry: JsonObject): string {
  const metadata = objectIn(entry, 'metadata');
  const owner = listOf(metadata.ownerReferences).find((one) => isObject(one) && one.kind === 'WorkloadGroup');
  return annotation(metadata, 'autoRegistrationGroup') || plainText(valueIn(owner, 'name'));
}

const annotation = (metadata: JsonObject, name: string): string =>
  plainText(objectIn(metadata, 'annotations')[`istio.io/${name}`]);

interface Connected {
  readonly istiod?: EntryIstiod;
  readonly connection?: VmConnection;
}

/** By the address: istiod knows machines by their host names, and entries by their addresses. */
function connectionOf({ istiods = [] }: VmSnapshot, namespace: string, address: string): Connected {
  for (const { connections = [], name, revision, version } of istiods) {
    const connection = connections.find(
      (one) => one.namespace === namespace && one.addresses.includes(address),
    );
    if (connection !== undefined) return { istiod: { name, revision, version }, connection };
  }
  return {};
}

function controllerOf({ istiods = [] }: VmSnapshot, metadata: JsonObject): EntryIstiod | undefined {
  const name = annotation(metadata, 'workloadController');
  if (name === '') return undefined;
  const known = istiods.find((one) => one.name === name);
  return known === undefined ? { name } : { name, revision: known.revision, version: known.version };
}

function healthOf(entry: JsonObject): Pick<VmEntryStatus, 'health' | 'healthMessage'> {
  const condition = listOf(valueIn(entry, 'status', 'conditions')).find(
    (one) => isObject(one) && one.type === 'Healthy',
  );
  const status = plainText(valueIn(condition, 'status'));
  return {
    health: status === 'True' ? 'healthy' : status === 'False' ? 'unhealthy' : 'unknown',
    healthMessage: plainText(valueIn(condition, 'message')),
  };
}

function connectedness(
  metadata: JsonObject,
  connection: VmConnection | undefined,
): Pick<VmEntryStatus, 'connected' | 'since'> {
  const [on, off] = [annotation(metadata, 'connectedAt'), annotation(metadata, 'disconnectedAt')];
  const since = off || on;
  if (since !== '') return { connected: off === '', since };
  return connection === undefined ? {} : { connected: true };
}

const proxyOf = ({ proxy, version, sync, behind }: VmConnection): EntryProxy => ({
  ...{ proxy, version, sync, behind },
});

function skewOf(
  { version = '', revision = '' }: Partial<EntryIstiod> = {},
  proxies: readonly ({ readonly version: string } | undefined)[],
) {
  const proxyVersion = proxies.find((one) => (one?.version ?? '') !== '')?.version ?? '';
  if (proxyVersion === '' || version === '') return { verdict: 'unknown' as const, reasons: [] };
  return versionSkew({
    controlPlanes: [{ revision, version, pods: 1 }],
    dataPlane: [{ version: proxyVersion, revision, controlPlane: version, proxies: 1 }],
  });
}

/** Whether a dump is of the VM of a WorkloadEntry: by its namespace and address, as for connections. */
export function isOf({ namespace, addresses }: VmDump, entry: JsonObject): boolean {
  const { metadata, spec } = { metadata: objectIn(entry, 'metadata'), spec: objectIn(entry, 'spec') };
  return (
    entry.kind === 'WorkloadEntry' &&
    (plainText(metadata.namespace) || 'default') === namespace &&
    addresses.includes(plainText(spec.address))
  );
}

const sayingsOf = ({ name, discovery, version, certificate, root }: VmDump): EntryDump => ({
  ...{ name, discovery, version },
  ...given({ certificate, root }),
});

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const textsOf = (value: Json | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(objectIn(value)).map(([key, text]) => [key, plainText(text)]));
