import type { GivenFlags } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import type { Entry } from '../entry.ts';
import { flagNames } from '../global-flags.ts';
import { locate, type Place } from '../locate.ts';
import { UsageError } from '../usage-error.ts';
import { commandGrammar } from './command-grammar.ts';
import type { Candidate, Candidates, Flag, Grammar } from './grammar.ts';
import { groupGrammar } from './group-grammar.ts';
import { readWords } from './read-words.ts';

const nothing: Candidates = { values: [], also: 'nothing' };

/** What can stand in the place of the last of `words`, given those before it. What is unknown has no candidates. */
export async function candidates(
  words: readonly string[],
  io: CommandIo,
  table: readonly Entry[],
): Promise<Candidates> {
  const current = words.at(-1) ?? '';
  const place = placeOf(words.slice(0, -1), table);
  if (!place) return nothing;
  const { values, also } = await inGrammar(await grammarOf(place, io, table), place.args, current);
  return { values: values.filter(({ value }) => value.startsWith(current)), also };
}

function placeOf(words: readonly string[], table: readonly Entry[]): Place | undefined {
  try {
    return locate(words, table);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

async function grammarOf({ path }: Place, io: CommandIo, table: readonly Entry[]): Promise<Grammar> {
  const entry = path.at(-1);
  if (!entry || 'commands' in entry) return groupGrammar(entry?.commands ?? table, path.length === 0);
  return commandGrammar({ path, entry }, io, table);
}

async function inGrammar(
  { flags, operand }: Grammar,
  before: readonly string[],
  current: string,
): Promise<Candidates> {
  const { awaiting, operands, flagsEnded, given } = readWords(flags, before);
  if (awaiting) return awaiting.values(given);
  if (flagsEnded || !current.startsWith('-')) return operand(operands, given);
  const [name = '', value] = current.split('=', 2);
  return value === undefined
    ? { values: flags.flatMap(flagCandidates), also: 'nothing' }
    : assigned(flags, name, given);
}

/** The values after `--flag=`, each with that before it, since the word as a whole is completed. */
async function assigned(flags: readonly Flag[], name: string, given: GivenFlags): Promise<Candidates> {
  const flag = flags.find((candidate) => flagNames(candidate).includes(name));
  if (!flag) return nothing;
  const { values, also } = await flag.values(given);
  return { values: values.map(({ value, text }) => ({ value: `${name}=${value}`, text })), also };
}

function flagCandidates(flag: Flag): readonly Candidate[] {
  const long = flagNames(flag).filter((name) => name.startsWith('--'));
  return long.map((value) => ({ value, text: flag.description }));
}
