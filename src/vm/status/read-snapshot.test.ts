import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { fakeCluster } from '../../istiod/testing/fake-cluster.ts';
import { readConnections } from './read-connections.ts';
import { readVmSnapshot } from './index.ts';

const clients = [
  {
    connectionId: 'vm-1.shop-12',
    metadata: { NAMESPACE: 'shop', INSTANCE_IPS: '10.0.0.1,fe80::1', ISTIO_VERSION: '1.31.1' },
  },
  { connectionId: 'pod-a-7.shop-3' },
];
const adsz = JSON.stringify({ totalClients: 2, clients });
const syncz = JSON.stringify([
  { proxy: 'vm-1.shop', istio_version: '1.31.1', cluster_sent: 'b', cluster_acked: 'a' },
  { proxy: 'pod-a-7.shop', istio_version: '1.31.0', cluster_sent: 'a', cluster_acked: 'a' },
]);

const answers: Readonly<Record<string, string>> = {
  '/version': '1.31.1-0123abc-Clean',
  '/debug/adsz': adsz,
  '/debug/syncz': syncz,
};
const answer =
  (texts: Readonly<Record<string, string>>) =>
  ({ url = '' }: IncomingMessage, response: ServerResponse): void => {
    const text = texts[url];
    response.writeHead(text === undefined ? 404 : 200).end(text ?? '');
  };

const read = (...pods: Parameters<typeof fakeCluster>[0]) =>
  readVmSnapshot(fakeCluster(pods).client, {}).catch((error: unknown) => error);

test('an istiod says who is connected, from where, and how far', async () => {
  expect(await read({ name: 'istiod-a', answer: answer(answers) })).toMatchObject({
    missing: [],
    snapshot: {
      istiods: [
        {
          ...{ name: 'istiod-a', revision: 'default', version: '1.31.1' },
          connections: [
            {
              ...{ proxy: 'vm-1.shop', namespace: 'shop', addresses: ['10.0.0.1', 'fe80::1'] },
              ...{ version: '1.31.1', sync: 'behind', behind: ['CDS STALE'] },
            },
            { proxy: 'pod-a-7.shop', addresses: [], version: '1.31.0', sync: 'synced' },
          ],
        },
      ],
    },
  });
});

test('what istiods do not say is missing, and said', async () => {
  const mute = { name: 'istiod-a', answer: answer({ '/version': '1.31.1' }) };
  expect(await read(mute, { name: 'istiod-b' })).toMatchObject({
    missing: [/istiod-a: it lists none/, /istiod-b: /].map((text) => expect.stringMatching(text) as string),
    snapshot: {
      istiods: [
        { name: 'istiod-a', version: '1.31.1' },
        { name: 'istiod-b', version: '' },
      ],
    },
  });
  expect(await read()).toMatchObject({ missing: [expect.stringContaining('no istiod runs')] });
});

test.each([
  ['no JSON', 'oops', undefined],
  ['a list of something else', '{"clients":{}}', undefined],
  ['nobody', '{"totalClients":0,"clients":null}', []],
])('reads %s', (_, text, expected) => {
  expect(readConnections(text, [])).toEqual(expected);
});
