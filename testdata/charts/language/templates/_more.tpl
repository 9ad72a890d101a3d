{{- define "twice" }}from _more{{ end }}
{{- define "blank" }}
{{- end }}
