// Renders templates of injection with Go's own text/template, sprig, and the functions that istiod adds, for data with the
// types of the Kubernetes API: cases as JSON, one a line, on standard input; what comes out, one a line, on standard output.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig/v3"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"sigs.k8s.io/yaml"
)

type testCase struct {
	Text string   `json:"text"`
	Data caseData `json:"data"`
}

type caseData struct {
	Owner struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
		Name       string `json:"name"`
		Namespace  string `json:"namespace"`
	} `json:"owner"`
	Metadata    metav1.ObjectMeta `json:"metadata"`
	Spec        corev1.PodSpec    `json:"spec"`
	Values      map[string]any    `json:"values"`
	MeshConfig  MeshConfig        `json:"meshConfig"`
	ProxyConfig ProxyConfig       `json:"proxyConfig"`
	// ProxyConfigJSON is what protoToJSON gives.
	ProxyConfigJSON string `json:"proxyConfigJson"`
	// Otel is what otelResourceAttributes gives.
	Otel           string `json:"otel"`
	Revision       string `json:"revision"`
	NativeSidecars bool   `json:"nativeSidecars"`
	ProxyImage     string `json:"proxyImage"`
	ProxyInitImage string `json:"proxyInitImage"`
	ProxyUID       int64  `json:"proxyUid"`
	ProxyGID       int64  `json:"proxyGid"`
	InboundMode    string `json:"inboundMode"`
	Compliance     string `json:"compliance"`
}

// Mode is an enum of protobuf.
type Mode int32

func (m Mode) String() string { return []string{"REDIRECT", "TPROXY", "NONE"}[m] }

func (m *Mode) UnmarshalJSON(text []byte) error {
	for i, name := range []string{"REDIRECT", "TPROXY", "NONE"} {
		if string(text) == `"`+name+`"` {
			*m = Mode(i)
		}
	}
	return nil
}

// BoolValue is a boolean that may not be there.
type BoolValue struct{ Value bool }

func (b *BoolValue) GetValue() bool { return b != nil && b.Value }

func (b *BoolValue) UnmarshalJSON(text []byte) error { return json.Unmarshal(text, &b.Value) }

// TLSSettings is a message that templates reach by getters only.
type TLSSettings struct{ CaCertificates string }

func (t *TLSSettings) GetCaCertificates() string {
	if t == nil {
		return ""
	}
	return t.CaCertificates
}

// Tracing holds TLS settings.
type Tracing struct{ TlsSettings *TLSSettings }

func (t *Tracing) GetTlsSettings() *TLSSettings {
	if t == nil {
		return nil
	}
	return t.TlsSettings
}

// ProxyConfig has the fields that our templates ask for.
type ProxyConfig struct {
	DiscoveryAddress                string
	ProxyMetadata                   map[string]string
	InterceptionMode                Mode
	HoldApplicationUntilProxyStarts *BoolValue
	Tracing                         *Tracing
}

func (p *ProxyConfig) GetTracing() *Tracing { return p.Tracing }

// MeshConfig has the fields that our templates ask for.
type MeshConfig struct {
	TrustDomain            string
	ProxyListenPort        int32
	ProxyInboundListenPort int32
}

