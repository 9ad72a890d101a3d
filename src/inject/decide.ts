import { isObject, objectsIn, plainText, type JsonObject } from '../json.ts';
import type { InjectionSettings } from './inject-settings.ts';
import { annotationsOf, labelsOf, type Pod } from './pod.ts';

const key = 'sidecar.istio.io/inject';
const systemNamespaces = new Set(['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage']);

/** Why a pod is not injected, in words; undefined when it is. */
export function objection(pod: Pod, namespace: string, settings: InjectionSettings): string | undefined {
  if (pod.spec.hostNetwork === true) return 'it uses the network of its node (hostNetwork)';
  if (systemNamespaces.has(namespace)) return `namespace ${namespace} is left alone`;
  const asked = askedFor(pod);
  if (asked !== undefined) return asked ? undefined : `${key} says so`;
  return settings.path === 'webhook' ? objectionOfPolicy(pod, settings) : undefined;
}

/** What the label says, or else the annotation; undefined when neither says yes or no. */
function askedFor(pod: Pod): boolean | undefined {
  const text = (labelsOf(pod)[key] ?? annotationsOf(pod)[key] ?? '').toLowerCase();
  if (['y', 'yes', 'true', 'on'].includes(text)) return true;
  return text === '' ? undefined : false;
}

function objectionOfPolicy(pod: Pod, { config }: InjectionSettings): string | undefined {
  const labels = labelsOf(pod);
  if (config.neverInjectSelector?.some((selector) => selects(selector, labels)) === true)
    return 'neverInjectSelector selects it';
  if (config.alwaysInjectSelector?.some((selector) => selects(selector, labels)) === true) return undefined;
  return config.policy === 'disabled' ? `the policy is ${config.policy} and it does not ask` : undefined;
}

/** An empty selector selects nothing here, unlike elsewhere. */
function selects(selector: JsonObject, labels: Readonly<Record<string, string>>): boolean {
  const { matchLabels, matchExpressions } = selector;
  const wanted = Object.entries(isObject(matchLabels) ? matchLabels : {});
  const expressions = objectsIn(matchExpressions);
  if (wanted.length + expressions.length === 0) return false;
  return (
    wanted.every(([name, value]) => labels[name] === value) &&
    expressions.every((expression) => isMet(expression, labels))
  );
}

function isMet(
  { key: name, operator, values }: JsonObject,
  labels: Readonly<Record<string, string>>,
): boolean {
  const label = labels[plainText(name)];
  const listed = Array.isArray(values) && label !== undefined && values.includes(label);
  switch (operator) {
    case 'In':
      return listed;
    case 'NotIn':
      return !listed;
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    default:
      return false;
  }
}
