/** Whether an address of a server means the machine of whoever uses it: istiod in another cluster cannot. */
export function isLoopback(server: string): boolean {
  if (!URL.canParse(server)) return false;
  const host = new URL(server).hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '0.0.0.0' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}
