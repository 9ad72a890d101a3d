/**
 * Whether a name has the form of the server names that Istio makes up for gateways that pass TLS through:
 * `outbound_.<port>_.<subset>_.<host>`. Istio asks only for a digit in the port and a letter in the host.
 */
export function isGeneratedSni(name: string): boolean {
  const [direction, port = '', , host = '', ...rest] = name.split('_');
  const complete = name.length <= 255 && (host !== '' || rest.length > 0);
  return direction === 'outbound' && complete && /\d/.test(port) && /[a-zA-Z]/.test(host);
}
