import { defineRule } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import { selectedWorkloads } from '../../selected-workloads.ts';
import { workloadKinds, type Workload } from '../../workloads.ts';

/** Ports of a PeerAuthentication are those of the Pods, not those of the Services before them. */
export const portNotExposed = defineRule<{ port: number; exposed: number[] }>({
  slug: 'peerauthentication/port-not-exposed',
  code: 'MSH0128',
  severity: 'warning',
  summary: 'The ports of a PeerAuthentication are ports of the workloads that it selects.',
  kinds: ['PeerAuthentication', 'Service', ...workloadKinds],
  message: ({ port, exposed }) => `no selected workload has a port ${port}; known are ${exposed.join(', ')}`,
  check(mesh, report) {
    for (const policy of mesh.of('PeerAuthentication')) {
      const { selector, portLevelMtls = {} } = policy.spec;
      const labels = selector?.matchLabels ?? {};
      const asked = Object.keys(portLevelMtls);
      if (asked.length === 0 || Object.keys(labels).length === 0) continue;
      const { exposed, leadsTo, complete } = portsOf(mesh, selectedWorkloads(mesh, policy, labels));
      if (!complete) {
        report.undecided(policy, 'no ports are known of the workloads that it selects');
        continue;
      }
      for (const port of asked.filter((text) => !exposed.has(Number(text)))) {
        const target = leadsTo.get(Number(port));
        const details =
          target === undefined
            ? ({
                severity: 'info',
                hint: 'Write a `containerPort`, if this is not one that nobody names.',
              } as const)
            : { hint: `${port} is the port of a Service that leads to ${target}: write ${target}.` };
        const args = { port: Number(port), exposed: [...exposed].sort((left, right) => left - right) };
        report(policy, ['spec', 'portLevelMtls', port], args, { ...details, at: 'key' });
      }
    }
  },
});

interface Ports {
  readonly exposed: Set<number>;
  /** The ports of Services by where they lead. */
  readonly leadsTo: Map<number, number>;
  /** Whether ports of every workload are known; containers need not name theirs. */
  complete: boolean;
}

function portsOf(mesh: Mesh, workloads: readonly Workload[]): Ports {
  const ports: Ports = { exposed: new Set(), leadsTo: new Map(), complete: workloads.length > 0 };
  for (const workload of workloads) {
    const before = addContainerPorts(workload, ports) + addServicePorts(mesh, workload, ports);
    if (before === 0) ports.complete = false;
  }
  return ports;
}

/** How many there are. */
function addContainerPorts({ pod }: Workload, { exposed }: Ports): number {
  const ports = containerPorts(pod);
  for (const { containerPort } of ports) if (containerPort !== undefined) exposed.add(containerPort);
  return ports.length;
}

const containerPorts = (
  pod: Workload['pod'],
): { readonly name?: string; readonly containerPort?: number }[] =>
  [...(pod?.containers ?? []), ...(pod?.initContainers ?? [])].flatMap(({ ports = [] }) => ports);

function addServicePorts(mesh: Mesh, workload: Workload, { exposed, leadsTo }: Ports): number {
  const ports = mesh.servicesOf(workload).flatMap(({ spec }) => spec.ports ?? []);
  for (const { port = 0, targetPort = port } of ports) {
    const target =
      typeof targetPort === 'number'
        ? targetPort
        : containerPorts(workload.pod).find(({ name }) => name === targetPort)?.containerPort;
    if (target === undefined) continue;
    exposed.add(target);
    leadsTo.set(port, target);
  }
  return ports.length;
}
