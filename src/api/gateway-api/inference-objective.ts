import { as, integer, list, message } from '../schema/fields.ts';
import { Condition } from './conditions.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';
import { PoolObjectReference } from './references.ts';

export const InferenceObjectiveSpec = message(
  'Importance of a class of inference requests to a pool.',
  {
    poolRef: as(PoolObjectReference, 'InferencePool the objective belongs to, in the same namespace.'),
    priority: integer(
      'Importance compared with other objectives: higher is served first and lower is shed first. Missing counts as 0.',
    ),
  },
  { required: ['poolRef'] },
);

export const InferenceObjectiveStatus = message('Reported state of an inference rewrite or objective.', {
  conditions: list(
    Condition,
    'Verdicts of the controller, chiefly `Accepted`; Unknown with reason `Pending` until one has looked.',
    {
      default: [
        {
          lastTransitionTime: '1970-01-01T00:00:00Z',
          message: 'Waiting for controller',
          reason: 'Pending',
          status: 'Unknown',
          type: 'Ready',
        },
      ],
      maxItems: 8,
      'x-kubernetes-list-map-keys': ['type'],
      'x-kubernetes-list-type': 'map',
    },
  ),
});

const root = message('A InferenceObjective of Gateway API.', {
  spec: as(InferenceObjectiveSpec, 'What the user asks for.'),
  status: as(InferenceObjectiveStatus, 'What controllers report about the object.'),
});

export const InferenceObjective = gatewayApiKind({
  group: 'inference.networking.x-k8s.io',
  kind: 'InferenceObjective',
  plural: 'inferenceobjectives',
  scope: 'Namespaced',
  annotations: { 'inference.networking.k8s.io/bundle-version': 'v1.5.0' },
  channels: ['standard', 'experimental'],
  versions: [
    {
      name: 'v1alpha2',
      schema: root,
      storage: true,
      columns: [
        { jsonPath: '.spec.poolRef.name', name: 'Inference Pool', type: 'string' },
        { jsonPath: '.spec.priority', name: 'Priority', type: 'string' },
        { jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' },
      ],
    },
  ],
});
