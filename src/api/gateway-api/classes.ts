import { as, message, string } from '../schema/fields.ts';
import { immutable } from './cel-rules.ts';

export const ParametersReference = message(
  'Points at the object holding controller-specific parameters, which may be cluster-scoped or namespaced.',
  {
    group: string('API group of the parameters object; empty for core types such as ConfigMap.', {
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string('Type of the parameters object, as the controller expects it.', {
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    name: string('Name of the object with the class-wide parameters.', { maxLength: 253, minLength: 1 }),
    namespace: string(
      'Where the parameters object lives; required for namespaced types and left out for cluster-scoped ones.',
      { maxLength: 63, minLength: 1, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
    ),
  },
  { required: ['group', 'kind', 'name'] },
);

export const GatewayClassSpec = message(
  'Ties a class of gateways (or, for XMesh, a mesh) to the controller that implements it.',
  {
    controllerName: string(
      'Controller responsible for this class, as `domain/path`, such as `istio.io/gateway-controller`; cannot be changed later.',
      {
        maxLength: 253,
        minLength: 1,
        pattern:
          "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+$",
        cel: [immutable],
      },
    ),
    description: string('Free text telling users what the class is for; at most 64 characters.', {
      maxLength: 64,
    }),
    parametersRef: as(
      ParametersReference,
      'Object with implementation-specific settings for everything of this class; its expected type depends on the controller.',
    ),
  },
  { required: ['controllerName'] },
);
