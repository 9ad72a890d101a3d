import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BundleFiles } from '../bundle/vm-bundle.ts';
import { installScript, type InstallOptions } from './install-script.ts';
import { selfExtractingScript } from './self-extracting-script.ts';
import { deliveredSample } from './testing/delivered-sample.ts';
import { Machine, type Run } from './testing/machine.ts';

const bundle = deliveredSample();
const asRoot = process.getuid?.() === 0;
const own = `# meshctl vm: begin\n${bundle.files.hosts}# meshctl vm: end\n`;
const places: Readonly<Record<string, string>> = {
  '/etc/certs/root-cert.pem': bundle.files['root-cert.pem'],
  '/var/run/secrets/tokens/istio-token': bundle.files['istio-token'],
  '/var/lib/istio/envoy/cluster.env': bundle.files['cluster.env'],
  '/etc/istio/config/mesh': bundle.files['mesh.yaml'],
  '/etc/hosts': `127.0.0.1 localhost\n::1 localhost # ours\n${own}`,
};

const lastOf = ({ out }: Run): string | undefined => out.at(-1);

describe('the first run', () => {
  test('puts every file in its place, and says so line by line', () => {
    const machine = new Machine({ bundle });
    const { code, out, err } = machine.install();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const [path, text] of Object.entries(places)) {
      expect(machine.read(path), path).toBe(text);
      expect(out).toContain(`wrote ${path}`);
    }
    expect(out.at(-1)).toMatch(/^done: \d+ changed, 0 left as they are$/);
  });

  test('lets all read the files but the token', () => {
    const machine = new Machine({ bundle });
    machine.install();
    expect(Object.keys(places).map((path) => machine.mode(path))).toEqual([
      '644',
      '600',
      '644',
      '644',
      '644',
    ]);
    expect(machine.mode('/var/run/secrets/tokens')).toBe('700');
  });

  test.runIf(asRoot)('gives files and folders to the agent by the numbers of that machine', () => {
    const machine = new Machine({ bundle });
    machine.install();
    for (const path of [
      '/etc/certs',
      '/var/lib/istio/proxy',
      '/etc/certs/root-cert.pem',
      '/etc/istio/config/mesh',
    ])
      expect(machine.owner(path), path).toBe('4711:4712');
    expect(machine.owner('/etc/hosts')).toBe('0:0');
  });

  test('without the package writes nothing', () => {
    const machine = new Machine({ bundle, packaged: false });
    const before = machine.everything();
    const { code, err } = machine.install();
    expect(code).toBe(1);
    expect(err).toMatch(
      /istio-sidecar is missing \(there is no pilot-agent .*and no envoy.*nothing was changed/,
    );
    expect(machine.everything()).toEqual(before);
  });

  test('without the package installs files when told to', () => {
    const machine = new Machine({ bundle, packaged: false });
    const { code, out } = machine.install({ filesOnly: true });
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^note: the package istio-sidecar is missing/);
    expect(machine.read('/etc/istio/config/mesh')).toBe(bundle.files['mesh.yaml']);
  });

  test('uses the link that the package made', () => {
    const machine = new Machine({ bundle });
    mkdirSync(join(machine.root, 'var/lib/istio'), { recursive: true });
    symlinkSync('../var/lib/istio', join(machine.root, 'etc/istio'));
    expect(machine.install().out).not.toContain('made /etc/istio');
    expect(machine.read('/var/lib/istio/config/mesh')).toBe(bundle.files['mesh.yaml']);
  });
});

