import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { crdOf, findDefinitions } from '../../src/api/index.ts';
import type { JsonObject } from '../../src/json.ts';
import { issue } from '../../src/kube/testing/certificate.ts';
import { startSandbox, type Fault, type Sandbox, type SandboxRequest } from '../../src/sandbox/index.ts';
import { claims, sampleFacts, tokenOf } from '../../src/vm/testing/sample-vm.ts';
import { run, type Result } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const configMap = (namespace: string, name: string, data: JsonObject): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace, name }, data },
});
const gateway = (spec: JsonObject, ingress: readonly JsonObject[] = []): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'Service' },
  metadata: { name: 'istio-eastwestgateway', namespace: 'istio-system' },
  spec: { ports: [{ name: 'tls-istiod', port: 15012 }], ...spec },
  status: { loadBalancer: { ingress: [...ingress] } },
});
const balanced = (...ingress: readonly JsonObject[]): JsonObject =>
  gateway({ type: 'LoadBalancer' }, ingress);
const right = balanced({ ip: '203.0.113.10' });
const mesh = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web', namespace: 'shop' } },
  configMap('istio-system', 'istio', { mesh: '' }),
  configMap('istio-system', 'istio-sidecar-injector', {
    values: '{"global":{"multiCluster":{"clusterName":"west"}}}',
  }),
  configMap('shop', 'istio-ca-root-cert', { 'root-cert.pem': sampleFacts().rootCertificate }),
];
const group = `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: web, namespace: shop}
spec: {template: {serviceAccount: web}}
`;
const over = tokenOf({ ...claims, iat: 1_700_000_000, nbf: 1_700_000_000, exp: 1_700_003_600 });

const stranger = issue({
  ...{ name: 'vm', addresses: ['spiffe://cluster.local/ns/shop/sa/web'] },
  issuer: issue({ name: 'other', ca: true }),
});

interface Outcome extends Result {
  /** The file `hosts`; undefined when no files were written. */
  readonly hosts: string | undefined;
}

/** As a load balancer tells its address; nobody else writes the status. */
async function setStatus({ url, kubeconfig }: Sandbox, { status = {} }: JsonObject): Promise<void> {
  const config = parse(kubeconfig) as {
    readonly clusters: readonly [{ readonly cluster: Readonly<Record<string, string>> }];
    readonly users: readonly [{ readonly user: { readonly token: string } }];
  };
  const ca = Buffer.from(config.clusters[0].cluster['certificate-authority-data'] ?? '', 'base64');
  const authorization = `Bearer ${config.users[0].user.token}`;
  const headers = { authorization, 'content-type': 'application/merge-patch+json' };
  const place = `${url}/api/v1/namespaces/istio-system/services/istio-eastwestgateway/status`;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(place, { ca, headers, method: 'PATCH' }, resolve)
      .on('error', reject)
      .end(JSON.stringify({ status }));
  });
  answer.resume();
  expect(answer.statusCode).toBe(200);
}

type Faults = (request: SandboxRequest) => Fault | undefined;

interface Situation {
  readonly argv?: readonly string[];
  readonly service?: JsonObject | undefined;
  readonly faults?: Faults;
}

/** Runs `meshctl vm bundle` or `onboard` in a mesh in which something is wrong. */
async function outcome(command: string, { argv = [], service, faults }: Situation): Promise<Outcome> {
  const kinds = await Promise.all(['WorkloadGroup', 'WorkloadEntry'].map(findDefinitions));
  const definitions = kinds.flat().map((definition) => crdOf(definition, 'standard'));
  const seed = [...definitions, ...mesh, ...(service === undefined ? [] : [service])];
  const sandbox = await startSandbox({ seed, loop: false, ...(faults && { faults }) });
  onTestFinished(sandbox.stop);
  if (service !== undefined) await setStatus(sandbox, service);
  const cwd = await temporaryFolder({
    ...{ config: sandbox.kubeconfig, 'group.yaml': group, over },
    ...{ 'id/key.pem': stranger.key, 'id/cert-chain.pem': stranger.certificate },
  });
  const env = { KUBECONFIG: path.join(cwd, 'config'), PATH: process.env.PATH };
  const yes = command === 'onboard' ? ['-y'] : [];
  const all = ['vm', command, '-f', 'group.yaml', '-o', 'vm', ...yes, ...argv, '--no-config'];
  const result = await run(all, { cwd, env });
  const written = path.join(cwd, 'vm');
  const hosts = existsSync(written) ? await readFile(path.join(written, 'hosts'), 'utf8') : undefined;
  return { ...result, hosts };
}

const isToken = ({ path: asked }: SandboxRequest): boolean => asked.endsWith('/token');
const denied: Faults = (asked) =>
  isToken(asked) ? { code: 403, reason: 'Forbidden', message: 'no' } : undefined;
/** From the request for the token on, nobody answers. */
function goneAtToken(): Faults {
  let gone = false;
  return (asked) => {
    gone ||= isToken(asked);
    return gone ? 'reset' : undefined;
  };
}
/** Nobody answers who waits for the VM. */
const goneWhileWaiting: Faults = ({ path: asked, query }) =>
  asked.endsWith('/workloadentries') && query.has('watch') ? 'reset' : undefined;
