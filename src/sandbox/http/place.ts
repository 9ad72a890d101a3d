import { given } from '../../given.ts';
import type { Catalogue } from '../kinds/catalogue.ts';
import type { Kind } from '../kinds/kind.ts';

/** What a path of the API is about. */
export interface Place {
  readonly kind: Kind;
  /** Undefined for kinds without namespaces, and for lists over all of them. */
  readonly namespace?: string;
  /** Undefined for a list. */
  readonly name?: string;
  readonly subresource?: string;
}

/** Where a path leads: `/apis/apps/v1/namespaces/shop/deployments/cart/scale`; undefined when to no kind. */
export function placeOf(path: string, catalogue: Catalogue): Place | undefined {
  const [, root = '', ...rest] = path.split('/').map(decodeURIComponent);
  const [group = '', version = '', ...steps] = root === 'api' ? ['', ...rest] : rest;
  const { namespace, resource, name, subresource, more } = partsOf(steps);
  const kind = catalogue.find(group, version, resource);
  const known = (root === 'api' || root === 'apis') && !more;
  if (kind === undefined || !known || !isOfScope(kind, namespace, name)) return undefined;
  return { kind, ...given({ namespace, name, subresource }) };
}

interface Parts {
  readonly namespace: string | undefined;
  readonly resource: string;
  readonly name: string | undefined;
  readonly subresource: string | undefined;
  /** Whether the path goes on. */
  readonly more: boolean;
}

function partsOf(steps: readonly string[]): Parts {
  const [first, second, third = ''] = steps;
  const within = first === 'namespaces' && steps.length > 2 && !ofNamespaces.has(third);
  const [resource = '', name, subresource, ...more] = within ? steps.slice(2) : steps;
  return { namespace: within ? second : undefined, resource, name, subresource, more: more.length > 0 };
}

/** A list may be over all namespaces; an object is in its own one. */
function isOfScope({ namespaced }: Kind, namespace: string | undefined, name: string | undefined): boolean {
  return namespaced ? namespace !== undefined || name === undefined : namespace === undefined;
}

/** Subresources of a namespace, as against kinds in it. */
const ofNamespaces = new Set(['status', 'finalize']);
