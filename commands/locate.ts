import { closest } from '../src/closest.ts';
import { flagNames, globalFlags, helpFlag } from './global-flags.ts';
import type { Entry } from './entry.ts';
import { UsageError } from './usage-error.ts';

/** Where a command line leads: the entries from the root to the command, and the words that are left for it. */
export interface Place {
  readonly path: readonly Entry[];
  readonly args: readonly string[];
}

/** Follows the words of a command line through the table; flags before and between names are left for the command. */
export function locate(argv: readonly string[], table: readonly Entry[]): Place {
  const path: Entry[] = [];
  const flags: string[] = [];
  let entries: readonly Entry[] | undefined = table;
  let i = 0;
  for (; entries && i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (word === '--') break;
    const bare = bareCommand(word, path.at(-1));
    if (bare !== undefined) {
      path.push(bare);
      break;
    }
    if (word.startsWith('-')) {
      flags.push(...argv.slice(i, i + wordsOf(word)));
      i += wordsOf(word) - 1;
      continue;
    }
    const entry = step(word, entries, path);
    path.push(entry);
    entries = 'commands' in entry ? entry.commands : undefined;
  }
  return { path, args: [...flags, ...argv.slice(i)] };
}

/** The command line that names `path`. */
export function commandLine(path: readonly Entry[]): string {
  return ['meshctl', ...path.map(({ name }) => name)].join(' ');
}

/** The entry that has `word` as its name or one of its aliases. */
export function findEntry(word: string, entries: readonly Entry[]): Entry | undefined {
  return entries.find(({ name, aliases }) => name === word || aliases?.includes(word));
}

const withValue = new Set(globalFlags.filter(({ flags }) => flags.includes('<')).flatMap(flagNames));

const global = new Set([...globalFlags, helpFlag].flatMap(flagNames));

/** The command that flags (or words) mean which follow a group, where it has one: `meshctl upgrade -f spec.yaml`. */
function bareCommand(word: string, group: Entry | undefined): Entry | undefined {
  if (group === undefined || !('commands' in group) || group.bare === undefined) return undefined;
  const isMeant = word.startsWith('-')
    ? !global.has(word.replace(/=.*/, ''))
    : group.bareTakesWords === true && findEntry(word, group.commands) === undefined;
  return isMeant ? findEntry(group.bare, group.commands) : undefined;
}

function wordsOf(flag: string): number {
  return withValue.has(flag) ? 2 : 1;
}

function step(word: string, entries: readonly Entry[], path: readonly Entry[]): Entry {
  const found = findEntry(word, entries);
  if (found) return found;
  const shown = entries.filter(({ hidden }) => !hidden);
  const meant = closest(
    word,
    shown.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
  );
  const parent = commandLine(path);
  const all = `\`${parent} --help\` lists the commands`;
  throw new UsageError(`there is no command "${[...path.map(({ name }) => name), word].join(' ')}"`, {
    hint: meant === undefined ? all : `did you mean \`${parent} ${meant}\`? ${all}`,
  });
}
