import { as, int32, list, message, oneOf, string } from '../schema/fields.ts';
import { Condition } from './conditions.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';
import { PoolObjectReference } from './references.ts';

export const ModelMatch = message(
  'Comparison with the requested model name.',
  {
    type: oneOf(['Exact'], 'How model names are compared; only `Exact` exists. Default: `Exact`.', {
      default: 'Exact',
    }),
    value: string('Model name as clients write it in the request.', { minLength: 1 }),
  },
  { required: ['value'] },
);

export const InferenceModelRewriteMatch = message(
  'A condition on an inference request.',
  {
    model: as(ModelMatch, 'Condition on the `model` field in the JSON body of the request.'),
  },
  { required: ['model'] },
);

export const TargetModel = message(
  'A model that takes a share of the requests.',
  {
    modelRewrite: string("Model name written into the request body in place of the client's."),
    weight: int32(
      'Share of requests relative to the other targets, 1 to 1000000; give weights to all targets or to none.',
      { maximum: 1000000, minimum: 1 },
    ),
  },
  { required: ['modelRewrite'] },
);

export const InferenceModelRewriteRule = message(
  'Requests to match and the models that serve them instead.',
  {
    matches: list(
      InferenceModelRewriteMatch,
      'Alternative conditions on the inference request, one of which must hold. Default: all requests.',
    ),
    targets: list(TargetModel, 'Models that matched requests are spread over by weight; at least one.', {
      minItems: 1,
    }),
  },
);

export const InferenceModelRewriteSpec = message(
  'Changes the model name in inference requests to a pool, for aliases or gradual rollouts.',
  {
    poolRef: as(PoolObjectReference, 'InferencePool whose requests are rewritten, in the same namespace.'),
    rules: list(
      InferenceModelRewriteRule,
      'Rewrite rules; exact model matches go before catch-all ones, then the first in order counts.',
    ),
  },
  { required: ['poolRef', 'rules'] },
);

export const InferenceModelRewriteStatus = message('Reported state of an inference rewrite or objective.', {
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
          type: 'Accepted',
        },
      ],
      maxItems: 8,
      'x-kubernetes-list-map-keys': ['type'],
      'x-kubernetes-list-type': 'map',
    },
  ),
});

const root = message('A InferenceModelRewrite of Gateway API.', {
  spec: as(InferenceModelRewriteSpec, 'What the user asks for.'),
  status: as(InferenceModelRewriteStatus, 'What controllers report about the object.'),
});

export const InferenceModelRewrite = gatewayApiKind({
  group: 'inference.networking.x-k8s.io',
  kind: 'InferenceModelRewrite',
  plural: 'inferencemodelrewrites',
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
        { jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' },
      ],
    },
  ],
});
