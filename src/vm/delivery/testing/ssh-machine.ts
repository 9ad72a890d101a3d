import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Why a machine behind a real sshd cannot be played here; undefined when it can. */
export function noSshMachine(): string | undefined {
  if (process.platform !== 'linux') return 'only Linux can play a machine';
  if (process.getuid?.() !== 0) return 'only root can play a machine';
  if (!existsSync(sshd)) return 'sshd is not installed (Debian: openssh-server)';
  const missing = ['ssh', 'ssh-keygen', 'unshare', 'nsenter', 'ip', 'useradd'].find(
    (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0,
  );
  if (missing !== undefined) return `${missing} is not installed`;
  const tried = spawnSync('unshare', [...namespaces, 'mount', '-t', 'tmpfs', 'tmpfs', '/run']);
  return tried.status === 0 ? undefined : 'this system does not let root have namespaces of its own';
}

const sshd = '/usr/sbin/sshd';
const namespaces = ['-m', '-n', '-p', '-f', '--mount-proc', '--kill-child'];
export const sshPort = 2222;

/**
 * A machine behind a real sshd, in namespaces of its own: what it writes below /etc, /var, /usr/local and /run is in
 * memory, and goes with the test. `root` and `worker` log in with the key `identity`.
 */
export class SshMachine {
  readonly #place = mkdtempSync(join(tmpdir(), 'meshctl-ssh-'));
  readonly identity = join(this.#place, 'identity');
  readonly knownHosts = join(this.#place, 'known_hosts');
  #process: ChildProcess | undefined;

  static async start(): Promise<SshMachine> {
    const machine = new SshMachine();
    onTestFinished(() => machine.#stop());
    await machine.#start();
    return machine;
  }

  /** Runs a command on the machine, past sshd. */
  run(command: string): string {
    return execFileSync('nsenter', [...this.#inside, '-m', 'sh', '-c', command], {
      encoding: 'utf8',
      maxBuffer: 50_000_000,
    });
  }

  /** All that the machine has written, with owner, mode, times and size. */
  written(): readonly string[] {
    const found = this.run(
      `find "${this.#place}/memory" /run -path '*/work' -prune -o -printf '%p %M %u:%g %T@ %C@ %i %s\\n'`,
    );
    // sshd keeps a folder for itself, and logins leave their traces.
    return found
      .split('\n')
      .filter((line) => !/\/run\/(sshd|utmp|motd|tmp )|\/var\/upper\/log|memory\/var\/upper /.test(line));
  }

  /** What programs have in the folder for temporary files at this moment. */
  temporary(): string {
    return this.run('find /run/tmp -mindepth 1');
  }

  /** Surroundings in which `ssh` reaches the machine at 127.0.0.1. */
  get env(): NodeJS.ProcessEnv {
    return { PATH: `${this.#place}/bin:${process.env.PATH ?? ''}`, HOME: this.#place };
  }

  /** Settings for ssh, which must not read those of whoever runs the tests. */
  get sshOptions(): readonly string[] {
    return [
      `UserKnownHostsFile=${this.knownHosts}`,
      'GlobalKnownHostsFile=/dev/null',
      'IdentitiesOnly=yes',
      'IdentityAgent=none',
    ];
  }

  /** A setting by which the connection is cut after so many bytes from the client. */
  cutAfter(bytes: number): string {
    const file = join(this.#place, 'cut.mjs');
    writeFileSync(file, cut(bytes));
    return `ProxyCommand=${process.execPath} ${file}`;
  }

  /** Makes the machine another one to those who know it. */
  forgetKey(): void {
    this.#makeKey('other');
    const key = readFileSync(join(this.#place, 'other.pub'), 'utf8');
    writeFileSync(this.knownHosts, `[127.0.0.1]:${sshPort} ${key}`);
  }

  /** While it waits for its child, unshare takes no other signal. What it started ends with it. */
  async #stop(): Promise<void> {
    const machine = this.#process;
    if (machine?.exitCode === null) {
      const ended = once(machine, 'close');
      machine.kill('SIGKILL');
      await ended;
    }
    rmSync(this.#place, { recursive: true, force: true });
  }

  get #inside(): string[] {
    return ['-t', String(this.#process?.pid ?? 0)];
  }

  #makeKey(name: string): void {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', join(this.#place, name)]);
  }

  async #start(): Promise<void> {
    for (const name of ['identity', 'host']) this.#makeKey(name);
    writeFileSync(
      this.knownHosts,
      `[127.0.0.1]:${sshPort} ${readFileSync(join(this.#place, 'host.pub'), 'utf8')}`,
    );
    writeFileSync(join(this.#place, 'sshd_config'), config(this.#place));
    const machine = spawn('unshare', [...namespaces, 'sh', '-c', setup(this.#place)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#process = machine;
    await listening(machine);
    this.run('true');
    const shim = `#!/bin/sh\nexec nsenter -t ${machine.pid ?? 0} -n ssh-of-the-system "$@"\n`;
    execFileSync('mkdir', [join(this.#place, 'bin')]);
    const real = execFileSync('sh', ['-c', 'command -v ssh'], { encoding: 'utf8' }).trim();
    writeFileSync(join(this.#place, 'bin/ssh'), shim.replace('ssh-of-the-system', real), { mode: 0o755 });
  }
}

async function listening(machine: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    machine.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Server listening')) resolve();
    });
    machine.on('exit', () => {
      reject(new Error(`the machine did not start: ${said}`));
    });
  });
}

const config = (place: string): string => `Port ${sshPort}
ListenAddress 127.0.0.1
HostKey ${place}/host
AuthorizedKeysFile ${place}/identity.pub
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
StrictModes no
UsePAM no
UseDNS no
PidFile none
PrintLastLog no
SetEnv TMPDIR=/run/tmp
`;

const setup = (place: string): string => `set -e
mount --make-rprivate /
mkdir -p "${place}/memory"
chmod 755 "${place}"
mount -t tmpfs tmpfs "${place}/memory"
for name in etc var usr/local; do
  mkdir -p "${place}/memory/$name/upper" "${place}/memory/$name/work"
  mount -t overlay overlay -o "lowerdir=/$name,upperdir=${place}/memory/$name/upper,workdir=${place}/memory/$name/work" "/$name"
done
mount -t tmpfs tmpfs /run
mkdir /run/sshd
mkdir -m 1777 /run/tmp
ip link set lo up
useradd -r -M -p '*' istio-proxy
useradd -m -d /var/worker -s /bin/sh -p '*' worker
usermod -p '*' root
for name in pilot-agent envoy istio-start.sh; do
  printf '#!/bin/sh\\n' >"/usr/local/bin/$name"
  chmod 755 "/usr/local/bin/$name"
done
exec ${sshd} -D -e -f "${place}/sshd_config"
`;

const cut = (bytes: number): string => `import { connect } from 'node:net';
let left = ${bytes};
const socket = connect(${sshPort}, '127.0.0.1');
socket.pipe(process.stdout);
process.stdin.on('data', (data) => {
  socket.write(data.subarray(0, left));
  left -= data.length;
  if (left <= 0) socket.end(() => process.exit());
});
`;
