import type { Variables } from '../bundle-variables.ts';
import { machineFinding, type MachineFinding } from './machine-finding.ts';
import type { MachineState } from './machine-state.ts';

/** What agent and Envoy listen at: admin, outbound, inbound, status, readiness, DNS, metrics. */
const ports = [15000, 15001, 15006, 15020, 15021, 15053, 15090];

/** Finds programs of others at the ports of the agent. With TPROXY it runs as root. */
export function checkPorts({ user, listeners }: MachineState, variables: Variables): MachineFinding[] {
  if (user === undefined) return [];
  const own = [user.uid, ...(variables?.get('ISTIO_INBOUND_INTERCEPTION_MODE') === 'TPROXY' ? [0] : [])];
  return ports.flatMap((port) => {
    const other = listeners.find((one) => one.port === port && !own.includes(one.uid));
    if (other === undefined) return [];
    const message = `port ${port} is taken by a program of the user ${other.uid}, not of istio-proxy`;
    return [machineFinding('port-taken', 'machine', message)];
  });
}
