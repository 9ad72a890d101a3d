import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../../kube/testing/fake-api.ts';
import { errorRateProblems } from './error-rate.ts';

const signal = new AbortController().signal;

/** The address of a server that answers so, until the test ends. */
async function prometheus(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${await listen(server)}`;
}

const answering = (result: unknown): RequestListener => {
  return (_, response) => {
    response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }));
  };
};

const ask = (address: string, namespaces: readonly string[] = ['shop', 'pay']) =>
  errorRateProblems({ prometheus: address, maxErrorRate: 0.05, namespaces, signal });

test.each<[string, unknown, readonly string[]]>([
  [
    'more than may fail',
    [{ value: [1, '0.123'] }],
    ['12.3 % of the requests to shop, pay fail, and 5 % may'],
  ],
  ['just as many as may fail', [{ value: [1, '0.05'] }], []],
  ['none that fail', [{ value: [1, '0'] }], []],
  ['no traffic', [], []],
  ['no number without traffic', [{ value: [1, 'NaN'] }], []],
])('%s', async (_, result, texts) => {
  const problems = await ask(await prometheus(answering(result)));
  expect(problems).toEqual(texts.map((text) => ({ text, lasts: true })));
});

test('asks for the errors of the namespaces, at their own side', async () => {
  let asked = '';
  const address = await prometheus((request, response) => {
    request.on('data', (part) => (asked += String(part)));
    request.on('end', () => {
      asked = `${request.url ?? ''} ${new URLSearchParams(asked).get('query') ?? ''}`;
      answering([])(request, response);
    });
  });
  await ask(`${address}/`);
  expect(asked).toBe(
    '/api/v1/query sum(rate(istio_requests_total{reporter="destination",destination_workload_namespace=~"shop|pay",response_code=~"5.."}[1m])) / sum(rate(istio_requests_total{reporter="destination",destination_workload_namespace=~"shop|pay"}[1m]))',
  );
});

test('a server that refuses to answer is told, and may pass', async () => {
  const address = await prometheus((_, response) => {
    response.writeHead(503).end();
  });
  expect(await ask(address)).toEqual([
    { text: `${address} does not tell how many requests fail: it answered 503`, lasts: false },
  ]);
});

test('a server that nobody reaches is told, and may pass', async () => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  const address = `http://127.0.0.1:${port}`;
  expect(await ask(address)).toEqual([
    { text: expect.stringContaining(`${address} does not tell`) as string, lasts: false },
  ]);
});

test('nobody is asked when nothing has moved', async () => {
  expect(await ask('http://127.0.0.1:1', [])).toEqual([]);
});
