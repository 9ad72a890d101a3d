/**
 * A program for Node.js that stands for agent, Envoy and istiod on one machine: it answers what `answers.json` beside it
 * says at ports 15000 and 15021, and speaks TLS at 15012 with `istiod.crt` and `istiod.key`. It runs as istio-proxy.
 */
export const agentProgram = `import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:tls';
const here = (name) => new URL(name, import.meta.url);
const answers = JSON.parse(readFileSync(here('answers.json'), 'utf8'));
const tls = createTlsServer({ cert: readFileSync(here('istiod.crt')), key: readFileSync(here('istiod.key')) });
tls.on('tlsClientError', () => undefined);
tls.on('secureConnection', (socket) => socket.on('error', () => undefined).end());
tls.listen(15012, '127.0.0.1');
const [uid, gid] = process.argv.slice(2).map(Number);
process.setgroups([]);
process.setgid(gid);
process.setuid(uid);
let left = 2;
for (const port of [15000, 15021])
  createServer((request, response) => {
    const { status, body } = answers[port + request.url] ?? { status: 404, body: '' };
    response.writeHead(status).end(body);
  }).listen(port, '127.0.0.1', () => (left -= 1) || process.stdout.write('listening\\n'));
`;
