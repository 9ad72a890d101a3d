#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 11)) {
  process.stderr.write(
    `error: meshctl needs Node.js 20.11 or newer\n  cause: this is Node.js ${process.versions.node}\n  hint: install a current release from https://nodejs.org\n`,
  );
  process.exitCode = 2;
} else {
  import('../dist/cli/main.js').then(async ({ main, processIo }) => {
    process.exitCode = await main(process.argv.slice(2), processIo(process));
  });
}
