import { as, int32, list, message, oneOf, string } from '../schema/fields.ts';
import {
  clientCertificateByMode,
  externalHostnameByType,
  notClusterLocal,
  portNameUnusable,
} from './cel-rules.ts';
import { BackendTLSPolicyValidation } from './backend-tls.ts';
import { Condition, PolicyAncestorReference } from './conditions.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';
import { SecretObjectReference } from './listeners.ts';

export const ExternalHostnameBackend = message(
  'A host outside the cluster.',
  {
    hostname: string(
      'DNS name of the external destination, in lower case; names under `.cluster.local` are refused.',
      {
        maxLength: 253,
        minLength: 1,
        pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
        cel: [notClusterLocal],
      },
    ),
  },
  { required: ['hostname'] },
);

export const BackendPort = message(
  'Port that connections to an XBackend go to, with an optional label.',
  {
    name: string(
      'Label for the port; leave it out, since the current CRD rule rejects every non-empty name.',
      { maxLength: 63, cel: [portNameUnusable] },
    ),
    port: int32('Number of the destination port, 1 to 65535.', { maximum: 65535, minimum: 1 }),
  },
  { required: ['port'] },
);

export const BackendTLS = message(
  'TLS from the gateway to an XBackend.',
  {
    clientCertificateRef: as(
      SecretObjectReference,
      'Client certificate and key to present; required with mode `ClientAndServer` and forbidden otherwise.',
    ),
    mode: oneOf(
      ['None', 'ServerOnly', 'ClientAndServer'],
      '`None` means no TLS, `ServerOnly` verifies the backend, `ClientAndServer` is mutual TLS. Required.',
    ),
    validation: as(
      BackendTLSPolicyValidation,
      "How the XBackend's certificate is checked: expected name and trusted CAs.",
    ),
  },
  { required: ['mode'], cel: [clientCertificateByMode] },
);

export const BackendSpec = message(
  'A destination defined for Gateway API, with its port, protocol and TLS (experimental; Istio ignores XBackend).',
  {
    externalHostname: as(
      ExternalHostnameBackend,
      'The outside host to connect to; set exactly when `type` is `ExternalHostname`.',
    ),
    port: as(BackendPort, 'Port of the destination that connections go to.'),
    protocol: oneOf(
      ['TCP', 'HTTP', 'HTTP2', 'HTTP11', 'H2C', 'MCP'],
      'Application protocol the backend speaks: plain `TCP`, an HTTP variant such as `HTTP2` or `H2C`, or `MCP`.',
    ),
    tls: as(BackendTLS, 'Whether and how connections to the backend are encrypted.'),
    type: oneOf(
      ['ExternalHostname'],
      'What kind of destination this is; `ExternalHostname` is the only one so far. Required.',
    ),
  },
  { required: ['port', 'type'], cel: [externalHostnameByType] },
);

export const XBackendRouteParentStatus = message(
  'How one controller judges the attachment to one parent.',
  {
    conditions: list(
      Condition,
      'Verdicts for this parent, such as `Accepted` and `ResolvedRefs`; at most 8.',
      { 'x-kubernetes-list-map-keys': ['type'], 'x-kubernetes-list-type': 'map' },
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
  { required: ['controllerName', 'parentRef'] },
);

export const XBackendStatus = message(
  'State of a route (or backend, or pool), reported separately for each parent.',
  {
    parents: list(
      XBackendRouteParentStatus,
      'Reports per parent and controller, at most 32; parents nobody handles have no entry.',
      { maxItems: 32, 'x-kubernetes-list-type': 'atomic' },
    ),
  },
);

const root = message(
  'A XBackend of Gateway API.',
  {
    spec: as(BackendSpec, 'What the user asks for.'),
    status: as(XBackendStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

export const XBackend = gatewayApiKind({
  group: 'gateway.networking.x-k8s.io',
  kind: 'XBackend',
  plural: 'xbackends',
  shortNames: ['xbackend'],
  categories: ['gateway-api'],
  scope: 'Namespaced',
  annotations: {
    'api-approved.kubernetes.io': 'https://github.com/kubernetes-sigs/gateway-api/pull/4530',
    'gateway.networking.k8s.io/bundle-version': 'v1.6.0',
  },
  channels: ['experimental'],
  versions: [
    {
      name: 'v1alpha1',
      schema: root,
      storage: true,
      columns: [{ jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' }],
    },
  ],
});
