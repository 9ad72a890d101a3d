import type { Static } from 'typebox';
import type { Destination, HTTPMirrorPolicy, HTTPRouteDestination } from '../../api/virtual-service.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkWildcardDomain } from '../values/hosts.ts';
import { checkPort } from '../values/ports.ts';
import { checkSubsetName } from '../values/subsets.ts';
import { checkHeaders } from './headers.ts';
import type { RouteContext } from './route-context.ts';

const required = errorRule({
  slug: 'destination/required',
  summary: 'A route entry names its destination.',
  message: () => 'there is no `destination`',
});

const starHost = errorRule({
  slug: 'destination/host-star',
  summary: 'The host of a destination is not just `*`.',
  message: () => '`*` is no host to send requests to',
});

const negativeWeight = errorRule({
  slug: 'destination/weight-negative',
  summary: 'The weight of a destination is not negative.',
  message: ({ weight }: { weight: number }) => `weight ${weight} is negative`,
});

const totalWeightZero = errorRule({
  slug: 'destination/total-weight-zero',
  summary: 'Of several destinations at least one has a weight.',
  message: () => 'the weights of the destinations add up to 0, so none would get a request',
  hint: 'Give each a `weight`: without one it is 0 where there are several destinations.',
});

const mirrorRange = errorRule({
  slug: 'percent/mirror-range',
  summary: 'The share of mirrored requests lies between 0 and 100 percent.',
  message: ({ percent }: { percent: number }) => `${percent} is not between 0 and 100`,
});

export const destinationRules: readonly RuleInfo[] = [
  required,
  starHost,
  negativeWeight,
  totalWeightZero,
  mirrorRange,
];

/** Checks the weighted destinations of a route. */
export function checkDestinations(
  destinations: readonly Loose<Static<typeof HTTPRouteDestination>>[],
  path: Path,
  { report, fromGatewayApi }: RouteContext,
): void {
  for (const [index, { destination, weight = 0, headers }] of destinations.entries()) {
    const place = [...path, index];
    if (destination === undefined) report(required, [...place, 'destination'], {});
    else if (!fromGatewayApi) checkDestination(destination, [...place, 'destination'], report);
    if (headers !== undefined) checkHeaders(headers, [...place, 'headers'], report);
    if (weight < 0) report(negativeWeight, [...place, 'weight'], { weight });
  }
  if (destinations.length > 1 && destinations.every(({ weight = 0 }) => weight === 0)) {
    report(totalWeightZero, path, {});
  }
}

/** Checks a host, subset and port to send requests to. */
export function checkDestination(
  { host = '', subset = '', port }: Loose<Static<typeof Destination>>,
  path: Path,
  report: Report,
): void {
  if (host === '*') report(starHost, [...path, 'host'], {});
  else checkWildcardDomain(host, [...path, 'host'], report);
  if (subset !== '') checkSubsetName(subset, [...path, 'subset'], report);
  if (port !== undefined) checkPort(port.number ?? 0, [...path, 'port', 'number'], report);
}

/** Checks the destinations that get copies of requests. */
export function checkMirrors(
  mirrors: readonly Loose<Static<typeof HTTPMirrorPolicy>>[],
  path: Path,
  report: Report,
): void {
  for (const [index, { destination, percentage }] of mirrors.entries()) {
    const place = [...path, index];
    if (destination === undefined) {
      report(required, [...place, 'destination'], {});
      continue;
    }
    checkDestination(destination, [...place, 'destination'], report);
    checkMirrorPercent(percentage?.value ?? 0, [...place, 'percentage', 'value'], report);
  }
}

/** Reports a share of mirrored requests outside 0 to 100 percent. */
export function checkMirrorPercent(percent: number, path: Path, report: Report): void {
  if (percent < 0 || percent > 100) report(mirrorRange, path, { percent });
}
