import { isIP } from 'node:net';
import { InvalidArgumentError, Option } from 'commander';
import type { CliCommand } from '../command.ts';
import type { KubeOptions } from '../kube-options.ts';
import { UsageError } from '../usage-error.ts';
import { addIdentityOptions, identityOf, type IdentityOptions } from './identity-options.ts';

/** What the flags say of a VM and of where its files come from. */
export interface BundleOptions extends KubeOptions, IdentityOptions {
  readonly file?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly from?: string;
  readonly tokenFile?: string;
  readonly clusterId?: string;
  readonly revision?: string;
  readonly tokenDuration: number;
  readonly ingressIp?: string;
  readonly ingressService: string;
  readonly internalIp?: string;
  readonly externalIp?: string;
  readonly autoregister: boolean;
  readonly captureDns: boolean;
  readonly pinIstiod: boolean;
}

/** Adds the flags of everything that makes a bundle. */
export function addBundleOptions(command: CliCommand): CliCommand {
  command
    .optionsGroup('Group:')
    .addOption(new Option('-f, --file <file>', 'the WorkloadGroup; - for standard input'))
    .addOption(new Option('--name <name>', 'its name, to read it from the cluster'))
    .addOption(new Option('-n, --namespace <name>', 'its namespace'))
    .optionsGroup('Virtual machine:')
    .addOption(addressOption('--internal-ip <ip>', 'address of the VM in its network'))
    .addOption(addressOption('--external-ip <ip>', 'address of the VM from outside, such as behind NAT'))
    .addOption(
      new Option('--autoregister', 'the VM registers itself as an entry of its group').default(false),
    )
    .addOption(new Option('--capture-dns', 'the agent answers DNS of the VM').default(true).hideHelp())
    .addOption(new Option('--no-capture-dns', 'leave the DNS of the VM as it is'));
  addIdentityOptions(command)
    .optionsGroup('Control plane:')
    .addOption(new Option('-r, --revision <name>', 'revision or tag; default is the one without'))
    .addOption(new Option('--cluster-id <name>', "name of the cluster, instead of the injector's"))
    .addOption(new Option('--ingress-ip <ip>', 'address of the gateway that leads to istiod'))
    .addOption(
      new Option('--ingress-service <service>', 'its Service, as name or name.namespace').default(
        'istio-eastwestgateway',
      ),
    )
    .addOption(
      new Option('--pin-istiod', 'write the address of istiod into the files in any case').default(false),
    )
    .addOption(tokenSecondsOption('--token-duration <seconds>'));
  for (const [flags, meaning, parse] of istioctlFlags)
    command.addOption(new Option(flags, meaning).argParser(parse).hideHelp());
  return command
    .optionsGroup('Without a cluster:')
    .addOption(new Option('--from <folder>', 'objects of the cluster, saved as YAML or JSON'))
    .addOption(new Option('--token-file <file>', 'the token, for example from `kubectl create token`'));
}

/** How long a token is asked for, an hour by default. */
export const tokenSecondsOption = (flags: string): Option =>
  new Option(flags, 'how long the token is valid: time until the first start')
    .default(3600)
    .argParser(secondsOf);

const plain = (text: string): string => text;

/** Flags of istioctl that have another name here. */
const istioctlFlags: readonly (readonly [string, string, (text: string) => string | number])[] = [
  ['--clusterID <name>', 'istioctl: --cluster-id', plain],
  ['--ingressIP <ip>', 'istioctl: --ingress-ip', plain],
  ['--ingressService <service>', 'istioctl: --ingress-service', plain],
  ['--internalIP <ip>', 'istioctl: --internal-ip', addressOf],
  ['--externalIP <ip>', 'istioctl: --external-ip', addressOf],
  ['--tokenDuration <seconds>', 'istioctl: --token-duration', secondsOf],
];

interface IstioctlNames {
  readonly clusterID?: string;
  readonly ingressIP?: string;
  readonly internalIP?: string;
  readonly externalIP?: string;
}

/** The options with those of istioctl under our names; refuses what does not go together. */
export function completeOptions(options: BundleOptions & IstioctlNames): BundleOptions {
  const { clusterID, ingressIP, internalIP, externalIP } = options;
  const complete = {
    ...options,
    ...(clusterID !== undefined && { clusterId: clusterID }),
    ...(ingressIP !== undefined && { ingressIp: ingressIP }),
    ...(internalIP !== undefined && { internalIp: internalIP }),
    ...(externalIP !== undefined && { externalIp: externalIP }),
  };
  if (complete.internalIp !== undefined && complete.externalIp !== undefined)
    throw new UsageError('--internal-ip and --external-ip exclude each other', {
      hint: 'give the address by which the mesh reaches the VM',
    });
  identityOf(complete);
  return complete;
}

const addressOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(addressOf);

function addressOf(text: string): string {
  if (isIP(text) > 0) return text;
  throw new InvalidArgumentError('give an IP address');
}

function secondsOf(text: string): number {
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (seconds >= 600) return seconds;
  throw new InvalidArgumentError('give seconds, 600 at least');
}
