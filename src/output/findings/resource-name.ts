import type { ResourceRef } from '../../finding.ts';

/** `VirtualService shop/reviews`; empty for a document that could not be read. */
export function resourceName({ kind, namespace, name }: ResourceRef): string {
  const qualified = namespace === undefined || namespace === '' ? name : `${namespace}/${name}`;
  return [kind, qualified].filter((part) => part !== '').join(' ');
}
