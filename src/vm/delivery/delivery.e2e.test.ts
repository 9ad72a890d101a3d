import { readdirSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../../errors.ts';
import { deliverOverSsh, type DeliveryEvent, type SshDeliveryOptions } from './index.ts';
import { deliveredSample } from './testing/delivered-sample.ts';
import { noSshMachine, SshMachine, sshPort } from './testing/ssh-machine.ts';

const bundle = deliveredSample();
const without = noSshMachine();
if (without !== undefined) process.stderr.write(`delivery over ssh is not tried: ${without}\n`);

type Given = Partial<SshDeliveryOptions>;

function delivery(machine: SshMachine, given: Given = {}, delivered = bundle): AsyncIterable<DeliveryEvent> {
  return deliverOverSsh(delivered, {
    target: 'root@127.0.0.1',
    port: sshPort,
    identity: machine.identity,
    env: machine.env,
    ...given,
    sshOptions: [...machine.sshOptions, ...(given.sshOptions ?? [])],
  });
}

async function deliver(machine: SshMachine, given: Given = {}, delivered = bundle): Promise<DeliveryEvent[]> {
  const events: DeliveryEvent[] = [];
  for await (const event of delivery(machine, given, delivered)) events.push(event);
  return events;
}

/** What the delivery fails with. */
async function failure(machine: SshMachine, given: Given = {}, delivered = bundle): Promise<MeshctlError> {
  const error = await deliver(machine, given, delivered).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof MeshctlError)) throw new Error('it did not fail', { cause: error });
  expect(error.code).toBe('environment');
  return error;
}

const linesOf = (events: readonly DeliveryEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === 'said' ? [event.line] : []));

describe.skipIf(without !== undefined)('a delivery over ssh', () => {
  test('puts all files in place, with owner and mode', async () => {
    const machine = await SshMachine.start();
    const hosts = machine.run("stat -c '%U:%G %a %n' /etc/hosts");
    const events = await deliver(machine);
    const types = events.map(({ type }) => type);
    expect([...new Set(types)]).toEqual(['connected', 'copied', 'said', 'installed']);
    expect(events.at(-1)).toEqual({ type: 'installed', changed: true });
    const places =
      '/etc/certs/root-cert.pem /run/secrets/tokens/istio-token /var/lib/istio/envoy/cluster.env /etc/istio/config/mesh /etc/hosts';
    expect(machine.run(`stat -c '%U:%G %a %n' ${places}`).trim().split('\n')).toEqual([
      'istio-proxy:istio-proxy 644 /etc/certs/root-cert.pem',
      'istio-proxy:istio-proxy 600 /run/secrets/tokens/istio-token',
      'istio-proxy:istio-proxy 644 /var/lib/istio/envoy/cluster.env',
      'istio-proxy:istio-proxy 644 /etc/istio/config/mesh',
      hosts.trim(),
    ]);
    expect(machine.run('cat /run/secrets/tokens/istio-token')).toBe(bundle.files['istio-token']);
    expect(machine.temporary()).toBe('');
  });

  test('writes nothing the second time', async () => {
    const machine = await SshMachine.start();
    await deliver(machine, { install: { service: true } });
    const before = machine.written();
    expect(before.length).toBeGreaterThan(20);
    const events = await deliver(machine, { install: { service: true } });
    expect(machine.written()).toEqual(before);
    expect(events.at(-1)).toEqual({ type: 'installed', changed: false });
  });

  test('takes back all that it installed', async () => {
    const machine = await SshMachine.start();
    const everything = (): string =>
      machine.run("find /etc /run /usr/local /var/lib -printf '%p %M %u:%g %l\\n' | sort");
    const before = everything();
    const hosts = machine.run('cat /etc/hosts');
    await deliver(machine, { install: { service: true } });
    expect(everything()).not.toBe(before);
    await deliver(machine, { install: { uninstall: true } });
    expect(everything()).toBe(before);
    expect(machine.run('cat /etc/hosts')).toBe(hosts);
  });

  test('shows no secret in arguments, here or there', async () => {
    const machine = await SshMachine.start();
    const seen = new Set<string>();
    const sampling = setInterval(() => {
      for (const text of argumentsOfAll()) seen.add(text);
    }, 2);
    const events = await deliver(machine);
    clearInterval(sampling);
    const all = [...seen].join('\n');
    expect(all).toContain('StrictHostKeyChecking=yes');
    expect(all).toContain('install.sh');
    const token = bundle.files['istio-token'];
    for (const part of token.split('.')) {
      expect(all).not.toContain(part);
      expect(JSON.stringify(events)).not.toContain(part);
    }
  });

  test('goes with sudo for a user who is not root', async (context) => {
    const machine = await SshMachine.start();
    if (spawnSync('sudo', ['--version']).error !== undefined) {
      process.stderr.write('sudo is not installed: delivery with it is not tried\n');
      context.skip();
    }
    machine.run(
      "echo 'worker ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/worker && chmod 440 /etc/sudoers.d/worker",
    );
    await deliver(machine, { target: 'worker@127.0.0.1' });
    expect(machine.run('stat -c %U /run/secrets/tokens/istio-token')).toBe('istio-proxy\n');
  });

  test('says what it would do, and writes nothing', async () => {
    const machine = await SshMachine.start();
    const before = machine.written();
    const events = await deliver(machine, { install: { dryRun: true } });
    expect(linesOf(events).at(-1)).toMatch(/^done: nothing written, \d+ would have changed/);
    expect(machine.written()).toEqual(before);
  });

  test('ends when it is told to, and leaves no folder', async () => {
    const machine = await SshMachine.start();
    const stop = new AbortController();
    const events = delivery(machine, { signal: stop.signal }, large)[Symbol.asyncIterator]();
    expect((await events.next()).value).toMatchObject({ type: 'connected' });
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(
      (async () => {
        while ((await events.next()).done !== true);
      })(),
    ).rejects.toBe(reason);
    await expect.poll(() => machine.temporary()).toBe('');
  });
});

