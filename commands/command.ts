import { Command } from 'commander';
import { parseError } from './parse-error.ts';

/** A command line that works as it stands, and what one gets from it. */
export interface Example {
  readonly line: string;
  readonly purpose: string;
}

/**
 * A command of meshctl: commander's `Command` with examples, an exit code and errors in meshctl's form.
 *
 * A command is one file, `commands/<name>.ts` (in a group: `commands/<group>/<name>.ts`), that exports a function
 * from `CommandIo` to `CliCommand`, and one entry in `commands/table.ts`:
 *
 * ```ts
 * interface CountOptions {
 *   readonly output: 'table' | 'json' | 'yaml';
 *   readonly kind: readonly string[];
 * }
 *
 * export function countCommand(io: CommandIo): CliCommand {
 *   return new CliCommand()
 *     .argument('<files...>', 'files or folders to read')
 *     .example('meshctl count config/', 'Count every resource below a folder')
 *     .example('meshctl count -o json a.yaml b.yaml', 'Give the numbers to a script')
 *     .example('meshctl count --kind Gateway config/', 'Count one kind only')
 *     .optionsGroup('Selection:')
 *     .addOption(listOption('--kind <kind>', 'count this kind; may be repeated'))
 *     .optionsGroup('Output:')
 *     .addOption(outputOption(['table', 'json', 'yaml']))
 *     .handler(async (files: readonly string[], options: CountOptions) => {
 *       const counts = count(await read(files));
 *       io.out(format(counts, options.output));
 *       return counts.total > 0 ? 0 : 1;
 *     });
 * }
 * ```
 *
 * - Name, aliases and summary stand in the table alone. `.description()` is for what the summary cannot say.
 * - Give at least three examples that work. `optionsGroup` names the heading in the help for the options after it.
 * - What is costly to load may be imported as usual: the module of a command is loaded only when it runs or is explained.
 * - The global flags (`commands/global-flags.ts`) are added to every command; they are told by `io.colors`,
 *   `io.verbosity`, `io.note` and `io.detail`, not by options.
 * - Every option, required ones too, can also be set by `MESHCTL_<NAME>` and by the settings files, through the same
 *   choices and parser (`meshctl help config`); a command need not do anything. The name of an option that a second
 *   command has as well goes into `commands/settings/shared.ts`.
 * - The handler returns the exit code: 0, or 1 when the answer is "no". It throws `MeshctlError` for all that the
 *   user can mend, `usage` for a wrong combination of flags; `commands/main.ts` prints it and takes the exit code
 *   from `commands/exit-codes.ts`. A command that waits asks `io.interrupt()` for a signal and lets its abort pass.
 * - Values for completion: choices are taken from options and arguments, files are offered where a value is called
 *   `<file>`, `<files>`, `<paths>` or `<folder>`; for others give `.completer('<option or argument>', ...)`.
 * - Tests call `run(argv, surroundings)` of `commands/testing/run.ts`; `npm run docs` writes the page of the command.
 */
export class CliCommand extends Command {
  readonly examples: Example[] = [];
  readonly completers = new Map<string, Completer>();
  exitCode = 0;

  constructor() {
    super();
    this.helpOption(false);
  }

  example(line: string, purpose: string): this {
    this.examples.push({ line, purpose });
    return this;
  }

  /** Names the values of an option (by its name in the options object) or argument (by its name). */
  completer(name: string, values: Completer): this {
    this.completers.set(name, values);
    return this;
  }

  /** What the command does; gets the arguments, then the options; returns the exit code. */
  handler(run: (...args: never[]) => number | Promise<number>): this {
    const untyped = run as (...args: unknown[]) => number | Promise<number>;
    return this.action(async (...args: unknown[]) => {
      this.exitCode = await untyped(...args);
    });
  }

  /** Called by commander with its own text and code, by handlers with what is wrong. */
  override error(message: string, { code }: { readonly code?: string } = {}): never {
    throw parseError(this, code, message);
  }
}

/** Flags with a value that stand before the place to complete, by their long names: `namespace`. */
export type GivenFlags = ReadonlyMap<string, string>;

/** The values that may stand in a place; may be slow, completion waits one second for it. */
export type Completer = (given: GivenFlags) => readonly string[] | Promise<readonly string[]>;
