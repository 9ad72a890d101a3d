import { as, int32, list, message, string } from '../schema/fields.ts';
import { fractionAtMostOne, percentOrFraction, serviceNeedsPort } from './cel-rules.ts';

export const HTTPHeaderAddition = message(
  'A header value to append.',
  {
    name: string('Header to append to, case-insensitive; at most 256 characters.', {
      maxLength: 256,
      minLength: 1,
      pattern: "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$",
    }),
    value: string('Text appended as a further value of the header; at most 4096 characters.', {
      maxLength: 4096,
      minLength: 1,
      pattern: '^[!-~]+([\\t ]?[!-~]+)*$',
      standard: { pattern: undefined },
    }),
  },
  { required: ['name', 'value'] },
);

export const HTTPRequestHeaderFilter = message(
  'Changes to the headers of a request before it reaches the backend.',
  {
    add: list(
      HTTPHeaderAddition,
      'Request headers to append; existing values of the same name are kept. At most 16.',
      { maxItems: 16, 'x-kubernetes-list-map-keys': ['name'], 'x-kubernetes-list-type': 'map' },
    ),
    remove: list(string(), 'Names of headers to drop from the request, case-insensitive; at most 16.', {
      maxItems: 16,
      'x-kubernetes-list-type': 'set',
    }),
    set: list(
      HTTPHeaderAddition,
      'Request headers to write, replacing any earlier value of the same name; at most 16.',
      { maxItems: 16, 'x-kubernetes-list-map-keys': ['name'], 'x-kubernetes-list-type': 'map' },
    ),
  },
);

export const BackendObjectReference = message(
  'Points at the backend of a mirror or of an external authorization check.',
  {
    group: string('API group of the auxiliary backend. Default: empty, meaning core.', {
      default: '',
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string('Type of the auxiliary backend. Default: `Service`.', {
      default: 'Service',
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    name: string('Name of the Service that takes mirrored requests or authorization checks.', {
      maxLength: 253,
      minLength: 1,
    }),
    namespace: string(
      "Where the auxiliary backend lives. Default: the route's own; a ReferenceGrant must allow any other.",
      { maxLength: 63, minLength: 1, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
    ),
    port: int32(
      'Service port for the copies or checks, 1 to 65535; required when the backend is a Service.',
      { maximum: 65535, minimum: 1 },
    ),
  },
  { required: ['name'], cel: [serviceNeedsPort] },
);

export const Fraction = message(
  'A ratio of requests, numerator over denominator.',
  {
    denominator: int32('Lower part of the ratio, at least 1. Default: 100.', { default: 100, minimum: 1 }),
    numerator: int32('Upper part of the ratio; 0 selects nothing and it may not exceed `denominator`.', {
      minimum: 0,
    }),
  },
  { required: ['numerator'], cel: [fractionAtMostOne] },
);

export const HTTPRequestMirrorFilter = message(
  'Sends copies of requests to a second backend whose answers are ignored.',
  {
    backendRef: as(BackendObjectReference, 'Destination that receives the copies of the requests.'),
    fraction: as(
      Fraction,
      'Part of the requests to mirror, as a ratio; excludes `percent`. Default: all requests.',
    ),
    percent: int32('Part of the requests to mirror, 0 to 100; excludes `fraction`. Default: 100.', {
      maximum: 100,
      minimum: 0,
    }),
  },
  { required: ['backendRef'], cel: [percentOrFraction] },
);
