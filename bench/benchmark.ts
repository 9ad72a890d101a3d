import { join, resolve } from 'node:path';
import type { MeshAmount } from './cluster/large-mesh.ts';
import type { Program } from './measure.ts';
import type { ProxyDumpAmount } from './proxy-dump.ts';
import type { Amount } from './write-documents.ts';

/** What is measured under a name, and what it must reach. */
export interface Benchmark {
  readonly name: string;
  /** The command line, given the folder with its input. */
  readonly program: (input: string) => Program;
  /** What the input is; none for commands that read nothing. */
  readonly amount?: Amount;
  /** The dump of a proxy that is the input instead: the files of `writeProxyDump`. */
  readonly dump?: ProxyDumpAmount;
  /** So many saved Pods that are the input instead: the file of `writePodList`. */
  readonly savedPods?: number;
  /** The simulated cluster that is asked instead: the input is its kubeconfig. Its start is not measured. */
  readonly cluster?: MeshAmount;
  readonly targets?: readonly Target[];
  /** At most this many megabytes. */
  readonly megabytes?: number;
  /** At most so long, by the clock. */
  readonly milliseconds?: number;
}

/** At most so many times the wall time of another benchmark of the same run. */
export interface Target {
  readonly times: number;
  readonly of: string;
}

/** The time every Node program needs: what others are compared with. */
export const floor = 'node';

const one = { documents: 10_000 };
const onTenFold = { documents: 100_000 };
const spread = { documents: 10_000, files: 100 };
const mesh = { documents: 10_000, mesh: true };
/** Dumps of 100 MB and clusters files of 23 MB. */
const large = { services: 5700 };
const small = { services: 570 };
/** Tables of `proxy-config` and the files they are made of. */
const proxyTables = [
  ...['cluster', 'listener', 'route', 'eds'].map((table) => [table, 'config_dump.json'] as const),
  ['endpoint', 'clusters.json'] as const,
];

/** What is rendered: the usual installation, and one with more parts. */
const profiles = ['default', 'demo'];

/** 20,000 Pods. */
const crowd = { namespaces: 2000, pods: 10 };

