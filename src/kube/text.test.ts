import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { connectTo } from './testing/connect-to.ts';
import { fakeApi, refuse } from './testing/fake-api.ts';

const path = '/api/v1/namespaces/shop/pods/web-1/log';

test('text is read as it is, with the query that was asked for', async () => {
  const api = await fakeApi({
    fault: ({ headers }, response) => {
      expect(headers.accept).toBe('*/*');
      response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' });
      response.end(gzipSync('{ not JSON\nüber\n'));
      return true;
    },
  });
  const client = await connectTo(api);
  expect(await client.text(path, { query: { container: 'istio-proxy' } })).toBe('{ not JSON\nüber\n');
  expect(api.requests[0]?.query.get('container')).toBe('istio-proxy');
});

test('text is asked for again while the server is busy', async () => {
  const api = await fakeApi({
    fault: (_, response, nth) => {
      if (nth < 3) return refuse(response, 503, 'not now');
      response.end('ready');
      return true;
    },
  });
  expect(await (await connectTo(api)).text(path)).toBe('ready');
  expect(api.requests).toHaveLength(3);
});

test('text that may not be read is an error that says who permits it', async () => {
  const api = await fakeApi({ fault: (_, response) => refuse(response, 403, 'no') });
  await expect((await connectTo(api)).text(path)).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining('may not') as string,
  });
});

test('text ends with the signal of its reader', async () => {
  const controller = new AbortController();
  const api = await fakeApi({
    fault: () => {
      controller.abort(new Error('enough'));
      return true;
    },
  });
  const client = await connectTo(api);
  await expect(client.text(path, { signal: controller.signal })).rejects.toThrow('enough');
});
