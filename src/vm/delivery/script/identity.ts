/** What the start script of the package needs to be told, and certificates that belong to somebody else. */
export const identity = String.raw`
# sets VARIABLE: the settings of the bundle or of the administrator name it.
sets() {
  grep -Eqs "^(export )?$1=" "$folder/cluster.env" "$root/var/lib/istio/envoy/sidecar.env"
}

# Unless told otherwise, the start script and the agent look for istiod in istio-system.
compose_environment() {
  doing='preparing cluster.env'
  cat "$folder/cluster.env" >"$scratch/cluster.env"
  istiod=$(awk 'NF > 1 { print $2; exit }' "$folder/hosts")
  case $istiod in
    istiod.istio-system.svc) ;;
    istiod.*.svc)
      if ! sets CA_ADDR && ! sets PILOT_ADDRESS && ! sets ISTIO_SYSTEM_NAMESPACE; then
        printf "CA_ADDR='%s:15012'\n" "$istiod" >>"$scratch/cluster.env"
        grep -q 'discoveryAddress:' "$folder/mesh.yaml" ||
          printf "PILOT_ADDRESS='%s:15012'\n" "$istiod" >>"$scratch/cluster.env"
        note "cluster.env does not say where istiod is: it is told to be $istiod:15012"
      fi
      ;;
  esac
  if grep -Eqs "^(export )?PROV_CERT=(''|\"\")?\$" "$folder/cluster.env" "$root/var/lib/istio/envoy/sidecar.env"; then
    note 'PROV_CERT is empty: the agent will need a valid token whenever its certificate is renewed'
  fi
}

identity_in() {
  grep -E '^(ISTIO_NAMESPACE|SERVICE_ACCOUNT)=' "$1" | tr -d "'\"" | sort
}

# With a certificate of another service account the agent is refused.
set_identity_aside() {
  doing='comparing the identity with the one before'
  before=$root/var/lib/istio/envoy/cluster.env
  [ -f "$before" ] && [ -f "$root/etc/certs/cert-chain.pem" ] || return 0
  [ "$(identity_in "$before")" != "$(identity_in "$folder/cluster.env")" ] || return 0
  note 'this machine had another identity before: its certificate is set aside'
  for place in /etc/certs/key.pem /etc/certs/cert-chain.pem; do
    [ -f "$root$place" ] || continue
    doing="renaming $root$place"
    if [ "$dry_run" = no ]; then
      remember "$place.old"
      mv -f "$root$place" "$root$place.old"
    fi
    did 'set aside' "$place"
  done
}
`;
