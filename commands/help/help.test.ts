import { describe, expect, test } from 'vitest';
import { findingFormats } from '../../src/output/index.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputFormats } from '../output-formats.ts';
import { run } from '../testing/run.ts';
import { topics } from './topics.ts';

describe('meshctl help is the same as --help', () => {
  test.each([
    ['of the program', [], ['--help']],
    ['of a command', ['version'], ['version', '--help']],
    ['of a command in a group', ['config', 'view'], ['config', 'view', '--help']],
  ])('%s', async (_, subject, argv) => {
    const result = await run(['help', ...subject]);
    expect(result).toEqual(await run(argv));
    expect(result.out).toContain('Usage: meshctl');
  });
});

describe('topics', () => {
  test.each([...topics.keys()])('%s fits the terminal', async (topic) => {
    for (const columns of [60, 80, 100]) {
      const { code, out } = await run(['help', topic], { columns });
      expect(code).toBe(0);
      expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(columns);
    }
  });

  test('exit-codes lists every exit code', async () => {
    const { out } = await run(['help', 'exit-codes']);
    for (const code of Object.keys(exitCodes)) expect(out).toMatch(new RegExp(`^ +${code} +\\S`, 'm'));
  });

  test('output lists every format, those of findings among them', async () => {
    const { out } = await run(['help', 'output'], { columns: 80 });
    for (const format of [...outputFormats, ...Object.keys(findingFormats)])
      expect(out).toMatch(new RegExp(`^ +${format} +\\S`, 'm'));
  });

  test('a topic that is also a command is followed by the help of the command', async () => {
    const { out } = await run(['help', 'config']);
    expect(out).toMatch(/^Where the value of a flag comes from, .*\n\nShow the settings of meshctl/s);
  });

  test('the help of the program lists them', async () => {
    const { out } = await run(['--help']);
    for (const [name, { summary }] of topics) expect(out).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
  });
});

describe('what is neither command nor topic', () => {
  test.each([
    ['exitcodes', 'did you mean `meshctl help exit-codes`?'],
    ['versoin', 'did you mean `meshctl help version`?'],
    ['constructor', '`meshctl help` lists the commands and topics'],
  ])('%s', async (subject, hint) => {
    expect(await run(['help', subject])).toEqual({
      code: 2,
      out: '',
      err: `error: there is no command or topic "${subject}"\n  hint: ${hint}\n`,
    });
  });
});
