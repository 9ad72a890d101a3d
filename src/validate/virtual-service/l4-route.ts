import type { Static } from 'typebox';
import type { L4MatchAttributes, TCPRoute } from '../../api/virtual-service.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkSubnet } from '../values/addresses.ts';
import { checkLabels } from '../values/labels.ts';
import { checkPort } from '../values/ports.ts';
import { checkDestinations } from './destinations.ts';
import { checkGatewayNames } from './gateway-names.ts';
import type { RouteContext } from './route-context.ts';

const routeRequired = errorRule({
  slug: 'l4route/route-required',
  summary: 'A TCP or TLS route has a destination.',
  message: () => 'there is no `route`',
  hint: 'Say where the connections go: `route: [{destination: {host: ...}}]`.',
});

export const l4RouteRules: readonly RuleInfo[] = [routeRequired];

/** Checks a rule for TCP connections. */
export function checkTcpRoute(
  { match = [], route }: Loose<Static<typeof TCPRoute>>,
  path: Path,
  context: RouteContext,
): void {
  for (const [index, part] of match.entries()) {
    checkL4Match(part, [...path, 'match', index], context.report);
  }
  checkL4Destinations(route, path, context);
}

/** Checks what TLS and TCP matches have in common. */
export function checkL4Match(
  { destinationSubnets = [], port = 0, sourceLabels, gateways }: Loose<Static<typeof L4MatchAttributes>>,
  path: Path,
  report: Report,
  options: { readonly warn?: boolean } = {},
): void {
  for (const [index, subnet] of destinationSubnets.entries()) {
    checkSubnet(subnet, [...path, 'destinationSubnets', index], report);
  }
  if (port !== 0) checkPort(port, [...path, 'port'], report);
  if (sourceLabels !== undefined) checkLabels(sourceLabels, [...path, 'sourceLabels'], report);
  if (gateways !== undefined) checkGatewayNames(gateways, [...path, 'gateways'], report, options);
}

/** Checks the destinations of a TLS or TCP route; `path` is that of the route. */
export function checkL4Destinations(
  route: Loose<Static<typeof TCPRoute>>['route'] = [],
  path: Path,
  context: RouteContext,
): void {
  if (route.length === 0) context.report(routeRequired, [...path, 'route'], {});
  checkDestinations(route, [...path, 'route'], context);
}
