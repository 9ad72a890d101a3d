import { printable } from '../../src/output/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions } from '../kube-options.ts';
import { UsageError } from '../usage-error.ts';
import { addBundleOptions, completeOptions, type BundleOptions } from './bundle-options.ts';
import { folderOption } from './folder-option.ts';

interface BundleCommandOptions extends BundleOptions {
  readonly output?: string;
}

/** `meshctl vm bundle`. */
export function bundleCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Writes the files by which a VM of a WorkloadGroup joins the mesh: cluster.env, hosts, istio-token, mesh.yaml and root-cert.pem. All is gathered first, and then all files are written or none, readable for you alone: the token is a secret.',
    )
    .example('meshctl vm bundle -f group.yaml -o vm/', 'Write the files for a group')
    .example(
      'meshctl vm bundle --name web -n shop --autoregister --external-ip 198.51.100.7 -o vm/',
      'For a group in the cluster, with a VM behind NAT that registers itself',
    )
    .example(
      'meshctl vm bundle -f group.yaml --from saved/ --token-file token -o vm/',
      'Without a cluster, from saved objects',
    );
  command
    .optionsGroup('Output:')
    .addOption(folderOption('-o, --output <folder>', 'folder to write to; made if it is not there'));
  return addKubeOptions(addBundleOptions(command), io).handler(async (options: BundleCommandOptions) => {
    const { output } = options;
    if (output === undefined)
      throw new UsageError('there is no folder to write to', { hint: 'name one with -o' });
    const { prepareVm } = await import('./bundle-source.ts');
    const { writeBundle } = await import('./write-bundle.ts');
    const { group, bundle } = await prepareVm(io, completeOptions(options));
    writeBundle(io.cwd, output, bundle.files);
    io.note(printable(`the files of a VM of ${group.namespace}/${group.name} are in ${output}`));
    return 0;
  });
}
