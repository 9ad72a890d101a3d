import { as, int32, list, map, message, oneOf, string } from '../schema/fields.ts';
import {
  annotationKeyForm,
  annotationPrefixLength,
  distinctListeners,
  hostnameAddressForm,
  hostnameStatusForm,
  httpsTerminates,
  l4ListenerWithoutHostname,
  plainListenerWithoutTls,
  tlsListenerNeedsMode,
  uniqueFrontendPorts,
  uniqueHostnameAddresses,
  uniqueIpAddresses,
  uniqueListenerNames,
} from './cel-rules.ts';
import { LocalCACertificateReference } from './backend-tls.ts';
import { ParametersReference } from './classes.ts';
import { Condition } from './conditions.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';
import { LabelSelector, Listener, ListenerStatus, SecretObjectReference } from './listeners.ts';

export const GatewayAddress = message(
  'A network address that is wanted for, or was given to, a Gateway.',
  {
    type: string(
      'How to read the address: `IPAddress`, `Hostname` or a domain-prefixed custom type. Default: `IPAddress`.',
      {
        default: 'IPAddress',
        maxLength: 253,
        minLength: 1,
        pattern:
          "^Hostname|IPAddress|NamedAddress|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+$",
      },
    ),
    value: string('The address itself; may be left empty in the spec to ask for any address of the type.', {
      maxLength: 253,
    }),
  },
  {
    oneOf: [
      {
        properties: {
          type: { enum: ['IPAddress'] },
          value: { anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] },
        },
      },
      { properties: { type: { not: { enum: ['IPAddress'] } } } },
    ],
    cel: [hostnameAddressForm],
  },
);

export const GatewayRouteNamespaces = message(
  'Chooses namespaces from which routes or ListenerSets may attach.',
  {
    from: oneOf(
      ['All', 'Selector', 'Same', 'None'],
      '`All`, only the `Same` namespace, those matched by a `Selector`, or `None`. Default: `Same` for routes, `None` for ListenerSets.',
      { default: 'None' },
    ),
    selector: as(
      LabelSelector,
      'Label query over namespaces; needed when `from` is `Selector` and unused otherwise.',
    ),
  },
  { default: { from: 'None' } },
);

export const AllowedListeners = message('Rule for attaching ListenerSets to a Gateway.', {
  namespaces: as(
    GatewayRouteNamespaces,
    'Namespaces whose ListenerSets may join. Default: `from: None`, so nobody may.',
  ),
});