type templateData struct {
	TypeMeta                 metav1.TypeMeta
	DeploymentMeta           types.NamespacedName
	ObjectMeta               metav1.ObjectMeta
	Spec                     corev1.PodSpec
	ProxyConfig              *ProxyConfig
	MeshConfig               *MeshConfig
	Values                   map[string]any
	Revision                 string
	NativeSidecars           bool
	ProxyImage               string
	ProxyInitImage           string
	ProxyUID                 int64
	ProxyGID                 int64
	InboundTrafficPolicyMode string
	CompliancePolicy         string
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
		answer := result{}
		if err := json.Unmarshal(lines.Bytes(), &each); err != nil {
			answer.Error = err.Error()
		} else {
			answer = render(each)
		}
		if err := answers.Encode(answer); err != nil {
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
	set := template.New("case").Funcs(sprig.TxtFuncMap()).Funcs(functions(each.Data))
	if _, err := set.Parse(each.Text); err != nil {
		return result{Error: err.Error()}
	}
	if each.Data.Values == nil {
		return result{}
	}
	var output bytes.Buffer
	if err := set.Execute(&output, dataOf(each.Data)); err != nil {
		return result{Error: err.Error()}
	}
	text, err := yaml.YAMLToJSON(output.Bytes())
	if err != nil {
		return result{Error: err.Error()}
	}
	return result{Output: string(text)}
}

func dataOf(given caseData) templateData {
	owner := given.Owner
	return templateData{
		TypeMeta:                 metav1.TypeMeta{Kind: owner.Kind, APIVersion: owner.APIVersion},
		DeploymentMeta:           types.NamespacedName{Namespace: owner.Namespace, Name: owner.Name},
		ObjectMeta:               given.Metadata,
		Spec:                     given.Spec,
		ProxyConfig:              &given.ProxyConfig,
		MeshConfig:               &given.MeshConfig,
		Values:                   given.Values,
		Revision:                 given.Revision,
		NativeSidecars:           given.NativeSidecars,
		ProxyImage:               given.ProxyImage,
		ProxyInitImage:           given.ProxyInitImage,
		ProxyUID:                 given.ProxyUID,
		ProxyGID:                 given.ProxyGID,
		InboundTrafficPolicyMode: given.InboundMode,
		CompliancePolicy:         given.Compliance,
	}
}

func functions(given caseData) template.FuncMap {
	return template.FuncMap{
		"isset": func(texts map[string]string, key string) bool { _, there := texts[key]; return there },
		"annotation": func(meta metav1.ObjectMeta, name string, fallback any) string {
			if value, there := meta.Annotations[name]; there {
				return value
			}
			return fmt.Sprint(fallback)
		},
		"valueOrDefault": func(value, fallback any) any {
			if value == nil || value == "" {
				return fallback
			}
			return value
		},
		"contains": func(needle, text string) bool { return strings.Contains(text, needle) },
		"toLower":  strings.ToLower,
		"excludeInboundPort": func(port any, list string) string {
			text := fmt.Sprint(port)
			for _, each := range strings.Split(list, ",") {
				if strings.TrimSpace(each) == text {
					return list
				}
			}
			if text == "" || text == "0" {
				return list
			}
			return strings.TrimPrefix(list+","+text, ",")
		},
		"kubevirtInterfaces": func(text string) string { return text },
		"excludeInterfaces":  func(text string) string { return text },
		"directory":          func(path string) string { return path[:strings.LastIndex(path, "/")+1] },
		"structToJSON":       jsonOf,
		"protoToJSON":        func(*ProxyConfig) string { return given.ProxyConfigJSON },
		"fromJSON": func(text string) (value any, err error) {
			err = json.Unmarshal([]byte(text), &value)
			return value, err
		},
		"omitNil": filled,
		"strdict": func(texts ...string) map[string]string {
			dict := map[string]string{}
			for i := 0; i+1 < len(texts); i += 2 {
				dict[texts[i]] = texts[i+1]
			}
			return dict
		},
		"mergeMaps": merged,
		"toJsonMap": func(maps ...map[string]string) string { return jsonOf(merged(maps...)) },
		"omit": func(texts map[string]string, keys ...string) map[string]string {
			left := merged(texts)
			for _, key := range keys {
				delete(left, key)
			}
			return left
		},
		"appendMultusNetwork": withNetwork,
		"otelResourceAttributes": func(*MeshConfig, map[string]string, map[string]string, string, []corev1.Container) string {
			return given.Otel
		},
	}
}

// withNetwork adds a network, `namespace/name`, to a comma list or to JSON.
func withNetwork(existing, network string) string {
	namespace, name, _ := strings.Cut(network, "/")
	switch {
	case existing == "":
		return network
	case strings.HasSuffix(existing, "]"):
		return fmt.Sprintf(`%s, {"name": %q, "namespace": %q}]`, strings.TrimSuffix(existing, "]"), name, namespace)
	default:
		return existing + ", " + network
	}
}

func jsonOf(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return string(text)
}

func merged(maps ...map[string]string) map[string]string {
	all := map[string]string{}
	for _, each := range maps {
		for key, value := range each {
			all[key] = value
		}
	}
	return all
}

// filled leaves out nulls, and what holds nothing else.
func filled(value any) any {
	texts, isMap := value.(map[string]any)
	if !isMap {
		return value
	}
	keys := make([]string, 0, len(texts))
	for key := range texts {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	left := map[string]any{}
	for _, key := range keys {
		if inner := filled(texts[key]); inner != nil {
			left[key] = inner
		}
	}
	if len(left) == 0 && len(texts) > 0 {
		return nil
	}
	return left
}
