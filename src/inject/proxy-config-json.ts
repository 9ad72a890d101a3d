import { messageSchemas, optionalProxySettings, messageJson } from '../api/index.ts';
import type { JsonObject } from '../json.ts';

/** What proxies are started with when nobody says otherwise. */
export const defaultProxyConfig: JsonObject = {
  configPath: './etc/istio/proxy',
  binaryPath: '/usr/local/bin/envoy',
  serviceCluster: 'istio-proxy',
  drainDuration: '45s',
  discoveryAddress: 'istiod.istio-system.svc:15012',
  proxyAdminPort: 15000,
  controlPlaneAuthPolicy: 'MUTUAL_TLS',
  statNameLength: 189,
  statusPort: 15020,
  terminationDrainDuration: '5s',
};

/** The JSON of the settings of a proxy that are not the usual ones, in the order of the message. */
export function proxyConfigJson(config: JsonObject): string {
  const schema = messageSchemas.meshConfig.properties?.defaultConfig ?? {};
  const written = messageJson(schema, config, optionalProxySettings);
  const usual = messageJson(schema, defaultProxyConfig, optionalProxySettings);
  const differing = Object.entries(written).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(usual[key]),
  );
  return JSON.stringify(Object.fromEntries(differing));
}
