{{- define "istiod.name" }}istiod{{ with .Values.revision }}-{{ . }}{{ end }}{{ end }}
