{{- define "which" }}near{{ end }}
