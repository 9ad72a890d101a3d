import type { Path } from '../../path.ts';
import type { Json } from '../../resources/index.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { valueAt } from '../value-at.ts';

const privilegedPort = errorRule({
  slug: 'operator/privileged-port',
  summary: 'A gateway listens on ports that need no privilege, unless it runs as root.',
  message: ({ port }: { port: number }) =>
    `the gateway cannot listen on port ${port}: ports below 1024 need root`,
  hint: 'Set a `targetPort` of 1024 or above, such as 8080 for port 80.',
});

export const operatorPortRules: readonly RuleInfo[] = [privilegedPort];

/** Checks the ports of a gateway Service: what it listens on is the target port, or else the port. */
export function checkGatewayPorts(ports: readonly Json[], path: Path, root: boolean, report: Report): void {
  if (root) return;
  for (const [index, entry] of ports.entries()) {
    const target = valueAt(entry, ['targetPort']);
    const port = valueAt(entry, ['port']);
    if (typeof port === 'string' || (typeof target === 'string' && !/^\d+$/.test(target))) continue;
    const listens = target === undefined || target === null || target === 0 ? undefined : Number(target);
    const given = typeof port === 'number' ? port : 0;
    if (listens === undefined ? given <= 1024 : listens < 1024) {
      report(privilegedPort, [...path, index], { port: listens ?? given });
    }
  }
}
