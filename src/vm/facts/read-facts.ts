import { MeshctlError } from '../../errors.ts';
import { objectIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { readText } from '../../resources/index.ts';
import type { VmGroup } from '../group/vm-group.ts';
import { readRoots } from '../verify/read-roots.ts';
import { readMeshConfig } from '../read-mesh-config.ts';
import type { ClusterObjects } from './cluster-objects.ts';
import { gatewayAddress } from './gateway-address.ts';
import type { VmFacts } from './vm-facts.ts';

/** What to ask the cluster for. */
export interface FactsRequest {
  /** Namespace of the control plane. */
  readonly istioNamespace: string;
  /** A revision or a tag; `default` is the control plane without a revision. Default: what the default tag says. */
  readonly revision?: string;
  /** Default: what the values of the injector say. */
  readonly clusterId?: string;
  /** Address of the gateway; what is no IP address does not count. */
  readonly ingressIp?: string;
  /** Service of the gateway, as `name` or `name.namespace`. */
  readonly ingressService: string;
  /** Gives the token of the VM's service account. */
  readonly token: (group: VmGroup) => Promise<string>;
}

/**
 * Asks for all that a bundle needs besides its group. Only the token is made by asking, once all is there that a bundle
 * cannot do without; one without the address of the gateway can be completed by hand.
 *
 * @throws {MeshctlError} when something is missing or may not be read, with what to do.
 */
export async function readVmFacts(
  objects: ClusterObjects,
  group: VmGroup,
  request: FactsRequest,
): Promise<VmFacts> {
  const { istioNamespace, ingressIp, ingressService: service } = request;
  const revision = await revisionOf(objects, request.revision);
  const place = { istioNamespace, suffix: revision === '' ? '' : `-${revision}` };
  const [clusterId, meshConfig, rootCertificate] = await Promise.all([
    request.clusterId ?? clusterIdOf(objects, place),
    meshConfigOf(objects, place),
    rootCertificateOf(objects, group.namespace),
  ]);
  const token = await request.token(group);
  const gateway = await gatewayAddress(objects, {
    ...{ service, istioNamespace },
    ...(ingressIp !== undefined && { ip: ingressIp }),
  });
  return { revision, istioNamespace, meshConfig, clusterId, rootCertificate, gateway, token };
}

/** A tag is as good as the revision behind it. */
async function revisionOf(objects: ClusterObjects, asked: string | undefined): Promise<string> {
  if (asked === '' || asked === 'default') return '';
  const revision = (await objects.revisionOfTag(asked ?? 'default')) ?? asked ?? '';
  return revision === 'default' ? '' : revision;
}

interface Place {
  readonly istioNamespace: string;
  /** Of the names of what belongs to a revision. */
  readonly suffix: string;
}

async function meshConfigOf(objects: ClusterObjects, { istioNamespace, suffix }: Place): Promise<JsonObject> {
  const name = `istio${suffix}`;
  const found = await objects.find('ConfigMap', istioNamespace, name);
  if (found !== undefined) {
    const text = plainText(objectIn(found, 'data').mesh);
    return readMeshConfig(text, `ConfigMap ${istioNamespace}/${name}, key mesh`);
  }
  throw missing(
    objects,
    `the mesh config is not there: no ConfigMap ${istioNamespace}/${name} in ${objects.name}`,
    {
      hint: 'name the control plane with -i and --revision; `meshctl tag list` shows which there are',
    },
  );
}

async function clusterIdOf(objects: ClusterObjects, { istioNamespace, suffix }: Place): Promise<string> {
  const name = `istio-sidecar-injector${suffix}`;
  const found = await objects.find('ConfigMap', istioNamespace, name);
  const hint = 'say it with --cluster-id, or name the control plane with -i and --revision';
  if (found === undefined)
    throw missing(
      objects,
      `the name of the cluster is unknown: no ConfigMap ${istioNamespace}/${name} in ${objects.name}`,
      { hint },
    );
  const [document] = readText(plainText(objectIn(found, 'data').values), name).documents;
  const [unread] = document?.problems ?? [];
  if (unread !== undefined)
    throw missing(
      objects,
      `the name of the cluster is unknown: ConfigMap ${istioNamespace}/${name} cannot be read`,
      {
        reason: `key values: ${unread.message}`,
        hint,
      },
    );
  return plainText(valueIn(document?.value, 'global', 'multiCluster', 'clusterName'));
}

async function rootCertificateOf(objects: ClusterObjects, namespace: string): Promise<string> {
  const found = await objects.find('ConfigMap', namespace, 'istio-ca-root-cert');
  const text = plainText(objectIn(found, 'data')['root-cert.pem']);
  if (text !== '') return checkedRoot(objects, namespace, text);
  const message =
    found === undefined
      ? `the root certificate is not there: no ConfigMap ${namespace}/istio-ca-root-cert in ${objects.name}`
      : `the root certificate is not there: ConfigMap ${namespace}/istio-ca-root-cert has no key root-cert.pem`;
  throw missing(objects, message, {
    hint: `istiod writes it into the namespaces that it serves, a moment after they are made: look at the name of the namespace, and at discoverySelectors of the mesh config`,
  });
}

/** How good a certificate is, verification says; but a key must get to no machine. */
function checkedRoot(objects: ClusterObjects, namespace: string, text: string): string {
  if (!readRoots(text).others.some((label) => label.includes('PRIVATE KEY'))) return text;
  const name = `ConfigMap ${namespace}/istio-ca-root-cert`;
  throw missing(objects, `${name} holds a private key, which belongs to no machine`, {
    hint: 'take the key out, and replace the CA: its key has been handed around',
  });
}

const missing = (
  { saved }: ClusterObjects,
  message: string,
  details: { readonly reason?: string; readonly hint: string },
): MeshctlError => new MeshctlError(saved ? 'input' : 'environment', message, details);
