import { splitApiVersion } from '../api/index.ts';
import type { Json, JsonObject } from '../json.ts';
import type { CheckedResource } from '../validate/index.ts';

const passedOver: ReadonlySet<string> = new Set([
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'local-path-storage',
]);

/**
 * The objects that istioctl would look at: without those of system namespaces, without those it cannot decode, and of
 * those that occur twice the last.
 */
export function asIstioctlReads(checked: readonly CheckedResource[]): readonly CheckedResource[] {
  const last = new Map<string, CheckedResource>();
  for (const found of checked) {
    const { resource } = found;
    const home = resource.kind === 'Namespace' ? resource.name : (resource.namespace ?? '');
    if (passedOver.has(home) || !decodes(found)) continue;
    const { group } = splitApiVersion(resource.apiVersion);
    last.set(`${group} ${resource.kind} ${resource.namespace ?? ''}/${resource.name}`, found);
  }
  return [...last.values()];
}

/** Fields that it does not know are passed over; every other value that Istio cannot read costs it the object. */
const decodes = ({ problems, resource }: CheckedResource): boolean =>
  hasTexts(resource.value.metadata) &&
  !problems.some(
    ({ code, rule, severity, rejectedBy }) =>
      !(rule.endsWith('/shape') && resource.value.spec === undefined) &&
      severity === 'error' &&
      code.startsWith('MSH') &&
      rule !== 'schema/unknown-field' &&
      rejectedBy.includes('istio'),
  );

/** Labels and annotations are texts, for kinds without a schema too. */
const hasTexts = (metadata: Json | undefined): boolean =>
  ['labels', 'annotations'].every((name) =>
    Object.values(mapping(mapping(metadata)[name])).every((value) => typeof value === 'string'),
  );

const mapping = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
