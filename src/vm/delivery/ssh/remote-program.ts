/** What the program there says of itself; each line is followed by one of these. */
export const mark = 'meshctl-delivery:';

/** How the program there ends, when it is not for the sake of the install script. */
export const endings = { noFolder: 90, noSudo: 91, sudoRefused: 92, notUnpacked: 93 } as const;

/**
 * The program that receives a bundle: it says `ready`, unpacks what comes into a folder of its own, says `copied`, runs
 * the install script, says `ended` with its code, and removes the folder however it ends. One line without single
 * quotes, so that any login shell hands it on to sh.
 */
export function remoteProgram(sudo: boolean | undefined): string {
  const program = [
    'umask 077',
    'folder=$(mktemp -d)',
    `[ -n "$folder" ] || exit ${endings.noFolder}`,
    'trap "rm -rf \\"$folder\\"" EXIT',
    'trap "exit 129" HUP',
    'trap "exit 130" INT',
    'trap "exit 141" PIPE',
    'trap "exit 143" TERM',
    'as=',
    ...(sudo === false ? [] : sudoSteps(sudo === true)),
    `echo "${mark} ready"`,
    // Its last file is there only when all are.
    `cd "$folder" && tar -xomf - && [ -f bundle/complete ] || exit ${endings.notUnpacked}`,
    `echo "${mark} copied"`,
    'umask 022',
    '$as sh "$folder/bundle/install.sh" "$folder/bundle" 2>&1 </dev/null',
    'code=$?',
    `echo "${mark} ended $code"`,
    'exit $code',
  ];
  return `exec sh -c '${program.join('; ')}'`;
}

/** Steps that let `$as` run a program as root; asked before anything is done. */
export const sudoSteps = (always: boolean): string[] => [
  `if ${always ? 'true' : '[ "$(id -u)" -ne 0 ]'}; then as="sudo -n"; command -v sudo >/dev/null || exit ${endings.noSudo}; sudo -n sh -c : </dev/null || exit ${endings.sudoRefused}; fi`,
];
