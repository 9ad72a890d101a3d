import { isObject, objectIn, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';
import type { ProxyStatus } from '../../proxy/status/index.ts';
import { parsedJson } from '../verify/parsed-json.ts';
import type { VmConnection } from './vm-snapshot.ts';

/**
 * Reads the connections that an istiod lists at `/debug/adsz` (`clients`, each with `connectionId` and the `metadata` of
 * its node), with what it says of them at `/debug/syncz`. Undefined for a text that is no such list.
 */
export function readConnections(
  adsz: string,
  proxies: readonly ProxyStatus[],
): readonly VmConnection[] | undefined {
  const { clients } = objectIn(parsedJson(adsz));
  if (clients !== null && !Array.isArray(clients)) return undefined;
  return (clients ?? []).filter(isObject).map((client) => connectionOf(client, proxies));
}

function connectionOf(client: JsonObject, proxies: readonly ProxyStatus[]): VmConnection {
  // The number at the end counts connections.
  const proxy = plainText(client.connectionId).replace(/-\d+$/, '');
  const metadata = objectIn(client, 'metadata');
  const status = proxies.find(({ name }) => name === proxy);
  return {
    proxy,
    namespace: plainText(metadata.NAMESPACE) || proxy.slice(proxy.indexOf('.') + 1),
    addresses: addressesIn(valueIn(metadata, 'INSTANCE_IPS')),
    version: plainText(metadata.ISTIO_VERSION) || (status?.version ?? ''),
    ...syncOf(status),
  };
}

/** A list, or one text with commas, as nodes write it. */
export const addressesIn = (value: Json | undefined): readonly string[] =>
  (Array.isArray(value) ? value.map(plainText) : plainText(value).split(',')).filter((text) => text !== '');

/** States that are as they should be; istiod sends nothing of a type that nobody asked for. */
const settled = new Set(['SYNCED', 'IGNORED', 'NOT SENT']);

function syncOf(status: ProxyStatus | undefined): Pick<VmConnection, 'sync' | 'behind'> {
  const types = status?.types ?? [];
  const behind = types.filter(({ state }) => !settled.has(state));
  if (behind.length > 0)
    return { sync: 'behind', behind: behind.map(({ shortName, state }) => `${shortName} ${state}`) };
  return { sync: types.some(({ state }) => state === 'SYNCED') ? 'synced' : 'unknown', behind: [] };
}
