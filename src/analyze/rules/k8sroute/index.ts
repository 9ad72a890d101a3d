import { fieldIgnored } from './field-ignored.ts';
import { filter } from './filter.ts';
import { hostnameNotServed } from './hostname-not-served.ts';
import { hostnameUnused } from './hostname-unused.ts';
import { listenerNotFound } from './listener-not-found.ts';
import { notAdmitted } from './not-admitted.ts';
import { parentKind } from './parent-kind.ts';
import { parentNotFound } from './parent-not-found.ts';
import { regex } from './regex.ts';
import { ruleShadowed } from './rule-shadowed.ts';

export const kubernetesRouteRules = [
  parentNotFound,
  parentKind,
  listenerNotFound,
  hostnameNotServed,
  hostnameUnused,
  notAdmitted,
  filter,
  fieldIgnored,
  ruleShadowed,
  regex,
];
