/** How a VM fails: what one sees on it and in istiod. Observed with Istio 1.31; worded by cause, not by log line. */
export const failures = {
  agentExits: 'the agent ends as soon as it starts, and its unit starts it again and again',
  scriptFails: 'the start script stops at this file, or runs parts of it as commands',
  unknownAuthority:
    'the agent does not trust istiod (x509: unknown authority) and tries for ever; istiod logs nothing',
  unauthenticated:
    'istiod refuses to issue a certificate (Unauthenticated) for ever; its log names each authenticator and why',
  otherIdentity:
    'the VM gets a certificate of another identity than it claims, and istiod sends it no configuration (PermissionDenied)',
  noLookup: 'the agent cannot find istiod by name (Unavailable, a failed DNS lookup) and tries for ever',
  noDial: 'the agent reaches nothing at that address (Unavailable, a failed dial) and tries for ever',
  noIpName: 'the agent refuses the certificate of istiod, which names no IP addresses (x509: no IP SANs)',
  noCaPort: 'no certificate is issued (Unavailable), though istiod sees the VM connect',
  silentlyUnready: 'the certificate is issued, nothing is logged, and the VM never becomes ready',
  notRegistered: 'istiod refuses the connection (FailedPrecondition): there is no such group',
  onDefaults: 'the agent starts with built-in settings: no health probe, nothing of the mesh config',
  wrongCapture: 'traffic rules are not as they should be: set up fails, or redirects what it should not',
  wrongLabels: 'services, policies and metrics do not know the VM by what it is',
  unreachable: 'nobody in the mesh reaches the VM: it is registered under an address that is none',
  unhealthy: 'the VM is never reported healthy, and gets no traffic',
  stolen: 'who can read the file can join the mesh as this VM',
  replaced: 'who can write there can make the VM trust or join another mesh',
  later: 'works now, and stops working then',
  none: 'works, but not as it looks',
} as const;
