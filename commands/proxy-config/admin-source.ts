import { InvalidArgumentError, Option } from 'commander';
import type { AdminTarget, ProxySource } from '../../src/proxy/source/index.ts';
import type { CommandIo } from '../command-io.ts';
import { millisecondsOf } from '../request-timeout.ts';
import { UsageError } from '../usage-error.ts';

/** How an admin interface is reached that has an address. */
export interface AdminOptions {
  readonly admin: string;
  readonly requestTimeout: string;
}

/** `--admin <url>`. */
export function adminOption(): Option {
  return new Option('--admin <url>', 'admin port of a live Envoy, such as http://127.0.0.1:15000').argParser(
    (text: string) => {
      const address = adminAddress(text);
      if (address === undefined) throw new InvalidArgumentError(wantedAddress);
      return address;
    },
  );
}

/** The live proxy at an address. */
export async function adminSourceAt(io: CommandIo, options: AdminOptions): Promise<ProxySource> {
  const { adminSource } = await import('../../src/proxy/source/index.ts');
  return adminSource(adminTarget(io, options));
}

/** What requests to the live proxy at an address need. Ctrl-C ends them. */
export function adminTarget(io: CommandIo, { admin, requestTimeout }: AdminOptions): AdminTarget {
  const address = adminAddress(admin);
  if (address === undefined) throw new UsageError(`${admin} is no admin port`, { hint: wantedAddress });
  return {
    ...{ name: address, address },
    timeout: millisecondsOf(requestTimeout),
    signal: io.interrupt(),
  };
}

const wantedAddress = 'give an address without a path, such as http://127.0.0.1:15000';

/** `http://host:port`, of a text that may lack the scheme; undefined for anything else. */
export function adminAddress(text: string): string | undefined {
  const whole = text.includes('://') ? text : `http://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  const isBare = url?.pathname === '/' && url.search + url.hash + url.username === '';
  return isBare && url.protocol === 'http:' ? url.origin : undefined;
}
