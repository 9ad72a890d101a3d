import { as, int32, list, message, oneOf, string } from '../schema/fields.ts';
import {
  parentsAllOrNoSections,
  serviceNeedsPort,
  standardParentsAllOrNoSections,
  standardUniqueParentSections,
  uniqueParentSections,
  uniqueRuleNames,
} from './cel-rules.ts';
import { Condition, PolicyAncestorReference } from './conditions.ts';

export const RouteParentStatus = message(
  'How one controller judges the attachment to one parent.',
  {
    conditions: list(
      Condition,
      'Verdicts for this parent, such as `Accepted` and `ResolvedRefs`; at most 8.',
      { maxItems: 8, minItems: 1, 'x-kubernetes-list-map-keys': ['type'], 'x-kubernetes-list-type': 'map' },
    ),
    controllerName: string('Controller that reports about this parent, as `domain/path`.', {
      maxLength: 253,
      minLength: 1,
      pattern:
        "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+$",
    }),
    parentRef: as(
      PolicyAncestorReference,
      'Parent the report is about, repeating the reference made in the spec.',
    ),
  },
  { required: ['conditions', 'controllerName', 'parentRef'] },
);

export const GRPCRouteStatus = message(
  'State of a route (or backend, or pool), reported separately for each parent.',
  {
    parents: list(
      RouteParentStatus,
      'Reports per parent and controller, at most 32; parents nobody handles have no entry.',
      { maxItems: 32, 'x-kubernetes-list-type': 'atomic' },
    ),
  },
  { required: ['parents'] },
);

export const BackendRef = message(
  'A weighted destination of TCP, TLS or UDP traffic.',
  {
    group: string("API group of the connection's backend. Default: empty, the core group of Services.", {
      default: '',
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string("Type of the connection's backend. Default: `Service`.", {
      default: 'Service',
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    name: string('Name of the Service (or other backend) that gets the connections.', {
      maxLength: 253,
      minLength: 1,
    }),
    namespace: string(
      "Where the connection's backend lives. Default: beside the route; a ReferenceGrant must allow any other.",
      { maxLength: 63, minLength: 1, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
    ),
    port: int32('Service port that connections are forwarded to; required for Services.', {
      maximum: 65535,
      minimum: 1,
    }),
    weight: int32('Share of connections relative to the sum of all weights; 0 gets none. Default: 1.', {
      default: 1,
      maximum: 1000000,
      minimum: 0,
    }),
  },
  { required: ['name'], cel: [serviceNeedsPort] },
);

export const L4RouteRule = message(
  'Backends for the connections of a TCP, TLS or UDP route.',
  {
    backendRefs: list(
      BackendRef,
      'Weighted destinations of connections, 1 to 16; invalid ones refuse their share.',
      { maxItems: 16, minItems: 1, 'x-kubernetes-list-type': 'atomic' },
    ),
    name: string('Label for the rule, unique within the route, for use by policies and tools.', {
      maxLength: 253,
      minLength: 1,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
  },
  { required: ['backendRefs'] },
);

export const TCPRouteSpec = message(
  'What a TCP or UDP route attaches to and where it sends traffic.',
  {
    parentRefs: list(
      PolicyAncestorReference,
      'Gateways, ListenerSets or, for TCP in a mesh, Services that the route attaches to; at most 32.',
      {
        maxItems: 32,
        'x-kubernetes-list-type': 'atomic',
        cel: [parentsAllOrNoSections, uniqueParentSections],
        standard: { cel: [standardParentsAllOrNoSections, standardUniqueParentSections] },
      },
    ),
    rules: list(
      L4RouteRule,
      'Forwarding rules; version v1 takes exactly one, the old alpha version up to 16.',
      { maxItems: 1, minItems: 1, 'x-kubernetes-list-type': 'atomic' },
    ),
    useDefaultGateways: oneOf(
      ['All', 'None'],
      'Also attaches the route to default gateways: `All`, or `None` of them. Experimental channel only.',
      { experimental: true },
    ),
  },
  { required: ['rules'] },
);

export const TCPRouteSpec2 = message(
  'What a TCP or UDP route attaches to and where it sends traffic.',
  {
    parentRefs: list(
      PolicyAncestorReference,
      'Gateways, ListenerSets or, for TCP in a mesh, Services that the route attaches to; at most 32.',
      {
        maxItems: 32,
        'x-kubernetes-list-type': 'atomic',
        cel: [parentsAllOrNoSections, uniqueParentSections],
        standard: { cel: [standardParentsAllOrNoSections, standardUniqueParentSections] },
      },
    ),
    rules: list(
      L4RouteRule,
      'Forwarding rules; version v1 takes exactly one, the old alpha version up to 16.',
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
      'Also attaches the route to default gateways: `All`, or `None` of them. Experimental channel only.',
      { experimental: true },
    ),
  },
  { required: ['rules'] },
);

export const InferencePoolImportParentGatewayReferenceStatus = message(
  'Points at the Gateway a ListenerSet or inference pool belongs to.',
  {
    group: string('API group of the Gateway referred to. Default: `gateway.networking.k8s.io`.', {
      default: 'gateway.networking.k8s.io',
      maxLength: 253,
      minLength: 0,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string('Type of the object referred to. Default: `Gateway`.', {
      default: 'Gateway',
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    name: string('Name of the Gateway that is extended or reported on.', { maxLength: 253, minLength: 1 }),
    namespace: string('Where that Gateway lives. Default: the namespace of the referring object.', {
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
    }),
  },
  { required: ['name'] },
);

export const InferencePoolImportRouteParentStatus = message(
  'How one controller judges the attachment to one parent.',
  {
    conditions: list(
      Condition,
      'Verdicts for this parent, such as `Accepted` and `ResolvedRefs`; at most 8.',
      { maxItems: 8, 'x-kubernetes-list-map-keys': ['type'], 'x-kubernetes-list-type': 'map' },
    ),
    controllerName: string('Controller that reports about this parent, as `domain/path`.', {
      maxLength: 253,
      minLength: 1,
      pattern:
        "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+$",
    }),
    parentRef: as(
      InferencePoolImportParentGatewayReferenceStatus,
      'Parent the report is about, repeating the reference made in the spec.',
    ),
  },
  { required: ['parentRef'] },
);
