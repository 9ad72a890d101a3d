import { isSecretName, marker, redact } from '../proxy/redact/index.ts';

/** A text without its secrets, and how many there were. */
export interface CleanText {
  readonly text: string;
  readonly count: number;
}

const privateKey = /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[^]*?(?:-----END [A-Z ]{0,20}PRIVATE KEY-----|$)/g;

/** What may be a setting: its name, what stands between, and its value, which may be quoted. */
const setting =
  /(["']?)(?<![\w.-])-{0,2}([A-Za-z][\w.-]*)\1(\s*[:=]\s*)(\[redacted\]|(?:Basic|Bearer|Digest)\s+[^\s"',;]+|"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"',;&}\])]+)/g;

/**
 * Takes secrets out of a text of several lines, such as a log or YAML: private keys, tokens and passwords, known by their
 * form or by the name of the setting. Of several in doubt, rather too much goes than too little.
 */
export function redactText(text: string): CleanText {
  let count = 0;
  const hide = (): string => {
    count += 1;
    return marker;
  };
  const lines = text.replace(privateKey, hide).split('\n');
  const clean = lines.map((line) => {
    const known = redact(line);
    count += known.count;
    const shown = typeof known.value === 'string' ? known.value : line;
    return shown.replace(setting, (found: string, _: string, name: string, sign: string, value: string) => {
      const startsLine = shown.trimStart().startsWith(found);
      if (!isSecret(name) || !mayBeSecret(value, { sign, startsLine })) return found;
      return found.slice(0, -value.length) + (/^["']/.test(value) ? `"${hide()}"` : hide());
    });
  });
  return { text: clean.join('\n'), count };
}

/** Besides what proxies have: the key of a client certificate in a kubeconfig, and keys of clouds. */
export function isSecret(name: string): boolean {
  return isSecretName(name) || /(client-key-data|private[_-]?key|access[_-]?key([_-]?id)?)$/i.test(name);
}

interface Around {
  readonly sign: string;
  /** Whether the setting is the first thing in its line, as in YAML. */
  readonly startsLine: boolean;
}

/** `token: expired` in the middle of a sentence tells no secret. */
function mayBeSecret(value: string, { sign, startsLine }: Around): boolean {
  if (value.includes(marker) || /^(?:["']{2}|[|>][+-]?|null|true|false)$/.test(value)) return false;
  const isSentence = sign.includes(':') && !startsLine && !/^["']/.test(value);
  return !isSentence || /\d/.test(value) || value.length >= 20 || /^(Basic|Bearer|Digest)\s/.test(value);
}
