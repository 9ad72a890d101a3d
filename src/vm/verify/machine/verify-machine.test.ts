import { describe, expect, test } from 'vitest';
import { issue } from '../../../kube/testing/certificate.ts';
import { claims, tokenOf } from '../../testing/sample-vm.ts';
import type { VerifyOptions } from '../verify-bundle.ts';
import type { HttpAnswer, MachineState } from './machine-state.ts';
import { machineRules } from './machine-rules.ts';
import {
  certificateTexts,
  certsOf,
  goodMachine,
  identity,
  machineNow,
  sample,
  withPlaces,
  withTexts,
} from './testing/sample-machine.ts';
import { verifyMachine } from './verify-machine.ts';

type Change = (state: MachineState) => MachineState;

const rulesOf = (state: MachineState, options: Partial<VerifyOptions> = {}): readonly string[] =>
  verifyMachine(state, { now: machineNow, ...options }).map(({ rule }) => rule);

const env = '/var/lib/istio/envoy/cluster.env';
const hosts = '/etc/hosts';
const token = '/var/run/secrets/tokens/istio-token';
const chain = '/etc/certs/cert-chain.pem';
const key = '/etc/certs/key.pem';
const edited =
  (path: string, change: (text: string) => string): Change =>
  (state) =>
    withTexts([[path, change(state.texts.get(path) ?? '')]], state);
const answering =
  (answers: Partial<Record<keyof MachineState['answers'], Partial<HttpAnswer>>>): Change =>
  (state) => {
    const changed = Object.entries(answers).map(([name, answer]): [string, HttpAnswer] => [
      name,
      { status: 200, body: '', ...answer },
    ]);
    return { ...state, answers: { ...state.answers, ...Object.fromEntries<HttpAnswer>(changed) } };
  };
const withCertificate =
  (over: Parameters<typeof certificateTexts>[0]): Change =>
  (state) =>
    withTexts(certificateTexts(over), state);
const withoutCertificate: Change = (state) =>
  withPlaces(
    { [chain]: undefined, [key]: undefined },
    withTexts(
      [
        [chain, undefined],
        ['public-key', undefined],
      ],
      state,
    ),
  );
const stopped: Change = (state) => ({
  ...answering({
    ready: { status: 0 },
    server: { status: 0 },
    stats: { status: 0 },
    certs: { status: 0 },
  })(state),
  listeners: [],
});
const withToken =
  (text: string): Change =>
  (state) =>
    withPlaces({ [token]: {} }, withTexts([[token, text]], state));
const seconds = machineNow.getTime() / 1000;
const goodToken = tokenOf({ ...claims, exp: seconds + 3600 });
const expired = tokenOf({ ...claims, exp: seconds - 60 });
const all =
  (...changes: readonly Change[]): Change =>
  (state) =>
    changes.reduce((changed, change) => change(changed), state);
const same: Change = (state) => state;