/** Copied in many pieces. */
const large = deliveredSample({ 'mesh.yaml': `# ${'x'.repeat(8_000_000)}\n${bundle.files['mesh.yaml']}` });

/** In place of a program that the script needs: ends the sshd that serves it. */
const cutter = `#!/bin/sh
id=$$
while [ "$(cat /proc/$id/comm)" != sshd ]; do id=$(awk '/^PPid/ { print $2 }' /proc/$id/status); done
kill -9 "$id"
exit 1
`;

interface Failing {
  readonly given?: (machine: SshMachine) => Given;
  readonly before?: (machine: SshMachine) => void;
  readonly delivered?: typeof bundle;
  readonly message: RegExp;
  readonly reason: RegExp;
  /** Whether the machine may have been written to. */
  readonly writes?: boolean;
}

describe.skipIf(without !== undefined)('a delivery over ssh that fails', () => {
  test.each<[string, Failing]>([
    [
      'for an unknown host key',
      {
        given: () => ({ sshOptions: [] }),
        before: (machine) => machine.run(`: >${machine.knownHosts}`),
        message: /^the host key of root@127\.0\.0\.1 is not known$/,
        reason: /Host key verification failed/,
      },
    ],
    [
      'for a changed host key',
      {
        before: (machine) => {
          machine.forgetKey();
        },
        message: /^the host key of root@127\.0\.0\.1 is not the one that is known$/,
        reason: /Host key verification failed/,
      },
    ],
    [
      'for a refused login',
      {
        given: () => ({ target: 'ghost@127.0.0.1' }),
        message: /^ghost@127\.0\.0\.1 refused the login$/,
        reason: /Permission denied/,
      },
    ],
    [
      'for a port where nobody listens',
      {
        given: () => ({ port: 2 }),
        message: /^root@127\.0\.0\.1 cannot be reached$/,
        reason: /Connection refused/,
      },
    ],
    [
      'for a name that nobody knows',
      {
        given: () => ({ target: 'root@vm.invalid' }),
        message: /^root@vm\.invalid cannot be reached: its name is not known$/,
        reason: /Could not resolve hostname/,
      },
    ],
    [
      'for a user without sudo',
      {
        given: () => ({ target: 'worker@127.0.0.1' }),
        before: (machine) =>
          machine.run(
            `mkdir /var/worker/bin
             for name in sh mktemp rm id tar; do ln -s /usr/bin/$name /var/worker/bin/; done
             printf '#!/bin/sh\\nPATH=/var/worker/bin exec /bin/sh "$@"\\n' >/var/worker/shell
             chmod 755 /var/worker/shell
             usermod -s /var/worker/shell worker`,
          ),
        message: /^worker@127\.0\.0\.1 is not root there, and the machine has no sudo$/,
        reason: /^$/,
      },
    ],
    [
      'for sudo that wants a password',
      {
        given: () => ({ target: 'worker@127.0.0.1' }),
        before: (machine) =>
          machine.run(
            `printf '#!/bin/sh\\necho "sudo: a password is required" >&2\\nexit 1\\n' >/usr/local/bin/sudo
             chmod 755 /usr/local/bin/sudo`,
          ),
        message: /^sudo wants a password on worker@127\.0\.0\.1, or refuses$/,
        reason: /^sudo: a password is required$/,
      },
    ],
    [
      'without the package',
      {
        before: (machine) => machine.run('rm /usr/local/bin/pilot-agent'),
        message: /^the install script failed on root@127\.0\.0\.1$/,
        reason: /the package istio-sidecar is missing \(there is no pilot-agent in .* nothing was changed$/,
      },
    ],
    [
      'half-way through the script',
      {
        before: (machine) => machine.run('mkdir -p /var/lib/istio/envoy/cluster.env'),
        message: /^the install script failed on root@127\.0\.0\.1$/,
        reason: /cluster\.env is a folder, where a file belongs: remove it; \d+ changed before$/,
        writes: true,
      },
    ],
    [
      'because the connection is cut during the copy',
      {
        given: (machine) => ({ sshOptions: [machine.cutAfter(1_000_000)] }),
        delivered: large,
        message: /^the connection to root@127\.0\.0\.1 was cut during the copy: nothing was installed$/,
        reason: /.*/,
      },
    ],
    [
      'because the connection is cut while the script runs',
      {
        before: (machine) =>
          machine.run(`cat >/usr/local/bin/cmp <<'END'\n${cutter}END\nchmod 755 /usr/local/bin/cmp`),
        message: /^the connection to root@127\.0\.0\.1 was cut while the install script ran$/,
        reason: /closed/,
        writes: true,
      },
    ],
    [
      'for want of room',
      {
        before: (machine) => machine.run('mount -t tmpfs -o size=64k tmpfs /run/tmp'),
        delivered: large,
        message: /^the copy to root@127\.0\.0\.1 was not whole: nothing was installed$/,
        reason: /tar: /,
      },
    ],
  ])('%s', async (_, { given, before, delivered, message, reason, writes = false }) => {
    const machine = await SshMachine.start();
    before?.(machine);
    const written = machine.written();
    const error = await failure(machine, given?.(machine), delivered);
    expect(error.message).toMatch(message);
    expect(error.reason ?? '').toMatch(reason);
    expect(error.hint ?? '').not.toBe('');
    await expect.poll(() => machine.temporary()).toBe('');
    if (!writes) expect(machine.written()).toEqual(written);
  });

  test('where there is no ssh', async () => {
    const machine = await SshMachine.start();
    const error = await failure(machine, { env: { PATH: '/nonexistent' } });
    expect(error.message).toBe('cannot start ssh');
    expect(error.reason).toMatch(/not installed/);
  });
});

function argumentsOfAll(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        return [readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        // It has ended since.
        return [];
      }
    });
}
