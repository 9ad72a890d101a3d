import { UsageError } from '../usage-error.ts';

const ways: Readonly<Record<string, string>> = {
  pod: 'name a pod',
  '--selector': '`-l <labels>`',
  '--file': '`--file <file>`, `--file -` to read standard input',
  '--admin': '`--admin <url>` to ask at an address',
};

/** Refuses a proxy that is named in no way or in several; of each way the value that was given, if one was. */
export function expectOne(given: Readonly<Partial<Record<keyof typeof ways, string | undefined>>>): void {
  const named = Object.keys(given).filter((way) => given[way] !== undefined);
  if (named.length === 1) return;
  if (named.length > 1) {
    throw new UsageError(
      `${named.map((way) => (way === 'pod' ? 'a pod' : way)).join(' and ')} name a proxy`,
      {
        hint: 'give one of them',
      },
    );
  }
  const possible = Object.keys(given).map((way) => ways[way] ?? way);
  throw new UsageError('no proxy is named', {
    hint: `${possible.slice(0, -1).join(', ')} or ${possible.at(-1) ?? ''}`,
  });
}
