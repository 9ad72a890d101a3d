import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fakeApi, refuse, type FakeApi, type FakeApiOptions } from '../src/kube/testing/fake-api.ts';
import { kubeconfigText } from '../src/kube/testing/connect-to.ts';
import { gateways } from '../src/kube/testing/kinds.ts';
import { run, type Result } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const networking = '/apis/networking.istio.io/v1';
const kinds = [
  gateways,
  { ...gateways, kind: 'VirtualService', resource: 'virtualservices' },
  { ...gateways, group: '', kind: 'ConfigMap', resource: 'configmaps' },
];
const virtualService = (name: string, gateway: string) => ({
  metadata: { name, namespace: 'edge' },
  spec: { hosts: [`${name}.example.com`], gateways: [gateway], http: [{ redirect: { uri: '/new' } }] },
});
const front = {
  metadata: { name: 'front', namespace: 'edge' },
  spec: {
    selector: { istio: 'front' },
    servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }],
  },
};
const lists = {
  [`${networking}/gateways`]: [front],
  [`${networking}/virtualservices`]: [virtualService('right', 'front'), virtualService('wrong', 'rear')],
  '/api/v1/namespaces/istio-system/configmaps': [],
};

interface Live extends Result {
  readonly api: FakeApi;
}

async function analyze(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  fault?: FakeApiOptions['fault'],
): Promise<Live> {
  const api = await fakeApi({ kinds, lists, ...(fault !== undefined && { fault }) });
  const cwd = await temporaryFolder({ ...files, kubeconfig: kubeconfigText(api.url) });
  const rule = 'virtualservice/gateway-not-found';
  const kubeconfig = ['--kubeconfig', join(cwd, 'kubeconfig')];
  const result = await run(['analyze', '--live', '--rule', rule, '-o', 'log', ...kubeconfig, ...args], {
    cwd,
  });
  return { ...result, api };
}

it('judges what a cluster holds, and only reads', async () => {
  const { code, out, api } = await analyze({}, []);
  expect(code).toBe(1);
  expect(out).toMatch(
    /^cluster:test\/edge\/VirtualService\.networking\.istio\.io\/wrong:\d+:\d+: error there is no Gateway rear/,
  );
  expect(out.trim().split('\n')).toHaveLength(1);
  expect(new Set(api.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
});

it('reads ConfigMaps of the control plane only', async () => {
  const { api } = await analyze({}, []);
  const paths = api.requests.map(({ path }) => path).filter((path) => path.includes('configmaps'));
  expect(paths).toEqual(['/api/v1/namespaces/istio-system/configmaps']);
});

it('takes files as if they were applied', async () => {
  const mended = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    ...virtualService('wrong', 'front'),
  };
  const { code, out } = await analyze({ 'mesh/fix.yaml': JSON.stringify(mended) }, ['mesh']);
  expect({ code, out }).toEqual({ code: 0, out: '' });
});

it('exits with 3 and says what is missing when some kinds may not be read', async () => {
  const { code, out, err } = await analyze({}, [], ({ path }, response) =>
    path.endsWith('/gateways') ? refuse(response, 403, 'gateways is forbidden') : false,
  );
  expect(code).toBe(3);
  expect(out).toContain('info there is no Gateway');
  expect(out).not.toContain('error');
  expect(err).toContain('gateways.networking.istio.io');
});

it.each([
  ['--cluster', ['--cluster', 'east=.']],
  ['--watch', ['--watch']],
  ['--since', ['--since', 'HEAD']],
])('refuses %s', async (_, args) => {
  const { code, out } = await analyze({}, args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
});
