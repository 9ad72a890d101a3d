import { expect, test } from 'vitest';
import { run } from './testing/run.ts';

const explain = (...args: readonly string[]) => run(['explain', ...args]);

test.each([
  ['a kind', ['VirtualService'], 'KIND:       VirtualService\n', '  spec\t<Object>'],
  ['a short name', ['vs'], 'KIND:       VirtualService\n', '  spec\t<Object>'],
  [
    'a field below a list',
    ['vs.spec.http.retries'],
    'FIELD: spec.http.retries <Object>',
    '  attempts\t<integer>',
  ],
  ['a closed list of words', ['dr.spec.trafficPolicy.tls.mode'], 'VALUES: DISABLE', 'MUTUAL'],
  [
    'one of two kinds of a name',
    ['Gateway', '--api-version', 'gateway.networking.k8s.io/v1'],
    'GROUP:      gateway.networking.k8s.io\n',
    'VERSION:    v1\n',
  ],
  [
    'an older version',
    ['vs', '--api-version', 'v1beta1'],
    'KIND:       VirtualService\n',
    'VERSION:    v1beta1\n',
  ],
  ['everything below', ['vs', '--recursive'], '      retries\t<Object>\n', '        attempts\t<integer>\n'],
])('explains %s', async (_, args, ...parts) => {
  const { code, out, err } = await explain(...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const part of parts) expect(out).toContain(part);
});

test('wraps descriptions at the width of the terminal, 80 columns without one', async () => {
  const longest = (text: string): number =>
    Math.max(
      ...text
        .split('\n')
        .filter((line) => line.startsWith('    '))
        .map(({ length }) => length),
    );
  const narrow = await run(['explain', 'vs.spec.http'], { columns: 60 });
  expect(longest(narrow.out)).toBeLessThanOrEqual(60);
  const { out } = await explain('vs.spec.http');
  expect(longest(out)).toBeLessThanOrEqual(80);
  expect(longest(out)).toBeGreaterThan(60);
});

test('gives programs the field as data', async () => {
  const { out } = await explain('-o', 'json', 'vs.spec.http.retries.attempts');
  expect(JSON.parse(out)).toMatchObject({
    apiVersion: 'meshctl.dev/v1',
    kind: 'FieldExplanation',
    of: { group: 'networking.istio.io', kind: 'VirtualService', path: 'spec.http.retries.attempts' },
    field: { name: 'attempts', type: '<integer>', required: false, fields: [] },
  });
});

test.each([
  [
    'a misspelt kind',
    ['VirtualServise'],
    'does not know the kind VirtualServise',
    'did you mean VirtualService?',
  ],
  ['a kind that is none', ['foo'], 'does not know the kind foo', 'run `meshctl schema`'],
  ['a misspelt field', ['vs.spec.htp'], 'VirtualService.spec has no field htp', 'VirtualService.spec.http?'],
  [
    'a name of two kinds',
    ['Gateway'],
    'several kinds are called Gateway',
    'use --api-version networking.istio.io/v1 or --api-version gateway.networking.k8s.io/v1',
  ],
  [
    'a group without the kind',
    ['vs', '--api-version', 'security.istio.io/v1'],
    'the API group security.istio.io has no kind VirtualService',
    'use --api-version networking.istio.io/v1',
  ],
  [
    'a version without the kind',
    ['vs', '--api-version', 'networking.istio.io/v9'],
    'VirtualService has no version v9',
    'versions: v1, v1alpha3, v1beta1',
  ],
])('says what to write instead of %s', async (_, args, what, hint) => {
  const { code, out, err } = await explain(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`error: ${what.startsWith('does') ? 'meshctl ' : ''}${what}`);
  expect(err).toMatch(/\n {2}hint: /);
  expect(err).toContain(hint);
});
