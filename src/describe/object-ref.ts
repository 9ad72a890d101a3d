import type { MeshObject } from '../analyze/index.ts';
import type { ObjectRef } from './description.ts';

/** The names of an object. */
export const refOf = ({ resource, namespace, name }: MeshObject): ObjectRef => ({
  ...{ apiVersion: resource.apiVersion, kind: resource.kind, namespace, name },
});

/** `Service shop/reviews`. */
export const refText = ({ kind, namespace, name }: ObjectRef): string =>
  namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;

/** `name.namespace`, as the metadata of Envoy's resources and tables of istioctl have it. */
export const dottedName = ({ namespace, name }: Pick<ObjectRef, 'namespace' | 'name'>): string =>
  `${name}.${namespace}`;
