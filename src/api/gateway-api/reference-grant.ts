import { as, list, message, string } from '../schema/fields.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';

export const ReferenceGrantFrom = message(
  'A kind of object in another namespace that is trusted to refer here.',
  {
    group: string('API group of the referring objects, such as `gateway.networking.k8s.io`.', {
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string('Type of the referring objects, such as `HTTPRoute` or `Gateway`.', {
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    namespace: string('Namespace that the referring objects live in; no wildcards.', {
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
    }),
  },
  { required: ['group', 'kind', 'namespace'] },
);

export const ReferenceGrantTo = message(
  'A kind of object in this namespace that may be referred to.',
  {
    group: string('API group of the objects opened for references; empty for Services and Secrets.', {
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string(
      'Type of the objects opened for references; Istio honors `Service`, `Secret`, `ConfigMap` and `InferencePool`.',
      { maxLength: 63, minLength: 1, pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$' },
    ),
    name: string('Opens only the object of this name. Default: all of the kind.', {
      maxLength: 253,
      minLength: 1,
    }),
  },
  { required: ['group', 'kind'] },
);

export const ReferenceGrantSpec = message(
  'Combines the trusted sources with the objects they may refer to.',
  {
    from: list(
      ReferenceGrantFrom,
      'Trusted sources, 1 to 16; each of them may reach everything listed under `to`.',
      { maxItems: 16, minItems: 1, 'x-kubernetes-list-type': 'atomic' },
    ),
    to: list(ReferenceGrantTo, 'Objects of this namespace that may be referred to, 1 to 16 entries.', {
      maxItems: 16,
      minItems: 1,
      'x-kubernetes-list-type': 'atomic',
    }),
  },
  { required: ['from', 'to'] },
);

const root = message(
  'A ReferenceGrant of Gateway API.',
  { spec: as(ReferenceGrantSpec, 'Who may refer to what.') },
  { required: ['spec'] },
);

export const ReferenceGrant = gatewayApiKind({
  group: 'gateway.networking.k8s.io',
  kind: 'ReferenceGrant',
  plural: 'referencegrants',
  shortNames: ['refgrant'],
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
      statusSubresource: false,
      columns: [{ jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' }],
    },
    {
      name: 'v1beta1',
      schema: root,
      storage: true,
      statusSubresource: false,
      columns: [{ jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' }],
    },
  ],
});
