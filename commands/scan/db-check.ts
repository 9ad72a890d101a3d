import { builtInDatabase, updateDatabase } from '../../src/advisories/index.ts';
import { counted } from '../../src/scan/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { readAdvisoryFile } from './read-database-file.ts';
import { warn } from '../warn.ts';

/** `meshctl scan db check`. */
export function dbCheckCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Reads databases of meshctl and records in the format of OSV, and says what of them can be used. It ends with 1 when a record cannot, and with 2 when a file cannot be read.',
    )
    .argument('<files...>', 'databases, or records of OSV')
    .example('meshctl scan db check advisories.json', 'Check a database that was changed by hand')
    .example('meshctl scan db check GHSA-9gcg-w975-3rjh.json', 'See whether a record of OSV can be used')
    .example('meshctl scan db check osv/*.json', 'Check many records')
    .handler(async (files: readonly string[]) => {
      let wrong = 0;
      for (const file of files) {
        const { database, advisories, problems } = await readAdvisoryFile(io.cwd, file);
        for (const problem of problems) warn(io, `${file}: ${problem}`);
        wrong += problems.length;
        const { added, changed, known } = updateDatabase(builtInDatabase, advisories);
        const news =
          database === undefined
            ? `${added.length} new, ${changed.length + known.length} known already`
            : `known up to ${database.asOf}`;
        io.out(`${file}: ${counted(advisories.length, 'advisory')}, ${news}\n`);
      }
      return wrong > 0 ? 1 : 0;
    });
}
