import { istioVersion, kubernetesRange, version } from '../src/version.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { outputOption } from './options.ts';
import { printDocument } from './print-document.ts';

interface VersionOptions {
  readonly output: 'table' | 'json' | 'yaml' | 'short';
}

/** `meshctl version`: needs no cluster. */
export function versionCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .example('meshctl version', 'See all versions at a glance')
    .example('meshctl version -o short', 'Print the version of meshctl alone')
    .example('meshctl version -o json', 'Hand the versions to a script')
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml', 'short']))
    .handler(async ({ output }: VersionOptions) => {
      if (output === 'table') io.out(versionTable(io));
      else if (output === 'short') io.out(`${version}\n`);
      else await printDocument(io, output, 'Version', versions(io));
      return 0;
    });
}

function versions({ runtime: { node, platform, arch } }: CommandIo): Readonly<Record<string, string>> {
  return { meshctl: version, istio: istioVersion, kubernetes: kubernetesRange, node, platform, arch };
}

function versionTable(io: CommandIo): string {
  return Object.entries(versions(io))
    .map(([name, value]) => `${name.padEnd(10)}  ${value}\n`)
    .join('');
}
