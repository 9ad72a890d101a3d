import { as, list, message, oneOf, string } from '../schema/fields.ts';
import {
  hostnamesAreNoIps,
  parentsAllOrNoSections,
  plainHostnameForm,
  standardParentsAllOrNoSections,
  standardUniqueParentSections,
  uniqueParentSections,
  uniqueRuleNames,
  wildcardHostnameForm,
} from './cel-rules.ts';
import { PolicyAncestorReference } from './conditions.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';
import { GRPCRouteStatus, L4RouteRule } from './routes.ts';

export const TLSRouteSpec = message(
  'What an HTTP, gRPC or TLS route attaches to, which hosts it covers and where it sends traffic.',
  {
    hostnames: list(
      string('', {
        maxLength: 253,
        minLength: 1,
        pattern: '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      }),
      "Hosts the route applies to, `*.` prefix allowed, no IP addresses or ports. Default: the listener's; TLSRoute requires some.",
      {
        maxItems: 1024,
        minItems: 1,
        'x-kubernetes-list-type': 'atomic',
        cel: [hostnamesAreNoIps, plainHostnameForm, wildcardHostnameForm],
      },
    ),
    parentRefs: list(
      PolicyAncestorReference,
      'Gateways, ListenerSets or, in a mesh, Services and ServiceEntries the route attaches to; at most 32.',
      {
        maxItems: 32,
        'x-kubernetes-list-type': 'atomic',
        cel: [parentsAllOrNoSections, uniqueParentSections],
        standard: { cel: [standardParentsAllOrNoSections, standardUniqueParentSections] },
      },
    ),
    rules: list(
      L4RouteRule,
      'What to match and where to send it; across HTTP rules the most specific match wins, not the order.',
      { maxItems: 1, minItems: 1, 'x-kubernetes-list-type': 'atomic' },
    ),
    useDefaultGateways: oneOf(
      ['All', 'None'],
      'Also attaches the route to default gateways of a scope: `All` or `None`. Experimental channel only.',
      { experimental: true },
    ),
  },
  { required: ['hostnames', 'rules'] },
);

export const TLSRouteSpec2 = message(
  'What an HTTP, gRPC or TLS route attaches to, which hosts it covers and where it sends traffic.',
  {
    hostnames: list(
      string('', {
        maxLength: 253,
        minLength: 1,
        pattern: '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      }),
      "Hosts the route applies to, `*.` prefix allowed, no IP addresses or ports. Default: the listener's; TLSRoute requires some.",
      { maxItems: 1024, 'x-kubernetes-list-type': 'atomic' },
    ),
    parentRefs: list(
      PolicyAncestorReference,
      'Gateways, ListenerSets or, in a mesh, Services and ServiceEntries the route attaches to; at most 32.',
      {
        maxItems: 32,
        'x-kubernetes-list-type': 'atomic',
        cel: [parentsAllOrNoSections, uniqueParentSections],
        standard: { cel: [standardParentsAllOrNoSections, standardUniqueParentSections] },
      },
    ),
    rules: list(
      L4RouteRule,
      'What to match and where to send it; across HTTP rules the most specific match wins, not the order.',
      {
        maxItems: 16,
        minItems: 1,
        'x-kubernetes-list-type': 'atomic',
        cel: [uniqueRuleNames],
        standard: { cel: undefined },
      },
    ),
    useDefaultGateways: oneOf(
      ['All', 'None'],
      'Also attaches the route to default gateways of a scope: `All` or `None`. Experimental channel only.',
      { experimental: true },
    ),
  },
  { required: ['rules'] },
);

const root0 = message(
  'A TLSRoute of Gateway API.',
  {
    spec: as(TLSRouteSpec, 'What the user asks for.'),
    status: as(GRPCRouteStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

const root1 = message(
  'A TLSRoute of Gateway API.',
  {
    spec: as(TLSRouteSpec2, 'What the user asks for.'),
    status: as(GRPCRouteStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

export const TLSRoute = gatewayApiKind({
  group: 'gateway.networking.k8s.io',
  kind: 'TLSRoute',
  plural: 'tlsroutes',
  categories: ['gateway-api'],
  scope: 'Namespaced',
  annotations: {
    'api-approved.kubernetes.io': 'https://github.com/kubernetes-sigs/gateway-api/pull/4530',
    'gateway.networking.k8s.io/bundle-version': 'v1.6.0',
  },
  channels: ['standard', 'experimental'],
  unservedInStandard: ['v1alpha2', 'v1alpha3'],
  versions: [
    {
      name: 'v1',
      schema: root0,
      storage: true,
      columns: [{ jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' }],
    },
    {
      name: 'v1alpha2',
      schema: root1,
      deprecated: true,
      columns: [{ jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' }],
    },
    {
      name: 'v1alpha3',
      schema: root0,
      deprecated: true,
      columns: [{ jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' }],
    },
  ],
});
