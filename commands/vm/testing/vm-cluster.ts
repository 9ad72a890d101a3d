import path from 'node:path';
import { parse } from 'yaml';
import type { JsonObject } from '../../../src/json.ts';
import { kubeconfigText } from '../../../src/kube/testing/connect-to.ts';
import { fakeApi, refuse, type FakeApi, type SeenRequest } from '../../../src/kube/testing/fake-api.ts';
import { storedObjects } from '../../../src/kube/testing/stored-objects.ts';
import { claims, sampleFacts, tokenOf } from '../../../src/vm/testing/sample-vm.ts';
import { run, type Result } from '../../testing/run.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

export const group = `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: web, namespace: shop}
spec: {template: {serviceAccount: web}}
`;
const configMap = (namespace: string, name: string, data: JsonObject): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace, name }, data },
});
const saved = [
  configMap('istio-system', 'istio', { mesh: '' }),
  configMap('istio-system', 'istio-sidecar-injector', {
    values: '{"global":{"multiCluster":{"clusterName":"west"}}}',
  }),
  configMap('shop', 'istio-ca-root-cert', { 'root-cert.pem': sampleFacts().rootCertificate }),
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace: 'istio-system', name: 'istio-eastwestgateway' },
    status: { loadBalancer: { ingress: [{ ip: '203.0.113.10' }] } },
  },
];
export const secret = tokenOf(claims);
export const files = {
  'group.yaml': group,
  'saved/all.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: saved }),
  token: `${secret}\n`,
};
export const offline = [
  'vm',
  'bundle',
  '-f',
  'group.yaml',
  '--from',
  'saved',
  '--token-file',
  'token',
  '-o',
  'vm',
];

/** A cluster with the saved objects that issues the token; `fault` comes first. */
export async function cluster(
  fault: (request: SeenRequest) => number | undefined = () => undefined,
): Promise<{
  readonly api: FakeApi;
  readonly cwd: string;
  readonly ask: (argv: readonly string[]) => Promise<Result>;
}> {
  const objects = new Map<string, JsonObject>(
    saved.map((object) => {
      const { namespace, name } = object.metadata as Record<string, string>;
      const plural = object.kind === 'Service' ? 'services' : 'configmaps';
      return [`/api/v1/namespaces/${namespace ?? ''}/${plural}/${name ?? ''}`, object];
    }),
  );
  objects.set('/apis/networking.istio.io/v1/namespaces/shop/workloadgroups/web', parse(group) as JsonObject);
  const api = await fakeApi({
    store: storedObjects(objects),
    lists: { '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations': [] },
    fault: (request, response) => {
      const status = fault(request);
      if (status !== undefined) return refuse(response, status, 'no');
      if (!request.path.endsWith('/token')) return false;
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: { token: secret } }));
      return true;
    },
  });
  const cwd = await temporaryFolder({ ...files, config: kubeconfigText(api.url) });
  const env = { KUBECONFIG: path.join(cwd, 'config'), PATH: process.env.PATH };
  return { api, cwd, ask: (argv) => run([...argv, '--no-config'], { cwd, env }) };
}