describe('the second run', () => {
  test.each<[string, InstallOptions]>([
    ['writes nothing', {}],
    ['writes nothing with a unit', { service: true }],
    ['writes nothing when it only says what it would do', { dryRun: true }],
  ])('%s', (_, options) => {
    const machine = new Machine({ bundle });
    machine.install({ ...options, dryRun: false });
    const before = machine.everything();
    const run = machine.install(options);
    expect(lastOf(run)).toBe(`done: nothing to do, ${options.service === true ? 8 : 5} left as they are`);
    expect(run.out).toContain('left /etc/hosts as it is');
    expect(machine.everything()).toEqual(before);
  });

  test('writes only what is new', () => {
    const machine = new Machine({ bundle });
    machine.install();
    machine.give(deliveredSample({ 'istio-token': 'another' }));
    const { out } = machine.install();
    expect(out).toContain('wrote /var/run/secrets/tokens/istio-token');
    expect(out.at(-1)).toBe('done: 1 changed, 4 left as they are');
    expect(machine.mode('/var/run/secrets/tokens/istio-token')).toBe('600');
  });

  test('brings back a token that a restart took', () => {
    const machine = new Machine({ bundle });
    machine.install();
    rmSync(join(machine.root, 'var/run/secrets'), { recursive: true });
    machine.install();
    expect(machine.read('/var/run/secrets/tokens/istio-token')).toBe(bundle.files['istio-token']);
  });

  test('leaves a root that the agent keeps to itself', () => {
    const machine = new Machine({ bundle });
    machine.install();
    execFileSync('chmod', ['600', join(machine.root, 'etc/certs/root-cert.pem')]);
    expect(lastOf(machine.install())).toMatch(/nothing to do/);
  });

  test('takes from others what they were let to read', () => {
    const machine = new Machine({ bundle });
    machine.install();
    execFileSync('chmod', ['644', join(machine.root, 'var/run/secrets/tokens/istio-token')]);
    expect(machine.install().out).toContain('changed owner or mode of /var/run/secrets/tokens/istio-token');
    expect(machine.mode('/var/run/secrets/tokens/istio-token')).toBe('600');
  });
});

describe('/etc/hosts', () => {
  test.each<[string, string | undefined, string]>([
    ['keeps lines of others before and after', `a\n${own.replace('203', '10')}\\b\n`, `a\n${own}\\b\n`],
    ['gets an end to its last line', '10.0.0.1 a', `10.0.0.1 a\n${own}`],
    ['is made where there is none', undefined, own],
    ['has marks in other words left alone', '# meshctl vm: begin here\n', `# meshctl vm: begin here\n${own}`],
  ])('%s', (_, before, after) => {
    const machine = new Machine({ bundle });
    if (before === undefined) rmSync(join(machine.root, 'etc/hosts'));
    else machine.write('/etc/hosts', before);
    expect(machine.install().code).toBe(0);
    expect(machine.read('/etc/hosts')).toBe(after);
  });

  test.each<[string, string]>([
    ['has no end', '# meshctl vm: begin\n10.0.0.1 a\n'],
    ['has no beginning', '# meshctl vm: end\n'],
    ['is there twice', `${own}${own}`],
    ['is the wrong way round', '# meshctl vm: end\n# meshctl vm: begin\n'],
  ])('stays as it is when the place for our lines %s, and so does all else', (_, text) => {
    const machine = new Machine({ bundle });
    machine.write('/etc/hosts', text);
    const before = machine.everything();
    const { code, err } = machine.install();
    expect(code).toBe(1);
    expect(err).toMatch(/exactly one pair of the lines .* nothing was changed/);
    expect(machine.everything()).toEqual(before);
  });

  test('another address for istiod is worth a note', () => {
    const machine = new Machine({ bundle });
    machine.write(
      '/etc/hosts',
      '10.9.9.9 a istiod.istio-system.svc # old\n#10.9.9.8 istiod.istio-system.svc\n',
    );
    expect(machine.install().out.filter((line) => line.startsWith('note'))).toEqual([
      'note: /etc/hosts has another address for istiod.istio-system.svc, 10.9.9.9: remove it, or the agent may go there',
    ]);
  });

  test('is left alone when the bundle knows no address', () => {
    const machine = new Machine({ bundle: deliveredSample({ hosts: '' }) });
    expect(machine.install().out.join('\n')).toMatch(/note: hosts is empty/);
    expect(machine.read('/etc/hosts')).not.toContain('meshctl');
  });
});

