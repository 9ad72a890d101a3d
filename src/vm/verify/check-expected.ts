import { isIP } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { istiodHost } from '../bundle/istiod-host.ts';
import type { VmFacts } from '../facts/vm-facts.ts';
import type { VmGroup } from '../group/vm-group.ts';
import { finding, type BundleFinding } from './bundle-finding.ts';
import type { Variables } from './bundle-variables.ts';
import { parsedJson } from './parsed-json.ts';
import { readRoots } from './read-roots.ts';
import type { SavedBundle } from './saved-bundle.ts';

/** What the group says, compared with what the files say. */
export function checkGroup(variables: Variables, group: VmGroup): BundleFinding[] {
  if (variables === undefined) return [];
  const pairs: readonly (readonly [string, string])[] = [
    ['POD_NAMESPACE', group.namespace],
    ['ISTIO_META_WORKLOAD_NAME', group.name],
    ['SERVICE_ACCOUNT', group.serviceAccount],
  ];
  const network = variables.get('ISTIO_META_NETWORK') ?? '';
  return [
    ...pairs
      .filter(([name, wanted]) => variables.has(name) && variables.get(name) !== wanted)
      .map(([name, wanted]) =>
        finding('group-differs', `${name} is "${variables.get(name) ?? ''}", and the group says "${wanted}"`),
      ),
    ...(network === group.network
      ? []
      : [finding('group-changed', `the network is "${network}", and the group says "${group.network}"`)]),
    ...labelFindings(variables, group),
    ...portFindings(variables, group),
  ];
}

function labelFindings(variables: ReadonlyMap<string, string>, { labels }: VmGroup): BundleFinding[] {
  const given = objectIn(parsedJson(variables.get('ISTIO_METAJSON_LABELS') ?? ''));
  const missing = Object.entries(labels).filter(([key, value]) => given[key] !== value);
  const pairs = missing.map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0
    ? []
    : [finding('group-changed', `labels of the group are not in the files: ${pairs.join(', ')}`)];
}

function portFindings(variables: ReadonlyMap<string, string>, { ports }: VmGroup): BundleFinding[] {
  const numbers = [...new Set(Object.values(ports))].map(String).sort();
  const wanted = numbers.length === 0 ? ['*'] : numbers;
  const given = (variables.get('ISTIO_INBOUND_PORTS') ?? '').split(',').sort();
  return isDeepStrictEqual(wanted, given)
    ? []
    : [
        finding(
          'group-changed',
          `inbound ports are ${given.join(', ')}, and those of the group ${wanted.join(', ')}`,
        ),
      ];
}

/** What the cluster says now, compared with what the files say. */
export function checkFacts(
  { files }: SavedBundle,
  variables: Variables,
  defaultConfig: JsonObject,
  facts: Omit<VmFacts, 'token'>,
): BundleFinding[] {
  const cluster = variables?.get('ISTIO_META_CLUSTER_ID');
  const wanted = istiodHost(facts);
  const addresses = [variables?.get('CA_ADDR') ?? '', plainText(defaultConfig.discoveryAddress)];
  const strange = addresses.filter((address) => address !== '' && !address.startsWith(`${wanted}:`));
  return [
    ...(cluster === undefined || cluster === facts.clusterId
      ? []
      : [finding('env-cluster-id', `the cluster is "${cluster}", and calls itself "${facts.clusterId}"`)]),
    ...rootFindings(files['root-cert.pem']?.text ?? '', facts.rootCertificate),
    ...gatewayFindings(files.hosts?.text ?? '', facts),
    ...[...new Set(strange)].map((address) =>
      finding('revision-differs', `the files lead to ${address}, and the control plane is at ${wanted}`),
    ),
  ];
}

function rootFindings(here: string, there: string): BundleFinding[] {
  const known = new Set(readRoots(there).certificates.map(({ fingerprint256 }) => fingerprint256));
  const given = readRoots(here).certificates;
  if (known.size === 0 || given.length === 0) return [];
  return given.some(({ fingerprint256 }) => known.has(fingerprint256))
    ? []
    : [finding('root-other', 'root-cert.pem holds no root certificate of this mesh')];
}

function gatewayFindings(hosts: string, { gateway }: Omit<VmFacts, 'token'>): BundleFinding[] {
  const [address = ''] = hosts.trim().split(/\s+/);
  if (gateway.address === undefined || isIP(address) === 0 || address === gateway.address) return [];
  return [finding('hosts-address', `hosts says ${address}, and the gateway is at ${gateway.address}`)];
}
