import { isObject, plainText, type Json, type JsonObject } from '../../json.ts';
import { asResources } from '../as-resources.ts';
import type { PathStep } from '../detect-path.ts';
import type { Detection, DetectInput } from '../detection.ts';
import { stepsOf } from '../steps-of.ts';
import { leafOf, nothing } from './leaf-of.ts';
import { surroundings } from './surroundings.ts';

/** Meshes of which all is known: one that a detection says yes to, and one that it just misses. */
export function exampleOf(detection: Detection): { readonly yes: DetectInput; readonly no: DetectInput } {
  return { yes: meshWith(detection, true), no: meshWith(detection, false) };
}

/** A mesh with these objects and settings and nothing else. */
export function wholeMesh(objects: readonly JsonObject[], more: Partial<DetectInput> = {}): DetectInput {
  return { resources: asResources(objects), complete: () => true, operatorSpec: {}, ...more };
}

function meshWith(detection: Detection, fits: boolean): DetectInput {
  const steps = stepsOf(detection);
  const value = built(steps, leafOf(detection, fits));
  const { kind, predicate } = detection;
  const wrapped = wrap[kind]?.(value, detection);
  if (wrapped !== undefined) return wrapped;
  const object = isPresence(detection) ? present(detection, fits) : ordinary(detection, value);
  const others = predicate === 'duplicate' ? [twinOf(object, fits)] : [];
  return wholeMesh(
    detection.scope === undefined ? [object, ...others] : surroundings[detection.scope](object, others),
  );
}

/** The smallest value that a path leads through; with nothing at its end, what must be there to lack it. */
function built([step, ...rest]: readonly PathStep[], leaf: Json | typeof nothing): Json {
  if (step === undefined) return leaf === nothing ? {} : leaf;
  if (step.step === 'deep') return { inner: built(rest, leaf) };
  if (step.step === 'items') return [built(rest, leaf)];
  if (step.step === 'anyKey') return { any: built(rest, leaf) };
  if (step.step === 'where') return { ...objectOf(built(rest, leaf)), [step.field]: step.value };
  if (rest.length === 0 && leaf === nothing) return {};
  return { [firstName(step)]: built(rest, leaf) };
}

const firstName = (step: PathStep): string => (step.step === 'keys' ? (step.names[0] ?? '') : '');

const objectOf = (value: Json): JsonObject => (isObject(value) ? value : {});

const isPresence = ({ path, predicate }: Detection): boolean =>
  path === 'metadata.name' && predicate === 'exists';

/** An object; what just misses it has another name, or is of another kind. */
function present(detection: Detection, fits: boolean): JsonObject {
  const object = ordinary(detection, {});
  if (fits) return object;
  if (detection.name === undefined) return { ...object, kind: `Other${plainText(object.kind)}` };
  return { ...object, metadata: { namespace: 'shop', name: 'other' } };
}

type Wrap = (value: Json, detection: Detection) => DetectInput;

const withConfigMap = (data: JsonObject): DetectInput =>
  wholeMesh([
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'istio', namespace: 'istio-system' }, data },
  ]);

const meshConfig: Wrap = (value) => withConfigMap({ mesh: JSON.stringify(value) });

const wrap: Readonly<Record<string, Wrap>> = {
  IstiodEnv: (value) =>
    wholeMesh([
      {
        ...{
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'istiod', namespace: 'istio-system' },
        },
        spec: {
          template: {
            spec: {
              containers: [
                {
                  name: 'discovery',
                  env: Object.entries(objectOf(value)).map(([name, text]) => ({ name, value: text })),
                },
              ],
            },
          },
        },
      },
    ]),
  MeshConfig: meshConfig,
  ProxyConfig: (value) => withConfigMap({ mesh: JSON.stringify({ defaultConfig: value }) }),
  ProxyMetadata: (value) =>
    withConfigMap({ mesh: JSON.stringify({ defaultConfig: { proxyMetadata: value } }) }),
  HelmValue: (value) => wholeMesh([], { operatorSpec: { values: objectOf(value) } }),
  PodAnnotation: (value) => wholeMesh([podWith({ annotations: value })]),
  NamespaceLabel: (value) =>
    wholeMesh([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: value } }]),
  PodTemplate: (value, { scope }) => {
    const template = objectOf(value);
    const pod = { ...podWith({}), ...template };
    return wholeMesh(scope === undefined ? [pod] : surroundings[scope](pod, []));
  },
  CRD: (value, { name = '*' }) =>
    wholeMesh([
      {
        ...{ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' },
        metadata: { ...objectOf(objectOf(value).metadata ?? {}), name: name.replace('*', 'any') },
      },
    ]),
  KubernetesVersion: (value) => {
    const { minor, kubelet } = objectOf(value);
    const node = {
      ...{ apiVersion: 'v1', kind: 'Node', metadata: { name: 'one' } },
      status: { nodeInfo: { kubeletVersion: kubelet ?? '' } },
    };
    return wholeMesh(kubelet === undefined ? [] : [node], { kubernetesVersion: plainText(minor) });
  },
};

const podWith = (metadata: JsonObject): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'one', namespace: 'shop', ...metadata } },
});

function ordinary({ kind: asked, name = 'one' }: Detection, value: Json): JsonObject {
  const [kind = '', ...group] = asked.split('.');
  const built = objectOf(value);
  const [apiVersion = ''] = [built.apiVersion, versions[kind]].filter((one) => one !== undefined);
  return {
    apiVersion: group.length > 0 ? `${group.join('.')}/v1` : apiVersion,
    kind,
    ...built,
    metadata: { namespace: 'shop', name: name.replace('*', 'x'), ...objectOf(built.metadata ?? {}) },
  };
}

const versions: Readonly<Record<string, string>> = {
  ...{ Service: 'v1', ConfigMap: 'v1', Secret: 'v1', Pod: 'v1', ServiceAccount: 'v1' },
  ...{ Deployment: 'apps/v1', DaemonSet: 'apps/v1', Job: 'batch/v1', CronJob: 'batch/v1' },
  ...{ Gateway: 'networking.istio.io/v1', ServiceEntry: 'networking.istio.io/v1' },
  ...{ AuthorizationPolicy: 'security.istio.io/v1', Telemetry: 'telemetry.istio.io/v1' },
  ...{ ClusterRole: 'rbac.authorization.k8s.io/v1', ClusterPolicy: 'kyverno.io/v1' },
};

/** Another object with the same host, or with another one. */
function twinOf(object: JsonObject, same: boolean): JsonObject {
  const text = JSON.stringify({ ...object, metadata: { name: 'two', namespace: 'store' } });
  return JSON.parse(same ? text : text.replaceAll('a.example.com', 'b.example.com')) as JsonObject;
}
