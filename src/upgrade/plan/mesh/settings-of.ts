import { isObject, objectIn, plainText, valueIn, withoutKey, type JsonObject } from '../../../json.ts';
import { readText } from '../../../resources/index.ts';
import { objectNamed, type UpgradeMesh } from './upgrade-mesh.ts';

/** What a control plane that is there was told, as far as its ConfigMaps say so; empty objects for what they do not say. */
export interface PlaneSettings {
  /** MeshConfig. */
  readonly mesh: JsonObject;
  /** Values that injection goes by. */
  readonly injection: JsonObject;
  /** Values that it was installed with, without what they say of its name, its images and its gateways. */
  readonly given: JsonObject;
}

/** Reads the settings of a control plane. */
export function settingsOf(mesh: UpgradeMesh, revision: string): PlaneSettings {
  const suffix = revision === 'default' ? '' : `-${revision}`;
  const read = (name: string, key: string): JsonObject =>
    parsed(
      plainText(
        valueIn(objectNamed(mesh, 'ConfigMap', mesh.facts.istioNamespace, name + suffix), 'data', key),
      ),
    );
  return {
    mesh: read('istio', 'mesh'),
    injection: read('istio-sidecar-injector', 'values'),
    given: carried(read('values', 'original-values')),
  };
}

/** JSON is YAML, too. */
function parsed(text: string): JsonObject {
  const value = text === '' ? undefined : readText(text, 'ConfigMap').documents[0]?.value;
  return isObject(value) ? value : {};
}

/** Charts of istiod take at the top what an IstioOperator has below `pilot`. */
function carried(values: JsonObject): JsonObject {
  const top = Object.entries(values).filter(([key]) => shared.has(key));
  const own = Object.entries(values).filter(([key]) => !shared.has(key) && !dropped.has(key));
  const global = withoutKey(withoutKey(objectIn(values, 'global'), 'hub'), 'tag');
  return {
    ...Object.fromEntries(top),
    ...(Object.keys(global).length > 0 && { global }),
    ...(own.length > 0 && { pilot: { ...Object.fromEntries(own), ...objectIn(values, 'pilot') } }),
  };
}

const shared = new Set([
  'global',
  'meshConfig',
  'pilot',
  'sidecarInjectorWebhook',
  'telemetry',
  'cni',
  'ztunnel',
]);
const dropped = new Set([
  'revision',
  'revisionTags',
  'defaultRevision',
  'gateways',
  'base',
  'profile',
  'hub',
  'tag',
  'ownerName',
]);
