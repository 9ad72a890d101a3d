import { compareText } from '../../compare-text.ts';
import { groupBy } from '../../group-by.ts';
import { fullName } from '../mesh-object.ts';
import type { Mesh } from '../mesh.ts';
import { createdAt } from './age.ts';
import { gatewaysOf, type Listener } from './listeners.ts';
import { listenerSetsOf, type ListenerSetModel } from './listener-sets.ts';
import { takesListenerSets } from './roles.ts';

/** Two listeners of one Gateway that cannot be served together; the first one stays. */
export interface ListenerConflict {
  readonly listener: Listener;
  readonly first: Listener;
  readonly reason: 'ProtocolConflict' | 'HostnameConflict';
}

/** Every listener that loses against another of its Gateway. */
export function listenerConflicts(mesh: Mesh): readonly ListenerConflict[] {
  const sets = setsByGateway(mesh);
  return mesh
    .derive(gatewaysOf)
    .filter(({ role }) => takesListenerSets(role))
    .flatMap(({ gateway, listeners }) =>
      conflictsAmong([...listeners, ...(sets.get(fullName(gateway)) ?? []).flatMap((set) => set.listeners)]),
    );
}

/** Those that joined, by Gateway, the oldest first, then by name. */
function setsByGateway(mesh: Mesh): ReadonlyMap<string, readonly ListenerSetModel[]> {
  const joined = mesh.derive(listenerSetsOf).filter(({ state }) => state === 'joined');
  const sets = groupBy(joined, ({ parent }) => fullName(parent));
  for (const held of sets.values()) held.sort((a, b) => compareText(orderOf(a), orderOf(b)));
  return sets;
}

const orderOf = ({ set }: ListenerSetModel): string => `${createdAt(set)} ${fullName(set)}`;

function conflictsAmong(listeners: readonly Listener[]): ListenerConflict[] {
  const byPort = new Map<number, PortUse>();
  const conflicts: ListenerConflict[] = [];
  for (const listener of listeners) {
    const use = byPort.get(listener.port) ?? { any: undefined, l4: undefined, byHost: new Map() };
    byPort.set(listener.port, use);
    const conflict = conflictOf(listener, use);
    if (conflict !== undefined) conflicts.push(conflict);
    else addTo(use, listener);
  }
  return conflicts;
}

/** The listeners that are served on one port. */
interface PortUse {
  any: Listener | undefined;
  l4: Listener | undefined;
  readonly byHost: Map<string, Listener>;
}

const l4: ReadonlySet<string> = new Set(['TCP', 'UDP']);
const l7: ReadonlySet<string> = new Set(['HTTP', 'HTTPS', 'TLS']);

function conflictOf(listener: Listener, use: PortUse): ListenerConflict | undefined {
  const { protocol, hostname } = listener;
  if (l4.has(protocol)) return use.any && { listener, first: use.any, reason: 'ProtocolConflict' };
  if (!l7.has(protocol)) return undefined;
  if (use.l4 !== undefined) return { listener, first: use.l4, reason: 'ProtocolConflict' };
  const first = use.byHost.get(hostname);
  if (first === undefined) return undefined;
  return { listener, first, reason: first.protocol === protocol ? 'HostnameConflict' : 'ProtocolConflict' };
}

function addTo(use: PortUse, listener: Listener): void {
  if (l4.has(listener.protocol)) use.l4 ??= listener;
  else if (l7.has(listener.protocol)) use.byHost.set(listener.hostname, listener);
  else return;
  use.any ??= listener;
}
