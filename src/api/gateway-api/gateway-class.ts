import { as, list, message } from '../schema/fields.ts';
import { GatewayClassSpec } from './classes.ts';
import { Condition, SupportedFeature } from './conditions.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';

export const GatewayClassStatus = message(
  'Reports whether a controller has taken on the class (or mesh) and what it supports.',
  {
    conditions: list(
      Condition,
      'Verdicts on the class, chiefly `Accepted`; initially that is Unknown with reason `Pending`.',
      {
        default: [
          {
            lastTransitionTime: '1970-01-01T00:00:00Z',
            message: 'Waiting for controller',
            reason: 'Pending',
            status: 'Unknown',
            type: 'Accepted',
          },
        ],
        maxItems: 8,
        'x-kubernetes-list-map-keys': ['type'],
        'x-kubernetes-list-type': 'map',
      },
    ),
    supportedFeatures: list(
      SupportedFeature,
      'Gateway API features the controller claims to support, sorted by name; used to pick conformance tests.',
      { maxItems: 64, 'x-kubernetes-list-map-keys': ['name'], 'x-kubernetes-list-type': 'map' },
    ),
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
      ],
    },
  },
);

const root = message(
  'A GatewayClass of Gateway API.',
  {
    spec: as(GatewayClassSpec, 'What the user asks for.'),
    status: as(GatewayClassStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

export const GatewayClass = gatewayApiKind({
  group: 'gateway.networking.k8s.io',
  kind: 'GatewayClass',
  plural: 'gatewayclasses',
  shortNames: ['gc'],
  categories: ['gateway-api'],
  scope: 'Cluster',
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
        { jsonPath: '.spec.controllerName', name: 'Controller', type: 'string' },
        { jsonPath: '.status.conditions[?(@.type=="Accepted")].status', name: 'Accepted', type: 'string' },
        { jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' },
        { jsonPath: '.spec.description', name: 'Description', priority: 1, type: 'string' },
      ],
    },
    {
      name: 'v1beta1',
      schema: root,
      columns: [
        { jsonPath: '.spec.controllerName', name: 'Controller', type: 'string' },
        { jsonPath: '.status.conditions[?(@.type=="Accepted")].status', name: 'Accepted', type: 'string' },
        { jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' },
        { jsonPath: '.spec.description', name: 'Description', priority: 1, type: 'string' },
      ],
    },
  ],
});
