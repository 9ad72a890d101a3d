import { as, int32, list, map, message, oneOf, string } from '../schema/fields.ts';
import { servicePortRequired, uniqueTargetPorts } from './cel-rules.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';
import { InferencePoolImportRouteParentStatus } from './routes.ts';

export const EndpointPickerPort = message(
  "Port of the endpoint picker's Service.",
  {
    number: int32('Port the endpoint picker listens on for gateway queries, 1 to 65535.', {
      maximum: 65535,
      minimum: 1,
    }),
  },
  { required: ['number'] },
);

export const EndpointPickerRef = message(
  'Points at the endpoint picker, an external processing service.',
  {
    failureMode: oneOf(
      ['FailOpen', 'FailClose'],
      'When the picker is unreachable, `FailClose` rejects requests and `FailOpen` lets the gateway choose a Pod. Default: `FailClose`.',
      { default: 'FailClose' },
    ),
    group: string('API group of the endpoint picker. Default: empty for the core group.', {
      default: '',
      maxLength: 253,
      minLength: 0,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string('Type of the endpoint picker. Default: `Service`.', {
      default: 'Service',
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    name: string("Name of the endpoint picker's Service, in the namespace of the pool.", {
      maxLength: 253,
      minLength: 1,
    }),
    port: as(EndpointPickerPort, 'Port of the endpoint picker; required when it is a Service.'),
  },
  { required: ['name'], cel: [servicePortRequired] },
);

export const InferencePoolSelector = message(
  'Label query for model server Pods; only exact labels are supported.',
  {
    matchLabels: map(
      string('', { maxLength: 63, minLength: 0, pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$' }),
      'Labels a Pod needs, all of them, to belong to the pool; 1 to 64 pairs.',
      { maxProperties: 64, minProperties: 1 },
    ),
  },
  { required: ['matchLabels'] },
);

export const InferencePoolSpec = message(
  'Model server Pods and the endpoint picker that chooses among them (Istio needs `ENABLE_GATEWAY_API_INFERENCE_EXTENSION`).',
  {
    appProtocol: oneOf(
      ['http', 'kubernetes.io/h2c'],
      'Protocol spoken to the model servers: `http` for HTTP/1.1 or `kubernetes.io/h2c` for cleartext HTTP/2. Default: `http`.',
      { default: 'http' },
    ),
    endpointPickerRef: as(EndpointPickerRef, 'Extension service that selects the best Pod for each request.'),
    selector: as(InferencePoolSelector, "Labels of the model server Pods, in the pool's namespace."),
    targetPorts: list(EndpointPickerPort, 'Ports the model servers listen on, 1 to 8, without repetition.', {
      maxItems: 8,
      minItems: 1,
      'x-kubernetes-list-type': 'atomic',
      cel: [uniqueTargetPorts],
    }),
  },
  { required: ['endpointPickerRef', 'selector', 'targetPorts'] },
);

export const InferencePoolStatus = message(
  'State of a route (or backend, or pool), reported separately for each parent.',
  {
    parents: list(
      InferencePoolImportRouteParentStatus,
      'Reports per parent and controller, at most 32; parents nobody handles have no entry.',
      { maxItems: 32, 'x-kubernetes-list-type': 'atomic' },
    ),
  },
);

const root = message(
  'A InferencePool of Gateway API.',
  {
    spec: as(InferencePoolSpec, 'What the user asks for.'),
    status: as(InferencePoolStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

export const InferencePool = gatewayApiKind({
  group: 'inference.networking.k8s.io',
  kind: 'InferencePool',
  plural: 'inferencepools',
  shortNames: ['infpool'],
  scope: 'Namespaced',
  annotations: {
    'api-approved.kubernetes.io':
      'https://github.com/kubernetes-sigs/gateway-api-inference-extension/pull/1173',
    'inference.networking.k8s.io/bundle-version': 'v1.5.0',
  },
  channels: ['standard', 'experimental'],
  versions: [{ name: 'v1', schema: root, storage: true }],
});
