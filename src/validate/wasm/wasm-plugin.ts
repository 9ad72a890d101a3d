import type { Static } from 'typebox';
import type { WasmPluginSpec } from '../../api/wasm-plugin.ts';
import type { Check } from '../rule.ts';
import { checkTargets } from '../values/targets.ts';
import { checkTrafficSelectors, checkWasmModule } from './wasm-module.ts';

/** The rules of Istio for a WasmPlugin. */
export const checkWasmPlugin: Check<Static<typeof WasmPluginSpec>> = (spec, context) => {
  checkTargets(spec, ['spec'], context.report);
  checkWasmModule(spec, ['spec'], context.report);
  checkTrafficSelectors(spec.match, ['spec', 'match'], context.report);
};
