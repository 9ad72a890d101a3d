import { Option } from 'commander';
import { UsageError } from '../usage-error.ts';

type Pairs = Readonly<Record<string, string>>;

/** A flag of `key=value` pairs: several with commas or by repeating it; the last value of a key counts. */
export const pairsOption = (flags: string, description: string): Option =>
  new Option(flags, description).default({}).argParser((text: string, before: Pairs) => ({
    ...before,
    ...Object.fromEntries(text.split(',').flatMap(pairOf)),
  }));

/** A key without `=` has an empty value. */
function pairOf(text: string): [string, string][] {
  const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(text) ?? [];
  return key === '' ? [] : [[key, value]];
}

/** Ports by their names. */
export function portsOf(pairs: Pairs): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(pairs).map(([name, text]) => {
      const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
      if (port > 0 && port < 65536) return [name, port];
      throw new UsageError(
        `--ports ${name}=${text}: ${text === '' ? 'there' : JSON.stringify(text)} is no port`,
        {
          hint: 'write name=number, with a number from 1 to 65535',
        },
      );
    }),
  );
}
