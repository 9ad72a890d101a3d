import { groupBy } from '../../../group-by.ts';
import { isObject, type Json } from '../../../json.ts';
import { readText } from '../../../resources/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { carries } from '../../workloads.ts';

/**
 * The variant of the proxy image that a Pod is to get, such as `distroless`; `default` is the plain one. The last that
 * names one decides: the mesh, the root namespace, the namespace, a ProxyConfig for the Pod, the Pod itself.
 */
export function proxyImageType(mesh: Mesh, pod: MeshObject<'Pod'>): string {
  const byNamespace = mesh.derive(configsByNamespace);
  const home = byNamespace.get(pod.namespace) ?? [];
  const own = pod.annotations['proxy.istio.io/config'];
  const configs = [
    ...(byNamespace.get(mesh.rootNamespace) ?? []).filter(isGeneral),
    ...home.filter(isGeneral),
    ...home.filter((config) => !isGeneral(config) && selects(config, pod)),
  ];
  const said = [
    mesh.meshConfig.spec.defaultConfig?.image?.imageType,
    ...configs.map(({ spec }) => spec.image?.imageType),
    own === undefined ? undefined : imageTypeIn(own),
    ...(mesh.settings.compat ? [] : [pod.annotations['sidecar.istio.io/proxyImageType']]),
  ];
  return said.findLast((type) => type !== undefined && type !== '') ?? 'default';
}

type Config = MeshObject<'ProxyConfig'>;

const configsByNamespace = (mesh: Mesh): ReadonlyMap<string, readonly Config[]> =>
  groupBy(mesh.of('ProxyConfig'), ({ namespace }) => namespace);

const selectorOf = ({ spec }: Config): Readonly<Record<string, string>> => spec.selector?.matchLabels ?? {};

const isGeneral = (config: Config): boolean => Object.keys(selectorOf(config)).length === 0;

const selects = (config: Config, { labels }: MeshObject): boolean => carries(labels, selectorOf(config));

/** From the settings of a proxy in YAML. */
function imageTypeIn(text: string): string | undefined {
  const image = fieldOf(readText(text, 'proxy.istio.io/config').documents[0]?.value, 'image');
  const type = fieldOf(image, 'imageType');
  return typeof type === 'string' ? type : undefined;
}

const fieldOf = (value: Json | undefined, name: string): Json | undefined =>
  isObject(value) ? value[name] : undefined;
