const suites = new Set([
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-SHA',
  'ECDHE-RSA-AES128-SHA',
  'ECDHE-ECDSA-AES256-SHA',
  'ECDHE-RSA-AES256-SHA',
  'AES128-GCM-SHA256',
  'AES256-GCM-SHA384',
  'AES128-SHA',
  'AES256-SHA',
  'DES-CBC3-SHA',
  'ALL',
]);

const name = /^[\p{L}\p{N}]/u;

/**
 * Whether Istio hands a cipher suite on to Envoy, which knows them by the names of OpenSSL; those of TLS 1.3 cannot be
 * chosen. Operators such as `-ALL` and groups such as `[A|B]` pass unread.
 */
export const isCipherSuite = (suite: string): boolean => !name.test(suite) || suites.has(suite);
