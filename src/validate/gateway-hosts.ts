import type { Path } from '../path.ts';
import { errorRule, type Report, type RuleInfo } from './rule.ts';
import { isIpAddress } from './values/addresses.ts';
import { checkWildcardDomain, isDnsLabel, isWildcardDomain } from './values/hosts.ts';

interface HostArgs extends Record<string, unknown> {
  readonly host: string;
}

const shortName = errorRule<HostArgs>({
  slug: 'host/short-name',
  summary: 'A host of a listener is a full domain name.',
  message: ({ host }) => `host ${JSON.stringify(host)} has no dot; a full domain name is needed`,
  hint: 'Such as `reviews.default.svc.cluster.local`, `*.example.com` or `*`.',
});

const partialWildcard = errorRule<HostArgs>({
  slug: 'host/partial-wildcard',
  summary: 'The wildcard of a host of a listener is a label of its own.',
  message: ({ host }) => `the wildcard of ${JSON.stringify(host)} is only a part of a label`,
  hint: 'Use `*.` and a domain, or `*` alone.',
});

const namespaceRequired = errorRule<HostArgs>({
  slug: 'host/namespace-required',
  summary: 'A host of an egress listener starts with a namespace.',
  message: ({ host }) => `host ${JSON.stringify(host)} does not say of which namespace`,
  hint: 'Write `<namespace>/<host>`; `*/<host>` is any namespace and `./<host>` the own one.',
});

const namespaceInvalid = errorRule({
  slug: 'host/namespace-invalid',
  summary: 'Before the slash of a host stands `*`, `.` or the name of a namespace.',
  message: ({ namespace }: { namespace: string }) =>
    namespace === ''
      ? 'the namespace before the slash is empty'
      : `${JSON.stringify(namespace)} is not a namespace, \`.\` or \`*\``,
});

export const gatewayHostRules: readonly RuleInfo[] = [
  ...[shortName, partialWildcard],
  ...[namespaceRequired, namespaceInvalid],
];

/**
 * Reports a host of a gateway server that is neither `[namespace/]host` nor `[namespace/]address`; in a gateway that
 * was `converted` from one of Gateway API, the namespace can be `~`.
 */
export function checkGatewayHost(host: string, path: Path, report: Report, converted: boolean): void {
  const slash = host.indexOf('/');
  const name = host.slice(slash + 1);
  if (slash !== -1 && !(converted && host.startsWith('~/')))
    checkNamespace(host.slice(0, slash), path, report);
  if (isIpAddress(name) && name.includes('.')) return;
  if (isIpAddress(name)) report(shortName, path, { host: name });
  else checkName(name, path, report);
}

/**
 * Reports a host of an egress listener that is not `namespace/host`; a namespace with `~` in front excludes its hosts,
 * and `~` alone those of every namespace.
 */
export function checkEgressHost(host: string, path: Path, report: Report): void {
  const slash = host.indexOf('/');
  if (slash === -1) {
    report(namespaceRequired, path, { host });
    return;
  }
  if (host.startsWith('~')) checkExcludedNamespace(host.slice(1, slash), path, report);
  else checkNamespace(host.slice(0, slash), path, report);
  checkName(host.slice(slash + 1), path, report);
}

function checkExcludedNamespace(namespace: string, path: Path, report: Report): void {
  if (namespace !== '') checkNamespace(namespace, path, report);
}

function checkNamespace(namespace: string, path: Path, report: Report): void {
  if (namespace === '*' || namespace === '.' || isDnsLabel(namespace)) return;
  report(namespaceInvalid, path, { namespace });
}

function checkName(host: string, path: Path, report: Report): void {
  if (host === '*') return;
  if (!isWildcardDomain(host)) checkWildcardDomain(host, path, report);
  else if (!host.includes('.')) report(shortName, path, { host });
  else if (host.startsWith('*') && !host.startsWith('*.')) report(partialWildcard, path, { host });
}