export const GatewayInfrastructure = message('Customizes what is generated for a Gateway.', {
  annotations: map(
    string('', { maxLength: 4096, minLength: 0 }),
    'Annotations for the generated resources, at most 16; in Istio they replace those copied from the Gateway.',
    { maxProperties: 16, cel: [annotationKeyForm, annotationPrefixLength] },
  ),
  labels: map(
    string('', { maxLength: 63, minLength: 0, pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$' }),
    'Labels for the generated resources, at most 8; in Istio they replace those copied from the Gateway.',
    { maxProperties: 8, cel: [annotationKeyForm, annotationPrefixLength] },
  ),
  parametersRef: as(
    LocalCACertificateReference,
    "Object with further deployment settings; Istio takes a ConfigMap of patches from the Gateway's namespace.",
  ),
});

export const GatewayBackendTLS = message('Client-side TLS identity of a Gateway.', {
  clientCertificateRef: as(
    SecretObjectReference,
    'Certificate and key presented to backends that ask for one. Istio checks the reference but does not use it.',
  ),
});

export const FrontendTLSValidation = message(
  'Which client certificates are trusted and what happens to the others.',
  {
    caCertificateRefs: list(
      ParametersReference,
      'CA bundles to verify client certificates with, 1 to 16; Istio supports one, in a ConfigMap or Secret.',
      { maxItems: 16, minItems: 1, 'x-kubernetes-list-type': 'atomic' },
    ),
    mode: oneOf(
      ['AllowValidOnly', 'AllowInsecureFallback'],
      '`AllowValidOnly` refuses clients without a valid certificate; `AllowInsecureFallback` lets them in unverified. Default: `AllowValidOnly`.',
      { default: 'AllowValidOnly' },
    ),
  },
  { required: ['caCertificateRefs'] },
);

export const TLSConfig = message('Client verification applied where no port-specific entry exists.', {
  validation: as(
    FrontendTLSValidation,
    'How client certificates are verified on most HTTPS ports; when missing, clients need none.',
  ),
});

export const TLSPortConfig = message(
  'Client verification for one port of a Gateway.',
  {
    port: int32('Listener port the override is for; every HTTPS listener on it is affected.', {
      maximum: 65535,
      minimum: 1,
    }),
    tls: as(TLSConfig, "Settings used on this port in place of the Gateway's frontend default."),
  },
  { required: ['port', 'tls'] },
);

export const FrontendTLSConfig = message(
  'Client certificate checks for the HTTPS ports of a Gateway.',
  {
    default: as(TLSConfig, 'Settings for all HTTPS listeners that have no entry of their own in `perPort`.'),
    perPort: list(
      TLSPortConfig,
      'Different settings for single ports, up to 64; each port may appear once and then ignores the default.',
      {
        maxItems: 64,
        'x-kubernetes-list-map-keys': ['port'],
        'x-kubernetes-list-type': 'map',
        cel: [uniqueFrontendPorts],
      },
    ),
  },
  { required: ['default'] },
);

export const GatewayTLSConfig = message('Gateway-wide TLS settings towards clients and towards backends.', {
  backend: as(GatewayBackendTLS, "The Gateway's own identity when it opens TLS connections to backends."),
  frontend: as(
    FrontendTLSConfig,
    'Verification of client certificates on HTTPS listeners, as a default and per port.',
  ),
});

export const GatewaySpec = message(
  'An entry point for traffic: its class, its listeners and how it is provisioned.',
  {
    addresses: list(
      GatewayAddress,
      'Requested addresses, at most 16. In Istio anything but a single IP address means a manually deployed gateway.',
      { maxItems: 16, 'x-kubernetes-list-type': 'atomic', cel: [uniqueIpAddresses, uniqueHostnameAddresses] },
    ),
    allowedListeners: as(
      AllowedListeners,
      'Which ListenerSets may add listeners to this Gateway. Default: none.',
    ),
    defaultScope: oneOf(
      ['All', 'None'],
      'Makes this a default gateway for routes that ask for one: `All` accepts them, `None` does not. Experimental channel only.',
      { experimental: true },
    ),
    gatewayClassName: string(
      'GatewayClass that decides which controller implements this Gateway, for example `istio` or `istio-waypoint`.',
      { maxLength: 253, minLength: 1 },
    ),
    infrastructure: as(
      GatewayInfrastructure,
      'Metadata and parameters for the resources generated for this Gateway, such as its Deployment and Service.',
    ),
    listeners: list(
      Listener,
      'Ports, protocols and hostnames the Gateway serves; 1 to 64, each with its own name.',
      {
        maxItems: 64,
        minItems: 1,
        'x-kubernetes-list-map-keys': ['name'],
        'x-kubernetes-list-type': 'map',
        cel: [
          plainListenerWithoutTls,
          httpsTerminates,
          tlsListenerNeedsMode,
          l4ListenerWithoutHostname,
          uniqueListenerNames,
          distinctListeners,
        ],
      },
    ),
    tls: as(
      GatewayTLSConfig,
      "TLS settings above single listeners: verification of clients and the gateway's own client certificate.",
    ),
  },
  { required: ['gatewayClassName', 'listeners'] },
);

export const GatewayAddressStatus = message(
  'A network address that is wanted for, or was given to, a Gateway.',
  {
    type: string(
      'How to read the address: `IPAddress`, `Hostname` or a domain-prefixed custom type. Default: `IPAddress`.',
      {
        default: 'IPAddress',
        maxLength: 253,
        minLength: 1,
        pattern:
          "^Hostname|IPAddress|NamedAddress|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+$",
      },
    ),
    value: string('The address itself; may be left empty in the spec to ask for any address of the type.', {
      maxLength: 253,
      minLength: 1,
    }),
  },
  {
    oneOf: [
      {
        properties: {
          type: { enum: ['IPAddress'] },
          value: { anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] },
        },
      },
      { properties: { type: { not: { enum: ['IPAddress'] } } } },
    ],
    required: ['value'],
    cel: [hostnameStatusForm],
  },
);

export const GatewayStatus = message(
  'Reported state of a Gateway: its addresses, conditions and listeners.',
  {
    addresses: list(
      GatewayAddressStatus,
      'Addresses the Gateway can be reached at, as actually assigned; at most 16.',
      { maxItems: 16, 'x-kubernetes-list-type': 'atomic' },
    ),
    attachedListenerSets: int32(
      'How many ListenerSets were accepted and contribute listeners to this Gateway.',
    ),
    conditions: list(
      Condition,
      'Overall verdicts, mainly `Accepted` and `Programmed`; both start as Unknown with reason `Pending`.',
      {
        default: [
          {
            lastTransitionTime: '1970-01-01T00:00:00Z',
            message: 'Waiting for controller',
            reason: 'Pending',
            status: 'Unknown',
            type: 'Accepted',
          },
          {
            lastTransitionTime: '1970-01-01T00:00:00Z',
            message: 'Waiting for controller',
            reason: 'Pending',
            status: 'Unknown',
            type: 'Programmed',
          },
        ],
        maxItems: 8,
        'x-kubernetes-list-map-keys': ['type'],
        'x-kubernetes-list-type': 'map',
      },
    ),
    listeners: list(ListenerStatus, 'State of every listener of the Gateway, matched by name.', {
      maxItems: 64,
      'x-kubernetes-list-map-keys': ['name'],
      'x-kubernetes-list-type': 'map',
    }),
  },
  {
    default: {
      conditions: [
        {
          lastTransitionTime: '1970-01-01T00:00:00Z',
          message: 'Waiting for controller',
          reason: 'Pending',
          status: 'Unknown',
          type: 'Accepted',
        },
        {
          lastTransitionTime: '1970-01-01T00:00:00Z',
          message: 'Waiting for controller',
          reason: 'Pending',
          status: 'Unknown',
          type: 'Programmed',
        },
      ],
    },
  },
);

const root = message(
  'A Gateway of Gateway API.',
  {
    spec: as(GatewaySpec, 'What the user asks for.'),
    status: as(GatewayStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

export const Gateway = gatewayApiKind({
  group: 'gateway.networking.k8s.io',
  kind: 'Gateway',
  plural: 'gateways',
  shortNames: ['gtw'],
  categories: ['gateway-api'],
  scope: 'Namespaced',
  annotations: {
    'api-approved.kubernetes.io': 'https://github.com/kubernetes-sigs/gateway-api/pull/4530',
    'gateway.networking.k8s.io/bundle-version': 'v1.6.0',
  },
  channels: ['standard', 'experimental'],
  versions: [
    {
      name: 'v1',
      schema: root,
      storage: true,
      columns: [
        { jsonPath: '.spec.gatewayClassName', name: 'Class', type: 'string' },
        { jsonPath: '.status.addresses[*].value', name: 'Address', type: 'string' },
        {
          jsonPath: '.status.conditions[?(@.type=="Programmed")].status',
          name: 'Programmed',
          type: 'string',
        },
        { jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' },
      ],
    },
    {
      name: 'v1beta1',
      schema: root,
      columns: [
        { jsonPath: '.spec.gatewayClassName', name: 'Class', type: 'string' },
        { jsonPath: '.status.addresses[*].value', name: 'Address', type: 'string' },
        {
          jsonPath: '.status.conditions[?(@.type=="Programmed")].status',
          name: 'Programmed',
          type: 'string',
        },
        { jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' },
      ],
    },
  ],
});
