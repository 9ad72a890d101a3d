{{- define "shapes.square" }}{{ mul . . }}{{ end }}
