import type { JsonObject } from '../../resources/index.ts';
import type { ServedKind } from '../discovery/served-kind.ts';

export const services: ServedKind = {
  group: '',
  version: 'v1',
  kind: 'Service',
  resource: 'services',
  namespaced: true,
};
export const secrets: ServedKind = { ...services, kind: 'Secret', resource: 'secrets' };
export const namespaces: ServedKind = {
  ...services,
  kind: 'Namespace',
  resource: 'namespaces',
  namespaced: false,
};
export const definitions: ServedKind = {
  group: 'apiextensions.k8s.io',
  version: 'v1',
  kind: 'CustomResourceDefinition',
  resource: 'customresourcedefinitions',
  namespaced: false,
};
const networking = { group: 'networking.istio.io', namespaced: true } as const;
export const gateways: ServedKind = { ...networking, version: 'v1', kind: 'Gateway', resource: 'gateways' };
export const oldGateways: ServedKind = { ...gateways, version: 'v1beta1' };

/** Objects with names and, where it is not empty, a namespace. */
export function named(namespace: string, ...names: readonly string[]): JsonObject[] {
  return names.map((name) => ({ metadata: { name, ...(namespace !== '' && { namespace }) } }));
}
