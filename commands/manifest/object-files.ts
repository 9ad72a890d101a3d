import type { KubeObject } from '../../src/operator/index.ts';
import { yamlText } from '../yaml-text.ts';
import type { NamedText } from './write-folder.ts';

/** Objects as files: `deployment_istio-system_istiod.yaml`, without a namespace `clusterrole_istiod.yaml`. */
export function objectFiles(objects: readonly KubeObject[]): readonly NamedText[] {
  const used = new Set<string>();
  return objects.map((object) => ({ name: unused(stem(object), used), text: yamlText(object) }));
}

function stem({ kind, metadata: { name, namespace } }: KubeObject): string {
  const parts = [kind, ...(typeof namespace === 'string' ? [namespace] : []), name];
  return parts
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '-');
}

function unused(wanted: string, used: Set<string>): string {
  let name = wanted;
  for (let nth = 2; used.has(name); nth += 1) name = `${wanted}_${nth}`;
  used.add(name);
  return `${name}.yaml`;
}
