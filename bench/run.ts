// Measures meshctl: npm run bench [-- names...] [--runs N] [--json FILE]. MESHCTL_PEER may name an istioctl binary to
// compare with. Run `npm run build` first.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchmarks, floor, type Benchmark } from './benchmark.ts';
import { serveMesh, type ServedMesh } from './cluster/serve.ts';
import { median, peakMemory, wallTime, type Program } from './measure.ts';
import { formatFigures, judge, type Figure } from './figure.ts';
import { writePodList } from './pod-list.ts';
import { writeProxyDump } from './proxy-dump.ts';
import { writeDocuments } from './write-documents.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '7' }, json: { type: 'string' } },
});
const folder = '.cache/bench';
const files = { output: join(folder, 'output'), memory: join(folder, 'memory') };
const peer = process.env.MESHCTL_PEER;
const chosen = choose(benchmarks(peer === '' ? undefined : peer), positionals);

mkdirSync(folder, { recursive: true });
if (!existsSync('dist/cli/main.js')) {
  console.error('error: meshctl is not built\n  hint: npm run build');
  process.exitCode = 2;
} else {
  const figures = await measure(chosen, Number(values.runs));
  console.log(formatFigures(figures));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  if (figures.some(({ verdicts }) => verdicts.some(({ kept }) => !kept))) process.exitCode = 1;
}

/** The benchmarks with these names (all without names), and what they are compared with. */
function choose(all: readonly Benchmark[], names: readonly string[]): Benchmark[] {
  const unknown = names.find((name) => !all.some((benchmark) => benchmark.name === name));
  if (unknown !== undefined)
    throw new Error(`no benchmark ${unknown}; there are ${all.map(({ name }) => name).join(', ')}`);
  if (names.length === 0) return [...all];
  const wanted = new Set([floor, ...names]);
  for (const { name, targets = [] } of all)
    if (names.includes(name)) for (const { of } of targets) wanted.add(of);
  return all.filter(({ name }) => wanted.has(name));
}

async function measure(list: readonly Benchmark[], runs: number): Promise<Figure[]> {
  const servers: ServedMesh[] = [];
  try {
    const programs: Prepared[] = [];
    for (const benchmark of list) {
      const server = benchmark.cluster && (await serveMesh(folder, benchmark.cluster));
      if (server !== undefined) servers.push(server);
      programs.push({ benchmark, program: benchmark.program(server?.kubeconfig ?? inputOf(benchmark)) });
    }
    return measurePrepared(programs, runs);
  } finally {
    for (const { stop } of servers) stop();
  }
}

interface Prepared {
  readonly benchmark: Benchmark;
  readonly program: Program;
}

/** Every benchmark once a round, so that a slow moment of the machine hits all of them. */
function measurePrepared(programs: readonly Prepared[], runs: number): Figure[] {
  const times = new Map<string, number[]>(programs.map(({ benchmark }) => [benchmark.name, []]));
  for (let round = 0; round < runs; round++) {
    console.error(`round ${round + 1} of ${runs}`);
    for (const { benchmark, program } of programs) times.get(benchmark.name)?.push(wallTime(program, files));
  }
  const measured = programs.map(({ benchmark, program }) => {
    const kilobytes = peakMemory(program, files);
    return {
      ...{ benchmark, command: [program.command, ...program.args].join(' ') },
      milliseconds: median(times.get(benchmark.name) ?? []),
      ...(kilobytes !== undefined && { megabytes: kilobytes / 1024 }),
    };
  });
  return judge(measured);
}

/** A dump is written once: several benchmarks read it. */
function inputOf({ name, amount, dump, savedPods }: Benchmark): string {
  const input = join(folder, dump === undefined ? name : `proxy-dump-${dump.services}`);
  if (
    dump !== undefined &&
    !['clusters.json', 'changed_dump.json'].every((file) => existsSync(join(input, file)))
  )
    writeProxyDump(input, dump);
  if (amount !== undefined) writeDocuments(input, amount);
  if (savedPods !== undefined) writePodList(input, savedPods);
  return input;
}
