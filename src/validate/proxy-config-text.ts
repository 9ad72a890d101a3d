import { checkMeshConfig } from '../api/index.ts';
import type { MeshConfig } from '../api/index.ts';
import { readText } from '../resources/index.ts';
import type { Loose } from './loose.ts';
import { checkMeshProxyConfig } from './mesh-proxy-config.ts';

/**
 * What is wrong with the settings of a proxy as a Pod gives them in the annotation `proxy.istio.io/config`: YAML of
 * `meshConfig.defaultConfig`. Undefined when nothing is.
 */
export function proxyConfigFault(text: string): string | undefined {
  const [document] = readText(text, 'proxy.istio.io/config').documents;
  if (document === undefined) return undefined;
  const [unread] = document.problems;
  if (unread !== undefined) return unread.message;
  const { value } = document;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { problems, spec } = checkMeshConfig({ defaultConfig: value });
  const [unfit] = problems.filter(({ severity }) => severity === 'error');
  // The schema has been checked right above.
  return unfit?.message ?? firstFault((spec as Loose<MeshConfig>).defaultConfig ?? {});
}

function firstFault(config: NonNullable<Loose<MeshConfig>['defaultConfig']>): string | undefined {
  const faults: string[] = [];
  checkMeshProxyConfig(config, [], ({ severity, message }, _, args) => {
    if (severity === 'error') faults.push(message(args));
  });
  return faults[0];
}
