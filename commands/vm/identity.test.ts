import { existsSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { issue } from '../../src/kube/testing/certificate.ts';
import { run, type Result } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { cluster, files } from './testing/vm-cluster.ts';

const late = new Date('2040-01-01T00:00:00Z');
const root = issue({ name: 'root', ca: true, notAfter: late });
const leafOf = (account: string) =>
  issue({
    ...{ name: 'vm', issuer: root, notAfter: late },
    addresses: [`spiffe://cluster.local/ns/shop/sa/${account}`],
  });
const own = leafOf('web');
const other = leafOf('db');

/** A folder with saved objects whose root has signed the certificates beside them. */
async function offline(argv: readonly string[]): Promise<Result & { readonly cwd: string }> {
  const saved = JSON.parse(files['saved/all.json']) as {
    items: { metadata: { name: string }; data: object }[];
  };
  for (const item of saved.items)
    if (item.metadata.name === 'istio-ca-root-cert') item.data = { 'root-cert.pem': root.certificate };
  const cwd = await temporaryFolder({
    ...files,
    'saved/all.json': JSON.stringify(saved),
    ...{ 'id/key.pem': own.key, 'id/cert-chain.pem': own.certificate },
    ...{ 'db/key.pem': other.key, 'db/cert-chain.pem': other.certificate },
    ...{ 'half/cert-chain.pem': own.certificate },
  });
  const base = ['vm', 'bundle', '-f', 'group.yaml', '--from', 'saved', '-o', 'vm', '--no-config'];
  return { ...(await run([...base, ...argv], { cwd })), cwd };
}

describe('vm bundle --identity', () => {
  test('certificate brings the certificate in place of a token', async () => {
    const { code, err, cwd } = await offline(['--identity', 'certificate', '--certificate', 'id']);
    expect([code, err]).toEqual([0, 'the files of a VM of shop/web are in vm\n']);
    const text = (name: string): Promise<string> => readFile(path.join(cwd, 'vm', name), 'utf8');
    expect([await text('key.pem'), await text('cert-chain.pem'), await text('istio-token')]).toEqual([
      own.key,
      own.certificate,
      '',
    ]);
    expect(await text('cluster.env')).toContain("PROV_CERT='/etc/certs'\n");
    expect((await stat(path.join(cwd, 'vm/key.pem'))).mode & 0o777).toBe(0o600);
    expect(await text('root-cert.pem')).toBe(root.certificate);
  });

  test('token takes a certificate of an earlier run away', async () => {
    const { cwd } = await offline(['--identity', 'certificate', '--certificate', 'id']);
    const argv = ['vm', 'bundle', '-f', 'group.yaml', '--from', 'saved', '--token-file', 'token', '-o', 'vm'];
    expect((await run([...argv, '--no-config'], { cwd })).code).toBe(0);
    expect((await readdir(path.join(cwd, 'vm'))).sort()).toEqual([
      'cluster.env',
      'hosts',
      'istio-token',
      'mesh.yaml',
      'root-cert.pem',
    ]);
  });

  test('spire names the socket, and says what else it takes', async () => {
    const { code, err, cwd } = await offline(['--identity', 'spire', '--spire-socket', 'agent.sock']);
    expect([code, err]).toEqual([0, expect.stringMatching(/\/etc\/certs.*\n.*spiffe-helper/)]);
    expect(await readFile(path.join(cwd, 'vm/cluster.env'), 'utf8')).toContain(
      "WORKLOAD_IDENTITY_SOCKET_FILE='agent.sock'\n",
    );
    expect(await readFile(path.join(cwd, 'vm/istio-token'), 'utf8')).toBe('');
  });

  test.each([
    ['certificate', ['--identity', 'certificate', '--certificate', 'id']],
    ['spire', ['--identity', 'spire']],
  ])('%s gives files that verification accepts', async (_, argv) => {
    const { cwd } = await offline(argv);
    const { code, out } = await run(['vm', 'verify', 'vm', '-f', 'group.yaml', '--no-config'], { cwd });
    expect([code, out]).toEqual([0, 'the files are fine\n']);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['a certificate without its folder', ['--identity', 'certificate'], /--certificate/],
    [
      'a folder with a token',
      ['--certificate', 'id', '--token-file', 'token'],
      /is for --identity certificate/,
    ],
    ['a socket with a token', ['--spire-socket', 'a', '--token-file', 'token'], /is for --identity spire/],
    [
      'a token with a certificate',
      ['--identity', 'certificate', '--certificate', 'id', '--token-file', 'token'],
      /--token-file is for --identity token/,
    ],
    ['a socket that is a path', ['--identity', 'spire', '--spire-socket', '/run/a.sock'], /no file name/],
    ['another kind', ['--identity', 'password'], /token, certificate, spire/],
    ['a folder without a key', ['--identity', 'certificate', '--certificate', 'half'], /half\/key\.pem/],
    [
      'a certificate of another service account',
      ['--identity', 'certificate', '--certificate', 'db'],
      /it is of spiffe:\/\/cluster\.local\/ns\/shop\/sa\/db/,
    ],
  ])('refuses %s, and writes nothing', async (_, argv, expected) => {
    const { code, err, cwd } = await offline(argv);
    expect([code, err]).toEqual([2, expect.stringMatching(expected)]);
    expect(existsSync(path.join(cwd, 'vm'))).toBe(false);
  });

  test('asks for no token', async () => {
    const { api, ask } = await cluster();
    expect((await ask(['vm', 'bundle', '-f', 'group.yaml', '--identity', 'spire', '-o', 'vm'])).code).toBe(0);
    expect(api.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});
