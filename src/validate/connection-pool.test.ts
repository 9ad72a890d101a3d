import { expect, test } from 'vitest';
import { checkConnectionPool } from './connection-pool.ts';
import { reported } from './testing.ts';

type Pool = Parameters<typeof checkConnectionPool>[0];

test.each<[string, Pool, string[]]>([
  ['settings for TCP are enough', { tcp: {} }, []],
  ['settings for HTTP are enough', { http: {} }, []],
  ['a pool without settings is a mistake', {}, ['connectionpool/empty pool']],
  ['limits may be 0', { http: { maxRetries: 0 }, tcp: { maxConnections: 0 } }, []],
  [
    'limits are not negative',
    { http: { http2MaxRequests: -1 }, tcp: { maxConnections: -1 } },
    ['connectionpool/negative pool.http.http2MaxRequests', 'connectionpool/negative pool.tcp.maxConnections'],
  ],
  [
    'an upgrade to HTTP/2 does not keep the protocol of the client',
    { http: { h2UpgradePolicy: 'UPGRADE', useClientProtocol: true } },
    ['connectionpool/h2-upgrade-and-client-protocol pool.http'],
  ],
  [
    'without an upgrade the protocol of the client can be kept',
    { http: { h2UpgradePolicy: 'DO_NOT_UPGRADE', useClientProtocol: true } },
    [],
  ],
  [
    'the idle timeout of HTTP is not 0',
    { http: { idleTimeout: '0s' } },
    ['duration/too-small pool.http.idleTimeout'],
  ],
  ['the idle timeout of TCP may be 0', { tcp: { idleTimeout: '0s' } }, []],
  ['an idle timeout of TCP below 1ms is 0', { tcp: { idleTimeout: '-999us' } }, []],
  [
    'the idle timeout of TCP is not negative',
    { tcp: { idleTimeout: '-1s' } },
    ['duration/too-small pool.tcp.idleTimeout'],
  ],
  [
    'timeouts of TCP are whole milliseconds',
    { tcp: { connectTimeout: '1.0005s', maxConnectionDuration: '1h', tcpKeepalive: { time: '1500us' } } },
    ['duration/precision pool.tcp.connectTimeout', 'duration/precision pool.tcp.tcpKeepalive.time'],
  ],
  [
    'keepalive of HTTP/2 may be complete',
    { http: { http2KeepAlive: { interval: '1s', timeout: '1s' } } },
    [],
  ],
  [
    'keepalive of HTTP/2 is not without a timeout',
    { http: { http2KeepAlive: { interval: '0s' } } },
    [
      'duration/too-small pool.http.http2KeepAlive.interval',
      'connectionpool/keepalive-required pool.http.http2KeepAlive.timeout',
    ],
  ],
])('%s', (_, pool, expected) => {
  expect(
    reported((report) => {
      checkConnectionPool(pool, ['pool'], report);
    }),
  ).toEqual(expected);
});
