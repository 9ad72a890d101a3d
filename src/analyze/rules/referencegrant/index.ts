import { missing } from './missing.ts';
import { withoutEffect } from './without-effect.ts';

export const referenceGrantRules = [missing, withoutEffect];
