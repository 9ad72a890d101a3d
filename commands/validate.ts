import { Option } from 'commander';
import { MeshctlError } from '../src/errors.ts';
import type { FindingReport, Summary } from '../src/output/index.ts';
import { readBatches } from '../src/resources/index.ts';
import { ruleInfos, validate, type Validation } from '../src/validate/index.ts';
import { version } from '../src/version.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import {
  failOnOption,
  fails,
  reportOption,
  writeReport,
  type FailOn,
  type ReportTarget,
} from './findings-output.ts';
import { listOption } from './options.ts';

interface ValidateCommandOptions {
  readonly filename: readonly string[];
  readonly as?: 'MeshConfig' | 'MeshNetworks';
  readonly namespace?: string;
  readonly gatewayApiChannel: 'standard' | 'experimental';
  readonly stdinFilename?: string;
  readonly output: readonly ReportTarget[];
  readonly failOn: FailOn;
  readonly strict: boolean;
}

/** `meshctl validate`: every resource by itself, offline. */
export function validateCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Checks each resource as the API server would (schema, CEL rules) and as Istio would (semantic rules), and says who would refuse it. Reads files only.',
    )
    .argument('[paths...]', 'files, folders or patterns; - for standard input')
    .example('meshctl validate mesh/', 'Check every YAML and JSON file below a folder')
    .example('helm template ./chart | meshctl validate -', 'Check what a chart renders')
    .example('meshctl validate -o sarif=meshctl.sarif -o github mesh/', 'Report to a CI system')
    .optionsGroup('Selection:')
    .addOption(listOption('-f, --filename <file>', 'another file, folder or pattern; may be repeated'))
    .addOption(
      new Option('--as <kind>', 'read every file as this, for files that name no kind').choices([
        'MeshConfig',
        'MeshNetworks',
      ]),
    )
    .addOption(
      new Option('-n, --namespace <name>', 'namespace of resources that name none').default('default'),
    )
    .addOption(
      new Option('--gateway-api-channel <channel>', 'Gateway API definitions the cluster has')
        .choices(['standard', 'experimental'])
        .default('standard'),
    )
    .addOption(new Option('--stdin-filename <name>', 'name of standard input in the report'))
    .optionsGroup('Output:')
    .addOption(reportOption())
    .addOption(failOnOption())
    .addOption(
      new Option('--strict', 'refuse resources of kinds or versions meshctl does not know').default(false),
    )
    .handler((paths: readonly string[], options: ValidateCommandOptions) =>
      run(io, [...paths, ...options.filename], options),
    );
}

async function run(
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
