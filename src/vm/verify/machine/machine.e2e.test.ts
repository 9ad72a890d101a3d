import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { issue } from '../../../kube/testing/certificate.ts';
import { deliverOverSsh } from '../../delivery/index.ts';
import { noSshMachine, SshMachine, sshPort } from '../../delivery/testing/ssh-machine.ts';
import { renderVmBundle } from '../../bundle/render-bundle.ts';
import { claims, sampleFacts, sampleGroup, tokenOf } from '../../testing/sample-vm.ts';
import { readMachine, verifyMachine } from '../index.ts';
import { agentProgram } from './testing/agent-program.ts';

const without = noSshMachine();
if (without !== undefined) process.stderr.write(`machines are not verified over ssh: ${without}\n`);

const seconds = Math.floor(Date.now() / 1000);
const token = tokenOf({ ...claims, iat: seconds - 10, nbf: seconds - 10, exp: seconds + 3600 });
const root = issue({ name: 'mesh', ca: true });
const istiod = 'istiod-canary.istio-system.svc';
const group = sampleGroup();
const facts = sampleFacts({
  ...{ revision: 'canary', rootCertificate: root.certificate, token },
  gateway: { address: '127.0.0.1' },
});
const bundle = renderVmBundle(group, facts);
const identity = 'spiffe://cluster.local/ns/shop/sa/web';

const place = (machine: SshMachine) => ({
  ...{ target: 'root@127.0.0.1', port: sshPort, env: machine.env },
  ...{ identity: machine.identity, sshOptions: machine.sshOptions },
});

/** Runs a program on the machine, in its network, too. */
function shell(machine: SshMachine, command: string, input = ''): string {
  const settings = machine.sshOptions.flatMap((setting) => ['-o', setting]);
  const given = ['-p', String(sshPort), '-i', machine.identity, ...settings, 'root@127.0.0.1', command];
  const ended = spawnSync('ssh', given, { env: machine.env, encoding: 'utf8', input });
  if (ended.status !== 0) throw new Error(`${command}: ${ended.stderr}`);
  return ended.stdout;
}

/** A machine with the bundle, on which nothing runs yet. */
async function installed(): Promise<SshMachine> {
  const machine = await SshMachine.start();
  for await (const event of deliverOverSsh(bundle, place(machine))) expect(event).toBeDefined();
  machine.run('echo {} >/var/lib/istio/envoy/envoy_bootstrap_tmpl.json');
  return machine;
}

const write = (machine: SshMachine, path: string, text: string): string =>
  shell(machine, `mkdir -p "$(dirname ${path})"; cat >${path}; chmod 600 ${path}`, text);

/** Starts what stands for agent, Envoy and istiod, with the certificate that the agent would have got. */
function start(
  machine: SshMachine,
  over: object = {},
  server = issue({ name: istiod, addresses: [istiod], issuer: root }),
): void {
  const leaf = issue({ name: 'web', addresses: [identity], issuer: root, notAfter: new Date('2060-01-01') });
  write(machine, '/etc/certs/cert-chain.pem', leaf.certificate);
  write(machine, '/etc/certs/key.pem', leaf.key);
  shell(machine, 'chown istio-proxy:istio-proxy /etc/certs/*; rm -f /run/secrets/tokens/istio-token');
  const ok = (body: string): object => ({ status: 200, body });
  const uri = { subject_alt_names: [{ uri: identity }], expiration_time: '2060-01-01T00:00:00Z' };
  const answers = {
    '15021/healthz/ready': ok(''),
    '15000/server_info': ok('{"state":"LIVE","version":"c0ffee/1.40.0/Clean/RELEASE/BoringSSL"}'),
    '15000/stats?filter=control_plane': ok('control_plane.connected_state: 1\n'),
    '15000/certs': ok(JSON.stringify({ certificates: [{ cert_chain: [uri] }] })),
    ...over,
  };
  write(machine, '/run/agent/agent.mjs', agentProgram);
  write(machine, '/run/agent/answers.json', JSON.stringify(answers));
  write(machine, '/run/agent/istiod.crt', server.certificate);
  write(machine, '/run/agent/istiod.key', server.key);
  shell(
    machine,
    `setsid ${process.execPath} /run/agent/agent.mjs $(id -u istio-proxy) $(id -g istio-proxy) >/run/agent/said 2>&1 </dev/null &
     for _ in 1 2 3 4 5 6 7 8 9 10; do ! grep -q listening /run/agent/said || exit 0; sleep 0.5; done; cat /run/agent/said >&2; exit 1`,
  );
}

