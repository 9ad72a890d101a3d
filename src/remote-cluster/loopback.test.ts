import { expect, test } from 'vitest';
import { isLoopback } from './loopback.ts';

test.each([
  ['https://127.0.0.1:6443', true],
  ['https://127.8.9.1', true],
  ['https://localhost:6443', true],
  ['https://[::1]:6443', true],
  ['https://0.0.0.0:6443', true],
  ['https://10.0.0.1:6443', false],
  ['https://127.example.com', false],
  ['https://localhost.example.com', false],
  ['nonsense', false],
])('%s is an address of this machine: %s', (server, loopback) => {
  expect(isLoopback(server)).toBe(loopback);
});
