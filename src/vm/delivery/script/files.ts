/** Folders and files, each written beside its place and moved there. */
export const files = String.raw`
install_files() {
  remember_certificates
  for place in /var/lib/istio /var/lib/istio/envoy /var/lib/istio/proxy /var/lib/istio/config /etc/certs \
    /var/run/secrets; do
    make_folder "$place" 755
  done
  if [ -e "$root/etc/istio" ]; then
    make_folder /etc/istio/proxy 755
    make_folder /etc/istio/config 755
  else
    link_settings
  fi
  make_folder /var/run/secrets/tokens 700
  compose_environment
  set_identity_aside
  install_file "$folder/root-cert.pem" /etc/certs/root-cert.pem 644
  install_certificate
  if [ -s "$folder/istio-token" ]; then
    install_file "$folder/istio-token" /var/run/secrets/tokens/istio-token 600
  elif [ ! -f "$folder/key.pem" ]; then
    note 'istio-token is empty: the agent needs a certificate that it can start with'
  fi
  install_file "$scratch/cluster.env" /var/lib/istio/envoy/cluster.env 644
  install_file "$folder/mesh.yaml" /etc/istio/config/mesh 644
}

# The agent puts later certificates in the place of this one: it is installed when the bundle has another one than last time.
install_certificate() {
  [ -f "$folder/key.pem" ] || return 0
  if cmp -s "$folder/cert-chain.pem" "$root$given" && [ -f "$root/etc/certs/key.pem" ] &&
    [ -f "$root/etc/certs/cert-chain.pem" ]; then
    keep /etc/certs/key.pem
    keep /etc/certs/cert-chain.pem
    return
  fi
  install_file "$folder/key.pem" /etc/certs/key.pem 600
  install_file "$folder/cert-chain.pem" /etc/certs/cert-chain.pem 600
  install_file "$folder/cert-chain.pem" "$given" 644 root
}

# The package has this link, too.
link_settings() {
  doing="making the link $root/etc/istio"
  if [ "$dry_run" = no ]; then
    make_parent /etc
    remember /etc/istio
    ln -s ../var/lib/istio "$root/etc/istio"
  fi
  did made /etc/istio
}

# make_folder PLACE MODE: a folder of the agent. The mode of one that is there is left alone.
make_folder() {
  doing="making the folder $root$1"
  if [ -d "$root$1" ]; then
    settle_owner "$1"
    return
  fi
  if [ "$dry_run" = yes ]; then
    did made "$1/"
    return
  fi
  make_parent "$(dirname "$1")"
  remember "$1/"
  mkdir -m "$2" "$root$1"
  [ -z "$owner" ] || chown "$owner" "$root$1"
  did made "$1/"
}

make_parent() {
  [ ! -d "$root$1" ] || return 0
  make_parent "$(dirname "$1")"
  remember "$1/"
  mkdir "$root$1"
}

settle_owner() {
  [ -n "$owner" ] && [ "$(stat -L -c %u:%g "$root$1")" != "$owner" ] || return 0
  [ "$dry_run" = yes ] || chown "$owner" "$root$1"
  did 'changed the owner of' "$1"
}

# install_file SOURCE PLACE MODE [root]: by default a file of the agent.
install_file() {
  doing="writing $root$2"
  wanted=$owner
  if [ $# -gt 3 ] && [ -n "$owner" ]; then wanted=0:0; fi
  [ ! -d "$root$2" ] || stop "$root$2 is a folder, where a file belongs: remove it; $changed changed before"
  if [ -f "$root$2" ] && cmp -s "$1" "$root$2"; then
    settle_file "$2" "$3"
    return
  fi
  if [ "$dry_run" = no ]; then
    make_parent "$(dirname "$2")"
    remember "$2"
    put_file "$1" "$2" "$3"
  fi
  did wrote "$2"
}

put_file() {
  draft=$(mktemp "$root$2.XXXXXX")
  cat "$1" >"$draft"
  chmod "$3" "$draft"
  [ -z "$wanted" ] || chown "$wanted" "$draft"
  mv -f "$draft" "$root$2"
  draft=''
  [ -n "$root" ] || ! command -v restorecon >/dev/null || restorecon "$2" || :
}

# settle_file PLACE MODE: the agent itself makes its files readable for itself alone, which is as good.
settle_file() {
  mode=$(stat -L -c %a "$root$1")
  owned=$(stat -L -c %u:%g "$root$1")
  if { [ "$mode" = "$2" ] || [ "$mode" = 600 ]; } && { [ -z "$wanted" ] || [ "$owned" = "$wanted" ]; }; then
    keep "$1"
    return
  fi
  if [ "$dry_run" = no ]; then
    chmod "$2" "$root$1"
    [ -z "$wanted" ] || chown "$wanted" "$root$1"
  fi
  did 'changed owner or mode of' "$1"
}

# remember PLACE: what --uninstall is to remove; a folder ends with a slash.
remember() {
  [ ! -f "$root$list" ] || ! grep -qxF -- "$1" "$root$list" || return 0
  mkdir -p "$root$(dirname "$list")"
  printf '%s\n' "$1" >>"$root$list"
}

# What the agent gets for this identity goes with it, unless it was there before.
remember_certificates() {
  doing="keeping a list in $root$list"
  [ "$dry_run" = no ] && [ ! -f "$root$list" ] || return 0
  for place in /etc/certs/key.pem /etc/certs/cert-chain.pem; do
    [ -e "$root$place" ] || remember "$place"
  done
}
`;
