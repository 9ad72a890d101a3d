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
  lockedOut:
    'istiod does not take the certificate; without a valid token it is refused (Unauthenticated) for ever',
  badProof: 'the VM cannot prove who it is: nobody in the mesh accepts its certificate',
  notStarted: 'there is nothing to start, or it ends at once',
  notRunning: 'the VM is not in the mesh, and if traffic is redirected it reaches nobody',
  notReady: 'the mesh sends the VM no traffic until its agent is ready',
  notConfigured: 'the VM goes on with what it knew, and hears of no change in the mesh',
  portsTaken: 'the agent or its Envoy cannot listen there, and ends or stays unready',
  wrongClock: 'certificates that are good count as expired, or as not valid yet: connections fail',
  unkept: 'the agent cannot keep its certificate: after a restart it needs a valid token again',
  unread: 'the agent cannot read the file, as if it were not there',
  notAfterRestart: 'once the machine is started anew, it is not in the mesh',
  unseen: 'whether the agent works is not known',
  later: 'works now, and stops working then',
  none: 'works, but not as it looks',
} as const;
