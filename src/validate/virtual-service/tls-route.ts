import type { Static } from 'typebox';
import type { TLSRoute } from '../../api/virtual-service.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, warningRule, type RuleInfo } from '../rule.ts';
import { isIpAddress } from '../values/addresses.ts';
import type { HostIndex } from '../values/host-index.ts';
import { checkWildcardDomain, isWildcardDomain } from '../values/hosts.ts';
import { isGeneratedSni } from './generated-sni.ts';
import { checkL4Destinations, checkL4Match } from './l4-route.ts';
import type { RouteContext } from './route-context.ts';

const matchRequired = errorRule({
  slug: 'tlsroute/match-required',
  summary: 'A TLS route says for which server names it is.',
  message: () => 'there is no `match`',
  hint: 'Add `match: [{sniHosts: [...]}]`.',
});

const sniRequired = errorRule({
  slug: 'tlsroute/sni-required',
  summary: 'A TLS match names at least one server.',
  message: () => 'there are no `sniHosts`',
});

const notSubset = errorRule({
  slug: 'tlsroute/sni-not-subset',
  summary: 'The server names of a TLS match are covered by the hosts of the virtual service.',
  message: ({ sniHost }: { sniHost: string }) => `none of the hosts covers ${JSON.stringify(sniHost)}`,
  hint: 'Add the name to `hosts`, or correct it here.',
});

const ipAsSni = warningRule({
  slug: 'virtualservice/sni-ip',
  summary: 'A server name of TLS is not an IP address.',
  message: ({ sniHost }: { sniHost: string }) =>
    `${sniHost} is an IP address, which clients do not send as a server name`,
});

export const tlsRouteRules: readonly RuleInfo[] = [matchRequired, sniRequired, notSubset, ipAsSni];

export interface TlsContext extends RouteContext {
  /** The hosts of the virtual service, when all of them are well-formed. */
  readonly hosts: HostIndex | undefined;
  /** Whether names that Istio makes up for gateways are allowed. */
  readonly generatedNames: boolean;
}

/** Checks a rule for TLS connections that are passed through by server name. */
export function checkTlsRoute(
  { match = [], route }: Loose<Static<typeof TLSRoute>>,
  path: Path,
  context: TlsContext,
): void {
  const { report } = context;
  if (match.length === 0) report(matchRequired, [...path, 'match'], {});
  for (const [index, part] of match.entries()) {
    const place = [...path, 'match', index];
    const { sniHosts = [] } = part;
    if (sniHosts.length === 0) report(sniRequired, [...place, 'sniHosts'], {});
    for (const [at, name] of sniHosts.entries()) checkSniHost(name, [...place, 'sniHosts', at], context);
    checkL4Match(part, place, report, { warn: true });
  }
  checkL4Destinations(route, path, context);
}

function checkSniHost(sniHost: string, path: Path, { hosts, generatedNames, report }: TlsContext): void {
  if (!isWildcardDomain(sniHost) && !(generatedNames && isGeneratedSni(sniHost))) {
    if (isIpAddress(sniHost)) report(ipAsSni, path, { sniHost });
    else checkWildcardDomain(sniHost, path, report);
  } else if (hosts !== undefined && hosts.covering(sniHost) === undefined) {
    report(notSubset, ['spec'], { sniHost }, path);
  }
}
