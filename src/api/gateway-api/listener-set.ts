import { as, list, message, string } from '../schema/fields.ts';
import {
  distinctListenerSetEntries,
  httpsTerminates,
  l4ListenerWithoutHostname,
  plainListenerWithoutTls,
  tlsListenerNeedsMode,
  uniqueListenerNames,
} from './cel-rules.ts';
import { Condition } from './conditions.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';
import { Listener, ListenerStatus } from './listeners.ts';

export const ListenerSetParentGatewayReference = message(
  'Points at the Gateway a ListenerSet or inference pool belongs to.',
  {
    group: string('API group of the Gateway referred to. Default: `gateway.networking.k8s.io`.', {
      default: 'gateway.networking.k8s.io',
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string('Type of the object referred to. Default: `Gateway`.', {
      default: 'Gateway',
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    name: string('Name of the Gateway that is extended or reported on.', { maxLength: 253, minLength: 1 }),
    namespace: string('Where that Gateway lives. Default: the namespace of the referring object.', {
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
    }),
  },
  { required: ['name'] },
);

export const ListenerSetSpec = message(
  'Additional listeners for a Gateway, kept in an object of their own.',
  {
    listeners: list(
      Listener,
      'Listeners merged into the parent; 1 to 64. On conflicts the Gateway and older sets win.',
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
          distinctListenerSetEntries,
        ],
      },
    ),
    parentRef: as(
      ListenerSetParentGatewayReference,
      'Gateway to extend; it must permit this namespace in `allowedListeners`.',
    ),
  },
  { required: ['listeners', 'parentRef'] },
);

export const ListenerSetStatus = message(
  'Reported state of a ListenerSet and its listeners.',
  {
    conditions: list(
      Condition,
      'Overall verdicts, mainly `Accepted` and `Programmed`; `NotAllowed` as reason means the parent refuses the namespace.',
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
    listeners: list(ListenerStatus, 'State of every listener the set contributes, matched by name.', {
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
  'A ListenerSet of Gateway API.',
  {
    spec: as(ListenerSetSpec, 'What the user asks for.'),
    status: as(ListenerSetStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

export const ListenerSet = gatewayApiKind({
  group: 'gateway.networking.k8s.io',
  kind: 'ListenerSet',
  plural: 'listenersets',
  shortNames: ['lset'],
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
        { jsonPath: '.status.conditions[?(@.type=="Accepted")].status', name: 'Accepted', type: 'string' },
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
