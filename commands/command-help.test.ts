import { expect, test } from 'vitest';
import { run } from './testing/run.ts';
import { sampleTable as table } from './testing/sample-table.ts';

test('the help of a command: summary, usage, examples, arguments, flags by group', async () => {
  expect((await run(['sail', '--help'], { table })).out).toBe(`Set sail

Usage: meshctl sail <wind> [chart-files...] [flags]

Examples:
  # Sail away
  sail north

Arguments:
  wind         where the wind comes from (one of north, south)
  chart-files  charts to follow

Course:
      --via <port>           call at this port
      --cargo <kind>         take this along (one of salt, tea)
      --knots <number>       speed
      --drift                let the current decide
      --no-flag              hide the flag
      --log-folder <folder>  where the log is kept
      --captain <name>       who commands
  -o, --output <format>      format of the result (one of table, json; default
                             table)

Global flags:
      --color <when>   colour the output (one of auto, always, never; default
                       auto)
  -q, --quiet          print results and errors only, no notes and summaries
  -v, --verbose        tell more on standard error; twice for still more
      --config <file>  read settings from this file and no other
      --no-config      read no settings file
      --debug          show where in the program an error arose
  -h, --help           show this help
`);
});

test('the help of a group lists its commands and groups', async () => {
  const { out } = await run(['fleet', '--help'], { table });
  expect(out).toMatch(/^Look after many ships\n\nUsage: meshctl fleet COMMAND \[flags\]\n/);
  expect(out).toContain('\nCommands:\n  count  Count the ships\n  crew   Look after the crew\n');
  expect(out).not.toContain('--version');
});

test('hidden commands are not listed', async () => {
  const { out } = await run(['--help'], { table });
  expect(out).toContain('\n  anchor  Wait for Ctrl-C\n');
  expect(out).not.toContain('ghost');
});
