import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const old = `# kept
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
spec:
  values:
    global:
      proxy:
        accessLogFile: /dev/stdout # why
    nonsense: 1
`;
const converted = `# kept
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
spec:
  values:
    nonsense: 1
  meshConfig:
    accessLogFile: /dev/stdout # why
`;

test('prints the result, and tells each change and what is wrong still', async () => {
  const { code, out, err } = await run(['operator', 'convert', '-'], { stdin: old });
  expect([code, out]).toEqual([0, converted]);
  expect(err).toContain(
    'standard input:8: spec.values.global.proxy.accessLogFile moved to spec.meshConfig.accessLogFile',
  );
  expect(err).toContain('unknown field `nonsense`');
});

test.each([
  ['--write', 0, converted],
  ['--check', 1, old],
])('%s', async (flag, code, text) => {
  const cwd = await temporaryFolder({ 'old.yaml': old });
  const result = await run(['operator', 'convert', flag, 'old.yaml'], { cwd });
  expect([result.code, result.out]).toEqual([code, '']);
  expect(readFileSync(path.join(cwd, 'old.yaml'), 'utf8')).toBe(text);
});

test('what is up to date stays byte by byte', async () => {
  const text = 'kind: IstioOperator\napiVersion:   install.istio.io/v1alpha1\nspec: {profile:   demo}\n';
  expect(await run(['operator', 'convert', '-'], { stdin: text })).toEqual({ code: 0, out: text, err: '' });
  expect((await run(['operator', 'convert', '--check', '-'], { stdin: text })).code).toBe(0);
});

test.each([
  ['no IstioOperator', 'kind: Service\n'],
  ['no YAML', 'a: [\n'],
])('%s is refused', async (_, stdin) => {
  const { code, out } = await run(['operator', 'convert', '-'], { stdin });
  expect([code, out]).toEqual([2, '']);
});
