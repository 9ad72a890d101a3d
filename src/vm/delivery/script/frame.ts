/** Flags, messages and how it ends. */
export const frame = String.raw`root=''
folder=''
list=/var/lib/meshctl/vm-installed
# The certificate that the last bundle brought.
given=/var/lib/meshctl/vm-certificate

changed=0
kept=0
scratch=''
draft=''
doing=''

usage() {
  cat <<'END'
usage: sh install.sh [flags] [folder]

Installs cluster.env, hosts, istio-token, mesh.yaml and root-cert.pem from the folder (default: the one this script is
in). What is there already and right is left as it is.

  --files-only   install though the package istio-sidecar is missing
  --service      let systemd start the agent with the machine and whenever it ends
  --start        start the agent, or restart it when something changed
  --dry-run      only say what would be done
  --uninstall    remove what was installed
  --root FOLDER  take FOLDER for /, such as that of an image
END
}

read_arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
      --files-only) files_only=yes ;;
      --service) service=yes ;;
      --start) start=yes ;;
      --dry-run) dry_run=yes ;;
      --uninstall) uninstall=yes ;;
      --root)
        [ $# -gt 1 ] || bad_usage '--root needs a folder'
        root=$2
        shift
        ;;
      --help)
        usage
        exit 0
        ;;
      -*) bad_usage "there is no flag $1" ;;
      *)
        [ -z "$folder" ] || bad_usage "one folder is enough, there is $1 too"
        folder=$1
        ;;
    esac
    shift
  done
  [ -n "$folder" ] || folder=$(dirname -- "$0")
  case $folder in /*) ;; *) folder=./$folder ;; esac
  case $root in
    '' | /) root='' ;;
    /*) ;;
    *) root=./$root ;;
  esac
}

bad_usage() {
  say "install: $1; see --help" >&2
  exit 2
}

say() {
  printf '%s\n' "$*"
}

stop() {
  doing=''
  say "install: $1" >&2
  exit 1
}

# did WHAT PLACE: something was changed, or would have been.
did() {
  changed=$((changed + 1))
  if [ "$dry_run" = no ]; then
    say "$1 $root$2"
  else
    case $1 in wrote) say "would have written $root$2" ;; *) say "would have $1 $root$2" ;; esac
  fi
}

keep() {
  kept=$((kept + 1))
  say "left $root$1 as it is"
}

note() {
  say "note: $1"
}

summary() {
  if [ "$changed" -eq 0 ]; then
    say "done: nothing to do, $kept left as they are"
  elif [ "$dry_run" = yes ]; then
    say "done: nothing written, $changed would have changed, $kept left as they are"
  else
    say "done: $changed changed, $kept left as they are"
  fi
}

finish() {
  code=$?
  trap - EXIT
  [ -z "$draft" ] || rm -f -- "$draft"
  [ -z "$scratch" ] || rm -rf -- "$scratch"
  if [ "$code" -ne 0 ] && [ -n "$doing" ]; then
    say "install: stopped while $doing; $changed changed before. When that is mended, run it again: it goes on from there" >&2
  fi
  exit "$code"
}

trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 141' PIPE
trap 'exit 143' TERM
`;
