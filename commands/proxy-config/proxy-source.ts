import { InvalidArgumentError, Option } from 'commander';
import type { AdminTarget, ProxySource } from '../../src/proxy/source/index.ts';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { millisecondsOf, requestTimeoutOption } from '../request-timeout.ts';
import { UsageError } from '../usage-error.ts';
import { fileSource } from './file-source.ts';

/** How a live proxy is reached. */
export interface AdminOptions {
  /** Address of its admin interface. */
  readonly admin?: string;
  readonly requestTimeout: string;
}

/** Where a dump is: exactly one of a file and a live proxy. */
export interface ProxySourceOptions extends AdminOptions {
  readonly file?: string;
}

/** `-f, --file <file>`. */
export function fileOption(): Option {
  return new Option('-f, --file <file>', 'a saved dump of a proxy, also .gz; - for stdin');
}

/** Adds the options that say how a live proxy is reached. */
export function addAdminOptions(command: CliCommand): CliCommand {
  return command
    .addOption(
      new Option('--admin <url>', 'admin port of a live Envoy, such as http://127.0.0.1:15000').argParser(
        (text: string) => {
          const address = addressIn(text);
          if (address === undefined) throw new InvalidArgumentError(wantedAddress);
          return address;
        },
      ),
    )
    .addOption(requestTimeoutOption('time for each answer of a live proxy; 0 for any'));
}

/** The source that the options name; a file is read when the source is. */
export async function proxySource(io: CommandIo, options: ProxySourceOptions): Promise<ProxySource> {
  const { file, admin } = options;
  if (file !== undefined && admin !== undefined) {
    throw new UsageError('a file and a live proxy are named', { hint: 'give one of --file and --admin' });
  }
  if (file !== undefined) return fileSource(io, file);
  if (admin === undefined) {
    throw new UsageError('no dump of a proxy is named', {
      hint: 'add `--file <file>`, `--file -` to read standard input, or `--admin <url>` to ask a live proxy',
    });
  }
  const { adminSource } = await import('../../src/proxy/source/index.ts');
  return adminSource(adminTarget(io, { ...options, admin }));
}

/** What requests to the live proxy at an address need. Ctrl-C ends them. */
export function adminTarget(
  io: CommandIo,
  { admin, requestTimeout }: AdminOptions & { readonly admin: string },
): AdminTarget {
  const address = addressIn(admin);
  if (address === undefined) throw new UsageError(`${admin} is no admin port`, { hint: wantedAddress });
  return {
    ...{ name: address, address },
    timeout: millisecondsOf(requestTimeout),
    signal: io.interrupt(),
  };
}

const wantedAddress = 'give an address without a path, such as http://127.0.0.1:15000';

/** `http://host:port`, of a text that may lack the scheme; undefined for anything else. */
function addressIn(text: string): string | undefined {
  const whole = text.includes('://') ? text : `http://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  const isBare = url?.pathname === '/' && url.search + url.hash + url.username === '';
  return isBare && url.protocol === 'http:' ? url.origin : undefined;
}