describe('a bundle that cannot work is not installed', () => {
  test.each<[string, Partial<BundleFiles>, RegExp]>([
    ['no settings', { 'mesh.yaml': '' }, /has no mesh\.yaml/],
    ['no certificate', { 'root-cert.pem': 'x\n' }, /root-cert\.pem holds no certificate/],
    ['line ends of Windows', { 'cluster.env': "A='b'\r\n" }, /cluster\.env has the line ends of Windows/],
    ['a command for an address', { hosts: '$(id) istiod.istio-system.svc\n' }, /not an address and a name/],
    ['two names', { hosts: '10.0.0.1 a b\n' }, /not an address and a name/],
    ['a name alone', { hosts: 'istiod.istio-system.svc\n' }, /not an address and a name/],
  ])('%s', (_, files, message) => {
    const machine = new Machine({ bundle: deliveredSample(files) });
    const before = machine.everything();
    const { code, err } = machine.install();
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err).toMatch(/nothing was changed\n$/);
    expect(machine.everything()).toEqual(before);
  });

  test('a missing file neither', () => {
    const machine = new Machine({ bundle });
    rmSync(join(machine.folder, 'istio-token'));
    expect(machine.install().err).toMatch(/has no istio-token; nothing was changed/);
  });
});

test('values that a shell would act on are carried as they are', () => {
  const hostile = `X='$(touch pwned)\`touch pwned\`"\\'"'"'\n*'\n`;
  const files = { 'cluster.env': hostile, 'mesh.yaml': `${hostile}\0%s\\n`, 'istio-token': '-n $(id)' };
  const machine = new Machine({ bundle: deliveredSample(files) });
  expect(machine.install().code).toBe(0);
  expect(machine.read('/var/lib/istio/envoy/cluster.env')).toBe(files['cluster.env']);
  expect(machine.read('/etc/istio/config/mesh')).toBe(files['mesh.yaml']);
  expect(machine.read('/var/run/secrets/tokens/istio-token')).toBe(files['istio-token']);
});

describe('where istiod is', () => {
  const elsewhere = { hosts: '10.0.0.1 istiod.mesh.svc\n' };
  const added = "CA_ADDR='istiod.mesh.svc:15012'\nPILOT_ADDRESS='istiod.mesh.svc:15012'\n";

  test.each<[string, Partial<BundleFiles>, string]>([
    ['is added outside of istio-system', elsewhere, added],
    [
      'is added for the certificate alone when the settings tell the rest',
      { ...elsewhere, 'mesh.yaml': 'defaultConfig: {discoveryAddress: "istiod.mesh.svc:15012"}\n' },
      "CA_ADDR='istiod.mesh.svc:15012'\n",
    ],
    ['is not added where it is known', { ...elsewhere, 'cluster.env': "CA_ADDR='x:1'\n" }, ''],
    ['is not added in istio-system', {}, ''],
    [
      'is not added for a revision, whose bundle tells it',
      { hosts: '10.0.0.1 istiod-canary.mesh.svc\n' },
      '',
    ],
  ])('%s', (_, files, expected) => {
    const delivered = deliveredSample(files);
    const machine = new Machine({ bundle: delivered });
    machine.install();
    expect(machine.read('/var/lib/istio/envoy/cluster.env')).toBe(
      `${delivered.files['cluster.env']}${expected}`,
    );
  });

  test('is left to what the administrator set', () => {
    const machine = new Machine({ bundle: deliveredSample(elsewhere) });
    machine.write('/var/lib/istio/envoy/sidecar.env', 'export ISTIO_SYSTEM_NAMESPACE=mesh\n');
    machine.install();
    expect(machine.read('/var/lib/istio/envoy/cluster.env')).toBe(bundle.files['cluster.env']);
  });
});

