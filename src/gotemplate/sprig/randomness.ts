import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { TemplateFault } from '../template-fault.ts';
import { contextFunction, goFunction } from '../values/go-function.ts';
import { GoInt, type GoFunction } from '../values/go-value.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(i + 32)).join('');

/** https://masterminds.github.io/sprig/strings.html: what comes out differently each time */
export const randomness: Readonly<Record<string, GoFunction>> = {
  randAlpha: randomText(letters),
  randAlphaNum: randomText(letters + digits),
  randNumeric: randomText(digits),
  randAscii: randomText(ascii),
  randBytes: contextFunction(['int'], ({ allow }, count) => {
    allow(count);
    return randomBytes(count).toString('base64');
  }),
  randInt: goFunction(['int', 'int'], (low, high) => {
    if (high <= low) throw new TemplateFault(`there is no number from ${low} to below ${high}`);
    return new GoInt(randomInt(low, high));
  }),
  uuidv4: goFunction([], () => randomUUID()),
  shuffle: goFunction(['string'], shuffled),
};

function randomText(characters: string): GoFunction {
  return contextFunction(['int'], ({ allow }, count) => {
    if (count < 0) throw new TemplateFault('a text has no negative length');
    allow(count);
    return Array.from({ length: count }, () => characters.charAt(randomInt(characters.length))).join('');
  });
}

function shuffled(text: string): string {
  const rest = Array.from(text);
  let result = '';
  while (rest.length > 0) result += rest.splice(randomInt(rest.length), 1).join('');
  return result;
}
