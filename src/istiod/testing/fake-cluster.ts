import { connect } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { MeshctlError } from '../../errors.ts';
import type { ClusterClient } from '../../kube/index.ts';
import { fakeAdmin } from '../../proxy/testing/fake-admin.ts';

/** A pod of a fake cluster. */
export interface FakePod {
  readonly name: string;
  readonly namespace?: string;
  /** Default: Running. */
  readonly phase?: string;
  readonly leaves?: boolean;
  /** What its ports answer; nothing listens without. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface FakeCluster {
  readonly client: ClusterClient;
  /** Each query for pods, and each request to one: `istiod-a:15014 GET /debug/syncz`. */
  readonly log: readonly string[];
}

/** A cluster that lists these pods, whatever labels are asked for, until the test ends. */
export function fakeCluster(pods: readonly FakePod[]): FakeCluster {
  const log: string[] = [];
  const client: ClusterClient = {
    ...{ context: 'test', server: 'https://fake', namespace: 'default' },
    get: (path, { query = {} } = {}) => {
      log.push(`${path} ${query.labelSelector ?? ''}`);
      return Promise.resolve({ metadata: {}, items: pods.map(objectOf) });
    },
    text: () => Promise.resolve(''),
    clockOffset: () => undefined,
    forward: async ({ name }, port) => {
      const answer = pods.find((pod) => pod.name === name)?.answer;
      if (!answer)
        throw new MeshctlError('environment', `nothing listens at port ${port} of the pod ${name}`);
      const admin = await fakeAdmin((request, response) => {
        log.push(`${name}:${port} ${request.method ?? ''} ${request.url ?? ''}`);
        answer(request, response);
      });
      onTestFinished(() => admin.close());
      return connect(Number(new URL(admin.address).port), '127.0.0.1');
    },
  };
  return { client, log };
}

const objectOf = ({ name, namespace = 'istio-system', phase = 'Running', leaves = false }: FakePod) => ({
  metadata: { name, namespace, ...(leaves && { deletionTimestamp: '2030-01-01T00:00:00Z' }) },
  status: { phase },
});
