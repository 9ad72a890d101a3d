import { as, list, map, message, string } from '../schema/fields.ts';
import { targetsAllOrNoSectionNames, uniqueTargetSections } from './cel-rules.ts';
import { BackendTLSPolicyValidation } from './backend-tls.ts';
import { PolicyStatus } from './conditions.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';

export const LocalPolicyTargetReferenceWithSectionName = message(
  "Names one object in the policy's namespace, optionally narrowed to a single port of it.",
  {
    group: string(
      'API group of the policy target; empty for a core Service, `networking.istio.io` for a ServiceEntry.',
      { maxLength: 253, pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' },
    ),
    kind: string('Type of the policy target, `Service` in most cases; Istio also takes `ServiceEntry`.', {
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    name: string('Name of the targeted object, looked up in the namespace of the policy.', {
      maxLength: 253,
      minLength: 1,
    }),
    sectionName: string(
      'Limits the policy to one named port of the target; without it all ports are covered.',
      {
        maxLength: 253,
        minLength: 1,
        pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      },
    ),
  },
  { required: ['group', 'kind', 'name'] },
);

export const BackendTLSPolicySpec = message(
  'Makes gateways speak TLS to the selected backends and says how to verify their certificates.',
  {
    options: map(
      string('', { maxLength: 4096, minLength: 0 }),
      'Extra TLS settings as key/value pairs whose meaning each implementation defines; at most 16, with domain-prefixed keys.',
      { maxProperties: 16 },
    ),
    targetRefs: list(
      LocalPolicyTargetReferenceWithSectionName,
      "Services (in Istio also ServiceEntries) of the policy's own namespace whose connections get TLS; 1 to 16 entries.",
      {
        maxItems: 16,
        minItems: 1,
        'x-kubernetes-list-type': 'atomic',
        cel: [targetsAllOrNoSectionNames, uniqueTargetSections],
      },
    ),
    validation: as(
      BackendTLSPolicyValidation,
      "How the backend's certificate is checked: expected name, trusted CAs and optional alternative names.",
    ),
  },
  { required: ['targetRefs', 'validation'] },
);

const root = message(
  'A BackendTLSPolicy of Gateway API.',
  {
    spec: as(BackendTLSPolicySpec, 'What the user asks for.'),
    status: as(PolicyStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

export const BackendTLSPolicy = gatewayApiKind({
  group: 'gateway.networking.k8s.io',
  kind: 'BackendTLSPolicy',
  plural: 'backendtlspolicies',
  shortNames: ['btlspolicy'],
  categories: ['gateway-api'],
  scope: 'Namespaced',
  labels: { 'gateway.networking.k8s.io/policy': 'Direct' },
  annotations: {
    'api-approved.kubernetes.io': 'https://github.com/kubernetes-sigs/gateway-api/pull/4530',
    'gateway.networking.k8s.io/bundle-version': 'v1.6.0',
  },
  channels: ['standard', 'experimental'],
  unservedInStandard: ['v1alpha3'],
  versions: [
    {
      name: 'v1',
      schema: root,
      storage: true,
      columns: [{ jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' }],
    },
    { name: 'v1alpha3', schema: root, deprecated: true },
  ],
});
