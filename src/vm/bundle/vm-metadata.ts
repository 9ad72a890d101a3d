import { compareText } from '../../compare-text.ts';
import type { VmFacts } from '../facts/vm-facts.ts';
import type { VmGroup } from '../group/vm-group.ts';
import type { VmBundleOptions } from './vm-bundle.ts';

interface MeshNames {
  readonly meshId: string;
  readonly trustDomain: string;
}

/** What the proxy tells istiod about itself, by the names of the agent's variables. */
export function vmMetadata(
  group: VmGroup,
  { clusterId }: VmFacts,
  { meshId, trustDomain, captureDns = true, autoRegister = false }: MeshNames & VmBundleOptions,
): Record<string, string> {
  const { service, revision } = canonicalNames(group);
  const canonicalLabels = {
    'service.istio.io/canonical-name': service,
    'service.istio.io/canonical-revision': revision,
  };
  const ports = Object.entries(group.ports);
  return {
    CANONICAL_SERVICE: service,
    CANONICAL_REVISION: revision,
    POD_NAMESPACE: group.namespace,
    SERVICE_ACCOUNT: group.serviceAccount,
    TRUST_DOMAIN: trustDomain,
    ISTIO_META_CLUSTER_ID: clusterId,
    ISTIO_META_MESH_ID: meshId,
    ISTIO_META_NETWORK: group.network,
    ...(ports.length > 0 && { ISTIO_META_POD_PORTS: podPorts(ports) }),
    ISTIO_META_WORKLOAD_NAME: group.name,
    ISTIO_METAJSON_LABELS: htmlSafeJson(sortedByKey({ ...group.labels, ...canonicalLabels })),
    ...(captureDns && { ISTIO_META_DNS_CAPTURE: 'true' }),
    ...(autoRegister && { ISTIO_META_AUTO_REGISTER_GROUP: group.name }),
  };
}

/** Which application this is, and in which version: by the first of these labels. */
function canonicalNames({ labels, name }: VmGroup): { readonly service: string; readonly revision: string } {
  const first = (...keys: readonly string[]): string | undefined => {
    const key = keys.find((one) => (labels[one] ?? '') !== '');
    return key === undefined ? undefined : labels[key];
  };
  return {
    service: first('service.istio.io/canonical-name', 'app.kubernetes.io/name', 'app') ?? name,
    revision:
      first('service.istio.io/canonical-revision', 'app.kubernetes.io/version', 'version') ?? 'latest',
  };
}

const podPorts = (ports: readonly (readonly [string, number])[]): string =>
  htmlSafeJson(ports.map(([name, containerPort]) => ({ name, containerPort, protocol: '' })));

const sortedByKey = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).sort(([a], [b]) => compareText(a, b)));

/** JSON as Go writes it, which keeps these letters out of HTML and scripts. */
const htmlSafeJson = (value: object): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
