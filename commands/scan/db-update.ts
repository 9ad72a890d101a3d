import { Option } from 'commander';
import { updateDatabase } from '../../src/advisories/index.ts';
import { MeshctlError } from '../../src/errors.ts';
import { jsonText } from '../../src/output/index.ts';
import { counted } from '../../src/scan/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { listOption } from '../options.ts';
import { warn } from '../warn.ts';
import { writeFileAtomically } from '../write-file.ts';
import { fetchText } from './fetch-text.ts';
import { databaseOf, parseAdvisories, readAdvisoryFile, type AdvisoryFile } from './read-database-file.ts';

interface DbUpdateOptions {
  readonly db?: string;
  readonly file: readonly string[];
  readonly updateFrom?: string;
  readonly into: string;
  readonly asOf?: string;
}

/** `meshctl scan db update`. */
export function dbUpdateCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Adds advisories to those built in, or to those of --db, and writes the outcome to a file for `meshctl scan --db`. Records that meshctl itself knows under another name are left out: its own say more. Only --update-from uses the network.',
    )
    .example('meshctl scan db update --file osv.json --into advisories.json', 'Add records of OSV')
    .example(
      'meshctl scan db update --db advisories.json --file more.json --into advisories.json',
      'Add more to a database',
    )
    .example(
      'meshctl scan db update --update-from https://example.com/advisories.json --into advisories.json',
      'Take over a database of your own from an address',
    )
    .optionsGroup('Source:')
    .addOption(new Option('--db <file>', 'advisories to add to, in place of those built in'))
    .addOption(listOption('--file <file>', 'a database, or records of OSV; may be repeated'))
    .addOption(new Option('--update-from <url>', 'an address to fetch such a file from, over HTTPS'))
    .optionsGroup('Output:')
    .addOption(new Option('--into <file>', 'the file to write').makeOptionMandatory())
    .addOption(new Option('--as-of <day>', 'the day up to which it is known, such as 2027-01-31'))
    .handler(async (options: DbUpdateOptions) => update(io, options));
}

async function update(io: CommandIo, options: DbUpdateOptions): Promise<number> {
  const { db, into, asOf } = options;
  if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new MeshctlError('usage', `${JSON.stringify(asOf)} is no day such as 2027-01-31`);
  let database = await databaseOf(io.cwd, db);
  for (const [name, read] of await sources(io, options)) {
    for (const problem of read.problems) warn(io, `${name}: ${problem}`);
    const done = updateDatabase(database, read.advisories, read.database?.asOf);
    database = done.database;
    const { added, changed, known } = done;
    io.note(`${name}: ${added.length} added, ${changed.length} replaced, ${known.length} known already`);
  }
  const dated = asOf === undefined ? database : { ...database, asOf };
  writeFileAtomically(io.cwd, into, jsonText(dated));
  io.note(`wrote ${counted(dated.advisories.length, 'advisory')}, known up to ${dated.asOf}, to ${into}`);
  return 0;
}

async function sources(
  io: CommandIo,
  { file, updateFrom }: DbUpdateOptions,
): Promise<readonly (readonly [string, AdvisoryFile])[]> {
  if (file.length === 0 && updateFrom === undefined)
    throw new MeshctlError('usage', 'nothing to add', {
      hint: 'name a file (--file osv.json), or an address (--update-from https://...)',
    });
  const read: (readonly [string, AdvisoryFile])[] = [];
  for (const name of file) read.push([name, await readAdvisoryFile(io.cwd, name)]);
  if (updateFrom === undefined) return read;
  return [...read, [updateFrom, parseAdvisories(await fetchText(updateFrom, io.interrupt()), updateFrom)]];
}
