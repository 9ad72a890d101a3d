import type { Argument, Option } from 'commander';
import type { CliCommand, Completer, GivenFlags } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import type { Entry } from '../entry.ts';
import type { Leaf } from '../entry-tree.ts';
import { helpFlag } from '../global-flags.ts';
import { loadCommand } from '../load-command.ts';
import type { Candidates, Flag, Grammar } from './grammar.ts';

/** What may follow the name of a command. */
export async function commandGrammar(leaf: Leaf, io: CommandIo, table: readonly Entry[]): Promise<Grammar> {
  const command = await loadCommand(leaf, io, table);
  const flags = command.options.filter(({ hidden }) => !hidden).map((option) => flagOf(command, option));
  return {
    flags: [...flags, { ...helpFlag, values: () => Promise.resolve({ values: [], also: 'nothing' }) }],
    operand: (index, given) => operandValues(command, index, given),
  };
}

function flagOf(command: CliCommand, option: Option): Flag {
  const { flags, description } = option;
  const name = /<(.*)>/.exec(flags)?.[1] ?? '';
  const completer = command.completers.get(option.attributeName());
  return {
    flags,
    description,
    values: (given) => valuesOf(name, description, option.argChoices, bound(completer, given)),
  };
}

async function operandValues(command: CliCommand, index: number, given: GivenFlags): Promise<Candidates> {
  const argument = argumentAt(command.registeredArguments, index);
  if (!argument) return { values: [], also: 'nothing' };
  const completer = command.completers.get(argument.name());
  return valuesOf(argument.name(), argument.description, argument.argChoices, bound(completer, given));
}

/** The last argument takes all the rest when it is variadic. */
function argumentAt(registered: readonly Argument[], index: number): Argument | undefined {
  const last = registered.at(-1);
  return registered[index] ?? (last?.variadic ? last : undefined);
}

type Named = () => ReturnType<Completer>;

const bound = (completer: Completer | undefined, given: GivenFlags): Named | undefined =>
  completer && (() => completer(given));

async function valuesOf(
  name: string,
  text: string,
  choices: readonly string[] | undefined,
  completer: Named | undefined,
): Promise<Candidates> {
  const values = choices ?? (completer ? await inTime(completer) : []);
  const also = /file|path/i.test(name) ? 'files' : /folder|dir/i.test(name) ? 'folders' : 'nothing';
  return { values: values.map((value) => ({ value, text })), also };
}

const patience = 1000;

/** Nobody waits longer than a second for the tab key, and nobody wants to read errors there. */
async function inTime(completer: Named): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(resolve, patience, []);
  });
  const values = Promise.resolve(completer()).catch(() => []);
  return Promise.race([values, late]).finally(() => {
    clearTimeout(timer);
  });
}
