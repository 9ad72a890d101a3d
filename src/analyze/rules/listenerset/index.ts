import { classRule } from './class.ts';
import { notAllowed } from './not-allowed.ts';
import { parentNotFound } from './parent-not-found.ts';

export const listenerSetRules = [notAllowed, classRule, parentNotFound];
