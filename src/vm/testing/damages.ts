import type { JsonObject } from '../../json.ts';
import { issue } from '../../kube/testing/certificate.ts';
import { renderVmBundle } from '../bundle/render-bundle.ts';
import { bundleFileNames, type BundleFileName } from '../bundle/vm-bundle.ts';
import type { BundleRuleName } from '../verify/bundle-rules.ts';
import type { SavedBundle, SavedFile } from '../verify/saved-bundle.ts';
import { claims, now, sampleFacts, sampleGroup, tokenOf } from './sample-vm.ts';

export const group = sampleGroup({
  template: { serviceAccount: 'web', ports: { http: 8080 }, labels: { app: 'web' } },
  probe: { httpGet: { port: 8080 } },
});
export const facts = sampleFacts({ revision: 'canary' });
export const { files } = renderVmBundle(group, facts, {
  autoRegister: true,
  address: { ip: '10.0.0.9', external: false },
});
export const good: SavedBundle = {
  files: Object.fromEntries(bundleFileNames.map((name) => [name, { text: files[name], mode: 0o600 }])),
  mode: 0o700,
};

export type Damage = (bundle: SavedBundle) => SavedBundle;

export const withFile =
  (name: BundleFileName, file: Partial<SavedFile>): Damage =>
  (bundle) => ({
    ...bundle,
    files: { ...bundle.files, [name]: { text: '', ...bundle.files[name], ...file } },
  });
export const edit =
  (name: BundleFileName, change: (text: string) => string): Damage =>
  (bundle) => {
    const text = bundle.files[name]?.text ?? '';
    const changed = change(text);
    if (changed === text) throw new Error('nothing is damaged');
    return withFile(name, { text: changed })(bundle);
  };
export const replace = (name: BundleFileName, from: string | RegExp, to: string): Damage =>
  edit(name, (text) => text.replace(from, to));
const without =
  (name: BundleFileName): Damage =>
  (bundle) => {
    const rest = Object.entries(bundle.files).filter(([other]) => other !== name);
    return { ...bundle, files: Object.fromEntries(rest) };
  };
const all =
  (...damages: readonly Damage[]): Damage =>
  (bundle) =>
    damages.reduce((damaged, damage) => damage(damaged), bundle);
const token = (over: JsonObject, how?: Parameters<typeof tokenOf>[1]): Damage =>
  withFile('istio-token', { text: tokenOf({ ...claims, ...over }, how) });
export const env = (name: string, value: string | undefined): Damage =>
  replace(
    'cluster.env',
    new RegExp(`^${name}='.*'\n`, 'm'),
    value === undefined ? '' : `${name}='${value}'\n`,
  );
/** Says it in both files that say it. */
export const both = (name: string, value: string): Damage =>
  all(env(name, value), replace('mesh.yaml', new RegExp(`${name}: ".*"`), `${name}: "${value}"`));
export const root = (over: Partial<Parameters<typeof issue>[0]>): string =>
  issue({ name: 'r', ca: true, notAfter: new Date('2040-01-01T00:00:00Z'), ...over }).certificate;
export const rootFile = (text: string): Damage => withFile('root-cert.pem', { text });

const seconds = now.getTime() / 1000;