const named = balanced({ hostname: 'localhost' });
const unknown = balanced({ hostname: 'gateway.invalid' });
const istiod = 'istiod.istio-system.svc';

/** docs/reliability.md has these rows, in the section on machines. */
describe.each<readonly [string, 'bundle' | 'onboard', Situation, number, string | undefined, RegExp]>([
  [
    'the gateway is missing',
    'bundle',
    {},
    0,
    '',
    /hosts is empty.*no Service istio-system\/istio-eastwestgateway[\s\S]*hint: .*--ingress-ip/,
  ],
  [
    'the gateway is missing',
    'onboard',
    {},
    3,
    undefined,
    /no Service istio-system\/istio-eastwestgateway[\s\S]*hint: .*--address/,
  ],
  [
    'the load balancer has only a name',
    'bundle',
    { service: unknown },
    0,
    '',
    /but the name gateway\.invalid[\s\S]*hint: .*--ingress-ip/,
  ],
  [
    'the load balancer has only a name, which is not known',
    'onboard',
    { service: unknown },
    3,
    undefined,
    /gateway\.invalid .*cannot be looked up here[\s\S]*hint: .*--address/,
  ],
  [
    'the load balancer has only a name, of this machine',
    'onboard',
    { service: named },
    3,
    undefined,
    /is an address of no other machine[\s\S]*hint: .*--address/,
  ],
  [
    'the load balancer has no address yet',
    'bundle',
    { service: balanced() },
    0,
    '',
    /hosts is empty.*has no address yet[\s\S]*hint: .*--ingress-ip/,
  ],
  [
    'the load balancer has no address yet',
    'onboard',
    { service: balanced() },
    3,
    undefined,
    /has no address yet[\s\S]*hint: .*--address/,
  ],
  [
    'the address is one of IPv6',
    'bundle',
    { service: balanced({ ip: '2001:db8::1' }) },
    0,
    `2001:db8::1 ${istiod}\n`,
    /files of a VM/,
  ],
  [
    'the address is one of IPv6',
    'onboard',
    { service: balanced({ ip: '2001:db8::1' }) },
    0,
    `2001:db8::1 ${istiod}\n`,
    /done: write the files/,
  ],
  [
    'there are several addresses',
    'bundle',
    { service: balanced({ ip: '203.0.113.10' }, { ip: '203.0.113.11' }) },
    0,
    `203.0.113.10 ${istiod}\n`,
    /files of a VM/,
  ],
  [
    'there are several addresses',
    'onboard',
    { service: balanced({ ip: '203.0.113.10' }, { ip: '203.0.113.11' }) },
    0,
    `203.0.113.10 ${istiod}\n`,
    /first of several addresses[\s\S]*203\.0\.113\.11/,
  ],
  [
    'the token has expired',
    'bundle',
    { service: right, argv: ['--token-file', 'over'] },
    2,
    undefined,
    /token in over expired at 2023[\s\S]*hint: .*create token/,
  ],
  [
    'the token has expired',
    'onboard',
    { service: right, argv: ['--token-file', 'over'] },
    3,
    undefined,
    /token expired at 2023[\s\S]*hint: /,
  ],
  [
    'no token may be requested',
    'bundle',
    { service: right, faults: denied },
    3,
    undefined,
    /may not request a token[\s\S]*hint: .*serviceaccounts\/token/,
  ],
  [
    'no token may be requested',
    'onboard',
    { service: right, faults: denied },
    3,
    undefined,
    /may not request a token[\s\S]*hint: .*serviceaccounts\/token/,
  ],
  [
    'no token may be requested, and none is needed',
    'onboard',
    { service: right, faults: denied, argv: ['--identity', 'spire'] },
    0,
    `203.0.113.10 ${istiod}\n`,
    /spiffe-helper/,
  ],
  [
    'the certificate is of another mesh',
    'onboard',
    { service: right, argv: ['--identity', 'certificate', '--certificate', 'id'] },
    3,
    undefined,
    /error: identity: .*does not lead to the root certificate of the mesh[\s\S]*hint: /,
  ],
  [
    'the API is gone when the token is asked for',
    'bundle',
    { service: right, faults: goneAtToken() },
    3,
    undefined,
    /error: [\s\S]*hint: /,
  ],
  [
    'the API is gone when the token is asked for',
    'onboard',
    { service: right, faults: goneAtToken() },
    3,
    undefined,
    /error: [\s\S]*hint: [\s\S]*/,
  ],
  [
    'the API is gone while the VM is waited for',
    'onboard',
    { service: right, faults: goneWhileWaiting, argv: ['--wait', '--timeout', '1s'] },
    3,
    `203.0.113.10 ${istiod}\n`,
    /error: [\s\S]*hint: /,
  ],
])('when %s, vm %s', (_, command, situation, code, hosts, said) => {
  test(`ends with ${code}, says what to do, and ${hosts === undefined ? 'writes nothing' : 'writes all files'}`, async () => {
    const result = await outcome(command, situation);
    expect([result.code, result.hosts]).toEqual([code, hosts]);
    expect(result.err).toMatch(said);
    expect(result.err).not.toContain(over);
  });
});