describe('certificates of the agent', () => {
  const env = bundle.files['cluster.env'];

  test.each<[string, string, boolean]>([
    [
      'of another service account are set aside',
      env.replace("SERVICE_ACCOUNT='web'", "SERVICE_ACCOUNT='cart'"),
      true,
    ],
    ['of the same one stay', `${env}X='1'\n`, false],
    ['of the same one stay, however it is quoted', env.replaceAll("'", ''), false],
  ])('%s', (_, before, aside) => {
    const machine = new Machine({ bundle });
    machine.write('/var/lib/istio/envoy/cluster.env', before);
    for (const name of ['key.pem', 'cert-chain.pem']) machine.write(`/etc/certs/${name}`, name);
    machine.install();
    expect(machine.read('/etc/certs/key.pem.old')).toBe(aside ? 'key.pem' : undefined);
    expect(machine.read('/etc/certs/cert-chain.pem')).toBe(aside ? undefined : 'cert-chain.pem');
  });

  test('are not renewed without a token when PROV_CERT is empty, which is worth a note', () => {
    const machine = new Machine({ bundle: deliveredSample({ 'cluster.env': `${env}PROV_CERT=''\n` }) });
    expect(machine.install().out.join('\n')).toMatch(/note: PROV_CERT is empty/);
  });
});

describe('the unit', () => {
  const dropIn = '/etc/systemd/system/istio.service.d/50-meshctl.conf';

  test('of the package is only added to', () => {
    const machine = new Machine({ bundle });
    machine.write('/lib/systemd/system/istio.service', '[Service]\n');
    machine.install({ service: true });
    expect(machine.read(dropIn)).toMatch(/Restart=always/);
    expect(machine.read('/etc/systemd/system/istio.service')).toBeUndefined();
    expect(machine.read('/etc/tmpfiles.d/meshctl-istio.conf')).toMatch(/^d \/run\/secrets 0755 istio-proxy/m);
  });

  test('is written where there is none', () => {
    const machine = new Machine({ bundle });
    machine.install({ service: true });
    expect(machine.read('/etc/systemd/system/istio.service')).toMatch(
      /ExecStart=\/usr\/local\/bin\/istio-start\.sh/,
    );
  });

  test('is not written unless asked for', () => {
    const machine = new Machine({ bundle });
    machine.install();
    expect(machine.read(dropIn)).toBeUndefined();
  });

  test('cannot be started in an image, and nothing is done', () => {
    const machine = new Machine({ bundle });
    const before = machine.everything();
    expect(machine.install({}, ['--service', '--start']).err).toMatch(
      /give meshctl --no-start.*nothing was changed/,
    );
    expect(machine.everything()).toEqual(before);
  });
});

describe('a dry run', () => {
  test('says what would be done, and writes nothing', () => {
    const machine = new Machine({ bundle });
    const before = machine.everything();
    const { code, out } = machine.install({}, ['--dry-run', '--service']);
    expect(code).toBe(0);
    expect(out).toContain('would have written /etc/hosts');
    expect(out.at(-1)).toMatch(/^done: nothing written, \d+ would have changed, 0 left/);
    expect(machine.everything()).toEqual(before);
  });
});

describe('removing', () => {
  test('leaves the machine as it was', () => {
    const machine = new Machine({ bundle });
    machine.write('/etc/certs/other.pem', 'x');
    machine.write('/var/lib/other', 'x');
    const names = (): readonly string[] => machine.everything().map((line) => line.split(' ')[0] ?? '');
    const before = names();
    const hosts = machine.read('/etc/hosts');
    machine.install({ service: true });
    machine.write('/etc/certs/key.pem', 'of the agent');
    const { code, out } = machine.install({ uninstall: true });
    expect(code).toBe(0);
    expect(out).toContain('removed /etc/certs/root-cert.pem');
    expect(names()).toEqual(before);
    expect(machine.read('/etc/hosts')).toBe(hosts);
  });

  test('keeps a key that was there before', () => {
    const machine = new Machine({ bundle });
    machine.write('/etc/certs/key.pem', 'x');
    machine.install();
    machine.install({ uninstall: true });
    expect(machine.read('/etc/certs/key.pem')).toBe('x');
  });

  test('can be tried first', () => {
    const machine = new Machine({ bundle });
    machine.install();
    const before = machine.everything();
    expect(machine.install({}, ['--uninstall', '--dry-run']).out).toContain(
      'would have removed /etc/certs/root-cert.pem',
    );
    expect(machine.everything()).toEqual(before);
  });

  test('has nothing to do where nothing was installed', () => {
    const machine = new Machine({ bundle });
    expect(lastOf(machine.install({ uninstall: true }))).toBe('done: nothing to do, 0 left as they are');
  });
});

