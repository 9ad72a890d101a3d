import { Option } from 'commander';
import { MeshctlError } from '../../src/errors.ts';
import { paint } from '../../src/output/index.ts';
import type { ProxyDiff } from '../../src/proxy/diff/index.ts';
import type { ProxyDump } from '../../src/proxy/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { printDocument } from '../print-document.ts';
import { requestTimeoutOption } from '../request-timeout.ts';
import { adminSourceAt } from './admin-source.ts';
import { fileSource } from './file-source.ts';

interface DiffCommandOptions {
  readonly output: 'table' | 'patch' | 'json' | 'yaml' | 'name';
  readonly includeNoise: boolean;
  readonly requestTimeout: string;
}

/** `meshctl proxy-config diff`: what is different between two proxies, or one at two times. */
export function diffCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Compares two dumps, or a dump with a live proxy. Resources are told apart by name, and inside of them virtual hosts, routes, filters and endpoints by name, match or address. Exits with 0 when nothing is different, with 1 when something is.',
    )
    .argument('<before>', 'a saved dump, also .gz; - for stdin; or the address of an admin port')
    .argument('<after>', 'the same')
    .example('meshctl proxy-config diff before.json after.json', 'See what a change did to a proxy')
    .example('meshctl proxy-config diff saved.json http://127.0.0.1:15000', 'Compare with a live proxy')
    .example(
      'meshctl proxy-config diff -o patch before.json after.json',
      'See the changed resources as a patch',
    )
    .optionsGroup('Selection:')
    .addOption(
      new Option(
        '--include-noise',
        'tell also of versions, times, draining listeners, re-issued certificates and the bootstrap',
      ).default(false),
    )
    .optionsGroup('Source:')
    .addOption(requestTimeoutOption('time for each answer of a live proxy; 0 for any'))
    .optionsGroup('Output:')
    .addOption(
      new Option('-o, --output <format>', 'format of the result')
        .choices(['table', 'patch', 'json', 'yaml', 'name'])
        .default('table'),
    )
    .handler(async (before: string, after: string, options: DiffCommandOptions) => {
      if (before === '-' && after === '-')
        throw new MeshctlError('usage', 'standard input can be one of the two', {
          hint: 'save the other one to a file',
        });
      const { diffDumps } = await import('../../src/proxy/diff/index.ts');
      const dumps = [await read(io, before, options), await read(io, after, options)] as const;
      const diff = diffDumps(...dumps, { includeNoise: options.includeNoise });
      await print(io, diff, options.output);
      const { added, removed, changed } = diff;
      const differences = added.length + removed.length + changed.length;
      io.note(`${differences} of ${differences + diff.unchanged} resources are different`);
      return differences === 0 ? 0 : 1;
    });
}

async function read(io: CommandIo, name: string, { requestTimeout }: DiffCommandOptions): Promise<ProxyDump> {
  const live = /^https?:\/\//.test(name);
  const source = live ? await adminSourceAt(io, { admin: name, requestTimeout }) : fileSource(io, name);
  return source.read();
}

async function print(io: CommandIo, diff: ProxyDiff, output: DiffCommandOptions['output']): Promise<void> {
  const { formatDiff, patchText } = await import('../../src/proxy/diff/index.ts');
  if (output === 'table') io.out(formatDiff(diff, paint(io.colors.out)));
  else if (output === 'patch') io.out(patchText(diff));
  else if (output === 'name') io.out(namesIn(diff));
  else await printDocument(io, output, 'ProxyDiff', documentOf(diff));
}

const namesIn = ({ added, removed, changed }: ProxyDiff): string =>
  [...removed, ...added, ...changed]
    .map(({ kind, name }) => `${kind}/${name}\n`)
    .sort()
    .join('');

/** Whole resources stay out: the changes tell what is different, and `-o patch` shows it in place. */
const documentOf = ({ changed, ...rest }: ProxyDiff) => ({
  ...rest,
  changed: changed.map(({ kind, name, changes }) => ({ kind, name, changes })),
});