describe('a machine that is in the mesh', () => {
  test.each<[string, Change, Partial<VerifyOptions>?]>([
    ['as it should be', same],
    ['beside its group and cluster', same, { group: sample.group, facts: sample.facts }],
    ['with a token that has expired, since its certificate is good', withToken(expired)],
    ['with the token of another, which is not used any more', withToken('hello')],
    [
      'with the address of istiod that the install script adds',
      edited(env, (text) => `${text}PILOT_ADDRESS='${sample.istiod}:15012'\n`),
    ],
    [
      'without a line for istiod, when DNS knows it',
      edited(hosts, (text) => text.replace(/.*istiod.*\n/g, '')),
    ],
    [
      'with istiod at an address of each family',
      edited(hosts, (text) => `${text}2001:db8::7 ${sample.istiod}\n`),
    ],
    ['with the same line for istiod twice', edited(hosts, (text) => text + sample.files.hosts)],
    ['with a clock that is half a minute off', (state) => ({ ...state, clockAhead: -30 })],
    ['without systemd', (state) => ({ ...state, unit: { present: false } })],
    [
      'with a program of root at its ports under TPROXY',
      all(
        edited(env, (text) => `${text}ISTIO_INBOUND_INTERCEPTION_MODE='TPROXY'\n`),
        (state) => ({ ...state, listeners: [{ port: 15001, uid: 0 }] }),
      ),
    ],
    [
      'with the certificate of another agent, and no token',
      all(
        withoutCertificate,
        edited(env, (text) => `${text}WORKLOAD_IDENTITY_SOCKET_FILE='socket'\n`),
      ),
    ],
    [
      'whose cluster.env is of root, who runs the start script',
      (state) => withPlaces({ [env]: { uid: 0, gid: 0 } }, state),
    ],
    ['without openssl to see the key with', edited('public-key', () => '')],
    ['that cannot be asked how it reaches istiod', (state) => ({ ...state, reached: new Map() })],
  ])('%s is fine', (name, change, options) => {
    const state = change(goodMachine);
    const texts = new Map(state.texts);
    if (name.startsWith('without openssl')) texts.delete('public-key');
    expect(rulesOf({ ...state, texts }, options)).toEqual([]);
  });

  test('before its first start only is not running', () => {
    expect(rulesOf(all(withoutCertificate, stopped, withToken(goodToken))(goodMachine))).toEqual([
      'agent-silent',
    ]);
  });
});

