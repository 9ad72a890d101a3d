import { as, int32, int64, list, message, oneOf, string } from '../schema/fields.ts';

export const PolicyAncestorReference = message(
  "Identifies an ancestor in a policy's status.",
  {
    group: string('API group of the ancestor. Default: `gateway.networking.k8s.io`.', {
      default: 'gateway.networking.k8s.io',
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string('Type of the ancestor the report concerns. Default: `Gateway`.', {
      default: 'Gateway',
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    name: string('Name of the ancestor object the report concerns.', { maxLength: 253, minLength: 1 }),
    namespace: string('Where the ancestor lives; when missing, the namespace of the policy is meant.', {
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
    }),
    port: int32('Port of the ancestor that the report is limited to, 1 to 65535.', {
      maximum: 65535,
      minimum: 1,
    }),
    sectionName: string('Listener or port name inside the ancestor that the report is limited to.', {
      maxLength: 253,
      minLength: 1,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
  },
  { required: ['name'] },
);

export const Condition = message(
  "One aspect of an object's state as judged by a controller.",
  {
    lastTransitionTime: string(
      'Moment when the condition last switched its value, as an RFC 3339 timestamp.',
      { format: 'date-time' },
    ),
    message: string(
      'Explanation of the current state in prose, for people rather than programs; may be empty.',
      { maxLength: 32768 },
    ),
    observedGeneration: int64(
      'Generation of the object that was judged; lower than `metadata.generation` means the verdict is out of date.',
      { minimum: 0 },
    ),
    reason: string(
      'Machine-readable CamelCase word for why the condition has its value, such as `RefNotPermitted`.',
      { maxLength: 1024, minLength: 1, pattern: '^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$' },
    ),
    status: oneOf(
      ['True', 'False', 'Unknown'],
      'Whether the condition holds: `True`, `False`, or `Unknown` when it was not determined yet.',
    ),
    type: string('Which aspect is judged, for example `Accepted`, `Programmed` or `ResolvedRefs`.', {
      maxLength: 316,
      pattern:
        '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$',
    }),
  },
  { required: ['lastTransitionTime', 'message', 'reason', 'status', 'type'] },
);

export const PolicyAncestorStatus = message(
  'How one controller judges the policy in the context of one ancestor.',
  {
    ancestorRef: as(
      PolicyAncestorReference,
      'The object this report is about, such as the Gateway whose traffic the policy changes.',
    ),
    conditions: list(
      Condition,
      'Verdicts on the policy for this ancestor, such as `Accepted` and `ResolvedRefs`; one per type.',
      { maxItems: 8, minItems: 1, 'x-kubernetes-list-map-keys': ['type'], 'x-kubernetes-list-type': 'map' },
    ),
    controllerName: string(
      'Controller that wrote this report, in the form `domain/path`, for instance `istio.io/gateway-controller`.',
      {
        maxLength: 253,
        minLength: 1,
        pattern:
          "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+$",
      },
    ),
  },
  { required: ['ancestorRef', 'conditions', 'controllerName'] },
);

export const PolicyStatus = message(
  'State of a policy, reported separately for each object it takes effect through.',
  {
    ancestors: list(
      PolicyAncestorStatus,
      'Reports per affected ancestor, usually a Gateway, and controller; at most 16.',
      { maxItems: 16, 'x-kubernetes-list-type': 'atomic' },
    ),
  },
  { required: ['ancestors'] },
);

export const SupportedFeature = message(
  'One claimed Gateway API feature.',
  {
    name: string('Identifier of the feature as used by the conformance suite, such as `HTTPRouteCORS`.'),
  },
  { required: ['name'] },
);
