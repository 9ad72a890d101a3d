import { closest } from '../../../closest.ts';
import { destinationsOf, placeIn, type Destination } from '../../destinations.ts';
import { expandHost } from '../../../expand-host.ts';
import { serviceOf } from '../../hosts.ts';
import { nameOf } from '../../known-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import { rulesByHost } from '../../rules-by-host.ts';
import type { FindingDetails, Report } from '../../rule.ts';

/** Reports destinations, or mirrors, whose subset no DestinationRule of the host defines. */
export function reportMissingSubsets<R extends string>(
  mesh: Mesh,
  report: Report<{ reftype: R; refval: string }>,
  reftype: R,
): void {
  const mirror = reftype === 'mirror+subset in destinationrule';
  for (const destination of mesh.derive(destinationsOf)) {
    const { service, host, subset } = destination;
    if (destination.mirror !== mirror || subset === '') continue;
    const rules = mesh.derive(rulesByHost).for(service.namespace, host);
    if (rules.some(({ spec: { subsets = [] } }) => subsets.some(({ name }) => name === subset))) continue;
    report(
      service,
      placeIn(mesh, destination, 'subset'),
      { reftype, refval: `${host}+${subset}` },
      detailsOf(mesh, destination, rules),
    );
  }
}

type Rules = ReturnType<ReturnType<typeof rulesByHost>['for']>;

function detailsOf(mesh: Mesh, { service, host, subset }: Destination, rules: Rules): FindingDetails {
  const echoOf = `Host ${expandHost(service.namespace, host)}`;
  const [rule] = rules;
  if (rule === undefined) return { echoOf, ...withoutRule(mesh, service.namespace, host) };
  const names = rules.flatMap(({ spec: { subsets = [] } }) => subsets.map(({ name = '' }) => name));
  const meant = closest(subset, names);
  return {
    echoOf,
    ...(meant !== undefined && { hint: `Did you mean ${meant}?` }),
    related: [
      {
        object: rule,
        path: ['spec', names.length === 0 ? 'host' : 'subsets'],
        message:
          names.length === 0
            ? 'this DestinationRule of the host defines no subsets'
            : `the subsets of the host: ${names.join(', ')}`,
      },
    ],
  };
}

/** No DestinationRule of the host is given; it may live where nothing is given, in the namespace of the host or here. */
function withoutRule(mesh: Mesh, namespace: string, host: string): FindingDetails {
  const name = nameOf(namespace, host);
  const homes = [namespace, serviceOf(namespace, name).namespace];
  if (homes.some((home) => mesh.isKnown('DestinationRule', home))) return {};
  return {
    ...{ severity: 'info', group: name },
    hint: 'The input holds no DestinationRule of the namespace; if it is complete, say so: --assume complete.',
  };
}
