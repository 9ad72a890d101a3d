import { planChange, type ClusterChange } from '../../changes/index.ts';
import { MeshctlError } from '../../errors.ts';
import { given } from '../../given.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { ApiError } from '../../kube/index.ts';
import { keyOf, type ClusterWriter } from '../../kube/apply/index.ts';
import { readText } from '../../resources/index.ts';
import { liveObjects } from '../facts/live-objects.ts';
import { readVmFacts } from '../facts/read-facts.ts';
import type { PublicVmFacts } from '../facts/vm-facts.ts';
import type { VmGroup } from '../group/vm-group.ts';
import { istiodHost } from '../bundle/istiod-host.ts';
import { checkCertificate } from '../identity/check-certificate.ts';
import type { WorkloadCertificate } from '../identity/workload-certificate.ts';
import type { OnboardingFacts } from './onboarding-facts.ts';
import { probeEndpoint, type ProbeOutcome, type ProbeRequest } from './probe-endpoint.ts';
import { readDenials } from './read-denials.ts';
import { readEndpoint, type Endpoint } from './read-endpoint.ts';
import { readIstiod } from './read-istiod.ts';

/** What to ask the cluster, and the network, for. */
export interface OnboardingRequest {
  readonly istioNamespace: string;
  /** A revision or a tag; default: what the default tag says. */
  readonly revision?: string;
  readonly clusterId?: string;
  /** IP address or name of the gateway, in place of that of its Service. */
  readonly address?: string;
  readonly ingressService: string;
  /** The WorkloadGroup to apply; none for one that is in the cluster. */
  readonly groupObject?: JsonObject;
  /** Given to the VM in place of a token. */
  readonly certificate?: WorkloadCertificate;
  /** Default: the clock. */
  readonly now?: Date;
  /** Whether none needs to be requested: a token is there already, or the VM needs none. */
  readonly hasToken: boolean;
  /** Asks the endpoint as the VM will; not done without. Milliseconds. */
  readonly probeTimeout?: number;
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
  /** Default: `probeEndpoint`. */
  readonly probe?: (request: ProbeRequest) => Promise<ProbeOutcome>;
  readonly signal?: AbortSignal;
}

/**
 * Asks for all that the plan of an onboarding is made from. Nothing is written and no token is made. What is missing is
 * a fact, too.
 *
 * @throws {MeshctlError} when the cluster cannot be reached or does not let itself be read.
 */
export async function readOnboardingFacts(
  writer: ClusterWriter,
  group: VmGroup,
  request: OnboardingRequest,
): Promise<OnboardingFacts> {
  const { istioNamespace, ingressService: service, address, groupObject, resolve } = request;
  const objects = liveObjects(writer.client);
  const [account, live, namespaceExists, endpoint] = await Promise.all([
    accountChangeOf(writer, group),
    groupObject === undefined ? undefined : writer.get(keyOf(groupObject)),
    hasNamespace(writer, group.namespace),
    readEndpoint(objects, { istioNamespace, service, resolve, ...(address !== undefined && { address }) }),
  ]);
  const vm = await vmFacts(writer, group, endpoint, request);
  const revision = vm instanceof MeshctlError ? (request.revision ?? '') : vm.revision;
  const groupChange = groupObject && planChange({ group: 'WorkloadGroup', desired: groupObject, live });
  const probe = vm instanceof MeshctlError ? undefined : await probed(vm, endpoint, request);
  const changes = [account, ...(groupChange === undefined ? [] : [groupChange])];
  const certificate = vm instanceof MeshctlError ? undefined : checkedCertificate(vm, group, request);
  const clockOffset = writer.client.clockOffset();
  return {
    ...{ group, groupChange, accountChange: account, namespaceExists, vm, endpoint },
    istiod: await readIstiod(writer.client, {
      istioNamespace,
      revision: revision === 'default' ? '' : revision,
    }),
    meshNetworks: await meshNetworksOf(objects.find, istioNamespace, revision),
    denials: await readDenials(writer, group, changes, request),
    ...given({ probe, certificate, clockOffset }),
  };
}

/** What is wrong with it is a fact, too. */
function checkedCertificate(
  facts: PublicVmFacts,
  group: VmGroup,
  { certificate, now = new Date() }: OnboardingRequest,
): OnboardingFacts['certificate'] {
  if (certificate === undefined) return undefined;
  try {
    return checkCertificate(certificate, { group, facts, now });
  } catch (error) {
    if (error instanceof MeshctlError) return error;
    throw error;
  }
}

/** Reading the same again costs little, and tells of failures in the same words. */
async function vmFacts(
  writer: ClusterWriter,
  group: VmGroup,
  { addresses: [address], reason = '' }: Endpoint,
  { istioNamespace, ingressService, revision, clusterId }: OnboardingRequest,
): Promise<OnboardingFacts['vm']> {
  try {
    const facts = await readVmFacts(liveObjects(writer.client), group, {
      ...{ istioNamespace, ingressService, token: () => Promise.resolve('') },
      ...(revision !== undefined && { revision }),
      ...(clusterId !== undefined && { clusterId }),
    });
    return { ...facts, gateway: address === undefined ? { reason, hint: '' } : { address } };
  } catch (error) {
    if (error instanceof MeshctlError && !isOutage(error)) return error;
    throw error;
  }
}

/** What is wrong in the cluster is a fact; a cluster that gives no answers is none. */
const isOutage = (error: MeshctlError): boolean =>
  error.code === 'environment' && (error instanceof ApiError || error.cause !== undefined);

async function accountChangeOf(
  writer: ClusterWriter,
  { namespace, serviceAccount: name }: VmGroup,
): Promise<ClusterChange> {
  const key = { apiVersion: 'v1', kind: 'ServiceAccount', namespace, name };
  const { apiVersion, kind } = key;
  const desired = { apiVersion, kind, metadata: { namespace, name } };
  const live = await writer.get(key);
  const change = { object: key, group: kind, desired, changes: [], conflicts: [], adopts: [] };
  return live === undefined ? { ...change, action: 'create' } : { ...change, action: 'unchanged', live };
}

async function hasNamespace({ client }: ClusterWriter, name: string): Promise<boolean | undefined> {
  try {
    await client.get(`/api/v1/namespaces/${encodeURIComponent(name)}`);
    return true;
  } catch (error) {
    if (!(error instanceof ApiError) || ![403, 404].includes(error.status)) throw error;
    return error.status === 404 ? false : undefined;
  }
}

async function probed(
  vm: PublicVmFacts,
  { addresses: [address] }: Endpoint,
  { probeTimeout: timeout, probe = probeEndpoint, signal }: OnboardingRequest,
): Promise<ProbeOutcome | undefined> {
  if (timeout === undefined || address === undefined) return undefined;
  const { rootCertificate } = vm;
  return probe({ address, serverName: istiodHost(vm), rootCertificate, timeout, ...(signal && { signal }) });
}

/** Only names are needed of the key `meshNetworks`; what cannot be read has none. */
async function meshNetworksOf(
  find: ReturnType<typeof liveObjects>['find'],
  istioNamespace: string,
  revision: string,
): Promise<readonly string[]> {
  const suffix = revision === '' || revision === 'default' ? '' : `-${revision}`;
  const found = await find('ConfigMap', istioNamespace, `istio${suffix}`);
  const text = plainText(objectIn(found, 'data').meshNetworks);
  const [document] = readText(text, 'meshNetworks').documents;
  return Object.keys(objectIn(document?.value, 'networks')).sort();
}
