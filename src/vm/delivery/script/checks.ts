/** What must be so before anything is written. */
export const checks = String.raw`
check_machine() {
  for tool in awk cat chmod chown cmp dirname grep id mkdir mktemp mv rm rmdir sed sort stat; do
    command -v "$tool" >/dev/null || stop "this machine has no $tool, which is needed; nothing was changed"
  done
  if [ -z "$root" ] && [ "$(id -u)" -ne 0 ]; then
    stop 'only root may install: run it with sudo; nothing was changed'
  fi
  [ -z "$root" ] || [ -d "$root" ] || stop "there is no folder $root; nothing was changed"
  if [ "$start" = yes ] && [ "$dry_run" = no ] && ! systemd_runs; then
    stop 'systemd does not run here: leave --start away, or give meshctl --no-start, and start istio-start.sh by other means; nothing was changed'
  fi
  scratch=$(mktemp -d)
  find_owner
  [ "$uninstall" = yes ] || check_package
}

systemd_runs() {
  [ -z "$root" ] && [ -d /run/systemd/system ] && command -v systemctl >/dev/null
}

# The agent runs as istio-proxy and must be able to write its certificates. Numbers, since an image has its own users.
find_owner() {
  owner=''
  [ "$(id -u)" -eq 0 ] || return 0
  [ ! -r "$root/etc/passwd" ] || owner=$(awk -F: '$1 == "istio-proxy" { print $3 ":" $4; exit }' "$root/etc/passwd")
}

check_package() {
  missing=''
  for program in pilot-agent envoy istio-start.sh; do
    [ -x "$root/usr/local/bin/$program" ] || missing="$missing, $program in /usr/local/bin"
  done
  [ -n "$owner" ] || [ "$(id -u)" -ne 0 ] || missing="$missing, user istio-proxy"
  [ -n "$missing" ] || return 0
  missing="there is no $(printf '%s' "$missing" | sed 's/^, //; s/, / and no /g')"
  if [ "$files_only" = no ]; then
    stop "the package istio-sidecar is missing ($missing): install the one of the version of your control plane first, or give --files-only; nothing was changed"
  fi
  note "the package istio-sidecar is missing ($missing): install it, then run this again"
}

check_bundle() {
  for name in cluster.env mesh.yaml root-cert.pem; do
    [ -s "$folder/$name" ] || stop "$folder has no $name, or it is empty; nothing was changed"
  done
  for name in hosts istio-token; do
    [ -f "$folder/$name" ] || stop "$folder has no $name; nothing was changed"
  done
  if [ -f "$folder/key.pem" ] || [ -f "$folder/cert-chain.pem" ]; then
    if [ ! -s "$folder/key.pem" ] || [ ! -s "$folder/cert-chain.pem" ]; then
      stop "$folder has only one of key.pem and cert-chain.pem; nothing was changed"
    fi
  fi
  carriage_return=$(printf '\r')
  for name in cluster.env hosts; do
    if grep -q "$carriage_return" "$folder/$name"; then
      stop "$name has the line ends of Windows, with which the agent does not start; nothing was changed"
    fi
  done
  grep -q '^-----BEGIN CERTIFICATE-----' "$folder/root-cert.pem" ||
    stop 'root-cert.pem holds no certificate; nothing was changed'
  if grep -Evq '^([0-9]+[.][0-9.]+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*) [A-Za-z0-9.-]+$' "$folder/hosts"; then
    stop 'hosts has a line that is not an address and a name; nothing was changed'
  fi
  check_hosts
}
`;
