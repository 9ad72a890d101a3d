// Renders templates with Go's own text/template, sprig and the functions of Helm: cases as JSON, one a line, on standard
// input; what comes out, one a line, on standard output.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig/v3"
	"sigs.k8s.io/yaml"
)

type testCase struct {
	Text string `json:"text"`
	Data any    `json:"data"`
	// MissingKey is an option of text/template, if any.
	MissingKey string `json:"missingKey"`
	// Helm says whether the functions of Helm are there, too.
	Helm bool `json:"helm"`
}

type result struct {
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
		if err := answers.Encode(render(each)); err != nil {
			panic(err)
		}
	}
}

func render(each testCase) (answer result) {
	defer func() {
		if problem := recover(); problem != nil {
			answer = result{Error: fmt.Sprint(problem)}
		}
	}()
	set := template.New("case")
	if each.MissingKey != "" {
		set.Option("missingkey=" + each.MissingKey)
	}
	set.Funcs(sprig.TxtFuncMap())
	if each.Helm {
		set.Funcs(helmFunctions(set))
	}
	if _, err := set.Parse(each.Text); err != nil {
		return result{Error: err.Error()}
	}
	var output bytes.Buffer
	if err := set.Execute(&output, valueOf(each.Data)); err != nil {
		return result{Error: err.Error()}
	}
	return result{Output: output.String()}
}

// valueOf makes Go's types of the marked values of a case.
func valueOf(data any) any {
	switch value := data.(type) {
	case []any:
		for i := range value {
			value[i] = valueOf(value[i])
		}
	case map[string]any:
		for mark, marked := range value {
			switch mark {
			case "$int":
				return int(marked.(float64))
			case "$int32":
				return int32(marked.(float64))
			case "$int64":
				return int64(marked.(float64))
			case "$uint":
				return uint(marked.(float64))
			case "$strings":
				return convert[[]string](marked)
			case "$labels":
				return convert[map[string]string](marked)
			case "$pod":
				return convert[Pod](marked)
			case "$podPointer":
				return convert[*Pod](marked)
			}
			value[mark] = valueOf(marked)
		}
	}
	return data
}

func convert[T any](data any) (value T) {
	text, err := json.Marshal(data)
	if err == nil {
		err = json.Unmarshal(text, &value)
	}
	if err != nil {
		panic(err)
	}
	return value
}

// Pod is a struct with everything that values of Kubernetes and Istio have.
type Pod struct {
	Name   string
	Labels map[string]string
	Port   int32
	Owner  *Owner
	Mode   Mode
}

func (p Pod) Greet(name string, times int) string { return strings.Repeat("hi "+name+" ", times) }

func (p Pod) Sum(numbers ...int) int {
	sum := 0
	for _, each := range numbers {
		sum += each
	}
	return sum
}

func (p Pod) Refuse() (string, error) { return "", errors.New("refused") }

// Owner is always a pointer, which may be nil.
type Owner struct{ Name string }

func (o *Owner) GetName() string {
	if o == nil {
		return ""
	}
	return o.Name
}

func (o *Owner) GetParent() *Owner { return nil }

// Mode is an enum.
type Mode int32

func (m Mode) String() string { return [...]string{"REDIRECT", "TPROXY"}[m] }

// helmFunctions are those that Helm adds to sprig, by their description in its documentation.
func helmFunctions(set *template.Template) template.FuncMap {
	return template.FuncMap{
		"toYaml": func(value any) string {
			text, err := yaml.Marshal(value)
			if err != nil {
				return ""
			}
			return strings.TrimSuffix(string(text), "\n")
		},
		"fromYaml": func(text string) map[string]any {
			value := map[string]any{}
			if err := yaml.Unmarshal([]byte(text), &value); err != nil {
				value["Error"] = "error"
			}
			return value
		},
		"fromYamlArray": func(text string) []any {
			value := []any{}
			if err := yaml.Unmarshal([]byte(text), &value); err != nil {
				value = []any{"error"}
			}
			return value
		},
		"fromJson": func(text string) map[string]any {
			value := map[string]any{}
			if err := json.Unmarshal([]byte(text), &value); err != nil {
				value["Error"] = "error"
			}
			return value
		},
		"fromJsonArray": func(text string) []any {
			value := []any{}
			if err := json.Unmarshal([]byte(text), &value); err != nil {
				value = []any{"error"}
			}
			return value
		},
		"include": func(name string, data any) (string, error) {
			var output strings.Builder
			err := set.ExecuteTemplate(&output, name, data)
			return output.String(), err
		},
		"tpl": func(text string, data any) (string, error) {
			copied, err := set.Clone()
			if err != nil {
				return "", err
			}
			if copied, err = copied.New("text").Parse(text); err != nil {
				return "", err
			}
			var output strings.Builder
			err = copied.Execute(&output, data)
			return output.String(), err
		},
		"required": func(message string, value any) (any, error) {
			if value == nil || value == "" {
				return nil, errors.New(message)
			}
			return value, nil
		},
	}
}
