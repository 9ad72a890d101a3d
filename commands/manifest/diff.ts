import { Option } from 'commander';
import type { ManifestDiff } from '../../src/operator/diff/index.ts';
import type { KubeObject } from '../../src/operator/index.ts';
import { paint } from '../../src/output/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { printDocument } from '../print-document.ts';
import { UsageError } from '../usage-error.ts';
import { diffDocument } from './diff-document.ts';
import { manifestSource } from './manifest-source.ts';

interface DiffOptions {
  readonly includeNoise: boolean;
  readonly output: 'table' | 'patch' | 'json' | 'yaml';
}

/** `meshctl manifest diff`. */
export function diffCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Compares what two specs install, or what is in files, object by object and field by field. What istiod sets at run time in webhooks, and what the API server adds, is left out. Exits with 0 when nothing is different, with 1 when something is.',
    )
    .argument('<before>', 'a spec, a file of objects, a folder of such files, or - for standard input')
    .argument('<after>', 'the same')
    .example('meshctl manifest diff old.yaml new.yaml', 'See what a changed spec changes')
    .example('meshctl manifest diff istio/ spec.yaml -o patch', 'Compare a folder with what a spec renders')
    .example(
      'meshctl manifest generate | meshctl manifest diff live.yaml -',
      'Compare what is saved with the default profile',
    )
    .optionsGroup('Selection:')
    .addOption(
      new Option(
        '--include-noise',
        'tell also of CA bundles and failure policies of webhooks, status, and the layout of texts',
      ).default(false),
    )
    .optionsGroup('Output:')
    .addOption(
      new Option('-o, --output <format>', 'format of the result')
        .choices(['table', 'patch', 'json', 'yaml'])
        .default('table'),
    )
    .handler((before: string, after: string, options: DiffOptions) => compare(io, before, after, options));
}

async function compare(io: CommandIo, before: string, after: string, options: DiffOptions): Promise<number> {
  if (before === '-' && after === '-')
    throw new UsageError('standard input can be one of the two', { hint: 'save the other one to a file' });
  const { diffManifests } = await import('../../src/operator/diff/index.ts');
  const old = await manifestSource(io, before);
  const now = await manifestSource(io, after);
  const diff = diffManifests(old, now, options);
  await print(io, options, diff, old, now);
  const { added, removed, changed, unchanged } = diff;
  const differences = added.length + removed.length + changed.length;
  io.note(`${differences} of ${differences + unchanged} objects are different`);
  return differences === 0 ? 0 : 1;
}

async function print(
  io: CommandIo,
  { output, includeNoise }: DiffOptions,
  diff: ManifestDiff,
  before: readonly KubeObject[],
  after: readonly KubeObject[],
): Promise<void> {
  const { formatManifestDiff, manifestPatch } = await import('../../src/operator/diff/index.ts');
  if (output === 'table') io.out(formatManifestDiff(diff, paint(io.colors.out)));
  else if (output === 'patch') io.out(manifestPatch(before, after, { includeNoise }));
  else await printDocument(io, output, 'ManifestDiff', diffDocument(diff));
}
