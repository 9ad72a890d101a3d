import { describe, expect, test } from 'vitest';
import { run as runWith } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

async function run(
  argv: readonly string[],
  files: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
) {
  const folder = await temporaryFolder({ '.git/HEAD': '', ...files });
  const result = await runWith(['config', ...argv], { cwd: folder, env: { HOME: `${folder}/home`, ...env } });
  return { ...result, out: result.out.replaceAll(folder, '/tree') };
}

describe('config view', () => {
  const files = {
    'meshctl.yaml': 'defaults:\n  color: never\nconfig:\n  view:\n    origin: true\n',
    'home/.config/meshctl/config.yaml': 'version:\n  output: short\n',
  };

  test('shows the values of one command', async () => {
    const { code, out, err } = await run(['view', 'version'], files);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^COMMAND +SETTING +VALUE +ORIGIN$/m);
    expect(out).toMatch(/^version +output +short +\/tree\/home\/.config\/meshctl\/config.yaml:2:11$/m);
    expect(out).toMatch(/^version +timeout +10s +default$/m);
  });

  test('shows those of every command in a group, and no origin unless asked', async () => {
    expect((await run(['view', 'config'])).out).toBe(
      'COMMAND      SETTING  VALUE\nconfig view  output   table\nconfig path  output   table\n',
    );
  });

  test('begins with the global flags', async () => {
    expect((await run(['view'], files, { MESHCTL_VERBOSE: '1' })).out).toMatch(
      /^COMMAND +SETTING +VALUE +ORIGIN\ndefaults +color +never +meshctl\.yaml:2:10\ndefaults +verbose +1 +MESHCTL_VERBOSE\n/,
    );
  });

  test('-o json always has the origins', async () => {
    const document: unknown = JSON.parse((await run(['view', '-o', 'json', 'version'], files)).out);
    expect(document).toMatchObject({ apiVersion: 'meshctl.dev/v1', kind: 'SettingList' });
    const { settings } = document as { settings: unknown[] };
    const at = '/tree/home/.config/meshctl/config.yaml:2:11';
    expect(settings).toContainEqual({
      command: 'version',
      name: 'output',
      value: 'short',
      origin: 'user',
      at,
    });
    expect(settings).toContainEqual({ command: 'version', name: 'remote', value: true, origin: 'default' });
  });

  test('refuses a wrong name in the section of any command', async () => {
    expect(await run(['view'], { 'meshctl.yaml': 'version:\n  ouptut: json\n' })).toEqual({
      code: 2,
      out: '',
      err: 'error: meshctl.yaml:2:3: version has no setting "ouptut"\n  hint: did you mean output?\n',
    });
  });

  test('passes over what the file says of findings', async () => {
    const text = 'severity: {IST0101: off}\nignore: [{rule: IST0101, reason: x}]\nversion: {output: short}\n';
    const { code, out, err } = await run(['view', 'version'], { 'meshctl.yaml': text });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^version +output +short$/m);
    expect(out).not.toMatch(/severity|ignore/);
  });

  test('refuses a command that does not exist', async () => {
    expect(await run(['view', 'versoin'])).toMatchObject({ code: 2, out: '' });
  });

  test('tells of variables that are no settings', async () => {
    expect((await run(['view', 'version'], {}, { MESHCTL_OUPUT: 'json', MESHCTL_DEBUG: '0' })).err).toBe(
      'warning: MESHCTL_OUPUT is no setting; did you mean MESHCTL_OUTPUT?\n',
    );
  });
});

describe('config path', () => {
  test('shows which files count and which of them exist', async () => {
    expect(await run(['path'], { 'meshctl.yaml': '' })).toEqual({
      code: 0,
      out: 'KIND     FOUND  PATH\nproject  yes    /tree/meshctl.yaml\nuser     no     /tree/home/.config/meshctl/config.yaml\n',
      err: '',
    });
  });

  test('-o name prints the paths of those that exist', async () => {
    expect((await run(['path', '-o', 'name'], { 'meshctl.yaml': '' })).out).toBe('/tree/meshctl.yaml\n');
  });

  test('-o json is the versioned document', async () => {
    expect(
      JSON.parse((await run(['path', '-o', 'json', '--config', 'a.yaml'], { 'a.yaml': '' })).out),
    ).toEqual({
      apiVersion: 'meshctl.dev/v1',
      kind: 'ConfigFileList',
      files: [{ kind: 'flag', path: '/tree/a.yaml', exists: true }],
    });
  });

  test('--no-config leaves none', async () => {
    expect((await run(['path', '--no-config'], { 'meshctl.yaml': '' })).out).toBe('KIND  FOUND  PATH\n');
  });
});
