import { compareText } from '../../compare-text.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import type { VmFacts } from '../facts/vm-facts.ts';
import type { VmGroup } from '../group/vm-group.ts';
import { istiodAddress } from './istiod-host.ts';
import { shellQuoted } from './shell-text.ts';
import type { BundleNotice, VmBundleOptions } from './vm-bundle.ts';
import { certificateFolder, type VmIdentity } from './vm-identity.ts';

/** The variables of the agent and of traffic capture, as a file that a POSIX shell sources. */
export function clusterEnv(
  group: VmGroup,
  facts: VmFacts,
  config: JsonObject,
  options: VmBundleOptions,
): { readonly text: string; readonly notices: readonly BundleNotice[] } {
  const metadata = Object.entries(objectIn(config, 'proxyMetadata')).map(([name, value]) => [
    name,
    plainText(value),
  ]);
  const variables = {
    ...(Object.fromEntries(metadata) as Record<string, string>),
    ...captureVariables(group, config),
    ...identityVariables(group, facts, options),
  };
  const names = Object.keys(variables).sort(compareText);
  const isWritten = (name: string): boolean => isVariableName(name) && isValue(variables[name] ?? '');
  const lines = names.filter(isWritten).map((name) => `${name}=${shellQuoted(variables[name] ?? '')}\n`);
  const leftOut = names.filter((name) => !isWritten(name));
  return { text: lines.join(''), notices: leftOut.map(leftOutNotice) };
}

/** Ports of the agent and of ssh, which are never redirected. */
const alwaysExcluded = [22, 15090, 15021];

function captureVariables({ ports }: VmGroup, { statusPort }: JsonObject): Record<string, string> {
  const inbound = [...new Set(Object.values(ports))].sort((a, b) => a - b);
  const status = typeof statusPort === 'number' ? statusPort : 15020;
  const excluded = alwaysExcluded.includes(status) ? alwaysExcluded : [...alwaysExcluded, status];
  return {
    ISTIO_INBOUND_PORTS: inbound.length === 0 ? '*' : inbound.join(','),
    ISTIO_LOCAL_EXCLUDE_PORTS: excluded.join(','),
    ISTIO_SERVICE_CIDR: '*',
  };
}

function identityVariables(
  { name, namespace, serviceAccount }: VmGroup,
  facts: VmFacts,
  { address, pinIstiod = false, identity }: VmBundleOptions,
): Record<string, string> {
  return {
    ISTIO_NAMESPACE: namespace,
    ISTIO_SERVICE: `${name}.${namespace}`,
    SERVICE_ACCOUNT: serviceAccount,
    ...((facts.revision !== '' || pinIstiod) && { CA_ADDR: istiodAddress(facts) }),
    ...(address && { ISTIO_SVC_IP: address.ip }),
    // From outside its network a VM does not reach itself by this address.
    ...(address?.external === true && { REWRITE_PROBE_LEGACY_LOCALHOST_DESTINATION: 'true' }),
    ...proofVariables(identity),
  };
}

/** Each new certificate goes to where the next one is asked for by it: in another folder, only the first would count. */
function proofVariables(identity: VmIdentity = { kind: 'token' }): Record<string, string> {
  if (identity.kind === 'token') return {};
  if (identity.kind === 'spire') return { WORKLOAD_IDENTITY_SOCKET_FILE: identity.socket };
  return { PROV_CERT: certificateFolder, OUTPUT_CERTS: certificateFolder };
}

const isVariableName = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name);

/** A variable ends at the first NUL, and Linux starts no program with one of more than 128 KiB. */
const isValue = (value: string): boolean => !value.includes('\0') && Buffer.byteLength(value) < 130_000;

const leftOutNotice = (name: string): BundleNotice => ({
  rule: 'variable-left-out',
  message: isVariableName(name)
    ? `the value of ${name} is too long for a variable, or holds the character NUL: cluster.env goes without it`
    : `proxyMetadata holds ${JSON.stringify(name)}, which no shell takes for a variable: cluster.env goes without it`,
});
