import type { Static } from 'typebox';
import type { TrafficExtensionSpec } from '../../api/traffic-extension.ts';
import { errorRule, type Check, type RuleInfo } from '../rule.ts';
import { checkTargets } from '../values/targets.ts';
import { checkTrafficSelectors } from './traffic-selectors.ts';
import { checkWasmModule } from './wasm-module.ts';

const oneOf = errorRule({
  slug: 'trafficextension/one-of',
  summary: 'An extension is either a Wasm module or a Lua script.',
  message: () => 'set exactly one of `wasm` and `lua`',
});

const lua = errorRule({
  slug: 'trafficextension/lua',
  summary: 'A Lua script has 1 to 65536 bytes.',
  message: ({ bytes }: { bytes: number }) => `the script has ${bytes} bytes; 1 to 65536 are allowed`,
});

export const trafficExtensionRules: readonly RuleInfo[] = [oneOf, lua];

/** The rules of Istio for a TrafficExtension. */
export const checkTrafficExtension: Check<Static<typeof TrafficExtensionSpec>> = (spec, { report }) => {
  checkTargets(spec, ['spec'], report);
  if ((spec.wasm === undefined) === (spec.lua === undefined)) report(oneOf, ['spec'], {});
  if (spec.wasm !== undefined) checkWasmModule(spec.wasm, ['spec', 'wasm'], report);
  if (spec.lua !== undefined) {
    const bytes = Buffer.byteLength(spec.lua.inlineCode ?? '');
    if (bytes < 1 || bytes > 65536) report(lua, ['spec', 'lua', 'inlineCode'], { bytes });
  }
  checkTrafficSelectors(spec.match, ['spec', 'match'], report);
};
