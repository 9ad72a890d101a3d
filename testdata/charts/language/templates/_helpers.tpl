{{- define "language.name" }}{{ .Chart.Name | trunc 63 | trimSuffix "-" }}{{ end -}}
{{- define "language.labels" }}
app: {{ include "language.name" . }}
chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | quote }}
{{- range $key, $value := .Values.labels }}
{{ $key }}: {{ $value | quote }}
{{- end }}
{{- end }}
{{- define "twice" }}from _helpers{{ end }}
{{- define "blank" }}kept{{ end }}
{{- define "count" }}{{ if gt (int .) 0 }}{{ . }} {{ include "count" (sub (int .) 1) }}{{ else }}lift off{{ end }}{{ end }}
