import { istioVersion, version } from '../src/version.ts';
import { flagRow } from './flag-row.ts';
import { globalFlags, helpFlag, versionFlag } from './global-flags.ts';
import { topics } from './help/topics.ts';
import { exampleSection, helpWidth, section, type Row } from './help-layout.ts';
import { commandLine } from './locate.ts';
import type { Entry } from './entry.ts';

/** The one line that `--version` prints. */
export function versionLine(): string {
  const release = istioVersion.split('.').slice(0, 2).join('.');
  return `meshctl ${version} (Istio service mesh CLI, for Istio ${release})\n`;
}

/** The help of the program, or of a group of commands when `path` leads to one. Needs no command to be loaded. */
export function programHelp(path: readonly Entry[], entries: readonly Entry[], columns?: number): string {
  const width = helpWidth(columns);
  const name = commandLine(path);
  const shown = entries.filter(({ hidden }) => !hidden);
  const parts = [
    `${path.at(-1)?.summary ?? 'Check and explain the configuration of Istio service meshes'}\n`,
    `Usage: ${name} COMMAND [flags]\n`,
    examplesOf(shown),
    ...groupsOf(shown).map(([title, rows]) => section(`${title}:`, rows, width)),
    section(
      'Global flags:',
      [...globalFlags, helpFlag, ...(path.length === 0 ? [versionFlag] : [])].map(flagRow),
      width,
    ),
    ...(path.length === 0 ? [section('Help topics:', topicRows(), width)] : []),
    `\`${name} COMMAND --help\` tells more about a command${path.length === 0 ? ', `meshctl help TOPIC` about a topic' : ''}.\n`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function examplesOf(entries: readonly Entry[]): string {
  const examples = entries.flatMap(({ example, summary }) =>
    example ? [{ line: example, purpose: summary }] : [],
  );
  return examples.length === 0 ? '' : exampleSection(examples.slice(0, 3));
}

/** The texts of all groups stand in one column. */
function groupsOf(entries: readonly Entry[]): readonly (readonly [string, readonly Row[]])[] {
  const longest = Math.max(...entries.map(({ name }) => name.length));
  const titles = [...new Set(entries.map(({ group = 'Commands' }) => group))];
  return titles.map((title) => {
    const members = entries.filter(({ group = 'Commands' }) => group === title);
    return [title, members.map(({ name, summary }): Row => [name.padEnd(longest), summary])];
  });
}

function topicRows(): readonly Row[] {
  return [...topics].map(([name, { summary }]): Row => [name, summary]);
}
