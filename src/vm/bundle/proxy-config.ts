import { messageJson, messageSchemas, optionalProxySettings, type SchemaNode } from '../../api/index.ts';
import { isObject, objectIn, plainText, setKey, type JsonObject } from '../../json.ts';
import type { VmFacts } from '../facts/vm-facts.ts';
import type { VmGroup } from '../group/vm-group.ts';
import { istiodAddress } from './istiod-host.ts';
import type { VmBundleOptions } from './vm-bundle.ts';
import { vmMetadata } from './vm-metadata.ts';

/**
 * The settings of the VM's proxy, later ones over earlier ones: mesh config, the address of istiod, annotations, the
 * probe, and the metadata that follow from the group.
 */
export function vmProxyConfig(group: VmGroup, facts: VmFacts, options: VmBundleOptions): JsonObject {
  const { meshConfig: mesh } = facts;
  const base = withIstiod(objectIn(mesh, 'defaultConfig'), facts, options);
  const config = group.proxyConfigs.reduce(laidOver, base);
  const metadata = {
    ...objectIn(config, 'proxyMetadata'),
    ...vmMetadata(group, facts, {
      ...options,
      meshId: plainText(config.meshId),
      trustDomain: plainText(mesh.trustDomain),
    }),
  };
  return messageJson(
    proxyConfigSchema,
    { ...config, readinessProbe: group.probe ?? null, proxyMetadata: metadata },
    optionalProxySettings,
  );
}

const proxyConfigSchema: SchemaNode = messageSchemas.meshConfig.properties?.defaultConfig ?? {};

/** Without a revision the agent's own default is right in most meshes, and the file is as other tools write it. */
function withIstiod(config: JsonObject, facts: VmFacts, { pinIstiod = false }: VmBundleOptions): JsonObject {
  const known = plainText(config.discoveryAddress) !== '';
  if (known || (facts.revision === '' && !pinIstiod)) return config;
  return { ...config, discoveryAddress: istiodAddress(facts) };
}

/** A field that is named takes the place of the earlier one; only metadata are laid together. */
function laidOver(base: JsonObject, layer: JsonObject): JsonObject {
  const merged = { ...base };
  for (const [key, value] of Object.entries(layer)) {
    if (value === null) continue;
    const together = key === 'proxyMetadata' && isObject(value);
    setKey(merged, key, together ? { ...objectIn(base, key), ...value } : value);
  }
  return merged;
}
