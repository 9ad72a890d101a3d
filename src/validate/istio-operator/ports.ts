import { isObject, type Json } from '../../json.ts';
import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { valueAt } from '../value-at.ts';

const privilegedPort = errorRule({
  slug: 'operator/privileged-port',
  summary: 'A gateway listens on ports that need no privilege, unless it runs as root.',
  message: ({ gateway, port }: { gateway: string; port: number }) =>
    `the gateway ${gateway} cannot listen on port ${port}: ports below 1024 need root`,
  hint: 'Set a `targetPort` of 1024 or above, such as 8080 for port 80.',
});

export const operatorPortRules: readonly RuleInfo[] = [privilegedPort];

/** Checks the ports of a gateway's Service: what it listens on is the target port, or else the port. */
export function checkServicePorts(ports: readonly Json[], gateway: string, path: Path, report: Report): void {
  for (const [index, entry] of ports.entries()) {
    const target = fieldOf(entry, 'targetPort');
    if (typeof target === 'string') continue;
    checkListening(numberOf(target), numberOf(fieldOf(entry, 'port')), gateway, [...path, index], report);
  }
}

/** Checks the ports of the ingress gateway in the values; there an entry without a port has no meaning. */
export function checkIngressPorts(ports: readonly Json[], gateway: string, path: Path, report: Report): void {
  for (const [index, entry] of ports.entries()) {
    const target = valueAt(entry, ['targetPort']) ?? 0;
    const port = valueAt(entry, ['port']);
    if (typeof target === 'number' && typeof port === 'number')
      checkListening(Math.trunc(target), Math.trunc(port), gateway, [...path, index], report);
  }
}

/** The installer reads a Service into Go structs, which take the names of their fields in any case. */
function fieldOf(entry: Json, name: string): Json | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(isObject(entry) ? entry : {}).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

const numberOf = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);

function checkListening(target: number, port: number, gateway: string, path: Path, report: Report): void {
  const allowed = target === 0 ? port > 1024 : target >= 1024;
  if (!allowed) report(privilegedPort, path, { gateway, port: target === 0 ? port : target });
}
