/** Whether the name of a variable or field says that its value is a secret. */
export const isSecretName = (name: string): boolean =>
  secretName.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[-.]/g, '_'));

const secretName =
  /(^|_)(passwords?|passwd|passphrase|secret|token|api_?key|private_?key|secret_?(access_?)?key|access_?token|auth_?token|client_?secret)$/i;

/**
 * Whether a text can be a secret by its form: no path, no address, no number or switch, no reference to something else
 * (`$(NAME)`, `${NAME}`, `{{ .name }}`, `%REQ(name)%`, `<name>`).
 */
export const isSecretValue = (value: string): boolean =>
  value.length >= 4 &&
  !/^([/.]|[a-z][a-z0-9+-]*:\/\/|-?[0-9.]+[a-z]?$|(true|false|none|null|yes|no|on|off)$)/i.test(value) &&
  !/[$%]\(|\$\{|\{\{|%[A-Z_]+[(%]|^<.*>$|^\*+$|^\$/.test(value);

/** Whether a text is a secret whatever it is called: a private key, a URL with a password, credentials of HTTP. */
export const holdsSecret = (text: string): boolean =>
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text) ||
  /\b[a-z][a-z0-9+-]*:\/\/[^\s/:@"'${]+:[^\s/:@"'${]{3,}@[\w[]/i.test(text) ||
  /\bBearer (?=[\w.~+/-]*\d)[\w.~+/-]{12,}/.test(text) ||
  isBasic(text);

/** Base64 of `user:password`. */
function isBasic(text: string): boolean {
  const [, encoded = ''] = /\bBasic ([A-Za-z0-9+/]{8,}={0,2})/.exec(text) ?? [];
  return Buffer.from(encoded, 'base64').toString('latin1').includes(':');
}
