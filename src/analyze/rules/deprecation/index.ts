import type { AnalysisRule } from '../../rule.ts';
import { egressProxy } from './egress-proxy.ts';
import { faultPercent } from './fault-percent.ts';
import { lightstep } from './lightstep.ts';
import { removedCrd } from './removed-crd.ts';

export const deprecationRules: readonly AnalysisRule[] = [faultPercent, egressProxy, removedCrd, lightstep];
