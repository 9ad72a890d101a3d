import { TemplateFault } from '../template-fault.ts';
import { goFunction } from '../values/go-function.ts';
import type { GoFunction } from '../values/go-value.ts';
import { dates } from './dates.ts';
import { defaults } from './defaults.ts';
import { dicts } from './dicts.ts';
import { encoding } from './encoding.ts';
import { lists } from './lists.ts';
import { environment, notOffered } from './not-offered.ts';
import { numbers } from './numbers.ts';
import { paths } from './paths.ts';
import { randomness } from './randomness.ts';
import { reflection } from './reflection.ts';
import { regex } from './regex.ts';
import { semvers } from './semvers.ts';
import { strings } from './strings.ts';
import { urls } from './urls.ts';
import { words } from './words.ts';

/** The text functions of sprig v3: https://masterminds.github.io/sprig/ */
export const sprigFunctions: Readonly<Record<string, GoFunction>> = {
  ...defaults,
  ...strings,
  ...words,
  ...lists,
  ...dicts,
  ...numbers,
  ...encoding,
  ...regex,
  ...reflection,
  ...dates,
  ...paths,
  ...urls,
  ...semvers,
  ...randomness,
  ...environment,
  ...notOffered,
  hello: goFunction([], () => 'Hello!'),
  fail: goFunction(['string'], (message) => {
    throw new TemplateFault(message);
  }),
};
