import { describe, expect, test } from 'vitest';
import {
  parseZtunnelLevels,
  readZtunnelLog,
  resetZtunnelLog,
  setZtunnelLog,
  type ZtunnelLogLevel,
} from './index.ts';

const level = (logger: string, name: string): ZtunnelLogLevel => ({ logger, level: name });

describe('levels as they are typed', () => {
  test.each<[string, readonly ZtunnelLogLevel[]]>([
    ['debug', [level('*', 'debug')]],
    ['WARNING', [level('*', 'warn')]],
    ['ztunnel::proxy:debug', [level('ztunnel::proxy', 'debug')]],
    ['access=off, info', [level('*', 'info'), level('access', 'off')]],
  ])('%s', (text, levels) => {
    expect(parseZtunnelLevels(text)).toEqual(levels);
  });

  test.each([
    ['debgu', 'did you mean debug?'],
    ['critical', 'use one of trace, debug'],
    ['access:', 'use one of'],
    ['ztunnel::proxy', 'use one of'],
  ])('%s is none', (text, hint) => {
    expect(() => parseZtunnelLevels(text)).toThrow(
      expect.objectContaining({ code: 'usage', hint: expect.stringContaining(hint) as string }) as Error,
    );
  });
});

describe('a ztunnel', () => {
  const answering = (text: string) => {
    const asked: string[] = [];
    const ask = (path: string) => {
      asked.push(path);
      return Promise.resolve(text);
    };
    return { asked, ask };
  };
  const text = 'current log level is hickory_server::server=off,info,access=debug,access=warn\n';
  const levels = [level('hickory_server::server', 'off'), level('*', 'info'), level('access', 'warn')];

  test.each<[string, string, (ask: (path: string) => Promise<string>) => Promise<unknown>]>([
    ['is asked', '/logging', readZtunnelLog],
    [
      'is told',
      '/logging?level=info%2Caccess%3Awarn',
      (ask) => setZtunnelLog(ask, [level('*', 'info'), level('access', 'warn')]),
    ],
    ['is set back', '/logging?reset', resetZtunnelLog],
  ])('%s', async (_, path, call) => {
    const { asked, ask } = answering(text);
    expect(await call(ask)).toEqual(levels);
    expect(asked).toEqual([path]);
  });

  test('that answers something else fails the environment', async () => {
    await expect(readZtunnelLog(answering('active loggers:').ask)).rejects.toMatchObject({
      code: 'environment',
      reason: 'active loggers:',
    });
  });
});
