import type { Static } from 'typebox';
import type { WorkloadEntrySpec } from '../api/workload-entry.ts';
import type { Path } from '../path.ts';
import type { Loose } from './loose.ts';
import { errorRule, warningRule, type Check, type Report, type RuleInfo } from './rule.ts';
import { checkUnixAddress, isIpAddress, isUnixAddress } from './values/addresses.ts';
import { isFqdn } from './values/hosts.ts';
import { checkLabels } from './values/labels.ts';
import { checkPort, checkPortName } from './values/ports.ts';

/** A WorkloadEntry, or an endpoint of a ServiceEntry. */
export type Endpoint = Loose<Static<typeof WorkloadEntrySpec>>;

const addressRequired = errorRule({
  slug: 'endpoint/address-required',
  summary: 'An endpoint has an address, or a network through whose gateway it is reached.',
  message: () => 'the endpoint has no address',
  hint: 'Give an IP address, a domain name or a unix socket.',
});

const noAddress = warningRule({
  slug: 'endpoint/no-address',
  summary: 'An endpoint has an address.',
  message: ({ network }: { network: string }) =>
    `the endpoint has no address: its traffic goes to the gateway of network ${JSON.stringify(network)}`,
  hint: 'Leave it so only if that network has an east-west gateway.',
});

const addressInvalid = errorRule({
  slug: 'endpoint/address-invalid',
  summary: 'The address of an endpoint is an IP address, a domain name or a unix socket.',
  message: ({ address }: { address: string }) =>
    `${JSON.stringify(address)} is neither an IP address nor a domain name`,
});

const unixWithPorts = errorRule({
  slug: 'endpoint/unix-with-ports',
  summary: 'An endpoint on a unix socket has no ports.',
  message: () => 'a unix socket has no ports',
  hint: 'Drop `ports`.',
});

export const workloadEntryRules: readonly RuleInfo[] = [
  ...[addressRequired, noAddress, addressInvalid, unixWithPorts],
];

/** The rules of Istio for a WorkloadEntry. */
export const checkWorkloadEntry: Check<Endpoint> = (spec, { report }) => {
  checkEndpoint(spec, ['spec'], report);
};

/** Checks an endpoint by itself. */
export function checkEndpoint(entry: Endpoint, path: Path, report: Report): void {
  const { address = '', network = '' } = entry;
  if (address !== '') checkAddress(address, [...path, 'address'], report);
  else if (network === '') report(addressRequired, path, {});
  else report(noAddress, path, { network }, [...path, 'network']);
  checkEndpointDetails(entry, path, report);
}

/** Checks an endpoint apart from its address. */
export function checkEndpointDetails(entry: Endpoint, path: Path, report: Report): void {
  checkPorts(entry, path, report);
  checkLabels(entry.labels ?? {}, [...path, 'labels'], report);
}

function checkAddress(address: string, path: Path, report: Report): void {
  if (isUnixAddress(address)) checkUnixAddress(address, path, report);
  else if (!isIpAddress(address) && !isFqdn(address)) report(addressInvalid, path, { address });
}

function checkPorts({ address = '', ports = {} }: Endpoint, path: Path, report: Report): void {
  const entries = Object.entries(ports);
  if (isUnixAddress(address) && entries.length > 0) report(unixWithPorts, path, {}, [...path, 'ports']);
  for (const [name, port] of entries) {
    const place = [...path, 'ports', name];
    checkPortName(name, place, report);
    checkPort(port, place, report);
  }
}
