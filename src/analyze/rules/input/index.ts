import { fragment } from './fragment.ts';
import { placeholder } from './placeholder.ts';
import { redefined } from './redefined.ts';

export const inputRules = [fragment, placeholder, redefined];
