import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyzeCliCases } from './analyze-cli.ts';
import { analyzeCases } from './analyze.ts';
import { crdCases } from './crds.ts';
import { gatewayApiCases } from './gateway-api.ts';
import { injectCases } from './inject.ts';
import { installCases } from './install.ts';
import type { Outcome } from './outcome.ts';
import { proxyConfigCases } from './proxy-config.ts';
import { proxyDiffCases } from './proxy-diff.ts';
import { proxyStatusCases } from './proxy-status.ts';
import { revisionCases } from './revisions.ts';
import { scanCases } from './scan.ts';
import { validateCases } from './validate.ts';
import { vmCases } from './vm.ts';
import { ztunnelConfigCases } from './ztunnel-config.ts';

type Area = (folder: string, filter: readonly string[]) => AsyncGenerator<Outcome>;

/** Name of an area to the folder of its cases and what runs them. */
const areas: Readonly<Record<string, readonly [string, Area]>> = {
  analyze: ['analyze', analyzeCases],
  'analyze-cli': ['analyze-cli', analyzeCliCases],
  validate: ['validate', validateCases],
  crds: ['install/crds', crdCases],
  install: ['install', installCases],
  inject: ['inject', injectCases],
  'ztunnel-config': ['proxy-config', ztunnelConfigCases],
  'proxy-config': ['proxy-config', proxyConfigCases],
  'proxy-diff': ['proxy-config', proxyDiffCases],
  'proxy-status': ['proxy-config', proxyStatusCases],
  revisions: ['revisions', revisionCases],
  scan: ['scan', scanCases],
  vm: ['vm', vmCases],
  'gateway-api': ['gateway-api-status', gatewayApiCases],
};

/** Area to case to the reason why meshctl differs on purpose. */
type Exceptions = Readonly<Record<string, Readonly<Record<string, string>>>>;

const root = process.env.MESHCTL_CONFORMANCE ?? path.resolve('../shared/conformance');
const [wanted, ...filter] = process.argv.slice(2);
const exceptions = JSON.parse(readFileSync('testdata/conformance-exceptions.json', 'utf8')) as Exceptions;

let passed = 0;
let failed = 0;
for (const [name, [place, cases]] of Object.entries(areas)) {
  if (wanted !== undefined && wanted !== name) continue;
  const folder = path.join(root, place);
  if (!existsSync(folder)) {
    console.error(`error: no recorded cases in ${folder}`);
    process.exitCode = 2;
    continue;
  }
  await runArea(name, cases(folder, filter));
}
console.log(`conformance: ${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

async function runArea(name: string, outcomes: AsyncGenerator<Outcome>): Promise<void> {
  const excused = exceptions[name] ?? {};
  for await (const { id, mismatches } of outcomes) {
    const differs = mismatches.length > 0;
    if (differs === (excused[id] !== undefined)) {
      passed += 1;
      continue;
    }
    failed += 1;
    const words = differs ? mismatches : ['agrees now: remove it from testdata/conformance-exceptions.json'];
    console.log(`${name} ${id}\n${words.map((text) => `    ${text}`).join('\n')}`);
  }
}
