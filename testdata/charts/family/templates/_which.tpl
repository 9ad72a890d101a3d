{{- define "which" }}parent{{ end }}
