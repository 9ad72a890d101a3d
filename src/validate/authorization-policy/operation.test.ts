import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkOperation } from './operation.ts';

type Operation = Parameters<typeof checkOperation>[0];

const found = (operation: Operation): string[] =>
  reported((report) => {
    checkOperation(operation, ['operation'], report);
  });

test.each<[string, Operation, string[]]>([
  [
    'hosts, methods and ports pass',
    { hosts: ['*.example.com'], methods: ['GET'], ports: ['80', '0', '65535'] },
    [],
  ],
  ['an empty method', { methods: ['GET', ''] }, ['authz/empty-value operation.methods[1]']],
  ['an empty host to exclude', { notHosts: [''] }, ['authz/empty-value operation.notHosts[0]']],
  ['an empty port is empty, and no more', { ports: [''] }, ['authz/empty-value operation.ports[0]']],
  ['a port with a leading zero passes', { ports: ['0080'] }, []],
  ['a port by name', { ports: ['http'] }, ['authz/port operation.ports[0]']],
  ['a port too large', { notPorts: ['65536'] }, ['authz/port operation.notPorts[0]']],
  ['a port with a sign', { ports: ['+80'] }, ['authz/port operation.ports[0]']],
  ['a range of ports', { ports: ['80-90'] }, ['authz/port operation.ports[0]']],
  ['a hexadecimal port', { ports: ['0x50'] }, ['authz/port operation.ports[0]']],
])('an operation: %s', (_, operation, expected) => {
  expect(found(operation)).toEqual(expected);
});

test.each([
  '/a',
  'a b',
  '/info*',
  '*/healthz',
  '/a/{*}/b',
  '/c/{**}',
  '{*}',
  '/a/{*}/{**}/',
  '//{*}//',
  '/{**}/last',
  "/a-b_c~1.2%20!$&'()+,;:@=/{*}",
])('the path %s passes', (path) => {
  expect(found({ paths: [path] })).toEqual([]);
});

test.each([
  '/a/{b}',
  '/a/{*',
  '/a/*}',
  '/{*}b',
  '/{***}',
  '/a b/{*}',
  '/*/{*}',
  '/a//{*}',
  '/{**}/a/{*}',
  '/{**}/{**}',
])('the path %s is no template', (path) => {
  expect(found({ notPaths: [path] })).toEqual(['authz/path-template operation.notPaths[0]']);
});
