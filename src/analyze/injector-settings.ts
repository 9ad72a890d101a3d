import { isObject, type JsonObject } from '../json.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';

/** What an injector puts into Pods, as its ConfigMap says. */
export interface InjectorSettings {
  readonly object: MeshObject<'ConfigMap'>;
  /** `default` for the injector without a revision. */
  readonly revision: string;
  /** `docker.io/istio/proxyv2:1.31.1`; undefined where the ConfigMap does not say it. */
  readonly image: string | undefined;
  readonly enableNamespacesByDefault: boolean;
}

/** The injectors of the input by revision, from the ConfigMaps `istio-sidecar-injector[-<revision>]`. */
export function injectorsOf(mesh: Mesh): ReadonlyMap<string, InjectorSettings> {
  return mesh.derive(readInjectors);
}

/** Whether Pods are injected in namespaces that carry no label about it. */
export const namespacesAreInjectedByDefault = (mesh: Mesh): boolean => mesh.derive(isOnByDefault);

function isOnByDefault(mesh: Mesh): boolean {
  const injectors = [...injectorsOf(mesh).values()];
  if (injectors.length > 0) return injectors.some((injector) => injector.enableNamespacesByDefault);
  return !mesh.settings.compat && mesh.of('MutatingWebhookConfiguration').some(hasAutoWebhook);
}

/** The webhook that an installation with `enableNamespacesByDefault` adds. */
const hasAutoWebhook = ({ spec }: MeshObject<'MutatingWebhookConfiguration'>): boolean =>
  (spec.webhooks ?? []).some(({ name }) => name === 'auto.sidecar-injector.istio.io');

const prefix = 'istio-sidecar-injector';

function readInjectors(mesh: Mesh): ReadonlyMap<string, InjectorSettings> {
  const injectors = new Map<string, InjectorSettings>();
  for (const object of mesh.of('ConfigMap')) {
    const revision = revisionOf(object);
    if (revision !== undefined && !injectors.has(revision))
      injectors.set(revision, settingsOf(object, revision));
  }
  return injectors;
}

function revisionOf({ name }: MeshObject): string | undefined {
  if (name === prefix) return 'default';
  return name.startsWith(`${prefix}-`) ? name.slice(prefix.length + 1) : undefined;
}

function settingsOf(object: MeshObject<'ConfigMap'>, revision: string): InjectorSettings {
  const values = parsed(object.spec.data?.values ?? '');
  return {
    ...{ object, revision, image: imageOf(objectAt(values, 'global')) },
    enableNamespacesByDefault: objectAt(values, 'sidecarInjectorWebhook').enableNamespacesByDefault === true,
  };
}

/** An image with a path is taken as it is; a bare name comes from the hub. */
function imageOf(global: JsonObject): string | undefined {
  const { image } = objectAt(global, 'proxy');
  const { hub, tag } = global;
  if (typeof image !== 'string' || image === '') return undefined;
  if (image.includes('/')) return image;
  const tagged = typeof tag === 'string' || typeof tag === 'number';
  return typeof hub === 'string' && tagged ? `${hub}/${image}:${tag}` : undefined;
}

function parsed(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const objectAt = (value: JsonObject, name: string): JsonObject => {
  const held = value[name];
  return isObject(held) ? held : {};
};
