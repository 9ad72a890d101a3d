import { isObject, plainText, type Json, type JsonObject, objectIn } from '../../json.ts';
import { mergeValues, type OperatorSpec } from '../spec/index.ts';
import type { Part } from '../part.ts';

/**
 * The settings that the templates of a component get, before the defaults of the component are laid below: fields of the
 * spec translated, then the user's own `values` on top, then what the component itself says (hub, tag, Kubernetes
 * settings that templates ask about), then `unvalidatedValues`.
 */
export function componentValues({ merged, asked }: OperatorSpec, part: Part): JsonObject {
  const spec = objectIn(merged, 'spec');
  const own = objectIn(asked, 'spec', 'values');
  const shared = mergeValues(mergeValues(objectIn(spec, 'values'), translated(spec)), own);
  const settings = ownSettings(part);
  const over = Object.keys(settings).length === 0 ? {} : under(part.root, settings);
  const values = mergeValues(enabledOf(shared, spec), over);
  const whole = mergeValues(values, objectIn(spec, 'unvalidatedValues'));
  return part.component === 'Ztunnel' ? ztunnelView(whole) : whole;
}

/** Fields of the spec that are settings of the charts by another name. */
function translated(spec: JsonObject): JsonObject {
  const { hub, tag, revision, compatibilityVersion, meshConfig } = spec;
  return {
    ...((hub !== undefined || tag !== undefined) && {
      global: { ...(hub !== undefined && { hub }), ...(tag !== undefined && { tag: plainText(tag) }) },
    }),
    ...(revision !== undefined && revision !== '' && { revision }),
    ...(compatibilityVersion !== undefined && { compatibilityVersion }),
    ...(isObject(meshConfig) && { meshConfig }),
  };
}

/** Injection must know whether the network plugin is in use, whatever the values say. */
function enabledOf(values: JsonObject, spec: JsonObject): JsonObject {
  const components = objectIn(spec, 'components');
  const isOn = (name: string): boolean => isObject(components[name]) && components[name].enabled !== false;
  return mergeValues(values, { pilot: { enabled: isOn('pilot'), cni: { enabled: isOn('cni') } } });
}

/** What a component says for itself, as settings below its root. */
function ownSettings({ given, root }: Part): JsonObject {
  const { hub, tag, name, label } = given;
  const k8s = objectIn(given, 'k8s');
  const isGateway = root.length === 2;
  const scaled = isGateway || root[0] === 'pilot';
  return {
    ...(hub !== undefined && { hub }),
    ...(tag !== undefined && { tag: plainText(tag) }),
    ...(scaled && scaling(k8s)),
    ...cpuOf(k8s),
    ...(isGateway && {
      ...(name !== undefined && { name }),
      ...(label !== undefined && { labels: label }),
      ...portsOf(objectIn(k8s, 'service').ports),
    }),
  };
}

/** Kubernetes reads a target port of 0 as the port itself. */
function portsOf(ports: Json | undefined): JsonObject {
  if (!Array.isArray(ports)) return {};
  return { ports: ports.map((port) => (isObject(port) ? { targetPort: 0, ...port } : port)) };
}

function scaling(k8s: JsonObject): JsonObject {
  const { minReplicas, maxReplicas } = objectIn(k8s, 'hpaSpec');
  const { replicaCount } = k8s;
  return {
    ...(minReplicas !== undefined && { autoscaleMin: minReplicas }),
    ...(maxReplicas !== undefined && { autoscaleMax: maxReplicas }),
    ...(replicaCount !== undefined && { replicaCount }),
  };
}

/** Templates ask for the CPU of the main container; the rest is laid over what they give. */
function cpuOf(k8s: JsonObject): JsonObject {
  const resources: JsonObject = {};
  for (const bound of ['limits', 'requests']) {
    const { cpu } = objectIn(k8s, 'resources', bound);
    if (cpu !== undefined) resources[bound] = { cpu };
  }
  return Object.keys(resources).length === 0 ? {} : { resources };
}

/** ztunnel takes its own settings, the global ones and plain values of the top level. */
function ztunnelView(values: JsonObject): JsonObject {
  const plain = Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value !== 'object'));
  const { global } = values;
  return { ...plain, ...(global !== undefined && { global }), ...objectIn(values, 'ztunnel') };
}

function under(path: readonly string[], value: JsonObject): JsonObject {
  return path.reduceRight<JsonObject>((inner, step) => ({ [step]: inner }), value);
}
