import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { rigSources } from '../../src/kube/testing/rig.ts';
import { noSshMachine, SshMachine, sshPort } from '../../src/vm/delivery/testing/ssh-machine.ts';
import { isStarted, playSystemd } from './testing/systemd.ts';
import { startVmRig, type VmRig } from './testing/vm-rig.ts';

const sources = rigSources();
const without = noSshMachine();
if (without !== undefined) process.stderr.write(`onboarding over ssh is not tried: ${without}\n`);

/** Flags of the command by which it reaches the machine. */
const over = (machine: SshMachine, target = 'root@127.0.0.1'): readonly string[] => [
  ...['--ssh', target, '--ssh-port', String(sshPort)],
  ...[...machine.sshOptions, `IdentityFile=${machine.identity}`].flatMap((option) => [
    '--ssh-option',
    option,
  ]),
];
const to = ['onboard', '-f', 'group.yaml', '-r', 'canary', '-y', '--internal-ip', '10.0.0.9'];

describe.skipIf(sources === undefined || without !== undefined)('vm onboard --ssh', () => {
  let mesh: VmRig;

  beforeAll(async () => {
    mesh = await startVmRig(sources ?? '');
  });
  afterAll(async () => {
    await mesh.rig.stop();
  });
  beforeEach(() => mesh.clear());

  test('installs, starts and waits; the second time neither machine nor cluster is written to', async () => {
    const machine = await SshMachine.start();
    playSystemd(machine);
    const { ask, file } = await mesh.desk();
    const argv = [...to, '-o', 'vm', ...over(machine), '--timeout', '40s'];
    const onboarded = ask(argv, machine.env);
    await vi.waitUntil(() => isStarted(machine), { timeout: 40_000, interval: 200 });
    await mesh.register('10.0.0.9', 'False');
    await mesh.register('10.0.0.9', 'True');
    const first = await onboarded;
    expect([first.code, first.err]).toEqual([
      0,
      expect.stringContaining('registered: WorkloadEntry web-10.0.0.9 at 10.0.0.9, health healthy'),
    ]);
    expect(first.err).toContain('connected to root@127.0.0.1');
    expect(first.err).toContain('wrote /var/run/secrets/tokens/istio-token');
    expect(first.err).toContain('started unit istio');

    const token = await readFile(file('vm/istio-token'), 'utf8');
    expect(machine.run('cat /run/secrets/tokens/istio-token')).toBe(token);
    expect(machine.run('cat /etc/hosts')).toMatch(/^203\.0\.113\.\d+ istiod-canary\.istio-system\.svc/m);
    const written = machine.written();
    await mesh.rig.admin('DELETE', '/stats');
    const second = await ask(argv, machine.env);
    expect([second.code, second.err]).toEqual([0, expect.stringContaining('all was installed before')]);
    expect(machine.written()).toEqual(written);
    expect(JSON.stringify(await mesh.rig.admin('GET', '/stats'))).not.toMatch(/patch|serviceaccounts\/token/);
    for (const { out, err } of [first, second]) expect(out + err).not.toContain(token);
  });

  test('leaves a machine on which verification misses nothing but what runs there', async () => {
    const machine = await SshMachine.start();
    playSystemd(machine);
    const { ask, file } = await mesh.desk();
    await mesh.register('10.0.0.9', 'True');
    expect((await ask([...to, '-o', 'vm', ...over(machine)], machine.env)).code).toBe(0);
    const rules = async (): Promise<unknown> => {
      const { code, out, err } = await ask(['verify', ...over(machine), '-o', 'json'], machine.env);
      expect([code, out + err]).toEqual([
        1,
        expect.not.stringContaining(await readFile(file('vm/istio-token'), 'utf8')),
      ]);
      const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly rule: string }[] };
      return findings.map(({ rule }) => rule).sort();
    };
    const notRunning = ['agent-silent', 'bootstrap-missing', 'istiod-unreachable'];
    expect(await rules()).toEqual(notRunning);
    machine.run("echo '198.51.100.1 istiod-canary.istio-system.svc' >>/etc/hosts");
    expect(await rules()).toContain('hosts-ambiguous');
  });

  test('leaves nothing here when no folder is named', async () => {
    const machine = await SshMachine.start();
    const { ask, cwd } = await mesh.desk();
    const { code, err } = await ask([...to, ...over(machine), '--no-start'], machine.env);
    expect([code, err]).toEqual([0, expect.stringContaining('installed')]);
    expect(await readdir(cwd)).toEqual(['group.yaml']);
    expect(machine.run('stat -c %a /run/secrets/tokens/istio-token')).toBe('600\n');
  });

  test.each<[string, (machine: SshMachine) => readonly string[], RegExp]>([
    ['a refused login', (machine) => over(machine, 'ghost@127.0.0.1'), /error: ghost@.* refused the login\n/],
    [
      'a host key that is not known',
      (machine) => {
        machine.run(`: >${machine.knownHosts}`);
        return over(machine);
      },
      /error: the host key of root@127\.0\.0\.1 is not known\n/,
    ],
    [
      'a machine without the package',
      (machine) => {
        machine.run('rm /usr/local/bin/pilot-agent');
        return [...over(machine), '--no-start'];
      },
      /error: the install script failed on .*\n {2}cause: .*istio-sidecar is missing/,
    ],
    [
      'a machine without systemd, where the agent is to be started',
      (machine) => over(machine),
      /error: the install script failed on .*\n {2}cause: .*systemd does not run here/,
    ],
  ])('says of %s what it is, and goes on when that is mended', async (_, spoilt, message) => {
    const machine = await SshMachine.start();
    const { ask, file } = await mesh.desk();
    const { code, out, err } = await ask([...to, '-o', 'vm', ...spoilt(machine)], machine.env);
    expect([code, out, err]).toEqual([3, '', expect.stringMatching(message)]);
    expect(err).toMatch(/\n {2}hint: /);
    expect(err).toContain('the same command goes on from here');
    expect(machine.run('ls /run/secrets 2>/dev/null || :')).toBe('');

    const token = await readFile(file('vm/istio-token'), 'utf8');
    const mended = await SshMachine.start();
    const again = await ask([...to, '-o', 'vm', ...over(mended), '--no-start'], mended.env);
    expect([again.code, again.err]).toEqual([0, expect.stringContaining('installed')]);
    expect(mended.run('cat /run/secrets/tokens/istio-token')).toBe(token);
  });
});
