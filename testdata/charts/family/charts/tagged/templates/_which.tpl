{{- define "which" }}tagged{{ end }}
