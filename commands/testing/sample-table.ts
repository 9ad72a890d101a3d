import { Argument, Option } from 'commander';
import { MeshctlError } from '../../src/errors.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import type { CommandBuilder, CommandEntry, Entry } from '../entry.ts';
import { listOption, outputOption } from '../options.ts';

/** Commands that have of everything what commands can have; each prints the options it was run with. */
export const sampleTable: readonly Entry[] = [
  entry('sail', 'Set sail', sail),
  {
    name: 'fleet',
    aliases: ['f'],
    summary: 'Look after many ships',
    commands: [
      entry('count', 'Count the ships', (io) =>
        new CliCommand().handler((options: object) => show(io, options)),
      ),
      { name: 'crew', summary: 'Look after the crew', commands: [entry('hire', 'Hire somebody', hire)] },
    ],
  },
  entry('sink', 'Fail as bugs do', () =>
    failing(() => new TypeError('no water', { cause: new Error('dry dock') })),
  ),
  entry('strand', 'Fail as the environment does', () =>
    failing(() => new MeshctlError('environment', 'the tide is out', { reason: 'it is noon', hint: 'wait' })),
  ),
  entry('anchor', 'Wait for Ctrl-C', anchor),
  { ...entry('ghost', 'Be listed nowhere', sail), hidden: true },
];

function entry(name: string, summary: string, build: CommandBuilder): CommandEntry {
  return { name, summary, load: () => Promise.resolve(build) };
}

function sail(io: CommandIo): CliCommand {
  return new CliCommand()
    .addArgument(new Argument('<wind>', 'where the wind comes from').choices(['north', 'south']))
    .argument('[chart-files...]', 'charts to follow')
    .example('sail north', 'Sail away')
    .optionsGroup('Course:')
    .addOption(listOption('--via <port>', 'call at this port'))
    .addOption(listOption('--cargo <kind>', 'take this along', ['salt', 'tea']))
    .addOption(new Option('--knots <number>', 'speed').argParser(Number).conflicts('drift'))
    .option('--drift', 'let the current decide')
    .option('--no-flag', 'hide the flag')
    .option('--log-folder <folder>', 'where the log is kept')
    .option('--captain <name>', 'who commands')
    .completer('captain', () => ['ahab', 'nemo'])
    .addOption(outputOption(['table', 'json']))
    .handler((wind: string, charts: readonly string[], options: object) => {
      io.note('a note');
      io.detail('a detail');
      return show(io, { wind, charts, ...options });
    });
}

function hire(io: CommandIo): CliCommand {
  return new CliCommand()
    .requiredOption('--sailor <name>', 'who')
    .completer('sailor', () => Promise.reject(new Error('nobody is there')))
    .handler((options: object) => show(io, options));
}

function anchor(io: CommandIo): CliCommand {
  return new CliCommand().handler(() => {
    io.interrupt().throwIfAborted();
    return 1;
  });
}

function failing(error: () => Error): CliCommand {
  return new CliCommand().handler(() => Promise.reject(error()));
}

function show(io: CommandIo, options: object): number {
  io.out(`${JSON.stringify({ ...options, colors: io.colors, verbosity: io.verbosity })}\n`);
  return 0;
}