/** What was done to the bundle, and what must be named as the cause, alone. */
export const damages: readonly (readonly [string, Damage, BundleRuleName])[] = [
  ['the token is not there', without('istio-token'), 'token-missing'],
  ['the token is empty', withFile('istio-token', { text: '\n' }), 'token-missing'],
  ['the token is some other text', withFile('istio-token', { text: 'hello' }), 'token-malformed'],
  ['the token is cut short', edit('istio-token', (text) => text.slice(0, 40)), 'token-malformed'],
  ['the token has lost its signature', token({}, { signature: '' }), 'token-unsigned'],
  ['the token is signed by nobody', token({}, { alg: 'none' }), 'token-unsigned'],
  ['the token is for another audience', token({ aud: ['https://kubernetes.default.svc'] }), 'token-audience'],
  ['the token is for nobody', token({ aud: [] }), 'token-audience'],
  ['the token has expired', token({ exp: seconds - 1 }), 'token-expired'],
  ['the token expires before a VM can be started', token({ exp: seconds + 120 }), 'token-expires-soon'],
  [
    'the clock is behind the token',
    token({ iat: seconds + 7200, nbf: seconds + 7200, exp: seconds + 9999 }),
    'token-not-yet-valid',
  ],
  ['the token is one of a Secret', token({ iss: 'kubernetes/serviceaccount' }), 'token-issuer'],
  ['the token names no issuer', token({ iss: '' }), 'token-issuer'],
  ['the token is of a person', token({ sub: 'jane@example.com' }), 'token-subject'],
  ['the token is of another namespace', token({ sub: 'system:serviceaccount:other:web' }), 'token-namespace'],
  [
    'the token is of another service account',
    token({ sub: 'system:serviceaccount:shop:default' }),
    'token-service-account',
  ],
  ['the token is bound to a pod', token({ 'kubernetes.io': { pod: { name: 'p' } } }), 'token-bound'],
  ['anybody may read the token', withFile('istio-token', { mode: 0o744 }), 'token-readable'],
  ['the root certificate is not there', without('root-cert.pem'), 'root-missing'],
  ['the root certificate is no PEM', rootFile('hello'), 'root-malformed'],
  [
    'the root certificate is damaged',
    rootFile('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'),
    'root-malformed',
  ],
  [
    'the key of the CA is with its certificate',
    edit('root-cert.pem', (text) => text + issue({ name: 'k' }).key),
    'root-private-key',
  ],
  [
    'the root certificate has expired',
    rootFile(root({ notAfter: new Date('2030-04-01T00:00:00Z') })),
    'root-expired',
  ],
  [
    'the root certificate expires soon',
    rootFile(root({ notAfter: new Date('2030-05-10T00:00:00Z') })),
    'root-expires-soon',
  ],
  ['the root certificate is that of a workload', rootFile(root({ ca: false })), 'root-no-authority'],
  ['mesh.yaml is not there', without('mesh.yaml'), 'mesh-missing'],
  ['mesh.yaml is no YAML', replace('mesh.yaml', 'defaultConfig:', 'defaultConfig: ['), 'mesh-malformed'],
  [
    'a value in mesh.yaml is of another type',
    replace('mesh.yaml', /POD_NAMESPACE: ".*"/, 'POD_NAMESPACE: on'),
    'mesh-malformed',
  ],
  ['mesh.yaml has lost its first line', replace('mesh.yaml', 'defaultConfig:\n', ''), 'mesh-empty'],
  ['mesh.yaml holds nothing', withFile('mesh.yaml', { text: 'defaultConfig: {}\n' }), 'mesh-empty'],
  [
    'configuration is looked for at another port',
    replace('mesh.yaml', ':15012', ':15010'),
    'mesh-discovery-address',
  ],
  [
    'configuration is looked for at an IP address',
    replace('mesh.yaml', 'istiod-canary.istio-system.svc:', '203.0.113.10:'),
    'mesh-discovery-ip',
  ],
  [
    'mesh.yaml is that of another VM',
    replace('mesh.yaml', 'ISTIO_META_WORKLOAD_NAME: "web"', 'ISTIO_META_WORKLOAD_NAME: "api"'),
    'mesh-differs',
  ],
  ['the probe asks at no port', replace('mesh.yaml', 'port: 8080', 'port: 0'), 'mesh-probe'],
  ['cluster.env is not there', without('cluster.env'), 'env-missing'],
  ['cluster.env is empty', withFile('cluster.env', { text: '' }), 'env-missing'],
  [
    'cluster.env went through Windows',
    edit('cluster.env', (text) => text.replaceAll('\n', '\r\n')),
    'env-line-ends',
  ],
  ['a quote in cluster.env does not end', edit('cluster.env', (text) => `${text}X='a\n`), 'env-malformed'],
  [
    'a line of cluster.env is no assignment',
    edit('cluster.env', (text) => `${text}hello world\n`),
    'env-malformed',
  ],
  [
    'a value in cluster.env would run a command',
    edit('cluster.env', (text) => `${text}X=$(id)\n`),
    'env-unquoted',
  ],
  [
    'a value in cluster.env has a blank outside of quotes',
    edit('cluster.env', (text) => `${text}X=a b\n`),
    'env-unquoted',
  ],
  [
    'cluster.env says something twice',
    edit('cluster.env', (text) => `${text}POD_NAMESPACE='shop'\n`),
    'env-duplicate',
  ],
  ['cluster.env names no service account', env('SERVICE_ACCOUNT', undefined), 'env-incomplete'],
  ['the two namespaces in cluster.env differ', env('ISTIO_NAMESPACE', 'other'), 'env-namespaces-differ'],
  ['cluster.env does not name the cluster', env('ISTIO_META_CLUSTER_ID', undefined), 'env-cluster-id'],
  [
    'certificates are asked for at another port',
    env('CA_ADDR', 'istiod-canary.istio-system.svc:15010'),
    'env-ca-port',
  ],
  ['certificates are asked for at an IP address', env('CA_ADDR', '203.0.113.10:15012'), 'env-ca-ip'],
  [
    'the VM would register with another group',
    both('ISTIO_META_AUTO_REGISTER_GROUP', 'api'),
    'env-auto-register-group',
  ],
  ['ports that are to be redirected are none', env('ISTIO_INBOUND_PORTS', 'http'), 'env-capture'],
  ['ports of the agent would be redirected', env('ISTIO_LOCAL_EXCLUDE_PORTS', '22'), 'env-capture'],
  ['nothing outbound would be redirected', env('ISTIO_SERVICE_CIDR', undefined), 'env-capture'],
  ['a switch is neither on nor off', env('ISTIO_META_DNS_CAPTURE', 'maybe'), 'env-boolean'],
  ['the labels have lost their quotes', env('ISTIO_METAJSON_LABELS', '{app:web}'), 'env-labels'],
  ['the address of the VM is a name', env('ISTIO_SVC_IP', 'vm.example'), 'env-address'],
  ['hosts is not there', without('hosts'), 'hosts-empty'],
  ['hosts is empty', withFile('hosts', { text: '' }), 'hosts-empty'],
  ['hosts has a name for the address', replace('hosts', '203.0.113.10', 'lb.example'), 'hosts-malformed'],
  ['hosts names the istiod of another revision', replace('hosts', 'istiod-canary.', 'istiod.'), 'hosts-name'],
  [
    'hosts holds an old address, too',
    edit('hosts', (text) => `198.51.100.1 istiod-canary.istio-system.svc\n${text}`),
    'hosts-ambiguous',
  ],
  ['hosts leads nowhere', replace('hosts', '203.0.113.10', '0.0.0.0'), 'hosts-address'],
  ['hosts went through Windows', edit('hosts', (text) => text.replaceAll('\n', '\r\n')), 'hosts-line-ends'],
  ['anybody may write to cluster.env', withFile('cluster.env', { mode: 0o666 }), 'bundle-writable'],
  ['anybody may write to the folder', (bundle) => ({ ...bundle, mode: 0o777 }), 'bundle-writable'],
];
