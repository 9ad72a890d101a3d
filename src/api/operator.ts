import type { Problem } from '../finding.ts';
import { isObject, valueIn, type JsonObject } from '../json.ts';
import { IstioOperatorSpec, MeshConfig, OperatorValues } from './istio-operator.ts';
import type { Path } from '../path.ts';
import { kubernetesType } from './kubernetes/kubernetes-type.ts';
import { ObjectMeta } from './object-meta.ts';
import { checkMessage } from './schema/check-message.ts';
import type { ObjectCheck } from './schema/check-object.ts';
import { nodeOf, type SchemaNode } from './schema/node.ts';
import { message } from './schema/fields.ts';
import type { Readers } from './schema/walk.ts';
import { removedComponents, supersededAt } from './superseded-values.ts';

const strict: Readers = { apiserver: false, istio: 'json' };
const charts: Readers = { apiserver: false, istio: 'protobuf' };
const mesh: Readers = { apiserver: false, istio: 'protobuf', unknownFields: 'ignored' };
const fragment: Readers = { apiserver: false, istio: 'json', looseText: true };

const root = nodeOf(message('An IstioOperator.', { metadata: ObjectMeta, spec: IstioOperatorSpec }));

/** Checks an IstioOperator as `istioctl` reads it: the spec, the values of the charts and the mesh config. */
export function checkIstioOperator(object: JsonObject): ObjectCheck {
  const rest = Object.fromEntries(Object.entries(object).filter(([name]) => !passed.has(name)));
  const whole = checkMessage(root, rest, strict);
  let { problems, broken } = whole;
  const read = isObject(whole.spec) && isObject(whole.spec.spec) ? { ...whole.spec.spec } : {};
  for (const { path, schema, readers } of parts) {
    const given = valueIn(read, ...path);
    if (given === undefined || given === null) continue;
    const part = checkMessage(schema, given, readers, ['spec', ...path]);
    problems = [...problems, ...part.problems];
    broken = [...broken, ...part.broken];
    if (path.length === 1) read[path[0]] = part.spec;
  }
  return { problems: [...problems.map(withSuccessor), ...fragmentProblems(read)], broken, spec: read };
}

/** Says of a field that older releases had what there is in its place. */
function withSuccessor(problem: Problem): Problem {
  const { field } = problem.args;
  if (problem.rule !== 'schema/unknown-field' || typeof field !== 'string') return problem;
  const instead = successorOf([...problem.path.slice(1), field]);
  return instead === undefined
    ? problem
    : { ...problem, hint: `${instead.charAt(0).toUpperCase()}${instead.slice(1)}.` };
}

function successorOf([part, ...steps]: Path): string | undefined {
  if (part === 'values') return supersededAt(steps)?.instead;
  if (part === 'addonComponents') return 'install add-ons by themselves, they are no part of Istio any more';
  const [name] = steps;
  return part === 'components' && steps.length === 1 && typeof name === 'string'
    ? removedComponents.get(name)
    : undefined;
}

/**
 * Whether a setting below `values` is text by its schema, so that a number of `--set` means its digits.
 *
 * @param path - keys and places of list items below `values`.
 */
export function isTextSetting(path: readonly (string | number)[]): boolean {
  let node: SchemaNode | undefined = nodeOf(OperatorValues);
  for (const step of path)
    node = typeof step === 'number' ? node?.items : (node?.properties?.[step] ?? node?.additionalProperties);
  return node?.type === 'string';
}

const passed = new Set(['apiVersion', 'kind', 'status']);

/** What the open fields of the spec hold, decoded by rules of their own. */
const parts = [
  { path: ['values'], schema: nodeOf(OperatorValues), readers: charts },
  { path: ['meshConfig'], schema: nodeOf(MeshConfig), readers: mesh },
  { path: ['values', 'meshConfig'], schema: nodeOf(MeshConfig), readers: mesh },
] as const;

/** Kubernetes objects inside the values: their fields must exist. */
const fragments: readonly (readonly [readonly string[], string, 'list'?])[] = [
  [['cni', 'affinity'], 'V1Affinity'],
  [['cni', 'seccompProfile'], 'V1SeccompProfile'],
  [['pilot', 'affinity'], 'V1Affinity'],
  [['pilot', 'tolerations'], 'V1Toleration', 'list'],
  [['pilot', 'topologySpreadConstraints'], 'V1TopologySpreadConstraint', 'list'],
  [['pilot', 'volumes'], 'V1Volume', 'list'],
  [['pilot', 'volumeMounts'], 'V1VolumeMount', 'list'],
  [['pilot', 'seccompProfile'], 'V1SeccompProfile'],
  ...(['istio-ingressgateway', 'istio-egressgateway'] as const).flatMap((name) => [
    [['gateways', name, 'tolerations'], 'V1Toleration', 'list'] as const,
    [['gateways', name, 'podAntiAffinityLabelSelector'], 'V1LabelSelector', 'list'] as const,
    [['gateways', name, 'podAntiAffinityTermLabelSelector'], 'V1LabelSelector', 'list'] as const,
  ]),
  [['gateways', 'seccompProfile'], 'V1SeccompProfile'],
  [['global', 'defaultTolerations'], 'V1Toleration', 'list'],
  [['global', 'proxy', 'lifecycle'], 'V1Lifecycle'],
  [['global', 'proxy', 'seccompProfile'], 'V1SeccompProfile'],
  [['sidecarInjectorWebhook', 'neverInjectSelector'], 'V1LabelSelector', 'list'],
  [['sidecarInjectorWebhook', 'alwaysInjectSelector'], 'V1LabelSelector', 'list'],
  [['global', 'waypoint', 'affinity'], 'V1Affinity'],
  [['global', 'waypoint', 'topologySpreadConstraints'], 'V1TopologySpreadConstraint', 'list'],
  [['global', 'waypoint', 'nodeSelector'], 'V1NodeSelector'],
  [['global', 'waypoint', 'toleration'], 'V1Toleration', 'list'],
];

function fragmentProblems(spec: JsonObject): Problem[] {
  return fragments.flatMap(([steps, type, many]) => {
    const path = ['values', ...steps];
    const value = valueIn(spec, ...path);
    if (value === undefined || value === null) return [];
    const item = nodeOf(kubernetesType(type));
    const schema: SchemaNode = many === 'list' ? { type: 'array', items: item } : item;
    return checkMessage(schema, value, fragment, ['spec', ...path]).problems;
  });
}
