import type { Workload } from '../../workloads.ts';

/** A port that a container lists. */
export interface ContainerPort {
  readonly name: string;
  readonly number: number;
  /** `TCP` where none is said. */
  readonly protocol: string;
}

/** The ports that the containers of a workload list, those beside the application too. */
export function containerPortsOf(workload: Workload): readonly ContainerPort[] {
  const found = known.get(workload) ?? readPorts(workload);
  known.set(workload, found);
  return found;
}

/** Rules ask once for each port of each Service of a workload. */
const known = new WeakMap<Workload, readonly ContainerPort[]>();

function readPorts({ pod }: Workload): readonly ContainerPort[] {
  return [...(pod?.containers ?? []), ...(pod?.initContainers ?? [])].flatMap(({ ports = [] }) =>
    ports.map(({ name = '', containerPort = 0, protocol = 'TCP' }) => ({
      name,
      number: containerPort,
      protocol,
    })),
  );
}
