import { expect, test } from 'vitest';
import type { Json } from '../../json.ts';
import { reported } from '../testing.ts';
import { checkIngressPorts, checkServicePorts } from './ports.ts';

const privileged = ['operator/privileged-port ports[0]'];

test.each<[string, Json, string[], string[]]>([
  ['a high target passes', { port: 80, targetPort: 8080 }, [], []],
  ['a target of 1024 passes', { port: 80, targetPort: 1024 }, [], []],
  ['a target of 1023 does not', { port: 8080, targetPort: 1023 }, privileged, privileged],
  ['a negative target does not', { port: 8080, targetPort: -1 }, privileged, privileged],
  ['a high port passes', { port: 1025 }, [], []],
  ['a port of 1024 without a target does not', { port: 1024 }, privileged, privileged],
  ['a target of 0 is none', { port: 80, targetPort: 0 }, privileged, privileged],
  ['a target of null is none', { port: 80, targetPort: null }, privileged, privileged],
  ['a target by name passes', { port: 80, targetPort: 'http' }, [], []],
  ['digits in quotes are a name', { port: 80, targetPort: '80' }, [], []],
  ['a Service takes names in any case', { Port: 80, TargetPort: 8080 }, [], []],
  ['without a port, only a Service listens', {}, privileged, []],
  ['null is a port of a Service as well', null, privileged, []],
  ['a port in quotes is none in the values', { port: '80' }, privileged, []],
])('the ports of a gateway: %s', (_, port, inService, inValues) => {
  const found = (check: typeof checkServicePorts): string[] =>
    reported((report) => {
      check([port], 'edge', ['ports'], report);
    });
  expect(found(checkServicePorts)).toEqual(inService);
  expect(found(checkIngressPorts)).toEqual(inValues);
});
