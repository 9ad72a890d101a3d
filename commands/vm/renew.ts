import { Argument, Option } from 'commander';
import type { ClusterWriter } from '../../src/kube/apply/index.ts';
import { printable } from '../../src/output/index.ts';
import type { BundleFiles } from '../../src/vm/index.ts';
import type { RenewedFile } from '../../src/vm/renew/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { momentOption } from '../moment-option.ts';
import { UsageError } from '../usage-error.ts';
import { tokenSecondsOption } from './bundle-options.ts';
import { checkClock } from './check-clock.ts';
import { folderOption } from './folder-option.ts';
import { renewalTarget, type RenewalTarget } from './renewal-target.ts';

interface RenewOptions extends KubeOptions {
  readonly file?: string;
  readonly namespace?: string;
  readonly token: boolean;
  readonly root: boolean;
  readonly tokenStdout: boolean;
  readonly duration: number;
  readonly clusterId?: string;
  readonly revision?: string;
  readonly now?: Date;
  readonly output?: string;
}

/** `meshctl vm renew`. */
export function renewCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Renews the token and the root certificate of a VM that was off for too long, in the folder of its files: the others stay as they are. Without --token and --root it renews what needs it. It first checks that the files are of that group and cluster. The token is a secret: it is written for you alone, and shown only with --token-stdout.',
    )
    .example('meshctl vm renew vm/', 'Renew what needs it, in the folder of a VM')
    .example('meshctl vm renew vm/ --token', 'Make a new token, though the old one is still valid')
    .example('meshctl vm renew web -n shop -o fresh/', 'Write both files for a VM of a group')
    .example(
      'meshctl vm renew web -n shop --token-stdout | ssh vm "sudo tee /var/run/secrets/tokens/istio-token > /dev/null"',
      'Hand a new token over without a file here',
    )
    .addArgument(new Argument('[target]', 'folder with the files of a VM, or name of its group'))
    .optionsGroup('Group:')
    .addOption(new Option('-f, --file <file>', 'the WorkloadGroup; - for standard input'))
    .addOption(new Option('-n, --namespace <name>', 'its namespace; default is that of the kubeconfig'))
    .optionsGroup('What to renew:')
    .addOption(new Option('--token', 'the token, though the old one may be valid').default(false))
    .addOption(new Option('--root', 'the root certificate').default(false))
    .addOption(tokenSecondsOption('--duration <seconds>'))
    .addOption(momentOption('judge the old token as of then, not as of now'))
    .optionsGroup('Control plane:')
    .addOption(new Option('-r, --revision <name>', 'revision or tag; default is that of the files'))
    .addOption(new Option('--cluster-id <name>', "name of the cluster, instead of the injector's"))
    .optionsGroup('Output:')
    .addOption(folderOption('-o, --output <folder>', 'folder to write to, for a group'))
    .addOption(
      new Option('--token-stdout', 'print the new token, and write nothing')
        .default(false)
        .conflicts(['output', 'root']),
    );
  return addKubeOptions(command, io).handler((target: string | undefined, options: RenewOptions) =>
    renew(io, target, options),
  );
}

async function renew(io: CommandIo, target: string | undefined, options: RenewOptions): Promise<number> {
  const { connectWriter } = await import('../../src/kube/apply/index.ts');
  const writer = await connectWriter(connectOptions(io, options));
  const { now = new Date() } = options;
  const found = await renewalTarget(io, writer.client, target, options);
  const { folder, group, bundle, facts } = found;
  if (options.tokenStdout) return printToken(io, writer, found, options);
  if (folder === undefined)
    throw new UsageError('there is no folder to write to', {
      hint: 'name the folder of the VM, or one with -o; --token-stdout prints the token alone',
    });
  const { planVmRenewal } = await import('../../src/vm/renew/index.ts');
  const { files } = planVmRenewal({
    ...{ name: folder, group, facts, now, ...wanted(options) },
    ...(bundle !== undefined && { bundle }),
  });
  const texts = await textsOf(io, writer, found, files, options);
  const { writeBundle } = await import('./write-bundle.ts');
  if (Object.keys(texts).length > 0) writeBundle(io.cwd, folder, texts);
  for (const { file, renew: anew, reason } of files)
    io.out(printable(`${file.padEnd(13)} ${anew ? 'renewed' : 'kept'}: ${reason}`) + '\n');
  sayPlaces(
    io,
    files.filter((one) => one.renew),
  );
  return 0;
}

/** Without a word, what needs it. */
const wanted = ({ token, root }: RenewOptions) =>
  token || root
    ? { token: token ? ('always' as const) : ('never' as const), root }
    : { token: 'needed' as const, root: true };

async function textsOf(
  io: CommandIo,
  writer: ClusterWriter,
  target: RenewalTarget,
  files: readonly RenewedFile[],
  options: RenewOptions,
): Promise<Partial<BundleFiles>> {
  const isRenewed = (name: string): boolean => files.some(({ file, renew: anew }) => file === name && anew);
  return {
    ...(isRenewed('istio-token') && { 'istio-token': await issued(io, writer, target, options) }),
    ...(isRenewed('root-cert.pem') && { 'root-cert.pem': target.facts.rootCertificate }),
  };
}

async function issued(
  io: CommandIo,
  writer: ClusterWriter,
  { group: { namespace, serviceAccount } }: RenewalTarget,
  { duration: expirationSeconds }: RenewOptions,
): Promise<string> {
  checkClock(io, writer.client, expirationSeconds);
  const asked = { namespace, serviceAccount, audiences: ['istio-ca'], expirationSeconds };
  return (await writer.token(asked)).token;
}

async function printToken(
  io: CommandIo,
  writer: ClusterWriter,
  target: RenewalTarget,
  options: RenewOptions,
): Promise<number> {
  io.out(`${await issued(io, writer, target, options)}\n`);
  sayPlaces(io, [{ file: 'istio-token' }]);
  return 0;
}

const places = {
  'istio-token': '/var/run/secrets/tokens/istio-token',
  'root-cert.pem': '/etc/certs/root-cert.pem',
} as const;

function sayPlaces(io: CommandIo, files: readonly Pick<RenewedFile, 'file'>[]): void {
  if (files.length === 0) return;
  for (const { file } of files)
    io.note(
      `on the VM, ${file} belongs to ${places[file]}, mode ${file === 'istio-token' ? '0600' : '0644'}, owner istio-proxy`,
    );
  io.note('then restart the agent there: systemctl restart istio');
}
