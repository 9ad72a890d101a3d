import type { Json } from '../../resources/index.ts';
import { isSecretName } from './secret-name.ts';

/** What stands in the place of a secret, in Envoy's dumps too. */
export const marker = '[redacted]';
/** The same where bytes stand. */
export const markerBytes = Buffer.from(marker).toString('base64');

/** Finds secrets in texts by their form. */
export class TextRedactor {
  readonly #inJson: (value: Json) => Json;
  /** How many texts that are JSON stand around what is redacted. */
  #layers = 0;
  count = 0;

  /** `inJson` redacts the value of a text that is JSON, and gives the same one where there is nothing to redact. */
  constructor(inJson: (value: Json) => Json) {
    this.#inJson = inJson;
  }

  redact(text: string): string {
    if (/^\s*[[{]/.test(text) && text !== marker) return this.#json(text);
    if (text.startsWith(base64OfPem)) return this.#base64(text);
    return this.#plain(text);
  }

  /** JSON in a text: settings of Wasm plugins, key sets, annotations of pods. It keeps its form unless it has secrets. */
  #json(text: string): string {
    if (this.#layers === maxLayers || isDeep(text)) return this.#hidden();
    let value: Json;
    try {
      value = JSON.parse(text) as Json;
    } catch {
      return this.#plain(text);
    }
    this.#layers += 1;
    const clean = this.#inJson(value);
    this.#layers -= 1;
    return clean === value ? text : JSON.stringify(clean);
  }

  /** Of what cannot be looked through, nothing is shown. */
  #hidden(): string {
    this.count += 1;
    return marker;
  }

  #base64(text: string): string {
    const plain = Buffer.from(text, 'base64').toString('latin1');
    const clean = this.#plain(plain);
    return clean === plain ? text : Buffer.from(clean, 'latin1').toString('base64');
  }

  #plain(text: string): string {
    const setting = /^(-{0,2}([\w.-]+)=)(.+)$/s.exec(text);
    if (setting !== null && isSecretName(setting[2] ?? '') && setting[3] !== marker) {
      this.count += 1;
      return `${setting[1] ?? ''}${marker}`;
    }
    return this.#forms(text);
  }

  #forms(text: string): string {
    let clean = text;
    for (const { sign, pattern, by } of forms) {
      if (!clean.includes(sign)) continue;
      clean = clean.replace(pattern, (found, ...groups: unknown[]) => {
        const hidden = by(String(groups[0]));
        if (hidden !== found) this.count += 1;
        return hidden;
      });
    }
    return clean;
  }
}

/** JSON in a text in JSON, and how deeply each of them may be nested: beyond that, the stack would run out. */
const maxLayers = 4;
const maxDepth = 200;

function isDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > maxDepth) return true;
  }
  return false;
}

/** Of `-----`. */
const base64OfPem = 'LS0tLS';

interface Form {
  /** What a text must have for the pattern to be tried. */
  readonly sign: string;
  /** Its first group is what stays. */
  readonly pattern: RegExp;
  readonly by: (kept: string) => string;
}

const forms: readonly Form[] = [
  {
    sign: 'PRIVATE KEY-----',
    pattern: /-----BEGIN ([A-Z ]{0,20})PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,20}PRIVATE KEY-----|$)/gs,
    by: () => marker,
  },
  { sign: 'eyJ', pattern: /\b(eyJ)[\w-]+\.[\w-]+\.[\w-]*/g, by: () => marker },
  { sign: 'earer ', pattern: /\b([Bb]earer )(?!\[redacted\])[\w.~+/=-]+/g, by: (kept) => kept + marker },
  { sign: 'asic ', pattern: /^([Bb]asic )(?!\[redacted\])[\w.~+/=-]+$/g, by: (kept) => kept + marker },
  {
    sign: '@',
    pattern: /(:\/\/[^\s/:@]{0,200}:)(?!\[redacted\])[^\s/@]+(?=@)/g,
    by: (kept) => kept + marker,
  },
];
