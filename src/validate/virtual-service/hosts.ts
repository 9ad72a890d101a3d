import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { isIpAddress } from '../values/addresses.ts';
import { HostIndex, isWildcard } from '../values/host-index.ts';
import { checkWildcardDomain, isWildcardDomain } from '../values/hosts.ts';
import { isGeneratedSni } from './generated-sni.ts';

const starOnMesh = errorRule({
  slug: 'virtualservice/star-host-on-mesh',
  summary: 'The host `*` is for gateways only.',
  message: () => '`*` would take the requests of every service in the mesh',
  hint: 'Name the hosts, or bind the virtual service to `gateways` without `mesh`.',
});

const duplicateHosts = errorRule({
  slug: 'virtualservice/duplicate-hosts',
  summary: 'No host of a virtual service covers another.',
  message: ({ host, other }: { host: string; other: string }) =>
    host === other ? `host ${host} occurs twice` : `hosts ${other} and ${host} cover the same names`,
});

export const virtualServiceHostRules: readonly RuleInfo[] = [starOnMesh, duplicateHosts];

interface HostOptions {
  /** Whether only gateways read the virtual service. */
  readonly gatewayOnly: boolean;
  /** Whether names that Istio makes up for TLS at gateways are allowed. */
  readonly generatedNames: boolean;
}

/** Checks the hosts of a virtual service; returns whether all are well-formed. */
export function checkHosts(
  hosts: readonly string[],
  { gatewayOnly, generatedNames }: HostOptions,
  report: Report,
): boolean {
  let valid = true;
  for (const [index, host] of hosts.entries()) {
    const path = ['spec', 'hosts', index];
    if (host === '*' && !gatewayOnly) {
      report(starOnMesh, ['spec'], {}, path);
      valid = false;
    } else if (!isWildcardDomain(host) && !isIpAddress(host) && !(generatedNames && isGeneratedSni(host))) {
      checkWildcardDomain(host, path, report);
      valid = false;
    }
  }
  if (valid) checkOverlaps(hosts, report);
  return valid;
}

function checkOverlaps(hosts: readonly string[], report: Report): void {
  const earlier = new HostIndex(hosts.filter(isWildcard));
  for (const [index, host] of hosts.entries()) {
    const other = earlier.overlapping(host);
    if (other !== undefined)
      report(duplicateHosts, ['spec', 'hosts'], { host, other }, ['spec', 'hosts', index]);
    earlier.add(host);
  }
}
