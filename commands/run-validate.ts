import type { Channel } from '../src/api/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { findingReport } from '../src/finding-report.ts';
import { fails, printable, type FailOn } from '../src/output/index.ts';
import { readBatches } from '../src/resources/index.ts';
import { ruleInfos, validate, type Validation } from '../src/validate/index.ts';
import type { CommandIo } from './command-io.ts';
import { earlierReports } from './earlier-reports.ts';
import type { ReportTarget } from './report-options.ts';
import { writeReport } from './write-report.ts';

/** What the command line of `meshctl validate` says. */
export interface ValidateCommandOptions {
  readonly filename: readonly string[];
  readonly as?: 'MeshConfig' | 'MeshNetworks';
  readonly namespace?: string;
  readonly gatewayApiChannel: Channel;
  readonly stdinFilename?: string;
  readonly output: readonly ReportTarget[];
  readonly failOn: FailOn;
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
  const validation = await validate(batches, {
    channel,
    strict,
    ...(namespace !== undefined && { namespace }),
    ...(as !== undefined && { as }),
  });
  for (const notice of validation.notices) io.note(printable(notice));
  const described = options.output.some(({ format }) => format === 'sarif');
  const report = findingReport(validation, described ? await ruleInfos() : []);
  await writeReport(io, report, options.output, options.failOn);
  const empty = validation.checked === 0 && validation.findings.length === 0;
  if (empty) noteEmpty(io);
  return exitCode(validation, options.failOn, empty && strict);
}

function noteEmpty(io: CommandIo): void {
  io.note('warning: nothing was checked');
  io.note('  hint: name files that hold resources; a mesh config without a kind needs `--as MeshConfig`');
}

function exitCode({ findings, unreadable }: Validation, failOn: FailOn, missing: boolean): number {
  if (unreadable || missing) return 2;
  return findings.some(({ severity }) => fails(severity, failOn)) ? 1 : 0;
}
