import { as, integer, list, message, string } from '../schema/fields.ts';
import { intervalUpToAnHour, positiveIntervalUpToAnHour } from './cel-rules.ts';
import { LocalCACertificateReference } from './backend-tls.ts';
import { PolicyStatus } from './conditions.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';
import { SessionPersistence } from './session-persistence.ts';

export const BudgetDetails = message(
  'Size of a retry budget.',
  {
    interval: string(
      'Time window over which requests are counted for the budget, 1s to 1h. Default: `10s`.',
      { default: '10s', pattern: '^([0-9]{1,5}(h|m|s|ms)){1,4}$', cel: [intervalUpToAnHour] },
    ),
    percent: integer('Highest share of retries among the requests of the window, 0 to 100. Default: 20.', {
      default: 20,
      maximum: 100,
      minimum: 0,
    }),
  },
  { default: { interval: '10s', percent: 20 } },
);

export const RequestRate = message(
  'A number of retries per time.',
  {
    count: integer('Retries permitted in each interval, 1 to 1000000.', { maximum: 1000000, minimum: 1 }),
    interval: string('Time in which `count` retries may happen, above 0s and up to 1h.', {
      pattern: '^([0-9]{1,5}(h|m|s|ms)){1,4}$',
      cel: [positiveIntervalUpToAnHour],
    }),
  },
  { default: { count: 10, interval: '1s' } },
);

export const RetryConstraint = message('Budget that limits retries in relation to normal traffic.', {
  budget: as(BudgetDetails, 'Share of requests that may be retries. Default: 20 percent over 10s.'),
  minRetryRate: as(RequestRate, 'Retries permitted even when the budget is used up. Default: 10 per 1s.'),
});

export const BackendTrafficPolicySpec = message(
  'Traffic settings for all connections to certain backends (experimental; Istio needs `PILOT_ENABLE_ALPHA_GATEWAY_API`).',
  {
    retryConstraint: as(
      RetryConstraint,
      'Caps retries towards the backends, to prevent retry storms; the only part Istio implements.',
    ),
    sessionPersistence: as(
      SessionPersistence,
      'Sticky sessions for the targeted backends; without effect in Istio.',
    ),
    targetRefs: list(
      LocalCACertificateReference,
      "Backends in the policy's namespace that it applies to, 1 to 16; Services in Istio.",
      {
        maxItems: 16,
        minItems: 1,
        'x-kubernetes-list-map-keys': ['group', 'kind', 'name'],
        'x-kubernetes-list-type': 'map',
      },
    ),
  },
  { required: ['targetRefs'] },
);

const root = message(
  'A XBackendTrafficPolicy of Gateway API.',
  {
    spec: as(BackendTrafficPolicySpec, 'What the user asks for.'),
    status: as(PolicyStatus, 'What controllers report about the object.'),
  },
  { required: ['spec'] },
);

export const XBackendTrafficPolicy = gatewayApiKind({
  group: 'gateway.networking.x-k8s.io',
  kind: 'XBackendTrafficPolicy',
  plural: 'xbackendtrafficpolicies',
  shortNames: ['xbtrafficpolicy'],
  categories: ['gateway-api'],
  scope: 'Namespaced',
  labels: { 'gateway.networking.k8s.io/policy': 'Direct' },
  annotations: {
    'api-approved.kubernetes.io': 'https://github.com/kubernetes-sigs/gateway-api/pull/4530',
    'gateway.networking.k8s.io/bundle-version': 'v1.6.0',
  },
  channels: ['experimental'],
  versions: [
    {
      name: 'v1alpha1',
      schema: root,
      storage: true,
      columns: [{ jsonPath: '.metadata.creationTimestamp', name: 'Age', type: 'date' }],
    },
  ],
});
