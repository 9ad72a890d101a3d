import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { run } from '../commands/testing/run.ts';
import type { Outcome } from './outcome.ts';
import { fileMismatches, stdoutMismatches } from './vm/compare-files.ts';
import { wantedOf, type TokenRequestSeen, type VmExpected, type Wanted } from './vm/expected.ts';
import { startVmCluster, type VmCluster } from './vm/testing/vm-cluster.ts';

interface Flags {
  readonly command: 'group create' | 'entry configure';
  readonly args: readonly string[];
  readonly tokenReturned?: string;
}

/** What commands about VMs write and ask for, with the objects of each case in a real API server. */
export async function* vmCases(folder: string, filter: readonly string[]): AsyncGenerator<Outcome> {
  const ids = readdirSync(folder)
    .sort()
    .filter((id) => existsSync(path.join(folder, id, 'flags.json')))
    .filter((id) => filter.length === 0 || filter.some((word) => id.includes(word)));
  const cluster = await startVmCluster(folder);
  try {
    for (const id of ids) yield { id, mismatches: await mismatchesOf(folder, id, cluster) };
  } finally {
    await cluster.stop();
  }
}

async function mismatchesOf(cases: string, id: string, cluster: VmCluster): Promise<string[]> {
  const folder = path.join(cases, id);
  const flags = read(path.join(folder, 'flags.json')) as Flags;
  const expected = read(path.join(folder, 'expected', 'result.json')) as VmExpected;
  const wanted = wantedOf(id, expected);
  const cwd = mkdtempSync(path.join(tmpdir(), 'meshctl-vm-'));
  try {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml')))
      copyFileSync(path.join(folder, name), path.join(cwd, name));
    if (flags.command === 'group create') return await createMismatches(folder, flags, wanted, cwd);
    await cluster.load(path.join(folder, 'cluster.yaml'), flags.tokenReturned ?? '');
    const { code, err } = await configure(['x', 'workload', 'entry', 'configure'], flags, cwd, cluster);
    if (code !== wanted.exit) return [`exit code ${code}, not ${wanted.exit}: ${err}`];
    return [
      ...fileMismatches(cases, path.join(cwd, 'out'), wanted, expected),
      ...(wanted.exit === 0 ? noticeMismatches(expected, err) : []),
      ...tokenMismatches(wanted, await cluster.tokenRequests()),
      ...readMismatches(expected, await cluster.reads()),
    ];
  } finally {
    rmSync(cwd, { recursive: true });
    await cluster.clear();
  }
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const configure = (
  words: readonly string[],
  { args }: Flags,
  cwd: string,
  { kubeconfig }: VmCluster,
): ReturnType<typeof run> =>
  run([...words, ...args, '--no-config'], { cwd, env: { KUBECONFIG: kubeconfig, PATH: process.env.PATH } });

async function createMismatches(
  folder: string,
  { args }: Flags,
  { exit }: Wanted,
  cwd: string,
): Promise<string[]> {
  const { code, out, err } = await run(['x', 'workload', 'group', 'create', ...args, '--no-config'], { cwd });
  if (code !== exit) return [`exit code ${code}, not ${exit}: ${err}`];
  return stdoutMismatches(folder, exit, out);
}

function noticeMismatches(expected: VmExpected, err: string): string[] {
  if (expected.upstreamDefect !== undefined) return [];
  const said = {
    hostsEmptyWarning: err.includes('the file hosts is empty'),
    labelOverrideNotice: err.includes('take the place of spec.metadata.labels'),
  };
  return (['hostsEmptyWarning', 'labelOverrideNotice'] as const)
    .filter((name) => (expected[name] ?? false) !== said[name])
    .map((name) => `${name}: ${said[name]}`);
}

function tokenMismatches({ tokenRequests }: Wanted, seen: readonly TokenRequestSeen[]): string[] {
  const plain = (requests: readonly TokenRequestSeen[]): unknown =>
    requests.map(({ namespace, serviceAccount, spec: { audiences, expirationSeconds } }) => ({
      ...{ namespace, serviceAccount, audiences, expirationSeconds },
    }));
  if (tokenRequests === undefined)
    return seen.length === 1 ? [] : [`${seen.length} tokens are requested, not 1`];
  return isDeepStrictEqual(plain(seen), plain(tokenRequests))
    ? []
    : [`requests for tokens: ${JSON.stringify(seen)}`];
}

/** Reading less is fine; kinds that the reference does not read are not. */
function readMismatches({ reads, upstreamDefect }: VmExpected, seen: readonly string[]): string[] {
  if (reads === undefined || upstreamDefect !== undefined) return [];
  const kindOf = (place: string): string => place.split('/').at(-2) ?? '';
  const known = new Set(reads.map(kindOf));
  return seen.filter((place) => !known.has(kindOf(place))).map((place) => `reads ${place}`);
}
