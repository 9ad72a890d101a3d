import { request } from 'node:https';
import { onTestFinished, expect, test } from 'vitest';
import { isObject, plainText, type JsonObject } from '../json.ts';
import { chooseContext } from '../kube/kubeconfig/choose-context.ts';
import { parseKubeconfig } from '../kube/kubeconfig/parse-kubeconfig.ts';
import { metadataOf, nameOf } from './store/metadata.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from './start-sandbox.ts';
import { apiSender } from './testing/api-sender.ts';

const maps = '/api/v1/namespaces/default/configmaps';
const map = (name: string, labels: JsonObject = {}): JsonObject => ({ metadata: { name, labels } });

async function opened(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ loop: false, ...options });
  onTestFinished(sandbox.stop);
  const sender = apiSender(sandbox.kubeconfig);
  return {
    sandbox,
    post: (body: JsonObject) => sender({ method: 'POST', path: maps, body }),
    label: (name: string, labels: JsonObject) => {
      const type = 'application/merge-patch+json';
      return sender({ method: 'PATCH', path: `${maps}/${name}`, type, body: { metadata: { labels } } });
    },
    remove: (name: string) => sender({ method: 'DELETE', path: `${maps}/${name}` }),
    version: async (): Promise<string> => {
      const { body } = await sender({ method: 'GET', path: `${maps}?limit=1` });
      return plainText(metadataOf(body).resourceVersion);
    },
  };
}

/** What a watch tells until its time is over, a second at most. */
function watched(
  { kubeconfig }: Sandbox,
  query: string,
): { readonly open: Promise<void>; readonly lines: Promise<JsonObject[]> } {
  const { server, user } = chooseContext(parseKubeconfig(kubeconfig, 'test'), undefined);
  const headers = { authorization: `Bearer ${plainText(user.token)}` };
  const url = `${server}${maps}?watch=true&timeoutSeconds=1&${query}`;
  let began = (): void => undefined;
  const open = new Promise<void>((resolve) => (began = resolve));
  const lines = new Promise<JsonObject[]>((resolve, reject) => {
    const sent = request(url, { headers, rejectUnauthorized: false, agent: false }, (response) => {
      began();
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        const read = text.split('\n').filter((line) => line !== '');
        resolve(read.map((line) => JSON.parse(line) as JsonObject));
      });
    });
    sent.on('error', reject).end();
  });
  return { open, lines };
}

const told = (lines: readonly JsonObject[]): string[] =>
  lines.map(({ type, object }) => `${plainText(type)} ${isObject(object) ? nameOf(object) : ''}`);

test('a watch tells what is there, and what becomes of it', async () => {
  const { sandbox, post, label, remove } = await opened();
  await post(map('a'));
  const { open, lines } = watched(sandbox, 'fieldSelector=metadata.name!=kube-root-ca.crt');
  await open;
  await post(map('b'));
  await label('a', { x: 'y' });
  await remove('b');
  expect(told(await lines)).toEqual(['ADDED a', 'ADDED b', 'MODIFIED a', 'DELETED b']);
});

test('a watch goes on from a version', async () => {
  const { sandbox, post, version } = await opened();
  await post(map('a'));
  const from = await version();
  await post(map('b'));
  expect(told(await watched(sandbox, `resourceVersion=${from}`).lines)).toEqual(['ADDED b']);
});

test('an object that comes to fit a selector is added, one that does not any more is deleted', async () => {
  const { sandbox, post, label } = await opened();
  await post(map('a', { x: 'y' }));
  await post(map('b'));
  const { open, lines } = watched(sandbox, 'labelSelector=x');
  await open;
  await label('b', { x: 'z' });
  await label('a', { x: null });
  expect(told(await lines)).toEqual(['ADDED a', 'ADDED b', 'DELETED a']);
});

test('a bookmark says how far a watch is', async () => {
  const { sandbox, post, version } = await opened();
  await post(map('a'));
  const query = `allowWatchBookmarks=true&resourceVersion=${await version()}`;
  const [bookmark] = await watched(sandbox, query).lines;
  expect(bookmark).toMatchObject({
    type: 'BOOKMARK',
    object: { metadata: { resourceVersion: await version() } },
  });
});

test('a version that is forgotten is gone', async () => {
  const { sandbox, post } = await opened({ history: 2 });
  for (const name of ['a', 'b', 'c']) await post(map(name));
  const lines = await watched(sandbox, 'resourceVersion=3').lines;
  expect(lines).toMatchObject([{ type: 'ERROR', object: { code: 410, reason: 'Expired' } }]);
});
