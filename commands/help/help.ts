import { closest } from '../../src/closest.ts';
import { CliCommand } from '../command.ts';
import { commandHelp } from '../command-help.ts';
import type { CommandIo } from '../command-io.ts';
import type { Entry } from '../entry.ts';
import { helpWidth } from '../help-layout.ts';
import { loadCommand } from '../load-command.ts';
import { findEntry, locate } from '../locate.ts';
import { programHelp } from '../program-help.ts';
import { UsageError } from '../usage-error.ts';
import { topics } from './topics.ts';

/** `meshctl help`: the help of the program, a command or a topic; of both when they share a name. */
export function helpCommand(io: CommandIo, table: readonly Entry[]): CliCommand {
  return new CliCommand()
    .argument('[subject...]', `a command, or one of ${[...topics.keys()].join(', ')}`)
    .completer('subject', () => subjects(table))
    .example('meshctl help', 'List all commands')
    .example('meshctl help config view', 'Read the help of a command')
    .example('meshctl help exit-codes', 'Read what the exit codes mean')
    .handler(async (subject: readonly string[]) => {
      io.out(await helpOn(subject, io, table));
      return 0;
    });
}

async function helpOn(subject: readonly string[], io: CommandIo, table: readonly Entry[]): Promise<string> {
  const [word, ...more] = subject;
  const topic = word !== undefined && more.length === 0 ? topics.get(word) : undefined;
  const isCommand = word === undefined || findEntry(word, table) !== undefined;
  if (!topic && !isCommand) throw unknownSubject(word, table);
  const pages = [
    topic?.text(helpWidth(io.columns)),
    isCommand ? await commandPage(subject, io, table) : undefined,
  ];
  return pages.filter((page) => page !== undefined).join('\n');
}

async function commandPage(
  subject: readonly string[],
  io: CommandIo,
  table: readonly Entry[],
): Promise<string> {
  const { path } = locate(subject, table);
  const entry = path.at(-1);
  if (!entry || 'commands' in entry) return programHelp(path, entry?.commands ?? table, io.columns);
  return commandHelp(await loadCommand({ path, entry }, io, table), io.columns);
}

function unknownSubject(word: string, table: readonly Entry[]): UsageError {
  const meant = closest(word, subjects(table));
  const hint =
    meant === undefined
      ? '`meshctl help` lists the commands and topics'
      : `did you mean \`meshctl help ${meant}\`?`;
  return new UsageError(`there is no command or topic "${word}"`, { hint });
}

function subjects(table: readonly Entry[]): readonly string[] {
  const commands = table.filter(({ hidden }) => !hidden).map(({ name }) => name);
  return [...new Set([...commands, ...topics.keys()])];
}
