import { isObject, setKey, type JsonObject } from '../json.ts';
import { defaultProxyConfig } from './proxy-config-json.ts';

const defaults: JsonObject = {
  proxyListenPort: 15001,
  proxyInboundListenPort: 15006,
  trustDomain: 'cluster.local',
  rootNamespace: 'istio-system',
  enablePrometheusMerge: true,
  defaultConfig: defaultProxyConfig,
};

/** A MeshConfig with what istiod assumes where it says nothing. */
export const meshWithDefaults = (mesh: JsonObject): JsonObject => laidOver(defaults, mesh);

/** Settings over others, map by map; null says nothing. Neither argument is changed. */
export function laidOver(base: JsonObject, over: JsonObject): JsonObject {
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (value === null) continue;
    const below = Object.hasOwn(base, key) ? base[key] : undefined;
    setKey(merged, key, isObject(value) && isObject(below) ? laidOver(below, value) : value);
  }
  return merged;
}
