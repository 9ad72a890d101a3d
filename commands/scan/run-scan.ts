import { databaseAge, type AdvisoryDatabase } from '../../src/advisories/index.ts';
import { hardeningRules, type Analysis } from '../../src/analyze/index.ts';
import { MeshctlError } from '../../src/errors.ts';
import { given } from '../../src/given.ts';
import { failsScan, findHardening, isUndecided, scan, type ScanReport } from '../../src/scan/index.ts';
import type { CommandIo } from '../command-io.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { withoutBaseline } from '../known-findings.ts';
import { policyFor } from '../policy-for.ts';
import { printScan } from './print-scan.ts';
import { databaseOf } from './read-database-file.ts';
import { readScanned, type Scanned } from './read-scanned.ts';
import type { ScanOptions } from './scan-options.ts';

/** Reads, judges and reports; the exit code tells the outcome. */
export async function runScan(
  io: CommandIo,
  paths: readonly string[],
  options: ScanOptions,
): Promise<number> {
  const { istioVersion, istioNamespace, now = new Date() } = options;
  const database = without(await databaseOf(io.cwd, options.db), options.accept);
  const scanned = await readScanned(io, paths, options);
  const { read, reports, complete, kubernetesVersion } = scanned;
  const analysis = await hardening(io, scanned, options);
  const report = scan({
    ...{ resources: read.resources, reports, complete, istioNamespace, database, now },
    ...given({ istioVersion, kubernetesVersion }),
    hardening: analysis.findings,
  });
  await printScan(io, { report, analysis, read }, options);
  noteAge(io, database, now);
  if (scanned.partial) return exitCodeOf.environment;
  return codeOf(report, analysis, options);
}

function codeOf(report: ScanReport, { unreadable }: Analysis, { scanFailOn, strict }: ScanOptions): number {
  if (unreadable) return exitCodeOf.input;
  if (failsScan(report, scanFailOn)) return 1;
  return strict && (isUndecided(report) || report.inventory.length === 0) ? exitCodeOf.input : 0;
}

/** A database without advisories that somebody has accepted. */
function without(database: AdvisoryDatabase, accepted: readonly string[]): AdvisoryDatabase {
  if (accepted.length === 0) return database;
  const names = database.advisories.map(({ id, cves, aliases }) => [id, ...cves, ...aliases]);
  const unknown = accepted.find((id) => !names.some((all) => all.includes(id)));
  if (unknown !== undefined)
    throw new MeshctlError('usage', `no advisory is known as ${JSON.stringify(unknown)}`, {
      hint: '`meshctl scan db show` lists them',
    });
  const advisories = database.advisories.filter(
    (_, index) => !accepted.some((id) => names[index]?.includes(id)),
  );
  return { ...database, advisories };
}

async function hardening(
  io: CommandIo,
  { read, partial }: Scanned,
  { suppress, assume, istioVersion, now, live, baseline, writeBaseline }: ScanOptions,
): Promise<Analysis> {
  const analysis = await findHardening(read, {
    ...{ assume: partial ? 'partial' : assume, unit: 'all', cwd: io.cwd },
    policy: await policyFor(io, suppress, []),
    // Of a cluster, ConfigMaps are read in the namespace of the control plane only.
    ...(live === true && { unread: ['ConfigMap'] as const }),
    ...given({ istioVersion, now }),
  });
  for (const flag of analysis.unusedFlags) io.note(`note: --suppress ${flag} suppressed nothing`);
  const rule = hardeningRules.map(({ slug }) => slug);
  const { kept } = await withoutBaseline(io, analysis, {
    options: { rule, ...given({ baseline, writeBaseline }) },
  });
  return kept;
}

function noteAge(io: CommandIo, database: AdvisoryDatabase, now: Date): void {
  const { days, isOld } = databaseAge(database, now);
  if (!isOld) return;
  io.note(`warning: advisories are known up to ${database.asOf}, ${days} days ago`);
  io.note('  hint: update meshctl, or add newer ones: `meshctl scan db update`');
}
