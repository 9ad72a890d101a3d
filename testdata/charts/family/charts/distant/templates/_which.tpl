{{- define "which" }}distant{{ end }}
