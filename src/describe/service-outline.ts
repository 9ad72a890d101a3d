import { selectorText } from '../analyze/index.ts';
import type {
  DestinationRuleView,
  DestinationView,
  Exposure,
  Origin,
  RouteView,
  ServicePortView,
  ServiceView,
  SubsetView,
  VirtualServiceView,
} from './description.ts';
import { differencesOutline, noteLines } from './format-parts.ts';
import { refText } from './object-ref.ts';
import { section, type Outline } from './outline.ts';

/** A Service, for one workload (`isOne`) or for all behind it. */
export function serviceOutline(view: ServiceView, isOne: boolean): Outline {
  const { service, ports, destinationRules, virtualServices, routes, exposure } = view;
  return [
    refText(service),
    ...(view.waypoint === undefined ? [] : [`waypoint: ${view.waypoint}`]),
    ...ports.map(portLine),
    ...destinationRules.map((rule) => ruleOutline(rule, isOne)),
    ...virtualServices.map(virtualServiceOutline),
    ...routes.map(routeOutline),
    ...exposure.map(exposureOutline),
    ...section('in the proxies:', originLines(view.origins)),
    ...differencesOutline(view.differences),
    ...noteLines(view.notes),
  ];
}

const deciding: Readonly<Record<ServicePortView['decidedBy'], string>> = {
  ...{ protocol: 'by its protocol', appProtocol: 'by appProtocol', name: 'by its name' },
  ...{ number: 'by its number', nothing: 'found out from the bytes' },
};

const portLine = ({ port, name, protocol, decidedBy, targetPort }: ServicePortView): string =>
  `port ${port}${name && ` (${name})`}: ${protocol}, ${deciding[decidedBy]}; to port ${targetPort}`;

const ruleOutline = (
  { rule, host, clients, settings, subsets }: DestinationRuleView,
  isOne: boolean,
): Outline => [
  `${refText(rule)} for ${host}, for ${clients}`,
  ...(settings.length === 0 ? [] : [`sets ${settings.join(', ')}`]),
  ...subsets.map((subset) => subsetOutline(subset, isOne)),
];

function subsetOutline({ name, labels, settings, selected }: SubsetView, isOne: boolean): Outline {
  const chosen = selectorText(labels) || 'all';
  const one = selected === 0 ? 'does not select this workload' : 'selects this workload';
  const what = isOne ? one : `selects ${counted(selected)}`;
  return [
    `subset ${name} (${chosen}) ${what}`,
    ...(settings.length === 0 ? [] : [`sets ${settings.join(', ')}`]),
  ];
}

const counted = (workloads: number): string => {
  if (workloads === 0) return 'no workload';
  return workloads === 1 ? '1 workload' : `${workloads} workloads`;
};

const virtualServiceOutline = ({ service, gateways, routes, notes }: VirtualServiceView): Outline => [
  `${refText(service)} at ${gateways.join(', ')}`,
  ...routes.map(({ protocol, name, match, destinations }): Outline => [
    `${protocol} route ${name}: ${match}`,
    ...destinations.map(destinationLine),
  ]),
  ...noteLines(notes),
];

function destinationLine({ host, subset, port, weight, mirror, reaches }: DestinationView): string {
  const parts = [
    `${mirror ? 'copies ' : ''}to ${host}${port === undefined ? '' : `:${port}`}`,
    ...(subset === undefined ? [] : [`subset ${subset}`]),
    ...(weight === undefined ? [] : [`weight ${weight}`]),
  ];
  return `${parts.join(', ')}${reaches ? '' : ': not here'}`;
}

const routeOutline = ({ route, hostnames, parents, backends }: RouteView): Outline => [
  `${refText(route)} for ${hostnames.join(', ')}`,
  ...parents.map(({ parent, state }) => `${parent}: ${state}`),
  ...backends.map(
    ({ port, weight, mirror }) =>
      `${mirror ? 'copies ' : ''}to ${port === 0 ? 'no port' : `port ${port}`}${mirror ? '' : `, weight ${weight}`}`,
  ),
];

function exposureOutline(way: Exposure): Outline {
  const { hosts, port, protocol, tls, gateway, via } = way;
  const secure = tls === '' ? '' : `, TLS ${tls}`;
  const where = way.addresses.length === 0 ? '' : ` at ${way.addresses.join(', ')}`;
  return [
    `exposed as ${hosts.join(', ')}, port ${port} ${protocol}${secure}${where}`,
    `by ${refText(gateway)} and ${refText(via)}`,
    ...(way.services.length === 0 ? [] : [`Service ${way.services.join(', ')}`]),
    ...(way.workloads.length > 0 ? [] : ['note: no workload of the gateway is in the input']),
    ...(way.inProxy === undefined
      ? []
      : [way.inProxy ? 'the gateway has a route for it' : 'the gateway has no route for it']),
  ];
}

/** One line for each proxy and origin. */
function originLines(origins: readonly Origin[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { proxy, resource, from } of origins) {
    const line = `${proxy}: ${resource}s from ${from}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return Array.from(counts, ([line, count]) => `${line} (${count})`);
}
