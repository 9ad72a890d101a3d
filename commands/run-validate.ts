import { MeshctlError } from '../src/errors.ts';
import type { FindingReport, Summary } from '../src/output/index.ts';
import { readBatches } from '../src/resources/index.ts';
import { ruleInfos, validate, type Validation } from '../src/validate/index.ts';
import { version } from '../src/version.ts';
import type { CommandIo } from './command-io.ts';
import type { ValidateCommandOptions } from './validate.ts';
import { fails, writeReport } from './write-report.ts';

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
    stdin: { [Symbol.asyncIterator]: () => io.stdin()[Symbol.asyncIterator]() },
    ...(stdinFilename !== undefined && { stdinFilename }),
  });
  const validation = await validate(batches, {
    channel,
    strict,
    ...(namespace !== undefined && { namespace }),
    ...(as !== undefined && { as }),
  });
  for (const notice of validation.notices) io.note(notice);
  await writeReport(io, await reportOf(validation), options.output, options.failOn);
  if (validation.unreadable) return 2;
  return fails(validation.findings, options.failOn) ? 1 : 0;
}

async function reportOf(validation: Validation): Promise<FindingReport> {
  const { findings, files, lines } = validation;
  return {
    tool: { name: 'meshctl', version, informationUri: 'https://meshctl.dev' },
    findings,
    files,
    lines,
    summary: summaryOf(validation),
    rules: await ruleInfos(),
  };
}

function summaryOf({ findings, files, documents, resources, skipped }: Validation): Summary {
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    ...{ files: files.length, documents, resources, skipped },
    ...{ errors: count('error'), warnings: count('warning'), infos: count('info') },
    ...{ suppressed: 0, baselined: 0 },
  };
}
