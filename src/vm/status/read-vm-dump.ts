import { plainText, valueIn } from '../../json.ts';
import {
  readDump,
  selectBootstrap,
  summarizeBootstrap,
  summarizeSecrets,
  type SecretRow,
} from '../../proxy/index.ts';
import { addressesIn } from './read-connections.ts';
import type { VmCertificate, VmDump } from './vm-snapshot.ts';

/**
 * Reads what the proxy of a VM says of itself (`/config_dump` of Envoy): who it is, where it gets its configuration, and
 * its certificates, judged by `now`. Keys are not looked at.
 *
 * @throws {MeshctlError} `input` for what is no such dump, or has no bootstrap or no secrets.
 */
export function readVmDump(input: Uint8Array | string, { name, now }: { name: string; now: Date }): VmDump {
  const dump = readDump(input, { name });
  const { nodeId, istioVersion, namespace, discovery } = summarizeBootstrap(dump);
  // `sidecar~10.0.0.7~vm-1.shop~shop.svc.cluster.local`
  const [, address = '', proxy = ''] = nodeId.split('~');
  const metadata = valueIn(selectBootstrap(dump), 'bootstrap', 'node', 'metadata');
  const addresses = [address, ...addressesIn(valueIn(metadata, 'INSTANCE_IPS'))].filter(
    (text) => text !== '',
  );
  const rows = summarizeSecrets(dump, now);
  const own = certificateOf(rows.find(({ name: secret }) => secret === 'default'));
  const root = certificateOf(rows.find(({ name: secret }) => secret === 'ROOTCA'));
  return {
    ...{ name, proxy, version: istioVersion, discovery, addresses: [...new Set(addresses)] },
    namespace: namespace || plainText(proxy.split('.')[1]),
    ...(own !== undefined && { certificate: own }),
    ...(root !== undefined && { root }),
  };
}

function certificateOf(row: SecretRow | undefined): VmCertificate | undefined {
  if (row?.validity === undefined) return undefined;
  const { identity, serialNumber, notBefore, notAfter, validity } = row;
  return { identity, serialNumber, notBefore, notAfter, validity };
}
