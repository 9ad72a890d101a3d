import type { Channel } from '../src/api/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { findingReport } from '../src/finding-report.ts';
import { printable, type RuleInfo } from '../src/output/index.ts';
import { readBatches } from '../src/resources/index.ts';
import { ruleInfos, validate } from '../src/validate/index.ts';
import type { CommandIo } from './command-io.ts';
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
  const validation = await validate(batches, {
    channel,
    strict,
    ...(namespace !== undefined && { namespace }),
    ...(as !== undefined && { as }),
  });
  for (const notice of validation.notices) io.note(printable(notice));
  await writeReport(io, findingReport(validation, await describedRules(options)), options);
  const empty = validation.checked === 0 && validation.findings.length === 0;
  if (empty) noteEmpty(io);
  return exitCodeOfFindings(validation.findings, options, validation.unreadable || (empty && strict));
}

/** Only SARIF tells of rules; loading them all takes a while. */
async function describedRules({ output }: ReportOptions): Promise<readonly RuleInfo[]> {
  return output.some(({ format }) => format === 'sarif') ? ruleInfos() : [];
}

function noteEmpty(io: CommandIo): void {
  io.note('warning: nothing was checked');
  io.note('  hint: name files that hold resources; a mesh config without a kind needs `--as MeshConfig`');
}
