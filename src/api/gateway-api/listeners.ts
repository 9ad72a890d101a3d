import { as, int32, list, map, message, oneOf, string } from '../schema/fields.ts';
import { terminateNeedsCertificate } from './cel-rules.ts';
import { Condition } from './conditions.ts';

export const LabelSelectorRequirement = message(
  'One condition on a single label.',
  {
    key: string('Label that the condition looks at, with its prefix if it has one.'),
    operator: string('Comparison to apply: `In`, `NotIn`, `Exists` or `DoesNotExist`.'),
    values: list(
      string(),
      'Label values for `In` and `NotIn`, at least one; must be empty for the existence checks.',
      { 'x-kubernetes-list-type': 'atomic' },
    ),
  },
  { required: ['key', 'operator'] },
);

export const LabelSelector = message(
  'Label query; all its parts must match, and an empty one matches everything.',
  {
    matchExpressions: list(
      LabelSelectorRequirement,
      'Set-based label conditions, all of which must hold in addition to `matchLabels`.',
      { 'x-kubernetes-list-type': 'atomic' },
    ),
    matchLabels: map(
      string(),
      'Labels with exact values that must all be present. Namespaces always carry `kubernetes.io/metadata.name`.',
    ),
  },
  { 'x-kubernetes-map-type': 'atomic' },
);

export const RouteGroupKind = message(
  'A route type that a listener accepts.',
  {
    group: string('API group of the accepted route type. Default: `gateway.networking.k8s.io`.', {
      default: 'gateway.networking.k8s.io',
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string(
      "Route type to accept, such as `HTTPRoute` or `TLSRoute`; it must suit the listener's protocol.",
      { maxLength: 63, minLength: 1, pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$' },
    ),
  },
  { required: ['kind'] },
);

export const GatewayRouteNamespaces2 = message(
  'Chooses namespaces from which routes or ListenerSets may attach.',
  {
    from: oneOf(
      ['All', 'Selector', 'Same'],
      '`All`, only the `Same` namespace, those matched by a `Selector`, or `None`. Default: `Same` for routes, `None` for ListenerSets.',
      { default: 'Same' },
    ),
    selector: as(
      LabelSelector,
      'Label query over namespaces; needed when `from` is `Selector` and unused otherwise.',
    ),
  },
  { default: { from: 'Same' } },
);

export const AllowedRoutes = message(
  'Restricts the routes that can attach to a listener.',
  {
    kinds: list(
      RouteGroupKind,
      "Accepted route types, at most 8. Default: every type that suits the listener's protocol.",
      { maxItems: 8, 'x-kubernetes-list-type': 'atomic' },
    ),
    namespaces: as(
      GatewayRouteNamespaces2,
      "Where attaching routes may live. Default: only the listener's own namespace.",
    ),
  },
  { default: { namespaces: { from: 'Same' } } },
);

export const SecretObjectReference = message(
  'Points at a server certificate, normally a TLS Secret.',
  {
    group: string('API group of the certificate object. Default: empty, the core group.', {
      default: '',
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string('Type of the certificate object. Default: `Secret`, the only one Istio accepts.', {
      default: 'Secret',
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    name: string('Name of the Secret with `tls.crt` and `tls.key` for the listener.', {
      maxLength: 253,
      minLength: 1,
    }),
    namespace: string(
      "Where the certificate Secret lives. Default: beside the listener's object; elsewhere a ReferenceGrant is needed.",
      { maxLength: 63, minLength: 1, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
    ),
  },
  { required: ['name'] },
);

export const ListenerTLSConfig = message(
  'How a listener handles TLS connections of clients.',
  {
    certificateRefs: list(
      SecretObjectReference,
      'Secrets with server certificate and key, for `Terminate`. Istio takes at most 2; other namespaces need a ReferenceGrant.',
      { maxItems: 64, 'x-kubernetes-list-type': 'atomic' },
    ),
    mode: oneOf(
      ['Terminate', 'Passthrough'],
      '`Terminate` decrypts at the gateway, `Passthrough` forwards the encrypted stream by SNI. Default: `Terminate`.',
      { default: 'Terminate' },
    ),
    options: map(
      string('', { maxLength: 4096, minLength: 0 }),
      'Implementation-specific TLS settings; Istio reads `gateway.istio.io/tls-terminate-mode` and `gateway.istio.io/tls-cipher-suites`, among others. At most 16.',
      { maxProperties: 16 },
    ),
  },
  { cel: [terminateNeedsCertificate] },
);

export const Listener = message(
  'One port, protocol and hostname combination on which traffic is accepted.',
  {
    allowedRoutes: as(
      AllowedRoutes,
      'Which routes may attach, by namespace and kind. Default: suitable routes of the same namespace.',
    ),
    hostname: string(
      'Host served here, matched on SNI or Host header, `*.` prefix allowed. Default: any host. Not for TCP or UDP.',
      {
        maxLength: 253,
        minLength: 1,
        pattern: '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      },
    ),
    name: string('Identifies the listener; unique within its object and usable as `sectionName` in routes.', {
      maxLength: 253,
      minLength: 1,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    port: int32('Network port to listen on, 1 to 65535; compatible listeners may share one.', {
      maximum: 65535,
      minimum: 1,
    }),
    protocol: string(
      'Protocol expected from clients: `HTTP`, `HTTPS`, `TLS`, `TCP` or `UDP`; Istio waypoints use `HBONE`. Istio does not support `UDP`.',
      {
        maxLength: 255,
        minLength: 1,
        pattern:
          '^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9]+$',
      },
    ),
    tls: as(
      ListenerTLSConfig,
      'Certificates and TLS mode; required for `TLS`, expected for `HTTPS`, forbidden for `HTTP`, `TCP` and `UDP`.',
    ),
  },
  { required: ['name', 'port', 'protocol'] },
);

export const ListenerStatus = message(
  'Reported state of one listener.',
  {
    attachedRoutes: int32(
      'Number of routes bound to this listener; counts attachment, not whether they work.',
    ),
    conditions: list(
      Condition,
      'Verdicts on the listener, such as `Accepted`, `Conflicted`, `Programmed` and `ResolvedRefs`.',
      { maxItems: 8, 'x-kubernetes-list-map-keys': ['type'], 'x-kubernetes-list-type': 'map' },
    ),
    name: string('Listener of the spec that this entry describes.', {
      maxLength: 253,
      minLength: 1,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    supportedKinds: list(
      RouteGroupKind,
      'Route types the listener actually takes, after removing those unsuitable or not allowed.',
      { maxItems: 8, 'x-kubernetes-list-type': 'atomic' },
    ),
  },
  { required: ['attachedRoutes', 'conditions', 'name'] },
);