describe('when it fails half-way', () => {
  test('it says where, leaves no drafts, and goes on from there the next time', () => {
    const machine = new Machine({ bundle });
    machine.write('/var/lib/istio/envoy/cluster.env/in-the-way', '');
    const { code, err } = machine.install();
    expect(code).toBe(1);
    expect(err).toMatch(/cluster\.env is a folder, where a file belongs: remove it; \d+ changed before/);
    expect(machine.read('/etc/certs/root-cert.pem')).toBe(bundle.files['root-cert.pem']);
    rmSync(join(machine.root, 'var/lib/istio/envoy/cluster.env'), { recursive: true });
    const again = machine.install();
    expect(again.code).toBe(0);
    expect(again.out).toContain('left /etc/certs/root-cert.pem as it is');
    expect(machine.read('/etc/hosts')).toContain(own);
  });

  test('a command that fails is named by what it was for', () => {
    const machine = new Machine({ bundle });
    machine.write('/etc/certs', 'a file');
    const { code, err } = machine.install();
    expect(code).not.toBe(0);
    expect(err).toMatch(/install: stopped while making the folder \/etc\/certs; \d+ changed before/);
  });
});

test.each<[string, readonly string[], RegExp]>([
  ['an unknown flag', ['--force'], /there is no flag --force; see --help/],
  ['two folders', ['a', 'b'], /one folder is enough/],
  ['a root without a folder', ['--root'], /--root needs a folder/],
])('%s is refused', (_, flags, message) => {
  const { code, err } = new Machine({ bundle }).run(installScript(), flags);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});

describe('the self-extracting script', () => {
  const hostile = `X='$(touch pwned)\`id\`\nEND_OF_FILE\n'\n`;

  test('installs the same files as they are', () => {
    const delivered = deliveredSample({ 'cluster.env': hostile, 'istio-token': 'no end of line' });
    const machine = new Machine({ bundle });
    const { code } = machine.run(selfExtractingScript(delivered), ['--root', machine.root]);
    expect(code).toBe(0);
    expect(machine.read('/var/lib/istio/envoy/cluster.env')).toBe(hostile);
    expect(machine.read('/var/run/secrets/tokens/istio-token')).toBe('no end of line');
    expect(machine.mode('/etc/istio/config')).toBe('755');
  });

  test('passes on how the installation ended', () => {
    const machine = new Machine({ bundle, packaged: false });
    expect(machine.run(selfExtractingScript(bundle), ['--root', machine.root])).toMatchObject({ code: 1 });
  });

  test('does nothing when it was cut off, wherever that is', () => {
    const machine = new Machine({ bundle });
    const before = machine.everything();
    const script = selfExtractingScript(bundle);
    for (const share of [0.01, 0.3, 0.6, 0.99]) {
      machine.run(script.slice(0, Math.floor(script.length * share)), ['--root', machine.root]);
      expect(machine.everything()).toEqual(before);
    }
  });
});

test('no option brings anything of a bundle into the script', () => {
  expect(installScript({ service: true, start: true })).toBe(
    installScript().replace('service=no\nstart=no', 'service=yes\nstart=yes'),
  );
});

const shellcheck = spawnSync('shellcheck', ['--version']).error === undefined;
if (!shellcheck) process.stderr.write('shellcheck is not installed: scripts are not checked with it\n');

test.runIf(shellcheck).each<[string, string]>([
  ['the install script', installScript()],
  ['the self-extracting script', selfExtractingScript(bundle)],
])('shellcheck has nothing to say of %s', (_, script) => {
  const { stdout } = spawnSync('shellcheck', ['-s', 'sh', '-S', 'style', '-'], {
    input: script,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
});
