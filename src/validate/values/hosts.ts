import type { Path } from '../../path.ts';
import { errorRule, type Report, type Rule, type RuleInfo } from '../rule.ts';

interface HostArgs extends Record<string, unknown> {
  readonly host: string;
}

const emptyHost = errorRule<HostArgs>({
  slug: 'host/empty',
  summary: 'A host has a name.',
  message: () => 'the host is empty',
  hint: 'Write a DNS name such as `reviews.default.svc.cluster.local`.',
});

const longHost = errorRule<HostArgs>({
  slug: 'host/too-long',
  summary: 'A host name has at most 255 characters.',
  message: ({ host }) => `the host has ${host.length} characters; DNS allows 255`,
});

const numericHost = errorRule<HostArgs>({
  slug: 'host/numeric-tld',
  summary: 'The last label of a host name is not a number.',
  message: ({ host }) => `host ${JSON.stringify(host)} ends with a number, which no domain does`,
  hint: 'If an IP address is meant, it does not belong here or is not complete.',
});

const invalidHost = errorRule<HostArgs>({
  slug: 'host/invalid',
  summary: 'A host is a DNS name: labels of letters, digits and inner hyphens, at most 63 characters each.',
  message: ({ host }) => `${JSON.stringify(host)} is not a DNS name`,
  hint: 'Labels of letters, digits and inner `-`, joined by dots; where a wildcard is allowed, `*` comes first.',
});

/** A host that is only `*`, where that would mean every service. */
export const starHost = errorRule({
  slug: 'host/star-not-allowed',
  summary: 'A host that stands for services is not just `*`.',
  message: () => '`*` alone is not a host here',
  hint: 'Name the domain, such as `*.example.com`.',
});

export const hostRules: readonly RuleInfo[] = [emptyHost, longHost, numericHost, invalidHost, starHost];

const dnsLabel = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;
const wildcardLabel = /^(?:\*|(?:\*-?)?[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?)$/;

/** A DNS label as Istio reads it: letters of either case, digits, inner hyphens, 1 to 63 characters. */
export const isDnsLabel = (text: string): boolean => dnsLabel.test(text);

/** Reports a host that is not a fully qualified domain name, or a single label. */
export function checkFqdn(host: string, path: Path, report: Report): void {
  const fault = fqdnFault(host);
  if (fault !== undefined) report(fault, path, { host });
}

/** Reports a host that is not a domain name whose first label may be a wildcard. */
export function checkWildcardDomain(host: string, path: Path, report: Report): void {
  const fault = wildcardDomainFault(host);
  if (fault !== undefined) report(fault, path, { host });
}

export const isFqdn = (host: string): boolean => fqdnFault(host) === undefined;

export const isWildcardDomain = (host: string): boolean => wildcardDomainFault(host) === undefined;

/** Names that are fine beyond doubt, which is nearly all of them: no label is too long, the last no number. */
const plainDomain =
  /^(?=.{1,255}$)(?:[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?\.)*[a-zA-Z](?:[-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;

function fqdnFault(host: string): Rule<HostArgs> | undefined {
  if (plainDomain.test(host)) return undefined;
  return sizeFault(host) ?? labelsFault(host);
}

function wildcardDomainFault(host: string): Rule<HostArgs> | undefined {
  if (plainDomain.test(host)) return undefined;
  const fault = sizeFault(host);
  if (fault !== undefined) return fault;
  const dot = host.indexOf('.');
  const first = dot === -1 ? host : host.slice(0, dot);
  if (first.length > 63 || !wildcardLabel.test(first)) return invalidHost;
  return dot === -1 ? undefined : labelsFault(host.slice(dot + 1));
}

function sizeFault(host: string): Rule<HostArgs> | undefined {
  if (host === '') return emptyHost;
  return host.length > 255 ? longHost : undefined;
}

function labelsFault(host: string): Rule<HostArgs> | undefined {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (/^\d+$/.test(last) && Number(last) < 2 ** 63) return numericHost;
  if (last === '') labels.pop();
  return labels.every(isDnsLabel) ? undefined : invalidHost;
}
