import { describe, expect, it } from 'vitest';
import { kubernetesKey, kubernetesScalar, type Scalar } from './scalar.ts';

describe('kubernetesScalar', () => {
  it.each<[string, Scalar]>([
    ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map(
      (text): [string, Scalar] => [text, true],
    ),
    ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map(
      (text): [string, Scalar] => [text, false],
    ),
    ...['', '~', 'null', 'Null', 'NULL'].map((text): [string, Scalar] => [text, null]),
    ...['yEs', 'tRUE', 'nULL', 'oN', 'none', 'yesterday', 'nope', 'offline'].map((text): [string, Scalar] => [
      text,
      text,
    ]),
  ])('reads the word %j as %j', (text, expected) => {
    expect(kubernetesScalar(text)).toBe(expected);
  });

  it.each<[string, number]>([
    ['0', 0],
    ['-0', 0],
    ['443', 443],
    ['+5', 5],
    ['-17', -17],
    ['0x1F', 31],
    ['0X1f', 31],
    ['-0x10', -16],
    ['0b101', 5],
    ['0B11', 3],
    ['0o17', 15],
    ['0O17', 15],
    ['017', 15],
    ['-017', -15],
    ['00', 0],
    ['0888', 888],
    ['08', 8],
    ['0777777777777777777777777', Number('777777777777777777777777')],
    ['1e1', 10],
    ['1E+2', 100],
    ['1e-2', 0.01],
    ['5.0', 5],
    ['5.', 5],
    ['.5', 0.5],
    ['+.5', 0.5],
    ['-1.25e3', -1250],
    ['1_000', 1000],
    ['1__0_', 10],
    ['0x_1F', 31],
    ['-_1', -1],
    ['.5_5', 0.55],
    ['18446744073709551615', 2 ** 64],
    ['99999999999999999999', 1e20],
    ['1e-400', 0],
  ])('reads %j as the number %d', (text, expected) => {
    expect(kubernetesScalar(text)).toBe(expected);
  });

  it.each([
    '12:30',
    '1:30:15',
    '2024-01-02',
    '2024-01-02T03:04:05Z',
    '1e400',
    '-1e400',
    '0x1FFFFFFFFFFFFFFFF',
    '0xg',
    '0x',
    '0b2',
    '_1',
    '._5',
    '.5_',
    '1.2.3.4',
    '10.0.0.0/8',
    '1.2.3',
    '-',
    '+',
    '.',
    '..',
    '-foo',
    '.foo',
    '1a',
    '1e',
    'e1',
    '=',
    '<<',
    'v1',
    'Infinity',
    'NaN',
    '.iNF',
    '+.nan',
  ])('reads %j as text', (text) => {
    expect(kubernetesScalar(text)).toBe(text);
  });

  it.each(['.inf', '+.Inf', '-.INF', '.nan', '.NaN', '.NAN'])(
    'gives a number for %j that no JSON can hold',
    (text) => {
      expect(kubernetesScalar(text)).toBeTypeOf('number');
      expect(Number.isFinite(kubernetesScalar(text))).toBe(false);
    },
  );
});

describe('kubernetesKey', () => {
  it.each<[string, string | undefined]>([
    ['name', 'name'],
    ['on', 'true'],
    ['N', 'false'],
    ['8080', '8080'],
    ['0x10', '16'],
    ['010', '8'],
    ['-0', '0'],
    ['1_000', '1000'],
    ['12345678901234567890', '12345678901234567890'],
    ['1.5', '1.5'],
    ['1.0', '1'],
    ['0.1', '0.1'],
    ['1e3', '1000'],
    ['1e6', '1e+06'],
    ['1e-5', '1e-05'],
    ['0888', '888'],
    ['.inf', '.inf'],
    ['+.INF', '.inf'],
    ['-.Inf', '-.inf'],
    ['.NaN', '.nan'],
    ['1e400', '1e400'],
    ['2024-01-02', '2024-01-02'],
    ['12:30', '12:30'],
    ['null', undefined],
    ['~', undefined],
    ['', undefined],
  ])('turns the key %j into %j', (text, expected) => {
    expect(kubernetesKey(text)).toBe(expected);
  });
});
