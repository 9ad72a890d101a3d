import type { Channel } from '../src/api/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { findingReport } from '../src/finding-report.ts';
import { printable, type RuleInfo } from '../src/output/index.ts';
import { applyPolicy, policyRules, PolicyScan, RuleNames } from '../src/analyze/policy/index.ts';
import { given } from '../src/given.ts';
import { readBatches, type ReadResult } from '../src/resources/index.ts';
import { ruleCatalogue } from '../src/rule-catalogue.ts';
import { FrameSource, ruleInfos, validate, linesFrom, type Validation } from '../src/validate/index.ts';
import type { CommandIo } from './command-io.ts';
import { policyFor } from './policy-for.ts';
import { earlierReports } from './earlier-reports.ts';
import { exitCodeOfFindings } from './exit-code-of-findings.ts';
import type { ReportOptions } from './report-options.ts';
import { writeReport } from './write-report.ts';

/** What the command line of `meshctl validate` says. */
export interface ValidateCommandOptions extends ReportOptions {
  readonly filename: readonly string[];
  readonly as?: 'MeshConfig' | 'MeshNetworks';
  readonly namespace?: string;
  readonly gatewayApiChannel: Channel;
  readonly stdinFilename?: string;
  readonly strict: boolean;
}

/** Reads, checks and reports; the exit code tells the outcome. */
export async function runValidate(
  io: CommandIo,
  paths: readonly string[],
  options: ValidateCommandOptions,
): Promise<number> {
  if (paths.length === 0) {
    throw new MeshctlError('usage', 'nothing to validate', {
      hint: 'name files or folders (`meshctl validate mesh/`), or `-` for standard input',
    });
  }
  const { as, namespace, gatewayApiChannel: channel, stdinFilename, strict } = options;
  const batches = readBatches(paths, {
    cwd: io.cwd,
    except: earlierReports(io.cwd, paths, options.output),
    stdin: { [Symbol.asyncIterator]: () => io.stdin()[Symbol.asyncIterator]() },
    ...(stdinFilename !== undefined && { stdinFilename }),
  });
  const scan = new PolicyScan(await policyFor(io, [], []), { cwd: io.cwd, ...given({ namespace }) });
  const validation = await validate(scanned(batches, scan), {
    ...{ channel, strict },
    ...given({ namespace, as }),
  });
  for (const notice of validation.notices) io.note(printable(notice));
  const left = await withoutSuppressed(validation, scan);
  await writeReport(io, findingReport(left, await describedRules(options)), options);
  const empty = validation.checked === 0 && validation.findings.length === 0;
  if (empty) noteEmpty(io);
  return exitCodeOfFindings(left.findings, options, validation.unreadable || (empty && strict));
}

/** Looks for suppressions in what is read. */
async function* scanned(batches: AsyncIterable<ReadResult>, scan: PolicyScan): AsyncGenerator<ReadResult> {
  for await (const batch of batches) {
    scan.add(batch);
    yield batch;
  }
}

/** What settings, comments and annotations leave, in the severities of the settings. */
async function withoutSuppressed(
  validation: Validation,
  scan: PolicyScan,
): Promise<Validation & { readonly suppressed?: number }> {
  if (scan.isIdle) return validation;
  const rules = new RuleNames(await ruleCatalogue());
  const ran = new RuleNames([...(await ruleInfos()), ...policyRules]);
  const { findings, suppressed } = applyPolicy(validation.findings, scan, { rules, ran, now: new Date() });
  const frames = new FrameSource();
  for (const finding of findings) {
    const commented = scan.documentOf(finding);
    if (commented !== undefined) frames.add(finding, commented.document);
  }
  return { ...validation, findings, suppressed, lines: linesFrom(validation, frames) };
}

/** Only SARIF tells of rules; loading them all takes a while. */
async function describedRules({ output }: ReportOptions): Promise<readonly RuleInfo[]> {
  return output.some(({ format }) => format === 'sarif') ? ruleInfos() : [];
}

function noteEmpty(io: CommandIo): void {
  io.note('warning: nothing was checked');
  io.note('  hint: name files that hold resources; a mesh config without a kind needs `--as MeshConfig`');
}
