import { pushTo } from '../../../group-by.ts';
import { membershipOf } from '../../injection.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { isHttp, portProtocol } from '../../port-protocol.ts';
import { serviceWorkloads } from '../../service-workloads.ts';
import type { Workload } from '../../workloads.ts';
import { containerPortsOf } from './container-ports.ts';

/** A port of a Service as it reaches a workload. */
export interface ReachingPort {
  readonly service: MeshObject<'Service'>;
  readonly index: number;
  readonly port: number;
  /** As written; the port itself where nothing is. */
  readonly target: string;
  readonly protocol: string;
}

/** One port of the containers of a workload that Services give different protocols. */
export interface PortConflict {
  readonly workload: Workload;
  /** The number, or the name where no container has a port so named. */
  readonly containerPort: string;
  readonly ports: readonly ReachingPort[];
  /** Whether it is certain that the workload has a sidecar. */
  readonly certain: boolean;
}

/**
 * Where the Services of a workload contradict each other: its sidecar has one listener for each port, which either reads
 * requests or passes bytes on. Ports without a protocol and those of UDP contradict nothing.
 */
export const portConflictsOf = (mesh: Mesh): readonly PortConflict[] => mesh.derive(findConflicts);

/** Whether all ports have the same number. */
export const haveOnePort = ({ ports }: PortConflict): boolean =>
  new Set(ports.map(({ port }) => port)).size === 1;

/** Whether all ports name their target alike. */
export const haveOneTarget = ({ ports }: PortConflict): boolean =>
  new Set(ports.map(({ target }) => target)).size === 1;

function findConflicts(mesh: Mesh): readonly PortConflict[] {
  const conflicts: PortConflict[] = [];
  const mixture = new Map(mesh.of('Service').map((service) => [service, mixtureOf(service)]));
  for (const [workload, services] of serviceWorkloads(mesh).servicesOf) {
    if (areAlike(services.map((service) => mixture.get(service)))) continue;
    const membership = membershipOf(mesh, workload);
    if (membership === 'outside' || membership === 'ambient') continue;
    for (const [containerPort, ports] of byContainerPort(workload, services)) {
      if (!contradict(ports)) continue;
      conflicts.push({ workload, containerPort, ports, certain: membership === 'sidecar' });
    }
  }
  return conflicts;
}

type Mixture = 'http' | 'bytes' | 'both' | 'none';

function mixtureOf({ spec: { ports = [] } }: MeshObject<'Service'>): Mixture {
  const protocols = ports.map(portProtocol).filter(isTold);
  if (protocols.length === 0) return 'none';
  if (protocols.every(isHttp)) return 'http';
  return protocols.some(isHttp) ? 'both' : 'bytes';
}

const isTold = (protocol: string | undefined): protocol is string =>
  protocol !== undefined && protocol !== 'udp';

/** Many Services can be for one workload: their ports are compared only where they can contradict each other. */
function areAlike(mixtures: readonly (Mixture | undefined)[]): boolean {
  const told = mixtures.filter((mixture) => mixture !== 'none');
  return told[0] !== 'both' && told.every((mixture) => mixture === told[0]);
}

const contradict = (ports: readonly ReachingPort[]): boolean =>
  ports.some(({ protocol }) => isHttp(protocol)) && ports.some(({ protocol }) => !isHttp(protocol));

function byContainerPort(
  workload: Workload,
  services: readonly MeshObject<'Service'>[],
): ReadonlyMap<string, readonly ReachingPort[]> {
  const groups = new Map<string, ReachingPort[]>();
  for (const service of services) {
    for (const [index, given] of (service.spec.ports ?? []).entries()) {
      const protocol = portProtocol(given);
      if (!isTold(protocol)) continue;
      const { port = 0, targetPort = port } = given;
      const target = String(targetPort);
      pushTo(groups, numberOf(workload, target), { service, index, port, target, protocol });
    }
  }
  return groups;
}

const numberOf = (workload: Workload, target: string): string =>
  String(containerPortsOf(workload).find(({ name }) => name === target)?.number ?? target);
