import type { Static } from 'typebox';
import type { VirtualServiceSpec } from '../api/virtual-service.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Check, type Report, type RuleInfo } from './rule.ts';
import { checkExportTo } from './values/export-to.ts';
import { HostIndex, isWildcard } from './values/host-index.ts';
import { corsRules } from './virtual-service/cors.ts';
import { destinationRules } from './virtual-service/destinations.ts';
import { directResponseRules } from './virtual-service/direct-response.ts';
import { faultRules } from './virtual-service/fault.ts';
import { checkGatewayNames, gatewayNameRules } from './virtual-service/gateway-names.ts';
import { headerRules } from './virtual-service/headers.ts';
import { checkHosts, virtualServiceHostRules } from './virtual-service/hosts.ts';
import { httpMatchRules } from './virtual-service/http-match.ts';
import { checkHttpRoute, httpRouteRules } from './virtual-service/http-route.ts';
import { statusRange } from './virtual-service/http-status.ts';
import { checkTcpRoute, l4RouteRules } from './virtual-service/l4-route.ts';
import { checkReachability, reachabilityRules } from './virtual-service/reachability.ts';
import { redirectRules } from './virtual-service/redirect.ts';
import { rewriteRules } from './virtual-service/rewrite.ts';
import { stringMatchRules } from './virtual-service/string-match.ts';
import { checkTlsRoute, tlsRouteRules, type TlsContext } from './virtual-service/tls-route.ts';

const noRoutes = errorRule({
  slug: 'virtualservice/no-routes',
  summary: 'A virtual service has a route.',
  message: () => 'there is no route',
  hint: 'Add `http`, `tls` or `tcp`.',
});

const delegateGateways = errorRule({
  slug: 'virtualservice/delegate-gateways',
  summary: 'A delegate, which has no hosts, has no gateways either.',
  message: () => 'without `hosts` this is a delegate, and a delegate has no `gateways`',
  hint: 'Add the `hosts`, or drop `gateways`: they are those of the virtual service that refers to this one.',
});

const delegateL4 = errorRule({
  slug: 'virtualservice/delegate-l4',
  summary: 'A delegate, which has no hosts, has HTTP routes only.',
  message: ({ field }: { field: string }) =>
    `without \`hosts\` this is a delegate, and a delegate has no \`${field}\` routes`,
  hint: 'Add the `hosts`, or move these routes to the virtual service that refers to this one.',
});

export const virtualServiceRules: readonly RuleInfo[] = [
  noRoutes,
  delegateGateways,
  delegateL4,
  statusRange,
  ...corsRules,
  ...destinationRules,
  ...directResponseRules,
  ...faultRules,
  ...gatewayNameRules,
  ...headerRules,
  ...httpMatchRules,
  ...httpRouteRules,
  ...l4RouteRules,
  ...reachabilityRules,
  ...redirectRules,
  ...rewriteRules,
  ...stringMatchRules,
  ...tlsRouteRules,
  ...virtualServiceHostRules,
];

type Spec = Loose<Static<typeof VirtualServiceSpec>>;

/** The rules of Istio for a VirtualService. */
export const checkVirtualService: Check<Spec> = (spec, { report, namespace, annotations }) => {
  const { hosts = [], gateways = [], exportTo = [] } = spec;
  const fromGatewayApi = annotations['internal.istio.io/route-semantics'] === 'gateway';
  const gatewayOnly = gateways.length > 0 && !gateways.includes('mesh');
  if (hosts.length === 0) checkDelegate(spec, report);
  checkGatewayNames(gateways, ['spec', 'gateways'], report, { warn: true, anyName: fromGatewayApi });
  const generatedNames = gatewayOnly && hasSniHosts(spec);
  const wellFormed = checkHosts(hosts, { gatewayOnly, generatedNames }, report);
  checkRoutes(spec, {
    report,
    delegate: hosts.length === 0,
    claims: gatewayOnly,
    fromGatewayApi,
    hosts: wellFormed && hosts.length > 0 && spec.tls !== undefined ? indexOf(hosts) : undefined,
    generatedNames: !gateways.includes('mesh'),
  });
  checkExportTo(exportTo, { namespace }, ['spec', 'exportTo'], report);
  checkReachability(spec, report);
};

function indexOf(hosts: readonly string[]): HostIndex {
  const index = new HostIndex(hosts.filter(isWildcard));
  for (const host of hosts) index.add(host);
  return index;
}

function checkRoutes({ http = [], tls = [], tcp = [] }: Spec, context: TlsContext): void {
  if (http.length + tls.length + tcp.length === 0) context.report(noRoutes, ['spec'], {});
  for (const [index, route] of http.entries()) checkHttpRoute(route, ['spec', 'http', index], context);
  for (const [index, route] of tls.entries()) checkTlsRoute(route, ['spec', 'tls', index], context);
  for (const [index, route] of tcp.entries()) checkTcpRoute(route, ['spec', 'tcp', index], context);
}

function checkDelegate({ gateways, tls, tcp }: Spec, report: Report): void {
  if (gateways !== undefined && gateways.length > 0) {
    report(delegateGateways, ['spec'], {}, ['spec', 'gateways']);
  }
  for (const [field, routes = []] of Object.entries({ tls, tcp })) {
    if (routes.length > 0) report(delegateL4, ['spec'], { field }, ['spec', field]);
  }
}

const hasSniHosts = ({ tls = [] }: Spec): boolean =>
  tls.some(({ match = [] }) => match.some(({ sniHosts = [] }) => sniHosts.length > 0));
