import path from 'node:path';
import type {
  BugReportEvent,
  BugReportManifest,
  BugReportOptions,
  ReportEntry,
} from '../../src/bug-report/index.ts';
import { connect, type ClusterClient } from '../../src/kube/index.ts';
import { paint, printable } from '../../src/output/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { addKubeOptions, connectOptions } from '../kube-options.ts';
import { printTable } from '../print-table.ts';
import { millisecondsOf } from '../request-timeout.ts';
import { addBugReportFlags, bytesOf, sinceOf, type BugReportFlags } from './bug-report-flags.ts';
import { writeArchive } from './write-archive.ts';

/** `meshctl bug-report`. */
export function bugReportCommand(io: CommandIo): CliCommand {
  const command = addBugReportFlags(described());
  return addKubeOptions(command, io, 'time for each part; 0 for any').handler(
    async (flags: BugReportFlags & { readonly duration?: string }) => {
      const now = new Date();
      // The time that flags give is for each part here; the whole has a bound of its own.
      const client = await connect({ ...connectOptions(io, flags), timeout: 0 });
      const options = await optionsOf(io, client, { ...flags, since: flags.since ?? flags.duration }, now);
      if (flags.dryRun === true) return list(io, client, options);
      return report(io, client, options, flags, now);
    },
  );
}

const described = (): CliCommand =>
  new CliCommand()
    .description(
      'Writes an archive with what helps to find out what is wrong with a mesh: its objects, what istiods and proxies say of themselves, logs, and findings. Private keys, tokens, passwords and all values of Secrets are replaced by [redacted]; look through it all the same before you pass it on. What could not be gathered is told in manifest.json, and by exit code 3. Pods are chosen by namespaces/deployments/pods/labels/annotations/containers, each part a list of patterns with commas, as in shop/cart,web or "sh*///app=cart". Nothing is changed in the cluster.',
    )
    .example('meshctl bug-report', 'Write bug-report.tar.gz')
    .example(
      'meshctl bug-report --include shop/cart --since 1h -o cart.tar.gz',
      'Only what concerns a workload',
    )
    .example('meshctl bug-report --dry-run', 'See what would be gathered');

async function optionsOf(
  io: CommandIo,
  client: ClusterClient,
  flags: Omit<BugReportFlags, 'since'> & { readonly since: string | undefined },
  now: Date,
): Promise<BugReportOptions> {
  const { parsePodFilter } = await import('../../src/bug-report/index.ts');
  const { istioNamespace, include, exclude, since, proxyAdminPort, requestTimeout, timeout } = flags;
  const whole = millisecondsOf(timeout);
  const each = millisecondsOf(requestTimeout);
  const extra =
    flags.skipAnalysis === true
      ? []
      : [(await import('./analysis-target.ts')).analysisTarget(client, istioNamespace)];
  return {
    ...{ istioNamespace, proxyAdminPort, now, extra, signal: io.interrupt() },
    include: include.map(parsePodFilter),
    ...(exclude.length > 0 && { exclude: exclude.map(parsePodFilter) }),
    ...(since !== undefined && { since: sinceOf(since, now) }),
    maxBytes: bytesOf(flags.maxSize) ?? 0,
    targetTimeout: each === 0 ? longest : each,
    ...(whole > 0 && { timeout: whole }),
  };
}

/** What timers can wait for at most. */
const longest = 2 ** 31 - 1;

async function list(io: CommandIo, client: ClusterClient, options: BugReportOptions): Promise<number> {
  const { planBugReport } = await import('../../src/bug-report/index.ts');
  const targets = await planBugReport(client, options);
  const columns = [
    { header: 'Path', cell: (row: { path: string }) => row.path },
    { header: 'What', cell: (row: { what: string }) => row.what },
  ];
  printTable(io, 'table', columns, targets);
  io.note(`${targets.length} parts; nothing was written`);
  return 0;
}

async function report(
  io: CommandIo,
  client: ClusterClient,
  options: BugReportOptions,
  { savedAs, dir }: BugReportFlags,
  now: Date,
): Promise<number> {
  const { gatherBugReport } = await import('../../src/bug-report/index.ts');
  const { tar } = await import('../../src/tar.ts');
  const file = path.resolve(io.cwd, dir, savedAs);
  let manifest: BugReportManifest | undefined;
  const events = gatherBugReport(client, options);
  const entries = entriesOf(io, events, (done) => {
    manifest = done;
  });
  const size = await writeArchive(file, tar(entries, 'bug-report', now));
  io.out(`${file}\n`);
  return manifest === undefined ? 0 : conclude(io, manifest, size);
}

/** The files of the report; what else happens is told. */
async function* entriesOf(
  io: CommandIo,
  events: AsyncIterable<BugReportEvent>,
  onDone: (manifest: BugReportManifest) => void,
): AsyncGenerator<ReportEntry, void, undefined> {
  const { warning } = paint(io.colors.err);
  for await (const event of events) {
    if (event.type === 'planned') io.note(`gathering ${event.targets.length} parts`);
    else if (event.type === 'done') onDone(event.manifest);
    else if (event.type === 'entry') {
      io.detail(printable(event.entry.path));
      yield event.entry;
    } else if (event.type === 'failed') {
      const { path: at, message } = event.failure;
      io.note(`${warning('warning:')} ${printable(`${at} is missing: ${message}`)}`);
    } else io.detail(printable(`${event.skipped.path} is left out: ${event.skipped.reason}`));
  }
}

function conclude(io: CommandIo, { entries, failed, skipped }: BugReportManifest, size: number): number {
  const redacted = entries.reduce((sum, entry) => sum + entry.redacted, 0);
  io.note(
    `${entries.length} files, ${Math.ceil(size / 1024)} KiB packed, ${redacted} secrets redacted; ` +
      `${failed.length} parts could not be gathered, ${skipped.length} were left out`,
  );
  if (failed.length + skipped.length > 0)
    io.note('manifest.json in the archive says what is missing, and why');
  return failed.length + skipped.length > 0 ? exitCodeOf.environment : 0;
}
