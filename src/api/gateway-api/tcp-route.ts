import { as, message } from '../schema/fields.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';
import { GRPCRouteStatus, TCPRouteSpec, TCPRouteSpec2 } from './routes.ts';

const root0 = message(
  'A TCPRoute of Gateway API.',
  {
    spec: as(TCPRouteSpec, 'What the user asks for.'),
    status: as(GRPCRouteStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

const root1 = message(
  'A TCPRoute of Gateway API.',
  {
    spec: as(TCPRouteSpec2, 'What the user asks for.'),
    status: as(GRPCRouteStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

export const TCPRoute = gatewayApiKind({
  group: 'gateway.networking.k8s.io',
  kind: 'TCPRoute',
  plural: 'tcproutes',
  categories: ['gateway-api'],
  scope: 'Namespaced',
  annotations: {
    'api-approved.kubernetes.io': 'https://github.com/kubernetes-sigs/gateway-api/pull/4530',
    'gateway.networking.k8s.io/bundle-version': 'v1.6.0',
  },
  channels: ['standard', 'experimental'],
  unservedInStandard: ['v1alpha2'],
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
  ],
});
