import type { Static } from 'typebox';
import type { WasmConfig, TrafficSelector } from '../../api/traffic-extension.ts';
import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { looseScheme } from '../values/urls.ts';

type Module = Pick<
  Static<typeof WasmConfig>,
  'url' | 'sha256' | 'pluginName' | 'imagePullSecret' | 'vmConfig'
>;
type Selectors = readonly Static<typeof TrafficSelector>[];

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

const env = errorRule({
  slug: 'wasm/env',
  summary:
    'Environment variables of a module have distinct names, and values only when they are not taken from the proxy.',
  message: ({ problem }: { problem: string }) => problem,
});

const matchPort = errorRule({
  slug: 'wasm/match-port',
  summary: 'Ports a plugin is restricted to lie between 1 and 65535.',
  message: ({ port }: { port: number }) => `${port} is not a port between 1 and 65535`,
});

export const wasmModuleRules: readonly RuleInfo[] = [moduleUrl, sha256, nameLength, env, matchPort];

const schemes: ReadonlySet<string | undefined> = new Set(['', 'file', 'http', 'https', 'oci']);
const digest = /^[a-f0-9]{64}$/;

/** Checks where a module comes from and how it is run. */
export function checkWasmModule(module: Module, path: Path, report: Report): void {
  const { url = '', sha256: sum = '', pluginName = '', imagePullSecret = '', vmConfig } = module;
  if (url === '' || !schemes.has(looseScheme(url))) report(moduleUrl, [...path, 'url'], { url });
  if (sum !== '' && !digest.test(sum)) report(sha256, [...path, 'sha256'], { value: sum });
  if (pluginName.length > 256) report(nameLength, [...path, 'pluginName'], { most: 256 });
  if (imagePullSecret.length > 253) report(nameLength, [...path, 'imagePullSecret'], { most: 253 });
  checkEnv(vmConfig?.env ?? [], [...path, 'vmConfig', 'env'], report);
}

type Env = NonNullable<NonNullable<Module['vmConfig']>['env']>;

function checkEnv(variables: Env, path: Path, report: Report): void {
  const seen = new Set<string>();
  for (const [index, { name = '', valueFrom = 'INLINE', value = '' }] of variables.entries()) {
    const place = [...path, index];
    if (name === '') report(env, [...place, 'name'], { problem: 'the variable has no name' });
    else if (name.length > 256)
      report(env, [...place, 'name'], { problem: 'the name is longer than 256 characters' });
    else if (seen.has(name))
      report(env, place, { problem: `the variable ${JSON.stringify(name)} occurs twice` });
    seen.add(name);
    if (value !== '' && valueFrom !== 'INLINE') {
      report(env, [...place, 'value'], { problem: 'the value comes from the proxy: `value` does not fit' });
    }
  }
}

/** Checks the ports a plugin is restricted to. */
export function checkTrafficSelectors(selectors: Selectors = [], path: Path, report: Report): void {
  for (const [index, { ports = [] }] of selectors.entries()) {
    for (const [item, { number: port = 0 }] of ports.entries()) {
      if (port < 1 || port > 65535) report(matchPort, [...path, index, 'ports', item, 'number'], { port });
    }
  }
}
