import type { Condition } from '../advisory.ts';

/** A gateway that clients outside of the cluster reach. */
export const publicGateway: Condition = {
  basis: 'exposure',
  what: 'a gateway is open to clients from outside',
  query: {
    entries: [
      {
        kind: 'Service',
        path: 'spec.type',
        predicate: 'in',
        value: ['LoadBalancer', 'NodePort'],
        scope: 'gateway-service',
      },
    ],
  },
  whenUnseen: 'affected',
};

/** The same, where it is HTTP/2 that does it. */
export const publicHttp2: Condition = {
  ...publicGateway,
  what: 'a proxy is open to HTTP/2 or gRPC of strangers, as public gateways are',
};
