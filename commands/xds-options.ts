import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { MeshctlError, messageOf } from '../src/errors.ts';
import type { ClientCertificate, XdsTarget } from '../src/istiod/index.ts';
import type { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { UsageError } from './usage-error.ts';

/** Where an istiod is asked over xDS, and as whom. */
export interface XdsOptions {
  /** `host:port`. */
  readonly xdsAddress?: string;
  readonly plaintext?: boolean;
  readonly certDir?: string;
  readonly authority?: string;
  readonly tokenFile?: string;
}

/** Adds the options that name an istiod outside of the cluster, under a heading of their own. */
export function addXdsOptions(command: CliCommand): CliCommand {
  return command
    .optionsGroup('Control plane outside of the cluster:')
    .addOption(
      new Option(
        '--xds-address <address>',
        'host:port of an istiod, such as istiod.example.com:15012',
      ).argParser((text: string) => {
        if (/^(\[[\da-f:.]+\]|[^:[\]/\s]+):\d{1,5}$/i.test(text)) return text;
        throw new InvalidArgumentError('use host:port, such as istiod.example.com:15012');
      }),
    )
    .addOption(
      new Option('--token-file <file>', 'token of a service account, for the audience istio-ca').conflicts(
        'plaintext',
      ),
    )
    .addOption(
      new Option(
        '--cert-dir <folder>',
        'folder with root-cert.pem, and cert-chain.pem and key.pem to ask with a certificate',
      ).conflicts('plaintext'),
    )
    .addOption(new Option('--authority <name>', 'name that the certificate of istiod is for'))
    .addOption(new Option('--plaintext', 'without TLS, as at port 15010'));
}

/** Reads what the options name. Undefined when they name no istiod. */
export async function xdsTarget(io: CommandIo, options: XdsOptions): Promise<XdsTarget | undefined> {
  const { xdsAddress: address, plaintext = false, authority, tokenFile, certDir } = options;
  if (address === undefined) {
    const lone = ['tokenFile', 'certDir', 'authority', 'plaintext'] as const;
    if (lone.every((name) => options[name] === undefined)) return undefined;
    throw new UsageError('--token-file, --cert-dir, --authority and --plaintext are about --xds-address', {
      hint: 'add `--xds-address <host:port>`',
    });
  }
  return {
    ...{ address, plaintext },
    ...(authority !== undefined && { authority }),
    ...(tokenFile !== undefined && { token: await tokenIn(io, tokenFile) }),
    ...(certDir !== undefined && (await certificatesIn(io, certDir))),
    signal: io.interrupt(),
  };
}

async function tokenIn(io: CommandIo, file: string): Promise<string> {
  const token = (await bytesOf(io, file)).toString('utf8').trim();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new MeshctlError('input', `${file} holds no token`, {
    hint: 'make one: `kubectl create token NAME -n istio-system --audience istio-ca`',
  });
}

/** The names of the files are those that a proxy of Istio has on a machine. */
async function certificatesIn(
  io: CommandIo,
  folder: string,
): Promise<{ readonly roots: Buffer; readonly client?: ClientCertificate }> {
  const file = (name: string): Promise<Buffer> => bytesOf(io, path.join(folder, name));
  const roots = await file('root-cert.pem');
  const [chain, key] = await Promise.all([
    file('cert-chain.pem').catch(absent),
    file('key.pem').catch(absent),
  ]);
  if (chain && key) return { roots, client: { chain, key } };
  if (!chain && !key) return { roots };
  throw new MeshctlError('input', `${folder} has no ${chain ? 'key.pem' : 'cert-chain.pem'}`, {
    hint: 'a certificate needs its key: give both cert-chain.pem and key.pem, or none of them',
  });
}

async function bytesOf({ cwd }: CommandIo, file: string): Promise<Buffer> {
  try {
    return await readFile(path.resolve(cwd, file));
  } catch (cause) {
    throw new MeshctlError('input', `cannot read ${file}`, { reason: messageOf(cause), cause });
  }
}

function absent(error: unknown): undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
  throw error;
}