async function found(machine: SshMachine): Promise<readonly string[]> {
  const state = await readMachine(place(machine));
  const [, secret = ''] = root.key.split('\n');
  expect(JSON.stringify([...state.texts])).not.toContain(secret);
  const findings = verifyMachine(state, { now: new Date(), group, facts });
  return findings.map(({ rule, file }) => `${rule} ${file}`);
}

describe.skipIf(without !== undefined)('a machine that is read over ssh', () => {
  test('is fine when all runs, and nothing is written there', async () => {
    const machine = await installed();
    start(machine);
    const before = machine.written();
    expect(await found(machine)).toEqual([]);
    expect(machine.written()).toEqual(before);
  });

  test('only is not running before its first start; its token leaves it without signature', async () => {
    const machine = await installed();
    expect(await found(machine)).toEqual(['istiod-unreachable machine', 'agent-silent agent']);
    const state = await readMachine(place(machine));
    const [header = '', payload = '', signature = ''] = token.split('.');
    const text = state.texts.get('/var/run/secrets/tokens/istio-token') ?? '';
    expect(text).toBe(`${header}.${payload}.withheld\n`);
    expect(JSON.stringify([...state.texts])).not.toContain(signature);
  });

  test.each<[string, (machine: SshMachine) => void, readonly string[]]>([
    [
      'the root certificate is of root alone',
      (machine) => {
        start(machine);
        shell(machine, 'chown root /etc/certs/root-cert.pem; chmod 600 /etc/certs/root-cert.pem');
      },
      ['file-unreadable /etc/certs/root-cert.pem'],
    ],
    [
      'another mesh answers at the gateway',
      (machine) => {
        start(machine, {}, issue({ name: istiod, addresses: [istiod] }));
      },
      ['istiod-untrusted machine'],
    ],
    [
      'an old line of hosts comes first',
      (machine) => {
        start(machine);
        shell(machine, `sed -i '1i 127.0.0.9 ${istiod}' /etc/hosts`);
      },
      ['hosts-address /etc/hosts', 'hosts-ambiguous /etc/hosts'],
    ],
    [
      'the agent is not ready',
      (machine) => {
        start(machine, { '15021/healthz/ready': { status: 503, body: 'no config' } });
      },
      ['agent-not-ready agent'],
    ],
    [
      'a key does not belong to its certificate',
      (machine) => {
        start(machine);
        shell(machine, 'cat >/etc/certs/key.pem', issue({ name: 'x' }).key);
        shell(
          machine,
          'umask 077; cat >/run/secrets/tokens/istio-token; chown istio-proxy /run/secrets/tokens/*',
          token,
        );
      },
      ['certificate-key /etc/certs/key.pem'],
    ],
    [
      'a key is with the root certificate',
      (machine) => {
        start(machine);
        shell(machine, 'cat >>/etc/certs/root-cert.pem', root.key);
      },
      ['root-private-key /etc/certs/root-cert.pem'],
    ],
  ])('is told by its name when %s', async (_, damage, rules) => {
    const machine = await installed();
    damage(machine);
    expect(await found(machine)).toEqual(rules);
  });

  test('fails as a delivery does where nobody may log in', async () => {
    const machine = await SshMachine.start();
    await expect(readMachine({ ...place(machine), target: 'ghost@127.0.0.1' })).rejects.toMatchObject({
      code: 'environment',
      message: 'ghost@127.0.0.1 refused the login',
    });
  });

  test('ends when it is told to', async () => {
    const machine = await SshMachine.start();
    const stop = new AbortController();
    const reason = new Error('enough');
    const reading = readMachine({ ...place(machine), signal: stop.signal });
    stop.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });
});
