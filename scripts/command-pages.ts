import { commandIo } from '../commands/command-io.ts';
import { namesOf, visibleLeaves, type Leaf } from '../commands/entry-tree.ts';
import { globalFlags, helpFlag } from '../commands/global-flags.ts';
import { topics } from '../commands/help/topics.ts';
import { loadCommand } from '../commands/load-command.ts';
import { table } from '../commands/table.ts';
import { bareIo } from '../commands/testing/run.ts';
import { commandPage, flagTable } from './command-page.ts';

/** The pages of `docs/commands` by file name: one for each command, and an index. */
export async function commandPages(): Promise<ReadonlyMap<string, string>> {
  const io = commandIo(bareIo, { color: 'never', verbosity: 0 });
  const leaves = visibleLeaves(table);
  const pages = new Map([['README.md', indexPage(leaves)]]);
  for (const leaf of leaves) pages.set(fileOf(leaf), commandPage(await loadCommand(leaf, io, table)));
  return pages;
}

function fileOf({ path }: Leaf): string {
  return `${namesOf(path).join('-')}.md`;
}

function indexPage(leaves: readonly Leaf[]): string {
  const commands = leaves.map((leaf) => {
    const name = `meshctl ${namesOf(leaf.path).join(' ')}`;
    return `| [${name}](${fileOf(leaf)}) | ${leaf.entry.summary} |`;
  });
  const pages = [...topics].map(([name, { summary }]) => `| \`meshctl help ${name}\` | ${summary} |`);
  return [
    '# Commands',
    'Written by `npm run docs` from what `--help` says.',
    ['| Command | What it does |', '| --- | --- |', ...commands].join('\n'),
    '## Global flags',
    'Every command takes these.',
    flagTable([...globalFlags, helpFlag]),
    '## Topics',
    ['| Command | What it tells |', '| --- | --- |', ...pages].join('\n'),
    ...[...topics].map(([name, { text }]) => `### ${name}\n\n\`\`\`text\n${text(80).trimEnd()}\n\`\`\``),
  ]
    .join('\n\n')
    .concat('\n');
}
