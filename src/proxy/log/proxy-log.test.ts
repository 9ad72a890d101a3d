import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MeshctlError } from '../../errors.ts';
import { fakeAdmin, type FakeAdmin } from '../testing/fake-admin.ts';
import { parseLevels } from './levels.ts';
import { initialLogLevels, readLogLevels, setLogLevels } from './proxy-log.ts';

describe('levels', () => {
  test.each([
    ['debug', [{ logger: undefined, level: 'debug' }]],
    ['WARN', [{ logger: undefined, level: 'warning' }]],
    [
      'http:debug, rbac=off',
      [
        { logger: 'http', level: 'debug' },
        { logger: 'rbac', level: 'off' },
      ],
    ],
    [
      'http:debug,info',
      [
        { logger: undefined, level: 'info' },
        { logger: 'http', level: 'debug' },
      ],
    ],
    ['source/a.cc:info', [{ logger: 'source/a.cc', level: 'info' }]],
  ])('%s is read', (text, changes) => {
    expect(parseLevels(text)).toEqual(changes);
  });

  test.each([
    ['debgu', '"debgu" is no level of logs', 'did you mean debug?'],
    ['http:loud', '"loud" is no level of logs', 'use one of trace'],
    ['http:', 'a level is missing', 'use one of'],
    ['', 'a level is missing', 'use one of'],
    ['http:info,http:debug', 'two levels are given for the logger http', 'give one'],
    ['info,debug', 'two levels are given for all loggers', 'give one'],
  ])('"%s" is refused', (text, message, hint) => {
    const failure = failureOf(() => parseLevels(text));
    expect(failure).toMatchObject({ code: 'usage', message });
    expect(failure.hint).toContain(hint);
  });
});

function failureOf(run: () => unknown): MeshctlError {
  try {
    run();
  } catch (error) {
    if (error instanceof MeshctlError) return error;
  }
  throw new Error('nothing was refused');
}

describe('a proxy', () => {
  let admin: FakeAdmin;
  let info: object;
  const levels = new Map<string, string>();

  beforeEach(async () => {
    info = { command_line_options: { log_level: 'error', component_log_level: 'http:info,http:debug' } };
    levels.clear();
    for (const logger of ['admin', 'http', 'rbac']) levels.set(logger, 'warning');
    admin = await fakeAdmin((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://a');
      for (const [name, level] of searchParams)
        for (const logger of name === 'level' ? levels.keys() : [name]) levels.set(logger, level);
      const list = [...levels].map(([logger, level]) => `  ${logger}: ${level}\n`);
      response.end(pathname === '/server_info' ? JSON.stringify(info) : `active loggers:\n${list.join('')}`);
    });
  });
  afterEach(() => admin.close());

  const target = () => ({ name: 'the pod', address: admin.address });

  test('tells its levels without a change', async () => {
    expect(await readLogLevels(target())).toEqual([
      { logger: 'admin', level: 'warning' },
      { logger: 'http', level: 'warning' },
      { logger: 'rbac', level: 'warning' },
    ]);
    expect(admin.asked).toEqual(['POST /logging']);
  });

  test('is told levels one by one, that of all loggers first', async () => {
    const after = await setLogLevels(target(), parseLevels('http:debug,info'));
    expect(after.map(({ level }) => level)).toEqual(['info', 'debug', 'info']);
    expect(admin.asked.slice(1, -1)).toEqual(['POST /logging?level=info', 'POST /logging?http=debug']);
  });

  test('is not changed at all where a logger is unknown', async () => {
    await expect(setLogLevels(target(), parseLevels('http:debug,rbca:info'))).rejects.toMatchObject({
      code: 'usage',
      message: 'the proxy at the pod has no logger "rbca"',
      hint: 'did you mean rbac?',
    });
    expect(admin.asked).toEqual(['POST /logging']);
  });

  test('tells the levels it was started with; of two for one logger, the later one counts', async () => {
    await setLogLevels(target(), await initialLogLevels(target()));
    expect(Object.fromEntries(levels)).toEqual({ admin: 'error', http: 'debug', rbac: 'error' });
  });

  test('that does not tell was started with warning', async () => {
    info = {};
    expect(await initialLogLevels(target())).toEqual([{ logger: undefined, level: 'warning' }]);
  });

  test('that is none fails the environment', async () => {
    levels.clear();
    await expect(readLogLevels(target())).rejects.toMatchObject({ code: 'environment' });
  });
});