/** What is wrong with the machine, and all that must be found. */
const damages: readonly (readonly [string, Change, readonly string[]])[] = [
  [
    'the agent was never installed',
    (state) => withPlaces({ '/usr/local/bin/pilot-agent': undefined }, state),
    ['package-missing'],
  ],
  [
    'Envoy cannot be executed',
    (state) => withPlaces({ '/usr/local/bin/envoy': { mode: 0o644 } }, state),
    ['package-missing'],
  ],
  [
    'the template of Envoy is gone',
    (state) => withPlaces({ '/var/lib/istio/envoy/envoy_bootstrap_tmpl.json': undefined }, state),
    ['bootstrap-missing'],
  ],
  ['there is no user istio-proxy', (state) => ({ ...state, user: undefined }), ['user-missing']],
  [
    'the root certificate is of root, for root alone',
    (state) => withPlaces({ '/etc/certs/root-cert.pem': { uid: 0, gid: 0 } }, state),
    ['file-unreadable'],
  ],
  [
    'the mesh file is of root',
    (state) => withPlaces({ '/etc/istio/config/mesh': { uid: 0, gid: 0 } }, state),
    ['file-owner'],
  ],
  [
    'the folder of certificates is of root',
    (state) => withPlaces({ '/etc/certs': { uid: 0, gid: 0 } }, state),
    ['folder-unwritable'],
  ],
  [
    'a folder of the agent is missing',
    (state) => withPlaces({ '/etc/istio/proxy': undefined }, state),
    ['folder-unwritable'],
  ],
  [
    'there is no unit',
    (state) => ({ ...state, unit: { present: false, enabled: '', active: 'inactive' } }),
    ['unit-missing'],
  ],
  [
    'the unit is disabled',
    (state) => ({ ...state, unit: { present: true, enabled: 'disabled', active: 'active' } }),
    ['unit-disabled'],
  ],
  [
    'the unit has failed',
    all(stopped, (state) => ({ ...state, unit: { present: true, enabled: 'enabled', active: 'failed' } })),
    ['unit-failed', 'agent-silent'],
  ],
  ['the clock is a minute behind', (state) => ({ ...state, clockAhead: -60 }), ['clock-differs']],
  ['the clock is a day ahead', (state) => ({ ...state, clockAhead: 86_400 }), ['clock-wrong']],
  [
    'the token is for all to read',
    (state) => withPlaces({ [token]: { mode: 0o644 } }, withTexts([[token, expired]], state)),
    ['token-readable'],
  ],
  ['the key is for all to read', (state) => withPlaces({ [key]: { mode: 0o644 } }, state), ['key-readable']],
  [
    'the token was lost, and there is no certificate',
    all(withoutCertificate, stopped),
    ['token-missing', 'agent-silent'],
  ],
  [
    'the token expired before the first start',
    all(withoutCertificate, stopped, withToken(expired)),
    ['token-expired', 'agent-silent'],
  ],
  [
    'the token is of another service account',
    all(
      withoutCertificate,
      stopped,
      withToken(tokenOf({ ...claims, sub: 'system:serviceaccount:shop:api' })),
    ),
    ['token-service-account', 'agent-silent'],
  ],
  [
    'the machine was off for too long',
    all(withCertificate({ notAfter: new Date('2030-04-30T00:00:00Z') }), stopped),
    ['token-missing', 'certificate-expired', 'agent-silent'],
  ],
  [
    'the certificate is no longer renewed',
    withCertificate({ notAfter: new Date('2031-01-01T00:00:00Z') }),
    ['certificate-not-renewed'],
  ],
  [
    'the certificate is of another service account',
    all(withCertificate({ addresses: ['spiffe://cluster.local/ns/shop/sa/api'] }), withToken(goodToken)),
    ['certificate-identity'],
  ],
  [
    'the certificate names nobody',
    all(withCertificate({ addresses: ['vm.example'] }), withToken(goodToken)),
    ['certificate-identity'],
  ],
  [
    'the certificate is of another mesh',
    all(withCertificate({ issuer: issue({ name: 'other', ca: true }) }), withToken(goodToken)),
    ['certificate-root'],
  ],
  [
    'the certificate is no longer with its key',
    all(
      edited('public-key', () => certificateTexts()[1]?.[1] ?? ''),
      withToken(goodToken),
    ),
    ['certificate-key'],
  ],
  [
    'the key is gone',
    all((state) => withPlaces({ [key]: undefined }, state), withToken(goodToken)),
    ['certificate-key'],
  ],
  [
    'the certificate is cut short',
    all(
      edited(chain, (text) => text.slice(0, 100)),
      withToken(goodToken),
    ),
    ['certificate-malformed'],
  ],
  ['istiod signs no certificate', all(withoutCertificate, withToken(goodToken)), ['certificate-none']],
  [
    'a certificate was promised, and is not there',
    all(
      withoutCertificate,
      edited(env, (text) => `${text}PROV_CERT='/etc/certs'\nOUTPUT_CERTS='/etc/certs'\n`),
    ),
    ['certificate-missing'],
  ],
  [
    'the certificate is not shown to istiod',
    edited(env, (text) => `${text}PROV_CERT=''\n`),
    ['token-missing'],
  ],
  ['cluster.env is gone', (state) => withTexts([[env, undefined]], state), ['env-missing']],
  [
    'cluster.env went through Windows',
    edited(env, (text) => text.replaceAll('\n', '\r\n')),
    ['env-line-ends'],
  ],
  [
    'the mesh file is gone',
    (state) => withTexts([['/etc/istio/config/mesh', undefined]], state),
    ['mesh-missing', 'hosts-name'],
  ],
  [
    'nobody knows istiod by name',
    all(
      edited(hosts, (text) => text.replace(/.*istiod.*\n/g, '')),
      (state) => ({
        ...state,
        lookups: new Map([[sample.istiod, []]]),
        reached: new Map([[sample.istiod, 6]]),
      }),
    ),
    ['hosts-name'],
  ],
  [
    'an old line for istiod comes first',
    edited(hosts, (text) => `198.51.100.1 ${sample.istiod}\n${text}`),
    ['hosts-ambiguous'],
  ],
  [
    'istiod is said to be nowhere',
    edited(hosts, (text) => text.replace('203.0.113.10', '0.0.0.0')),
    ['hosts-address'],
  ],
  [
    'settings of the administrator lead elsewhere',
    all((state) =>
      withTexts([['/var/lib/istio/envoy/sidecar.env', "PILOT_ADDRESS='istiod.old.svc:15012'\n"]], state),
    ),
    ['hosts-name'],
  ],
  [
    'the gateway does not answer',
    (state) => ({ ...state, reached: new Map([[sample.istiod, 28]]) }),
    ['istiod-unreachable'],
  ],
  [
    'another mesh answers',
    (state) => ({ ...state, reached: new Map([[sample.istiod, 60]]) }),
    ['istiod-untrusted'],
  ],
  [
    'the gateway does not speak TLS',
    (state) => ({ ...state, reached: new Map([[sample.istiod, 35]]) }),
    ['istiod-no-tls'],
  ],
  ['the agent is stopped', stopped, ['agent-silent']],
  [
    'the agent is not ready',
    answering({ ready: { status: 503, body: 'config not received\n' } }),
    ['agent-not-ready'],
  ],
  [
    'Envoy has ended',
    answering({ server: { status: 0 }, stats: { status: 0 }, certs: { status: 0 } }),
    ['envoy-silent'],
  ],
  [
    'something else is at the admin port',
    answering({ server: { body: '<html>' }, stats: { status: 404 }, certs: { status: 404 } }),
    ['envoy-silent'],
  ],
  ['Envoy is still starting', answering({ server: { body: '{"state":"INITIALIZING"}' } }), ['envoy-state']],
  [
    'Envoy has lost istiod',
    answering({ stats: { body: 'control_plane.connected_state: 0\n' } }),
    ['envoy-disconnected'],
  ],
  ['Envoy has no certificate', answering({ certs: { body: '{"certificates":[]}' } }), ['envoy-certificate']],
  [
    'the certificate that Envoy has is over',
    answering({ certs: certsOf(identity, '2030-04-30T00:00:00Z') }),
    ['envoy-certificate'],
  ],
  [
    'Envoy has the certificate of another',
    answering({ certs: certsOf('spiffe://cluster.local/ns/shop/sa/api', '2030-05-02T00:00:00Z') }),
    ['envoy-certificate'],
  ],
  ['there is no program to ask with', (state) => ({ ...state, answers: {} }), ['agent-unseen']],
  [
    'another program is at a port of the agent',
    (state) => ({ ...state, listeners: [{ port: 15006, uid: 1000 }] }),
    ['port-taken'],
  ],
];

