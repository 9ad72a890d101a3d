import { describe, expect, test } from 'vitest';
import { commandHelp } from './command-help.ts';
import { commandIo } from './command-io.ts';
import type { Entry } from './entry.ts';
import { namesOf, visibleLeaves } from './entry-tree.ts';
import { globalOptions } from './options.ts';
import { loadCommand } from './load-command.ts';
import { settable, settingName } from './settings/option-names.ts';
import { sharedSettings } from './settings/shared.ts';
import { table } from './table.ts';
import { bareIo } from './testing/run.ts';

const io = commandIo(bareIo, { color: 'never', verbosity: 0 });
const leaves = visibleLeaves(table).map((leaf) => [namesOf(leaf.path).join(' '), leaf] as const);

function everyEntry(entries: readonly Entry[]): readonly Entry[] {
  return entries.flatMap((entry) => ['commands' in entry ? everyEntry(entry.commands) : [], entry].flat());
}

test.each(everyEntry(table).map((entry) => [entry.name, entry] as const))(
  '%s has a summary of one short line without full stop',
  (_, { summary }) => {
    expect(summary).toMatch(/^[A-Z][^\n]{5,78}[^.\n]$/);
  },
);

test('names and aliases are unique among the commands of a group', () => {
  for (const entries of [
    table,
    ...everyEntry(table).map((entry) => ('commands' in entry ? entry.commands : [])),
  ]) {
    const names = entries.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(names).toEqual([...new Set(names)]);
  }
});

describe.each(leaves)('%s', (name, leaf) => {
  test('has at least three examples of itself', async () => {
    const { examples } = await loadCommand(leaf, io, table);
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const { line, purpose } of examples) {
      expect(line).toContain(`meshctl ${name}`);
      expect(purpose).toMatch(/^[A-Z].*[^.]$/);
    }
  });

  test('has a help of at most 80 columns, but for examples', async () => {
    const help = commandHelp(await loadCommand(leaf, io, table));
    const lines = help.split('\n').filter((line) => !line.startsWith('  meshctl '));
    expect(lines.filter(({ length }) => length > 80)).toEqual([]);
  });

  test('names the headings of its flags and describes each of them', async () => {
    const { options } = await loadCommand(leaf, io, table);
    for (const { flags, description, helpGroupHeading } of options) {
      expect([flags, description]).toEqual([flags, expect.stringMatching(/^\S.*[^.]$/)]);
      expect([flags, helpGroupHeading]).toEqual([flags, expect.stringMatching(/^[A-Z].*:$/)]);
    }
  });
});

test('settings of several commands may stand under defaults', async () => {
  const seen = new Map<string, number>(globalOptions().map((option) => [settingName(option), 2]));
  for (const [, leaf] of leaves) {
    const { options } = await loadCommand(leaf, io, table);
    for (const name of settable(options).map(settingName)) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const several = [...seen].filter(([name, times]) => times > 1 && !['config', 'debug'].includes(name));
  expect([...sharedSettings].sort()).toEqual(several.map(([name]) => name).sort());
});
