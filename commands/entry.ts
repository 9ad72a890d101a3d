import type { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';

interface NamedEntry {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** One line for the list of commands and the top of the command's help: no full stop, 70 letters at most. */
  readonly summary: string;
  /** Heading under which the program's help lists it. */
  readonly group?: string;
  /** Works, but is neither listed nor suggested. */
  readonly hidden?: boolean;
  /** Command line for the examples of the program's help, which takes the first three. */
  readonly example?: string;
}

/** A command; its module is loaded only when it runs or when its own help is asked for. */
export interface CommandEntry extends NamedEntry {
  readonly load: () => Promise<CommandBuilder>;
}

/** Builds a command; `table` is for commands about commands, such as help and completion. */
export type CommandBuilder = (io: CommandIo, table: readonly Entry[]) => CliCommand;

/** A command that only holds others, such as `meshctl config view`. */
interface GroupEntry extends NamedEntry {
  readonly commands: readonly Entry[];
  /** The name of the one that runs where flags of a command follow the group at once. */
  readonly bare?: string;
  /** Whether it also runs where something follows that names no command, such as a path. */
  readonly bareTakesWords?: boolean;
}

export type Entry = CommandEntry | GroupEntry;
