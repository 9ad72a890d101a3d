import { Option } from 'commander';
import type { Advisory } from '../../src/advisories/index.ts';
import { table } from '../../src/output/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { databaseOf } from './read-database-file.ts';

interface DbShowOptions {
  readonly db?: string;
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl scan db show`. */
export function dbShowCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Lists the advisories that a scan judges by. As JSON it is the whole database, with ranges, conditions and the source of each record, in the format that --db takes.',
    )
    .example('meshctl scan db show', 'List the advisories, with severity and source')
    .example('meshctl scan db show -o json > advisories.json', 'Write the database, to change it by hand')
    .example('meshctl scan db show --db advisories.json', 'List what a file holds')
    .optionsGroup('Selection:')
    .addOption(new Option('--db <file>', 'advisories to show, in place of those built in'))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']))
    .handler(async ({ db, output }: DbShowOptions) => {
      const database = await databaseOf(io.cwd, db);
      const { asOf, advisories } = database;
      if (output === 'table') {
        io.out(table(columns, advisories));
        io.note(`${advisories.length} advisories, known up to ${asOf}`);
      } else await printDocument(io, output, 'AdvisoryDatabase', { asOf, advisories });
      return 0;
    });
}

const columns = [
  { header: 'id', cell: ({ id }: Advisory) => id },
  { header: 'date', cell: ({ date }: Advisory) => date },
  { header: 'severity', cell: ({ severity, score }: Advisory) => [severity, score].join(' ').trim() },
  { header: 'source', cell: ({ provenance }: Advisory) => provenance.sources.join(', ') },
  { header: 'certainty', cell: ({ provenance }: Advisory) => provenance.certainty },
  { header: 'title', cell: ({ title }: Advisory) => title },
];
