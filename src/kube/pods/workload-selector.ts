import { MeshctlError } from '../../errors.ts';
import { fieldsOf, type Fields } from '../../object-fields.ts';
import type { JsonObject } from '../../resources/index.ts';
import type { PodTarget } from './pod-target.ts';

/**
 * The label selector, as a query has it, of the pods that an object stands for.
 *
 * @throws {MeshctlError} `usage` for an object without pods of its own.
 */
export function workloadSelector({ type, name }: PodTarget, object: JsonObject): string {
  const spec = fieldsOf(object.spec);
  if (type === 'gateways') return gatewaySelector(name, spec);
  const selector = spec?.inner('selector');
  const parts = hasPlainSelector.has(type) ? labelsIn(selector) : requirementsIn(selector);
  if (parts.length > 0) return parts.join(',');
  throw new MeshctlError('usage', `${type.replace(/s$/, '')} ${name} selects no pods`, {
    hint: 'name a pod, or choose pods with -l',
  });
}

const hasPlainSelector: ReadonlySet<string> = new Set(['services', 'replicationcontrollers']);

const labelsIn = (labels: Fields | undefined): readonly string[] =>
  Object.keys(labels?.raw ?? {}).map((key) => `${key}=${labels?.text(key) ?? ''}`);

const requirementsIn = (selector: Fields | undefined): readonly string[] => [
  ...labelsIn(selector?.inner('matchLabels')),
  ...(selector?.items('matchExpressions') ?? []).map(({ fields }) => expressionText(fields)),
];

function expressionText(expression: Fields): string {
  const key = expression.text('key');
  const values = `(${expression.texts('values').join(',')})`;
  switch (expression.text('operator')) {
    case 'In':
      return `${key} in ${values}`;
    case 'NotIn':
      return `${key} notin ${values}`;
    case 'DoesNotExist':
      return `!${key}`;
    default:
      return key;
  }
}

/** Istio labels the pods it makes for a gateway; for one whose address is a Service of somebody else it makes none. */
function gatewaySelector(name: string, spec: Fields | undefined): string {
  const [address] = spec?.items('addresses') ?? [];
  if (address === undefined || address.fields.text('type') === 'IPAddress') {
    return `gateway.networking.k8s.io/gateway-name=${name}`;
  }
  throw new MeshctlError('usage', `gateway ${name} has no pods of its own`, {
    reason: `it is served by ${address.fields.text('value')}`,
    hint: 'name that service, as service/name.namespace',
  });
}