describe('a machine with which something is wrong', () => {
  test.each(damages)('%s', (_, change, rules) => {
    expect(rulesOf(change(goodMachine))).toEqual(rules);
  });

  test.each<[string, Change, Partial<VerifyOptions>, string]>([
    [
      'the gateway has moved',
      same,
      { facts: { ...sample.facts, gateway: { address: '203.0.113.99' } } },
      'hosts-address',
    ],
    [
      'the mesh has another root',
      same,
      { facts: { ...sample.facts, rootCertificate: issue({ name: 'new', ca: true }).certificate } },
      'root-other',
    ],
    [
      'the files are of another group',
      edited(env, (text) => text.replace(/(WORKLOAD_NAME=)'web'/, "$1'api'")),
      { group: sample.group },
      'group-differs',
    ],
  ])('compared with group and cluster: %s', (_, change, options, rule) => {
    expect(rulesOf(change(goodMachine), options)).toContain(rule);
  });

  test('every rule has a test', () => {
    const shown = new Set(damages.flatMap(([, , rules]) => rules));
    expect(Object.keys(machineRules).filter((rule) => !shown.has(rule))).toEqual([]);
  });

  test('names the place of what is wrong, the effect and the cure', () => {
    const [found] = verifyMachine(edited(env, () => '')(goodMachine), { now: machineNow });
    expect(found).toMatchObject({ rule: 'env-missing', file: env, severity: 'error' });
    expect(found?.cure).toBe('write the files anew with `meshctl vm bundle`, and install them');
  });

  test('shows neither token nor key, whatever is wrong with them', () => {
    const secrets = withToken(expired)(withoutCertificate(goodMachine));
    const said = JSON.stringify(verifyMachine(secrets, { now: machineNow }));
    for (const part of expired.split('.')) expect(said).not.toContain(part);
  });
});
