import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import type { Entry } from '../entry.ts';
import { candidates } from './candidates.ts';

/**
 * `meshctl __complete -- WORDS`: what can stand in the place of the last word, one candidate a line, after a tab what it
 * means. The last line tells the shell to offer `:files` or `:folders` as well, or `:nothing`.
 */
export function completeCommand(io: CommandIo, table: readonly Entry[]): CliCommand {
  return new CliCommand()
    .argument('[words...]', 'the words after meshctl; the last one is completed')
    .handler(async (words: readonly string[]) => {
      const { values, also } = await candidates(words, io, table);
      for (const { value, text } of values) io.out(`${value}\t${text}\n`);
      io.out(`:${also}\n`);
      return 0;
    });
}
