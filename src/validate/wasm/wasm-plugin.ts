import type { Static } from 'typebox';
import type { WasmPluginSpec } from '../../api/wasm-plugin.ts';
import type { Check, RuleInfo } from '../rule.ts';
import { checkTargets } from '../values/targets.ts';
import { checkTrafficSelectors, trafficSelectorRules } from './traffic-selectors.ts';
import { checkWasmModule, wasmModuleRules } from './wasm-module.ts';

export const wasmPluginRules: readonly RuleInfo[] = [...wasmModuleRules, ...trafficSelectorRules];

/** The rules of Istio for a WasmPlugin. */
export const checkWasmPlugin: Check<Static<typeof WasmPluginSpec>> = (spec, { report }) => {
  checkTargets(spec, ['spec'], report);
  checkWasmModule(spec, ['spec'], report);
  checkTrafficSelectors(spec.match, ['spec', 'match'], report);
};
