import type { Static } from 'typebox';
import type { WasmConfig } from '../../api/traffic-extension.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { looseScheme } from '../values/urls.ts';
import { checkEnv, envRules } from './env.ts';

type Module = Loose<
  Pick<Static<typeof WasmConfig>, 'url' | 'sha256' | 'pluginName' | 'imagePullSecret' | 'vmConfig'>
>;

const moduleUrl = errorRule({
  slug: 'wasm/url',
  summary: 'The URL of a Wasm module has the scheme file, http, https or oci, or none.',
  message: ({ url }: { url: string }) =>
    url === '' ? 'the module has no `url`' : `${JSON.stringify(url)} is not the URL of a module`,
  hint: 'Use oci://, https://, http:// or file://; without a scheme it is an OCI image.',
});

const sha256 = errorRule({
  slug: 'wasm/sha256',
  summary: 'A checksum is 64 lower-case hexadecimal digits.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is not a SHA-256 checksum`,
  hint: 'Write the 64 lower-case hexadecimal digits that `sha256sum` prints.',
});

const nameLength = errorRule({
  slug: 'wasm/name-length',
  summary: 'Names of plugins and secrets keep their maximal length.',
  message: ({ most }: { most: number }) => `the name is longer than ${most} characters`,
});

export const wasmModuleRules: readonly RuleInfo[] = [moduleUrl, sha256, nameLength, ...envRules];

const schemes: ReadonlySet<string | undefined> = new Set(['', 'file', 'http', 'https', 'oci']);
const digest = /^(?:[a-f0-9]{64})?$/;

/** Checks where a module comes from and how it is run. */
export function checkWasmModule(module: Module, path: Path, report: Report): void {
  const { url = '', sha256: sum = '' } = module;
  if (url === '' || !schemes.has(looseScheme(url))) report(moduleUrl, [...path, 'url'], { url });
  if (!digest.test(sum)) report(sha256, [...path, 'sha256'], { value: sum });
  checkLength(module.pluginName, 256, [...path, 'pluginName'], report);
  checkLength(module.imagePullSecret, 253, [...path, 'imagePullSecret'], report);
  checkEnv(module.vmConfig?.env, [...path, 'vmConfig', 'env'], report);
}

function checkLength(name = '', most: number, path: Path, report: Report): void {
  if (Buffer.byteLength(name) > most) report(nameLength, path, { most });
}
