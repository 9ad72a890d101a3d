import { Option } from 'commander';
import type { VmIdentity } from '../../src/vm/index.ts';
import type { CliCommand } from '../command.ts';
import { UsageError } from '../usage-error.ts';

/** By what the VM is to prove who it is, as the flags say. */
export interface IdentityOptions {
  readonly identity: VmIdentity['kind'];
  /** Folder with key.pem and cert-chain.pem. */
  readonly certificate?: string;
  readonly spireSocket?: string;
}

/** Adds the flags of the identity. */
export function addIdentityOptions(command: CliCommand): CliCommand {
  return command
    .optionsGroup('Identity:')
    .addOption(
      new Option('--identity <kind>', 'by what the VM proves who it is')
        .choices(['token', 'certificate', 'spire'])
        .default('token'),
    )
    .addOption(new Option('--certificate <folder>', 'key.pem and cert-chain.pem, for --identity certificate'))
    .addOption(
      new Option(
        '--spire-socket <name>',
        'file name of the socket, for --identity spire; default is the name socket',
      ),
    );
}

/** The identity that the flags say; refuses what does not go together. */
export function identityOf(options: IdentityOptions & { readonly tokenFile?: string }): VmIdentity {
  const { identity: kind, certificate, spireSocket, tokenFile } = options;
  refuseStray('--certificate', certificate, kind, 'certificate');
  refuseStray('--spire-socket', spireSocket, kind, 'spire');
  refuseStray('--token-file', tokenFile, kind, 'token');
  if (kind === 'certificate' && certificate === undefined)
    throw new UsageError('there is no certificate', {
      hint: 'name the folder of key.pem and cert-chain.pem with --certificate',
    });
  return kind === 'spire' ? { kind, socket: socketName(spireSocket ?? 'socket') } : { kind };
}

function refuseStray(flag: string, value: string | undefined, kind: string, wanted: string): void {
  if (value !== undefined && kind !== wanted)
    throw new UsageError(`${flag} is for --identity ${wanted}`, { hint: `give both, or leave ${flag} away` });
}

/** The agent takes a file name in its own folder, and refuses a path. */
function socketName(name: string): string {
  if (/^[\w][\w.-]*$/.test(name)) return name;
  throw new UsageError(`--spire-socket ${name} is no file name`, {
    hint: 'put the socket into /var/run/secrets/workload-spiffe-uds of the VM, and give its name alone',
  });
}