/** All benchmarks; those of another program only where its binary is given. */
export function benchmarks(peer: string | undefined): Benchmark[] {
  return [
    { name: floor, program: () => ({ command: process.execPath, args: ['-e', '0'] }) },
    { name: 'version', program: () => meshctl([0], '--version'), targets: [{ times: 1.5, of: floor }] },
    { name: 'help', program: () => meshctl([0], '--help'), targets: [{ times: 1.5, of: floor }] },
    {
      ...{ name: 'validate', program: validate, amount: one, megabytes: 350 },
      targets: [
        { times: 17, of: floor },
        { times: 0.8, of: 'peer' },
      ],
    },
    { name: 'validate-files', program: validate, amount: spread, targets: [{ times: 17, of: floor }] },
    {
      name: 'validate-tenfold',
      program: validate,
      amount: onTenFold,
      targets: [{ times: 11, of: 'validate' }],
    },
    {
      ...{ name: 'analyze', program: analyze, amount: mesh },
      targets: [{ times: 1 / 3, of: 'peer-analyze' }],
    },
    {
      ...{ name: 'analyze-files', program: analyze, amount: { ...mesh, files: 100 } },
      targets: [{ times: 1 / 3, of: 'peer-analyze' }],
    },
    {
      ...{
        name: 'analyze-tenfold',
        program: analyze,
        amount: { documents: 100_000, mesh: true },
        megabytes: 2500,
      },
      targets: [{ times: 11, of: 'analyze' }],
    },
    ...proxyTables.map(([table, file]) => ({
      name: `proxy-${table}`,
      program: (input: string) => meshctl([0], 'proxy-config', table, '--no-config', '-f', join(input, file)),
      dump: large,
      targets: [
        { times: table === 'endpoint' ? 1 / 5 : 1 / 8, of: `peer-proxy-${table}` },
        { times: 11, of: `proxy-${table}-tenth` },
      ],
      ...(table !== 'endpoint' && { megabytes: 200 }),
    })),
    ...proxyTables.map(([table, file]) => ({
      name: `proxy-${table}-tenth`,
      program: (input: string) => meshctl([0], 'proxy-config', table, '--no-config', '-f', join(input, file)),
      dump: small,
    })),
    {
      ...{ name: 'scan', program: scan, savedPods: 20_000, milliseconds: 5000 },
    },
    { name: 'json-parse', program: parse, dump: large },
    {
      ...{ name: 'proxy-diff', program: diff, dump: large, megabytes: 400 },
      targets: [
        { times: 2.5, of: 'json-parse' },
        { times: 11, of: 'proxy-diff-tenth' },
      ],
    },
    { name: 'proxy-diff-tenth', program: diff, dump: small },
    ...profiles.map((profile) => ({
      name: `manifest-${profile}`,
      program: () => meshctl([0], 'manifest', 'generate', '--no-config', '--profile', profile),
      targets: [
        { times: 6.6, of: floor },
        { times: 1, of: `peer-manifest-${profile}` },
      ],
      megabytes: 150,
    })),
    {
      ...{ name: 'upgrade-plan', program: planUpgrade, cluster: crowd },
      ...{ milliseconds: 5000, megabytes: 1000 },
    },
    ...(peer === undefined
      ? []
      : [
          ...proxyTables.map(([table, file]) => ({
            name: `peer-proxy-${table}`,
            program: peerProxyTable(peer, table, file),
            dump: large,
          })),
          ...profiles.map((profile) => ({
            name: `peer-manifest-${profile}`,
            program: peerManifest(peer, profile),
          })),
          { name: 'peer', program: peerValidate(peer), amount: one },
          { name: 'peer-analyze', program: peerAnalyze(peer), amount: mesh },
        ]),
  ];
}

const meshctl = (exits: readonly number[], ...args: readonly string[]): Program => ({
  ...{ command: process.execPath, args: [resolve('bin/meshctl.js'), ...args], exits },
});

const validate = (input: string): Program => meshctl([1], 'validate', '--no-config', '-o', 'json', input);

const analyze = (input: string): Program => meshctl([1], 'analyze', '--no-config', '-o', 'json', input);

const diff = (input: string): Program => {
  const files = ['config_dump.json', 'changed_dump.json'].map((file) => join(input, file));
  return meshctl([1], 'proxy-config', 'diff', '--no-config', ...files);
};

const scan = (input: string): Program =>
  meshctl([1], 'scan', '--no-config', '--assume', 'complete', '-o', 'json', input);

const planUpgrade = (kubeconfig: string): Program => ({
  ...meshctl([0], 'upgrade', 'plan', '--no-config', '-o', 'json'),
  env: { KUBECONFIG: kubeconfig },
});

/** What it costs any Node program to have one of two dumps as objects. */
const parse = (input: string): Program => ({
  command: process.execPath,
  args: ['-e', 'JSON.parse(fs.readFileSync(process.argv[1], "utf8"))', join(input, 'config_dump.json')],
});

const peerAnalyze =
  (command: string) =>
  (input: string): Program => ({
    ...{ command, args: ['analyze', '--use-kube=false', '-A', input], exits: [0, 79] },
  });

const peerValidate =
  (command: string) =>
  (input: string): Program => ({
    ...{ command, args: ['validate', '-f', join(input, 'part-000.yaml')], exits: [0, 1] },
  });

const peerProxyTable =
  (command: string, table: string, file: string) =>
  (input: string): Program => ({ command, args: ['proxy-config', table, '-f', join(input, file)] });

const peerManifest = (command: string, profile: string) => (): Program => ({
  ...{ command, args: ['manifest', 'generate', '--set', `profile=${profile}`] },
});
