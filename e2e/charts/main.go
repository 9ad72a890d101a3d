// Renders charts with Helm's own engine: cases as JSON, one a line, on standard input; what comes out, one a line, on
// standard output.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"

	"helm.sh/helm/v3/pkg/chart"
	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
	k8syaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

type testCase struct {
	Chart     string         `json:"chart"`
	Values    map[string]any `json:"values"`
	Namespace string         `json:"namespace"`
	KubeMinor int            `json:"kubeMinor"`
}

type result struct {
	// Output is a list of objects, as JSON.
	Output string `json:"output"`
	Error  string `json:"error"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<26)
	answers := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var each testCase
		if err := json.Unmarshal(lines.Bytes(), &each); err != nil {
			panic(err)
		}
		answer := result{}
		if objects, err := render(each); err != nil {
			answer.Error = err.Error()
		} else if text, err := json.Marshal(objects); err != nil {
			answer.Error = err.Error()
		} else {
			answer.Output = string(text)
		}
		if err := answers.Encode(answer); err != nil {
			panic(err)
		}
	}
}

func render(each testCase) ([]any, error) {
	loaded, err := loader.Load(each.Chart)
	if err != nil {
		return nil, err
	}
	if each.Values == nil {
		each.Values = map[string]any{}
	}
	if err := chartutil.ProcessDependencies(loaded, each.Values); err != nil {
		return nil, err
	}
	capabilities := chartutil.DefaultCapabilities.Copy()
	capabilities.KubeVersion = chartutil.KubeVersion{
		Version: fmt.Sprintf("v1.%d.0", each.KubeMinor),
		Major:   "1",
		Minor:   fmt.Sprint(each.KubeMinor),
	}
	release := chartutil.ReleaseOptions{Name: "istio", Namespace: each.Namespace, Revision: 1, IsInstall: true}
	values, err := chartutil.ToRenderValues(loaded, each.Values, release, capabilities)
	if err != nil {
		return nil, err
	}
	files, err := engine.Render(loaded, values)
	if err != nil {
		return nil, err
	}
	return objectsOf(loaded, files)
}

// objectsOf parses what came out, but for notes, and adds the definitions.
func objectsOf(loaded *chart.Chart, files map[string]string) ([]any, error) {
	var names []string
	for name := range files {
		if !strings.HasSuffix(name, "NOTES.txt") {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	objects := []any{}
	for _, name := range names {
		more, err := parse([]byte(files[name]))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		objects = append(objects, more...)
	}
	for _, each := range loaded.CRDObjects() {
		more, err := parse(each.File.Data)
		if err != nil {
			return nil, err
		}
		objects = append(objects, more...)
	}
	return objects, nil
}

func parse(text []byte) ([]any, error) {
	objects := []any{}
	documents := k8syaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(text)))
	for {
		document, err := documents.Read()
		if errors.Is(err, io.EOF) {
			return objects, nil
		}
		if err != nil {
			return nil, err
		}
		var object any
		if err := yaml.Unmarshal(document, &object); err != nil {
			return nil, err
		}
		if object != nil {
			objects = append(objects, object)
		}
	}
}
