import type { Mesh } from '../mesh.ts';
import { anyHost, hostnamesMeet } from './hostnames.ts';
import type { Listener } from './listeners.ts';
import { admits } from './namespaces.ts';
import type { ParentRef, RouteObject } from './parents.ts';

/**
 * What one listener says to a route: `attached`, why not (`protocol`: none for this kind of route; `kind`: it chooses others), or `undecided` when that depends on labels of a Namespace that
 * the input does not hold.
 */
export type Verdict =
  'attached' | 'undecided' | 'port' | 'section' | 'protocol' | 'hostname' | 'namespace' | 'kind';

/** How all listeners that a parent reference may mean answer together. */
export interface Attachment {
  /** Of several denials that of the listener which comes nearest. */
  readonly verdict: Verdict;
  readonly attached: readonly Listener[];
  /** The listeners that the verdict is from. */
  readonly deciding: readonly Listener[];
}

/**
 * The more a denied route got right, the more its denial tells. istiod looks at hostnames first, and so blames the kind
 * where a listener of another protocol happens to have the host.
 */
const order: readonly Verdict[] = [
  'attached',
  'undecided',
  'namespace',
  'kind',
  'hostname',
  'protocol',
  'section',
  'port',
];

/** Whether a route is attached to the listeners of a parent, and which. */
export function attachmentOf(
  mesh: Mesh,
  route: RouteObject,
  ref: ParentRef,
  listeners: readonly Listener[],
): Attachment {
  const hostnames = hostnamesOf(route);
  const verdicts = listeners.map((listener) => verdictOf(mesh, route, { ref, hostnames }, listener));
  const verdict =
    order.find((one) => verdicts.includes(one)) ?? (ref.sectionName === '' ? 'port' : 'section');
  const saying = (wanted: Verdict): readonly Listener[] =>
    listeners.filter((_, index) => verdicts[index] === wanted);
  return { verdict, attached: saying('attached'), deciding: saying(verdict) };
}

/** The hostnames that a route names; `*` where it names none. */
export function hostnamesOf(route: RouteObject): readonly string[] {
  const hostnames = 'hostnames' in route.spec ? (route.spec.hostnames ?? []) : [];
  return hostnames.length === 0 ? [anyHost] : hostnames;
}

function verdictOf(
  mesh: Mesh,
  { kind, namespace }: RouteObject,
  { ref, hostnames }: { readonly ref: ParentRef; readonly hostnames: readonly string[] },
  listener: Listener,
): Verdict {
  const missed = missedBy(ref, listener);
  if (missed !== undefined) return missed;
  if (!listener.possibleKinds.includes(kind)) return 'protocol';
  if (!hostnames.some((hostname) => hostnamesMeet(hostname, listener.hostname))) return 'hostname';
  const allowed = listener.spec.allowedRoutes?.namespaces ?? {};
  const admitted = admits(mesh, allowed, listener.owner.namespace, namespace);
  if (admitted === false) return 'namespace';
  if (!listener.kinds.includes(kind)) return 'kind';
  return admitted === undefined ? 'undecided' : 'attached';
}

function missedBy(ref: ParentRef, listener: Listener): 'port' | 'section' | undefined {
  if (ref.port !== 0 && ref.port !== listener.port) return 'port';
  return ref.sectionName !== '' && ref.sectionName !== listener.name ? 'section' : undefined;
}
