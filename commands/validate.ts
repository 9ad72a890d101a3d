import { Option } from 'commander';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { channelOption, listOption } from './options.ts';
import { failOnOption, maxWarningsOption, minSeverityOption, reportOption } from './report-options.ts';
import type { ValidateCommandOptions } from './run-validate.ts';

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
    .addOption(channelOption('Gateway API definitions the cluster has'))
    .addOption(new Option('--stdin-filename <name>', 'name of standard input in the report'))
    .optionsGroup('Output:')
    .addOption(reportOption())
    .addOption(minSeverityOption())
    .addOption(failOnOption())
    .addOption(maxWarningsOption())
    .addOption(
      new Option('--strict', 'refuse resources of kinds or versions meshctl does not know').default(false),
    )
    .handler(async (paths: readonly string[], options: ValidateCommandOptions) =>
      (await import('./run-validate.ts')).runValidate(io, [...paths, ...options.filename], options),
    );
}
