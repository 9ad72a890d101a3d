import { apiVersion, escapeLines, paint } from '../../src/output/index.ts';
import type { ProxyDiff } from '../../src/proxy/diff/index.ts';
import type { CommandIo } from '../command-io.ts';
import { printDocument } from '../print-document.ts';

export const diffFormats = ['table', 'patch', 'json', 'yaml', 'name'] as const;

export type DiffFormat = (typeof diffFormats)[number];

/** Prints what is different. */
export async function printDiff(io: CommandIo, diff: ProxyDiff, format: DiffFormat): Promise<void> {
  if (format === 'json' || format === 'yaml') await printDocument(io, format, 'ProxyDiff', documentOf(diff));
  else io.out(await textOf(io, diff, format));
}

/** Prints one of several: under the time it was found at, or with it as one line of JSON. */
export async function printDiffAt(
  io: CommandIo,
  diff: ProxyDiff,
  format: DiffFormat,
  time: string,
): Promise<void> {
  const document = { time, ...documentOf(diff) };
  if (format === 'json')
    io.out(`${escapeLines(JSON.stringify({ apiVersion, kind: 'ProxyDiff', ...document }))}\n`);
  else if (format === 'yaml') {
    io.out('---\n');
    await printDocument(io, format, 'ProxyDiff', document);
  } else io.out(`${paint(io.colors.out).dim(`# ${time}`)}\n${await textOf(io, diff, format)}`);
}

/** Whole resources stay out: the changes tell what is different, and `-o patch` shows it in place. */
const documentOf = ({ changed, ...rest }: ProxyDiff) => ({
  ...rest,
  changed: changed.map(({ kind, name, changes }) => ({ kind, name, changes })),
});

async function textOf(
  io: CommandIo,
  diff: ProxyDiff,
  format: Exclude<DiffFormat, 'json' | 'yaml'>,
): Promise<string> {
  const { formatDiff, patchText } = await import('../../src/proxy/diff/index.ts');
  if (format === 'table') return formatDiff(diff, paint(io.colors.out));
  return format === 'patch' ? patchText(diff) : namesIn(diff);
}

const namesIn = ({ added, removed, changed }: ProxyDiff): string =>
  [...removed, ...added, ...changed]
    .map(({ kind, name }) => `${kind}/${name}\n`)
    .sort()
    .join('');
