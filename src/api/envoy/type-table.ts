// Written by scripts/envoy-types.ts.

/**
 * Messages by package and name. A field is `name:type`, then `!` when it is deprecated, `|name` of its oneof, and as
 * JSON what Envoy asks of the value. Types: `[]` a list, `map<key,value>`, `enum:`; a name that starts with a dot is of
 * the same package, one that starts with a capital letter of google.protobuf.
 */
export const messageTable: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cel.expr': {
    CheckedExpr:
      'expr:.Expr expr_version:string reference_map:map<int64,.Reference> source_info:.SourceInfo type_map:map<int64,.Type>',
    Constant:
      'bool_value:bool|constant_kind bytes_value:bytes|constant_kind double_value:double|constant_kind duration_value:Duration!|constant_kind int64_value:int64|constant_kind null_value:enum:NullValue|constant_kind string_value:string|constant_kind timestamp_value:Timestamp!|constant_kind uint64_value:uint64|constant_kind',
    Decl: 'function:.Decl.FunctionDecl|decl_kind ident:.Decl.IdentDecl|decl_kind name:string',
    'Decl.FunctionDecl': 'doc:string overloads:[].Decl.FunctionDecl.Overload',
    'Decl.FunctionDecl.Overload':
      'doc:string is_instance_function:bool overload_id:string params:[].Type result_type:.Type type_params:[]string',
    'Decl.IdentDecl': 'doc:string type:.Type value:.Constant',
    EnumValue: 'type:string value:int32',
    ErrorSet: 'errors:[].Status',
    EvalState: 'results:[].EvalState.Result values:[].ExprValue',
    'EvalState.Result': 'expr:int64 value:int64',
    Explain: 'expr_steps:[].Explain.ExprStep values:[].Value',
    'Explain.ExprStep': 'id:int64 value_index:int32',
    Expr: 'call_expr:.Expr.Call|expr_kind comprehension_expr:.Expr.Comprehension|expr_kind const_expr:.Constant|expr_kind id:int64 ident_expr:.Expr.Ident|expr_kind list_expr:.Expr.CreateList|expr_kind select_expr:.Expr.Select|expr_kind struct_expr:.Expr.CreateStruct|expr_kind',
    'Expr.Call': 'args:[].Expr function:string target:.Expr',
    'Expr.Comprehension':
      'accu_init:.Expr accu_var:string iter_range:.Expr iter_var:string iter_var2:string loop_condition:.Expr loop_step:.Expr result:.Expr',
    'Expr.CreateList': 'elements:[].Expr optional_indices:[]int32',
    'Expr.CreateStruct': 'entries:[].Expr.CreateStruct.Entry message_name:string',
    'Expr.CreateStruct.Entry':
      'field_key:string|key_kind id:int64 map_key:.Expr|key_kind optional_entry:bool value:.Expr',
    'Expr.Ident': 'name:string',
    'Expr.Select': 'field:string operand:.Expr test_only:bool',
    ExprValue: 'error:.ErrorSet|kind unknown:.UnknownSet|kind value:.Value|kind',
    ListValue: 'values:[].Value',
    MapValue: 'entries:[].MapValue.Entry',
    'MapValue.Entry': 'key:.Value value:.Value',
    ParsedExpr: 'expr:.Expr source_info:.SourceInfo',
    Reference: 'name:string overload_id:[]string value:.Constant',
    SourceInfo:
      'extensions:[].SourceInfo.Extension line_offsets:[]int32 location:string macro_calls:map<int64,.Expr> positions:map<int64,int32> syntax_version:string',
    'SourceInfo.Extension':
      'affected_components:[]enum:.SourceInfo.Extension.Component id:string version:.SourceInfo.Extension.Version',
    'SourceInfo.Extension.Version': 'major:int64 minor:int64',
    Status: 'code:int32 details:[]Any message:string',
    Type: 'abstract_type:.Type.AbstractType|type_kind dyn:Empty|type_kind error:Empty|type_kind function:.Type.FunctionType|type_kind list_type:.Type.ListType|type_kind map_type:.Type.MapType|type_kind message_type:string|type_kind null:enum:NullValue|type_kind primitive:enum:.Type.PrimitiveType|type_kind type:.Type|type_kind type_param:string|type_kind well_known:enum:.Type.WellKnownType|type_kind wrapper:enum:.Type.PrimitiveType|type_kind',
    'Type.AbstractType': 'name:string parameter_types:[].Type',
    'Type.FunctionType': 'arg_types:[].Type result_type:.Type',
    'Type.ListType': 'elem_type:.Type',
    'Type.MapType': 'key_type:.Type value_type:.Type',
    UnknownSet: 'exprs:[]int64',
    Value:
      'bool_value:bool|kind bytes_value:bytes|kind double_value:double|kind enum_value:.EnumValue|kind int64_value:int64|kind list_value:.ListValue|kind map_value:.MapValue|kind null_value:enum:NullValue|kind object_value:Any|kind string_value:string|kind type_value:string|kind uint64_value:uint64|kind',
  },
  'envoy.admin.v3': {
    BootstrapConfigDump: 'bootstrap:envoy.config.bootstrap.v3.Bootstrap last_updated:Timestamp',
    Certificate: 'ca_cert:[].CertificateDetails cert_chain:[].CertificateDetails',
    CertificateDetails:
      'days_until_expiration:uint64 expiration_time:Timestamp ocsp_details:.CertificateDetails.OcspDetails path:string serial_number:string subject_alt_names:[].SubjectAlternateName valid_from:Timestamp',
    'CertificateDetails.OcspDetails': 'expiration:Timestamp valid_from:Timestamp',
    Certificates: 'certificates:[].Certificate',
    ClusterStatus:
      'added_via_api:bool circuit_breakers:envoy.config.cluster.v3.CircuitBreakers eds_service_name:string host_statuses:[].HostStatus local_origin_success_rate_ejection_threshold:envoy.type.v3.Percent name:string observability_name:string success_rate_ejection_threshold:envoy.type.v3.Percent',
    Clusters: 'cluster_statuses:[].ClusterStatus',
    ClustersConfigDump:
      'dynamic_active_clusters:[].ClustersConfigDump.DynamicCluster dynamic_warming_clusters:[].ClustersConfigDump.DynamicCluster static_clusters:[].ClustersConfigDump.StaticCluster version_info:string',
    'ClustersConfigDump.DynamicCluster':
      'client_status:enum:.ClientResourceStatus cluster:Any error_state:.UpdateFailureState last_updated:Timestamp version_info:string',
    'ClustersConfigDump.StaticCluster': 'cluster:Any last_updated:Timestamp',
    CommandLineOptions:
      'admin_address_path:string allow_unknown_static_fields:bool base_id:uint64 base_id_path:string component_log_level:string concurrency:uint32 config_path:string config_yaml:string cpuset_threads:bool disable_hot_restart:bool disabled_extensions:[]string drain_strategy:enum:.CommandLineOptions.DrainStrategy drain_time:Duration enable_core_dump:bool enable_fine_grain_logging:bool enable_mutex_tracing:bool file_flush_interval:Duration file_flush_min_size:uint32 ignore_unknown_dynamic_fields:bool local_address_ip_version:enum:.CommandLineOptions.IpVersion log_format:string log_format_escaped:bool log_level:string log_path:string log_stacktrace_single_entry:bool mode:enum:.CommandLineOptions.Mode parent_shutdown_time:Duration reject_unknown_dynamic_fields:bool restart_epoch:uint32 service_cluster:string service_node:string service_zone:string skip_deprecated_logs:bool skip_hot_restart_on_no_parent:bool skip_hot_restart_parent_stats:bool socket_mode:uint32 socket_path:string stats_tag:[]string use_dynamic_base_id:bool',
    ConfigDump: 'configs:[]Any',
    EcdsConfigDump: 'ecds_filters:[].EcdsConfigDump.EcdsFilterConfig',
    'EcdsConfigDump.EcdsFilterConfig':
      'client_status:enum:.ClientResourceStatus ecds_filter:Any error_state:.UpdateFailureState last_updated:Timestamp version_info:string',
    EndpointsConfigDump:
      'dynamic_endpoint_configs:[].EndpointsConfigDump.DynamicEndpointConfig static_endpoint_configs:[].EndpointsConfigDump.StaticEndpointConfig',
    'EndpointsConfigDump.DynamicEndpointConfig':
      'client_status:enum:.ClientResourceStatus endpoint_config:Any error_state:.UpdateFailureState last_updated:Timestamp version_info:string',
    'EndpointsConfigDump.StaticEndpointConfig': 'endpoint_config:Any last_updated:Timestamp',
    HostHealthStatus:
      'active_hc_timeout:bool eds_health_status:enum:envoy.config.core.v3.HealthStatus excluded_via_immediate_hc_fail:bool failed_active_degraded_check:bool failed_active_health_check:bool failed_degraded_outlier_detection:bool failed_outlier_check:bool pending_active_hc:bool pending_dynamic_removal:bool',
    HostStatus:
      'address:envoy.config.core.v3.Address health_status:.HostHealthStatus hostname:string local_origin_success_rate:envoy.type.v3.Percent locality:envoy.config.core.v3.Locality priority:uint32 stats:[].SimpleMetric success_rate:envoy.type.v3.Percent weight:uint32',
    ListenerStatus:
      'additional_local_addresses:[]envoy.config.core.v3.Address local_address:envoy.config.core.v3.Address name:string',
    Listeners: 'listener_statuses:[].ListenerStatus',
    ListenersConfigDump:
      'dynamic_listeners:[].ListenersConfigDump.DynamicListener static_listeners:[].ListenersConfigDump.StaticListener version_info:string',
    'ListenersConfigDump.DynamicListener':
      'active_state:.ListenersConfigDump.DynamicListenerState client_status:enum:.ClientResourceStatus draining_state:.ListenersConfigDump.DynamicListenerState error_state:.UpdateFailureState name:string warming_state:.ListenersConfigDump.DynamicListenerState',
    'ListenersConfigDump.DynamicListenerState': 'last_updated:Timestamp listener:Any version_info:string',
    'ListenersConfigDump.StaticListener': 'last_updated:Timestamp listener:Any',
    Memory:
      'allocated:uint64 heap_size:uint64 pageheap_free:uint64 pageheap_unmapped:uint64 total_physical_bytes:uint64 total_thread_cache:uint64',
    MutexStats: 'current_wait_cycles:uint64 lifetime_wait_cycles:uint64 num_contentions:uint64',
    RoutesConfigDump:
      'dynamic_route_configs:[].RoutesConfigDump.DynamicRouteConfig static_route_configs:[].RoutesConfigDump.StaticRouteConfig',
    'RoutesConfigDump.DynamicRouteConfig':
      'client_status:enum:.ClientResourceStatus error_state:.UpdateFailureState last_updated:Timestamp route_config:Any version_info:string',
    'RoutesConfigDump.StaticRouteConfig': 'last_updated:Timestamp route_config:Any',
    ScopedRoutesConfigDump:
      'dynamic_scoped_route_configs:[].ScopedRoutesConfigDump.DynamicScopedRouteConfigs inline_scoped_route_configs:[].ScopedRoutesConfigDump.InlineScopedRouteConfigs',
    'ScopedRoutesConfigDump.DynamicScopedRouteConfigs':
      'client_status:enum:.ClientResourceStatus error_state:.UpdateFailureState last_updated:Timestamp name:string scoped_route_configs:[]Any version_info:string',
    'ScopedRoutesConfigDump.InlineScopedRouteConfigs':
      'last_updated:Timestamp name:string scoped_route_configs:[]Any',
    SecretsConfigDump:
      'dynamic_active_secrets:[].SecretsConfigDump.DynamicSecret dynamic_warming_secrets:[].SecretsConfigDump.DynamicSecret static_secrets:[].SecretsConfigDump.StaticSecret',
    'SecretsConfigDump.DynamicSecret':
      'client_status:enum:.ClientResourceStatus error_state:.UpdateFailureState last_updated:Timestamp name:string secret:Any version_info:string',
    'SecretsConfigDump.StaticSecret': 'last_updated:Timestamp name:string secret:Any',
    ServerInfo:
      'command_line_options:.CommandLineOptions hot_restart_initializing:bool hot_restart_version:string node:envoy.config.core.v3.Node state:enum:.ServerInfo.State uptime_all_epochs:Duration uptime_current_epoch:Duration version:string',
    SimpleMetric: 'name:string type:enum:.SimpleMetric.Type value:uint64',
    SubjectAlternateName: 'dns:string|name ip_address:string|name uri:string|name',
    TapRequest: 'config_id:string{"minLen":1} tap_config:envoy.config.tap.v3.TapConfig{"required":true}',
    UnreadyTargetsDumps: 'unready_targets_dumps:[].UnreadyTargetsDumps.UnreadyTargetsDump',
    'UnreadyTargetsDumps.UnreadyTargetsDump': 'name:string target_names:[]string',
    UpdateFailureState:
      'details:string failed_configuration:Any last_update_attempt:Timestamp version_info:string',
  },
  'envoy.annotations': { ResourceAnnotation: 'type:string' },
  'envoy.config.accesslog.v3': {
    AccessLog: 'filter:.AccessLogFilter name:string typed_config:Any|config_type',
    AccessLogFilter:
      'and_filter:.AndFilter|filter_specifier duration_filter:.DurationFilter|filter_specifier extension_filter:.ExtensionFilter|filter_specifier grpc_status_filter:.GrpcStatusFilter|filter_specifier header_filter:.HeaderFilter|filter_specifier log_type_filter:.LogTypeFilter|filter_specifier metadata_filter:.MetadataFilter|filter_specifier not_health_check_filter:.NotHealthCheckFilter|filter_specifier or_filter:.OrFilter|filter_specifier response_flag_filter:.ResponseFlagFilter|filter_specifier runtime_filter:.RuntimeFilter|filter_specifier status_code_filter:.StatusCodeFilter|filter_specifier traceable_filter:.TraceableFilter|filter_specifier',
    AndFilter: 'filters:[].AccessLogFilter{"minItems":2}',
    ComparisonFilter:
      'op:enum:.ComparisonFilter.Op value:envoy.config.core.v3.RuntimeUInt32{"required":true}',
    DurationFilter: 'comparison:.ComparisonFilter{"required":true}',
    ExtensionFilter: 'name:string typed_config:Any|config_type',
    GrpcStatusFilter: 'exclude:bool statuses:[]enum:.GrpcStatusFilter.Status',
    HeaderFilter: 'header:envoy.config.route.v3.HeaderMatcher{"required":true}',
    LogTypeFilter: 'exclude:bool types:[]enum:envoy.data.accesslog.v3.AccessLogType',
    MetadataFilter: 'match_if_key_not_found:BoolValue matcher:envoy.type.matcher.v3.MetadataMatcher',
    NotHealthCheckFilter: '',
    OrFilter: 'filters:[].AccessLogFilter{"minItems":2}',
    ResponseFlagFilter:
      'flags:[]string{"items":{"in":["LH","UH","UT","LR","UR","UF","UC","UO","NR","DI","FI","RL","UAEX","RLSE","DC","URX","SI","IH","DPE","UMSDR","RFCF","NFCF","DT","UPE","NC","OM","DF","DO","DR","UDO"]}}',
    RuntimeFilter:
      'percent_sampled:envoy.type.v3.FractionalPercent runtime_key:string{"minLen":1} use_independent_randomness:bool',
    StatusCodeFilter: 'comparison:.ComparisonFilter{"required":true}',
    TraceableFilter: '',
  },
  'envoy.config.bootstrap.v3': {
    Admin:
      'access_log:[]envoy.config.accesslog.v3.AccessLog access_log_path:string! address:envoy.config.core.v3.Address allow_paths:[]envoy.type.matcher.v3.StringMatcher ignore_global_conn_limit:bool profile_path:string socket_options:[]envoy.config.core.v3.SocketOption',
    ApiListenerManager: 'threading_model:enum:.ApiListenerManager.ThreadingModel',
    Bootstrap:
      'admin:.Admin application_log_config:.Bootstrap.ApplicationLogConfig bootstrap_extensions:[]envoy.config.core.v3.TypedExtensionConfig certificate_provider_instances:map<string,envoy.config.core.v3.TypedExtensionConfig> cluster_manager:.ClusterManager config_sources:[]envoy.config.core.v3.ConfigSource default_config_source:envoy.config.core.v3.ConfigSource default_regex_engine:envoy.config.core.v3.TypedExtensionConfig default_socket_interface:string deferred_stat_options:.Bootstrap.DeferredStatOptions dns_resolution_config:envoy.config.core.v3.DnsResolutionConfig! dynamic_resources:.Bootstrap.DynamicResources enable_dispatcher_stats:bool enable_worker_cpu_affinity:bool fatal_actions:[].FatalAction flags_path:string grpc_async_client_manager_config:.Bootstrap.GrpcAsyncClientManagerConfig hds_config:envoy.config.core.v3.ApiConfigSource header_prefix:string inline_headers:[].CustomInlineHeader layered_runtime:.LayeredRuntime listener_manager:envoy.config.core.v3.TypedExtensionConfig memory_allocator_manager:.MemoryAllocatorManager node:envoy.config.core.v3.Node node_context_params:[]string overload_manager:envoy.config.overload.v3.OverloadManager perf_tracing_file_path:string static_resources:.Bootstrap.StaticResources stats_config:envoy.config.metrics.v3.StatsConfig stats_eviction_interval:Duration|stats_eviction{"gte":"0.001s"} stats_flush_interval:Duration{"gte":"0.001s","lt":"300s"} stats_flush_on_admin:bool|stats_flush{"const":true} stats_server_version_override:UInt64Value stats_sinks:[]envoy.config.metrics.v3.StatsSink tracing:envoy.config.trace.v3.Tracing! typed_dns_resolver_config:envoy.config.core.v3.TypedExtensionConfig use_tcp_for_dns_lookups:bool! watchdog:.Watchdog! watchdogs:.Watchdogs xds_config_tracker_extension:envoy.config.core.v3.TypedExtensionConfig xds_delegate_extension:envoy.config.core.v3.TypedExtensionConfig',
    'Bootstrap.ApplicationLogConfig': 'log_format:.Bootstrap.ApplicationLogConfig.LogFormat',
    'Bootstrap.ApplicationLogConfig.LogFormat': 'json_format:Struct|log_format text_format:string|log_format',
    'Bootstrap.DeferredStatOptions': 'enable_deferred_creation_stats:bool',
    'Bootstrap.DynamicResources':
      'ads_config:envoy.config.core.v3.ApiConfigSource cds_config:envoy.config.core.v3.ConfigSource cds_resources_locator:string lds_config:envoy.config.core.v3.ConfigSource lds_resources_locator:string',
    'Bootstrap.GrpcAsyncClientManagerConfig': 'max_cached_entry_idle_duration:Duration{"gte":"5s"}',
    'Bootstrap.StaticResources':
      'clusters:[]envoy.config.cluster.v3.Cluster listeners:[]envoy.config.listener.v3.Listener secrets:[]envoy.extensions.transport_sockets.tls.v3.Secret',
    ClusterManager:
      'enable_deferred_cluster_creation:bool load_stats_config:envoy.config.core.v3.ApiConfigSource local_cluster_name:string outlier_detection:.ClusterManager.OutlierDetection upstream_bind_config:envoy.config.core.v3.BindConfig',
    'ClusterManager.OutlierDetection':
      'event_log_path:string event_service:envoy.config.core.v3.EventServiceConfig',
    CustomInlineHeader:
      'inline_header_name:string{"minLen":1,"header":"LOOSE"} inline_header_type:enum:.CustomInlineHeader.InlineHeaderType',
    FatalAction: 'config:envoy.config.core.v3.TypedExtensionConfig',
    LayeredRuntime: 'layers:[].RuntimeLayer',
    ListenerManager: '',
    MemoryAllocatorManager:
      'bytes_to_release:uint64 max_per_cpu_cache_size_bytes:UInt32Value max_unfreed_memory_bytes:uint64 memory_release_interval:Duration soft_memory_limit_bytes:UInt64Value',
    Runtime: 'base:Struct override_subdirectory:string subdirectory:string symlink_root:string',
    RuntimeLayer:
      'admin_layer:.RuntimeLayer.AdminLayer|layer_specifier disk_layer:.RuntimeLayer.DiskLayer|layer_specifier name:string{"minLen":1} rtds_layer:.RuntimeLayer.RtdsLayer|layer_specifier static_layer:Struct|layer_specifier',
    'RuntimeLayer.AdminLayer': '',
    'RuntimeLayer.DiskLayer': 'append_service_cluster:bool subdirectory:string symlink_root:string',
    'RuntimeLayer.RtdsLayer': 'name:string rtds_config:envoy.config.core.v3.ConfigSource',
    ValidationListenerManager: '',
    Watchdog:
      'actions:[].Watchdog.WatchdogAction kill_timeout:Duration max_kill_timeout_jitter:Duration{"gte":"0s"} megamiss_timeout:Duration miss_timeout:Duration multikill_threshold:envoy.type.v3.Percent multikill_timeout:Duration',
    'Watchdog.WatchdogAction':
      'config:envoy.config.core.v3.TypedExtensionConfig event:enum:.Watchdog.WatchdogAction.WatchdogEvent',
    Watchdogs: 'main_thread_watchdog:.Watchdog worker_watchdog:.Watchdog',
  },
  'envoy.config.cluster.v3': {
    CircuitBreakers:
      'per_host_thresholds:[].CircuitBreakers.Thresholds thresholds:[].CircuitBreakers.Thresholds',
    'CircuitBreakers.Thresholds':
      'max_connection_pools:UInt32Value max_connections:UInt32Value max_pending_requests:UInt32Value max_requests:UInt32Value max_retries:UInt32Value priority:enum:envoy.config.core.v3.RoutingPriority retry_budget:.CircuitBreakers.Thresholds.RetryBudget track_remaining:bool',
    'CircuitBreakers.Thresholds.RetryBudget':
      'budget_interval:Duration budget_percent:envoy.type.v3.Percent min_retry_concurrency:UInt32Value',
    Cluster:
      'alt_stat_name:string circuit_breakers:.CircuitBreakers cleanup_interval:Duration{"gt":"0s"} close_connections_on_host_health_failure:bool cluster_type:.Cluster.CustomClusterType|cluster_discovery_type common_http_protocol_options:envoy.config.core.v3.HttpProtocolOptions! common_lb_config:.Cluster.CommonLbConfig connect_timeout:Duration{"gt":"0s"} connection_pool_per_downstream_connection:bool dns_failure_refresh_rate:.Cluster.RefreshRate! dns_jitter:Duration!{"gte":"0s"} dns_lookup_family:enum:.Cluster.DnsLookupFamily dns_refresh_rate:Duration!{"gt":"0.001s"} dns_resolution_config:envoy.config.core.v3.DnsResolutionConfig! dns_resolvers:[]envoy.config.core.v3.Address! eds_cluster_config:.Cluster.EdsClusterConfig filters:[].Filter health_checks:[]envoy.config.core.v3.HealthCheck http2_protocol_options:envoy.config.core.v3.Http2ProtocolOptions! http_protocol_options:envoy.config.core.v3.Http1ProtocolOptions! ignore_health_on_host_removal:bool lb_policy:enum:.Cluster.LbPolicy lb_subset_config:.Cluster.LbSubsetConfig least_request_lb_config:.Cluster.LeastRequestLbConfig|lb_config load_assignment:envoy.config.endpoint.v3.ClusterLoadAssignment load_balancing_policy:.LoadBalancingPolicy lrs_report_endpoint_metrics:[]string lrs_server:envoy.config.core.v3.ConfigSource maglev_lb_config:.Cluster.MaglevLbConfig|lb_config max_requests_per_connection:UInt32Value! metadata:envoy.config.core.v3.Metadata name:string{"minLen":1} original_dst_lb_config:.Cluster.OriginalDstLbConfig|lb_config outlier_detection:.OutlierDetection per_connection_buffer_high_watermark_timeout:Duration{"gte":"0s"} per_connection_buffer_limit_bytes:UInt32Value preconnect_policy:.Cluster.PreconnectPolicy protocol_selection:enum:.Cluster.ClusterProtocolSelection! respect_dns_ttl:bool! ring_hash_lb_config:.Cluster.RingHashLbConfig|lb_config round_robin_lb_config:.Cluster.RoundRobinLbConfig|lb_config stats_matcher:envoy.config.metrics.v3.StatsMatcher track_cluster_stats:.TrackClusterStats track_timeout_budgets:bool! transport_socket:envoy.config.core.v3.TransportSocket transport_socket_matcher:xds.type.matcher.v3.Matcher transport_socket_matches:[].Cluster.TransportSocketMatch type:enum:.Cluster.DiscoveryType|cluster_discovery_type typed_dns_resolver_config:envoy.config.core.v3.TypedExtensionConfig typed_extension_protocol_options:map<string,Any> upstream_bind_config:envoy.config.core.v3.BindConfig upstream_config:envoy.config.core.v3.TypedExtensionConfig upstream_connection_options:.UpstreamConnectionOptions upstream_http_protocol_options:envoy.config.core.v3.UpstreamHttpProtocolOptions! use_tcp_for_dns_lookups:bool! wait_for_warm_on_init:BoolValue',
    'Cluster.CommonLbConfig':
      'close_connections_on_host_set_change:bool consistent_hashing_lb_config:.Cluster.CommonLbConfig.ConsistentHashingLbConfig healthy_panic_threshold:envoy.type.v3.Percent ignore_new_hosts_until_first_hc:bool locality_weighted_lb_config:.Cluster.CommonLbConfig.LocalityWeightedLbConfig|locality_config_specifier override_host_status:envoy.config.core.v3.HealthStatusSet update_merge_window:Duration zone_aware_lb_config:.Cluster.CommonLbConfig.ZoneAwareLbConfig|locality_config_specifier',
    'Cluster.CommonLbConfig.ConsistentHashingLbConfig':
      'hash_balance_factor:UInt32Value{"gte":100} use_hostname_for_hashing:bool',
    'Cluster.CommonLbConfig.LocalityWeightedLbConfig': '',
    'Cluster.CommonLbConfig.ZoneAwareLbConfig':
      'fail_traffic_on_panic:bool min_cluster_size:UInt64Value routing_enabled:envoy.type.v3.Percent',
    'Cluster.CustomClusterType': 'name:string{"minLen":1} typed_config:Any',
    'Cluster.EdsClusterConfig': 'eds_config:envoy.config.core.v3.ConfigSource service_name:string',
    'Cluster.LbSubsetConfig':
      'default_subset:Struct fallback_policy:enum:.Cluster.LbSubsetConfig.LbSubsetFallbackPolicy list_as_any:bool locality_weight_aware:bool metadata_fallback_policy:enum:.Cluster.LbSubsetConfig.LbSubsetMetadataFallbackPolicy panic_mode_any:bool scale_locality_weight:bool subset_selectors:[].Cluster.LbSubsetConfig.LbSubsetSelector',
    'Cluster.LbSubsetConfig.LbSubsetSelector':
      'fallback_keys_subset:[]string fallback_policy:enum:.Cluster.LbSubsetConfig.LbSubsetSelector.LbSubsetSelectorFallbackPolicy keys:[]string single_host_per_subset:bool',
    'Cluster.LeastRequestLbConfig':
      'active_request_bias:envoy.config.core.v3.RuntimeDouble choice_count:UInt32Value{"gte":2} slow_start_config:.Cluster.SlowStartConfig',
    'Cluster.MaglevLbConfig': 'table_size:UInt64Value{"lte":5000011}',
    'Cluster.OriginalDstLbConfig':
      'http_header_name:string metadata_key:envoy.type.metadata.v3.MetadataKey upstream_port_override:UInt32Value{"lte":65535} use_http_header:bool',
    'Cluster.PreconnectPolicy':
      'per_upstream_preconnect_ratio:DoubleValue{"gte":1,"lte":3} predictive_preconnect_ratio:DoubleValue{"gte":1,"lte":3}',
    'Cluster.RefreshRate':
      'base_interval:Duration{"gt":"0.001s","required":true} max_interval:Duration{"gt":"0.001s"}',
    'Cluster.RingHashLbConfig':
      'hash_function:enum:.Cluster.RingHashLbConfig.HashFunction maximum_ring_size:UInt64Value{"lte":8388608} minimum_ring_size:UInt64Value{"lte":8388608}',
    'Cluster.RoundRobinLbConfig': 'slow_start_config:.Cluster.SlowStartConfig',
    'Cluster.SlowStartConfig':
      'aggression:envoy.config.core.v3.RuntimeDouble min_weight_percent:envoy.type.v3.Percent slow_start_window:Duration',
    'Cluster.TransportSocketMatch':
      'match:Struct name:string{"minLen":1} transport_socket:envoy.config.core.v3.TransportSocket',
    ClusterCollection: 'entries:xds.core.v3.CollectionEntry',
    Filter:
      'config_discovery:envoy.config.core.v3.ExtensionConfigSource name:string{"minLen":1} typed_config:Any',
    LoadBalancingPolicy: 'policies:[].LoadBalancingPolicy.Policy',
    'LoadBalancingPolicy.Policy': 'typed_extension_config:envoy.config.core.v3.TypedExtensionConfig',
    OutlierDetection:
      'always_eject_one_host:BoolValue base_ejection_time:Duration{"gt":"0s"} consecutive_5xx:UInt32Value consecutive_gateway_failure:UInt32Value consecutive_local_origin_failure:UInt32Value detect_degraded_hosts:BoolValue enforcing_consecutive_5xx:UInt32Value{"lte":100} enforcing_consecutive_gateway_failure:UInt32Value{"lte":100} enforcing_consecutive_local_origin_failure:UInt32Value{"lte":100} enforcing_failure_percentage:UInt32Value{"lte":100} enforcing_failure_percentage_local_origin:UInt32Value{"lte":100} enforcing_local_origin_success_rate:UInt32Value{"lte":100} enforcing_success_rate:UInt32Value{"lte":100} failure_percentage_minimum_hosts:UInt32Value failure_percentage_request_volume:UInt32Value failure_percentage_threshold:UInt32Value{"lte":100} interval:Duration{"gt":"0s"} max_ejection_percent:UInt32Value{"lte":100} max_ejection_time:Duration{"gt":"0s"} max_ejection_time_jitter:Duration monitors:[]envoy.config.core.v3.TypedExtensionConfig split_external_local_origin_errors:bool success_rate_minimum_hosts:UInt32Value success_rate_request_volume:UInt32Value success_rate_stdev_factor:UInt32Value successful_active_health_check_uneject_host:BoolValue',
    TrackClusterStats: 'per_endpoint_stats:bool request_response_sizes:bool timeout_budgets:bool',
    UpstreamConnectionOptions:
      'happy_eyeballs_config:.UpstreamConnectionOptions.HappyEyeballsConfig set_local_interface_name_on_upstream_connections:bool tcp_keepalive:envoy.config.core.v3.TcpKeepalive',
    'UpstreamConnectionOptions.HappyEyeballsConfig':
      'first_address_family_count:UInt32Value{"gte":1} first_address_family_version:enum:.UpstreamConnectionOptions.FirstAddressFamilyVersion',
  },
  'envoy.config.common.key_value.v3': {
    KeyValueStoreConfig: 'config:envoy.config.core.v3.TypedExtensionConfig{"required":true}',
  },
  'envoy.config.common.matcher.v3': {
    HttpGenericBodyMatch:
      'bytes_limit:uint32 patterns:[].HttpGenericBodyMatch.GenericTextMatch{"minItems":1}',
    'HttpGenericBodyMatch.GenericTextMatch':
      'binary_match:bytes|rule{"minLen":1} string_match:string|rule{"minLen":1}',
    HttpHeadersMatch: 'headers:[]envoy.config.route.v3.HeaderMatcher',
    MatchPredicate:
      'and_match:.MatchPredicate.MatchSet|rule any_match:bool|rule{"const":true} http_request_generic_body_match:.HttpGenericBodyMatch|rule http_request_headers_match:.HttpHeadersMatch|rule http_request_trailers_match:.HttpHeadersMatch|rule http_response_generic_body_match:.HttpGenericBodyMatch|rule http_response_headers_match:.HttpHeadersMatch|rule http_response_trailers_match:.HttpHeadersMatch|rule not_match:.MatchPredicate|rule or_match:.MatchPredicate.MatchSet|rule',
    'MatchPredicate.MatchSet': 'rules:[].MatchPredicate{"minItems":2}',
    Matcher:
      'matcher_list:.Matcher.MatcherList|matcher_type matcher_tree:.Matcher.MatcherTree|matcher_type on_no_match:.Matcher.OnMatch',
    'Matcher.MatcherList': 'matchers:[].Matcher.MatcherList.FieldMatcher{"minItems":1}',
    'Matcher.MatcherList.FieldMatcher':
      'on_match:.Matcher.OnMatch{"required":true} predicate:.Matcher.MatcherList.Predicate{"required":true}',
    'Matcher.MatcherList.Predicate':
      'and_matcher:.Matcher.MatcherList.Predicate.PredicateList|match_type not_matcher:.Matcher.MatcherList.Predicate|match_type or_matcher:.Matcher.MatcherList.Predicate.PredicateList|match_type single_predicate:.Matcher.MatcherList.Predicate.SinglePredicate|match_type',
    'Matcher.MatcherList.Predicate.PredicateList': 'predicate:[].Matcher.MatcherList.Predicate{"minItems":2}',
    'Matcher.MatcherList.Predicate.SinglePredicate':
      'custom_match:envoy.config.core.v3.TypedExtensionConfig|matcher input:envoy.config.core.v3.TypedExtensionConfig{"required":true} value_match:envoy.type.matcher.v3.StringMatcher|matcher',
    'Matcher.MatcherTree':
      'custom_match:envoy.config.core.v3.TypedExtensionConfig|tree_type exact_match_map:.Matcher.MatcherTree.MatchMap|tree_type input:envoy.config.core.v3.TypedExtensionConfig{"required":true} prefix_match_map:.Matcher.MatcherTree.MatchMap|tree_type',
    'Matcher.MatcherTree.MatchMap': 'map:map<string,.Matcher.OnMatch>{"minPairs":1}',
    'Matcher.OnMatch':
      'action:envoy.config.core.v3.TypedExtensionConfig|on_match keep_matching:bool matcher:.Matcher|on_match',
  },
  'envoy.config.common.mutation_rules.v3': {
    HeaderMutation:
      'append:envoy.config.core.v3.HeaderValueOption|action remove:string|action{"header":"LOOSE"} remove_on_match:.HeaderMutation.RemoveOnMatch|action',
    'HeaderMutation.RemoveOnMatch': 'key_matcher:envoy.type.matcher.v3.StringMatcher{"required":true}',
    HeaderMutationRules:
      'allow_all_routing:BoolValue allow_envoy:BoolValue allow_expression:envoy.type.matcher.v3.RegexMatcher disallow_all:BoolValue disallow_expression:envoy.type.matcher.v3.RegexMatcher disallow_is_error:BoolValue disallow_system:BoolValue',
  },
  'envoy.config.core.v3': {
    Address:
      'envoy_internal_address:.EnvoyInternalAddress|address pipe:.Pipe|address socket_address:.SocketAddress|address',
    AggregatedConfigSource: '',
    AlternateProtocolsCacheOptions:
      'canonical_suffixes:[]string key_value_store_config:.TypedExtensionConfig max_entries:UInt32Value{"gt":0} name:string{"minLen":1} prepopulated_entries:[].AlternateProtocolsCacheOptions.AlternateProtocolsCacheEntry',
    'AlternateProtocolsCacheOptions.AlternateProtocolsCacheEntry':
      'hostname:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} port:uint32{"gt":0,"lt":65535}',
    ApiConfigSource:
      'api_type:enum:.ApiConfigSource.ApiType cluster_names:[]string config_validators:[].TypedExtensionConfig grpc_services:[].GrpcService rate_limit_settings:.RateLimitSettings refresh_delay:Duration request_timeout:Duration{"gt":"0s"} set_node_on_first_message_only:bool transport_api_version:enum:.ApiVersion',
    AsyncDataSource: 'local:.DataSource|specifier remote:.RemoteDataSource|specifier',
    BackoffStrategy:
      'base_interval:Duration{"gte":"0.001s","required":true} max_interval:Duration{"gt":"0s"}',
    BindConfig:
      'additional_source_addresses:[].SocketAddress! extra_source_addresses:[].ExtraSourceAddress freebind:BoolValue local_address_selector:.TypedExtensionConfig socket_options:[].SocketOption source_address:.SocketAddress',
    BuildVersion: 'metadata:Struct version:envoy.type.v3.SemanticVersion',
    CelExpressionConfig:
      'enable_string_concat:bool enable_string_conversion:bool enable_string_functions:bool',
    CidrRange: 'address_prefix:string{"minLen":1} prefix_len:UInt32Value{"lte":128}',
    ConfigSource:
      'ads:.AggregatedConfigSource|config_source_specifier api_config_source:.ApiConfigSource|config_source_specifier authorities:[]xds.core.v3.Authority initial_fetch_timeout:Duration path:string!|config_source_specifier path_config_source:.PathConfigSource|config_source_specifier resource_api_version:enum:.ApiVersion self:.SelfConfigSource|config_source_specifier',
    ControlPlane: 'identifier:string',
    DataSource:
      'environment_variable:string|specifier{"minLen":1} filename:string|specifier{"minLen":1} inline_bytes:bytes|specifier inline_string:string|specifier watched_directory:.WatchedDirectory',
    DnsResolutionConfig: 'dns_resolver_options:.DnsResolverOptions resolvers:[].Address{"minItems":1}',
    DnsResolverOptions: 'no_default_search_domain:bool use_tcp_for_dns_lookups:bool',
    EnvoyInternalAddress: 'endpoint_id:string server_listener_name:string|address_name_specifier',
    EventServiceConfig: 'grpc_service:.GrpcService|config_source_specifier',
    Extension:
      'category:string disabled:bool name:string type_descriptor:string! type_urls:[]string version:.BuildVersion',
    ExtensionConfigSource:
      'apply_default_config_without_warming:bool config_source:.ConfigSource{"required":true} default_config:Any type_urls:[]string{"minItems":1}',
    ExtraSourceAddress: 'address:.SocketAddress{"required":true} socket_options:.SocketOptionsOverride',
    GrpcMethodList: 'services:[].GrpcMethodList.Service',
    'GrpcMethodList.Service': 'method_names:[]string{"minItems":1} name:string{"minLen":1}',
    GrpcProtocolOptions: 'http2_protocol_options:.Http2ProtocolOptions',
    GrpcService:
      'envoy_grpc:.GrpcService.EnvoyGrpc|target_specifier google_grpc:.GrpcService.GoogleGrpc|target_specifier initial_metadata:[].HeaderValue retry_policy:.RetryPolicy timeout:Duration',
    'GrpcService.EnvoyGrpc':
      'authority:string{"maxBytes":16384,"minLen":0,"header":"LOOSE"} cluster_name:string{"minLen":1} max_receive_message_length:UInt32Value retry_policy:.RetryPolicy skip_envoy_headers:bool',
    'GrpcService.GoogleGrpc':
      'call_credentials:[].GrpcService.GoogleGrpc.CallCredentials call_credentials_plugin:[]Any channel_args:.GrpcService.GoogleGrpc.ChannelArgs channel_credentials:.GrpcService.GoogleGrpc.ChannelCredentials channel_credentials_plugin:[]Any config:Struct credentials_factory_name:string per_stream_buffer_limit_bytes:UInt32Value stat_prefix:string{"minLen":1} target_uri:string{"minLen":1}',
    'GrpcService.GoogleGrpc.CallCredentials':
      'access_token:string|credential_specifier from_plugin:.GrpcService.GoogleGrpc.CallCredentials.MetadataCredentialsFromPlugin|credential_specifier google_compute_engine:Empty|credential_specifier google_iam:.GrpcService.GoogleGrpc.CallCredentials.GoogleIAMCredentials|credential_specifier google_refresh_token:string|credential_specifier service_account_jwt_access:.GrpcService.GoogleGrpc.CallCredentials.ServiceAccountJWTAccessCredentials|credential_specifier sts_service:.GrpcService.GoogleGrpc.CallCredentials.StsService|credential_specifier',
    'GrpcService.GoogleGrpc.CallCredentials.GoogleIAMCredentials':
      'authority_selector:string authorization_token:string',
    'GrpcService.GoogleGrpc.CallCredentials.MetadataCredentialsFromPlugin':
      'name:string typed_config:Any|config_type',
    'GrpcService.GoogleGrpc.CallCredentials.ServiceAccountJWTAccessCredentials':
      'json_key:string token_lifetime_seconds:uint64',
    'GrpcService.GoogleGrpc.CallCredentials.StsService':
      'actor_token_path:string actor_token_type:string audience:string requested_token_type:string resource:string scope:string subject_token_path:string{"minLen":1} subject_token_type:string{"minLen":1} token_exchange_service_uri:string',
    'GrpcService.GoogleGrpc.ChannelArgs': 'args:map<string,.GrpcService.GoogleGrpc.ChannelArgs.Value>',
    'GrpcService.GoogleGrpc.ChannelArgs.Value':
      'int_value:int64|value_specifier string_value:string|value_specifier',
    'GrpcService.GoogleGrpc.ChannelCredentials':
      'google_default:Empty|credential_specifier local_credentials:.GrpcService.GoogleGrpc.GoogleLocalCredentials|credential_specifier ssl_credentials:.GrpcService.GoogleGrpc.SslCredentials|credential_specifier',
    'GrpcService.GoogleGrpc.GoogleLocalCredentials': '',
    'GrpcService.GoogleGrpc.SslCredentials':
      'cert_chain:.DataSource private_key:.DataSource root_certs:.DataSource',
    HeaderMap: 'headers:[].HeaderValue',
    HeaderValue:
      'key:string{"maxBytes":16384,"minLen":1,"header":"LOOSE"} raw_value:bytes{"maxLen":16384,"minLen":0} value:string{"maxBytes":16384,"header":"LOOSE"}',
    HeaderValueOption:
      'append:BoolValue! append_action:enum:.HeaderValueOption.HeaderAppendAction header:.HeaderValue{"required":true} keep_empty_value:bool',
    HealthCheck:
      'alt_port:UInt32Value always_log_health_check_failures:bool always_log_health_check_success:bool custom_health_check:.HealthCheck.CustomHealthCheck|health_checker event_log_path:string! event_logger:[].TypedExtensionConfig event_service:.EventServiceConfig grpc_health_check:.HealthCheck.GrpcHealthCheck|health_checker healthy_edge_interval:Duration{"gt":"0s"} healthy_threshold:UInt32Value{"required":true} http_health_check:.HealthCheck.HttpHealthCheck|health_checker initial_jitter:Duration interval:Duration{"gt":"0s","required":true} interval_jitter:Duration interval_jitter_percent:uint32 no_traffic_healthy_interval:Duration{"gt":"0s"} no_traffic_interval:Duration{"gt":"0s"} reuse_connection:BoolValue tcp_health_check:.HealthCheck.TcpHealthCheck|health_checker timeout:Duration{"gt":"0s","required":true} tls_options:.HealthCheck.TlsOptions transport_socket_match_criteria:Struct unhealthy_edge_interval:Duration{"gt":"0s"} unhealthy_interval:Duration{"gt":"0s"} unhealthy_threshold:UInt32Value{"required":true}',
    'HealthCheck.CustomHealthCheck': 'name:string{"minLen":1} typed_config:Any|config_type',
    'HealthCheck.GrpcHealthCheck':
      'authority:string{"header":"LOOSE"} initial_metadata:[].HeaderValueOption{"maxItems":1000} service_name:string',
    'HealthCheck.HttpHealthCheck':
      'codec_client_type:enum:envoy.type.v3.CodecClientType expected_statuses:[]envoy.type.v3.Int64Range host:string{"header":"HTTP_HEADER_VALUE"} method:enum:.RequestMethod path:string{"minLen":1,"header":"HTTP_HEADER_VALUE"} receive:[].HealthCheck.Payload request_headers_to_add:[].HeaderValueOption{"maxItems":1000} request_headers_to_remove:[]string{"items":{"header":"LOOSE"}} response_buffer_size:UInt64Value{"gte":0} retriable_statuses:[]envoy.type.v3.Int64Range send:.HealthCheck.Payload service_name_matcher:envoy.type.matcher.v3.StringMatcher',
    'HealthCheck.Payload': 'binary:bytes|payload text:string|payload{"minLen":1}',
    'HealthCheck.RedisHealthCheck': 'key:string',
    'HealthCheck.TcpHealthCheck':
      'proxy_protocol_config:.ProxyProtocolConfig receive:[].HealthCheck.Payload send:.HealthCheck.Payload',
    'HealthCheck.TlsOptions': 'alpn_protocols:[]string',
    HealthStatusSet: 'statuses:[]enum:.HealthStatus',
    Http1ProtocolOptions:
      'accept_http_10:bool allow_absolute_url:BoolValue allow_chunked_length:bool allow_custom_methods:bool default_host_for_http_10:string enable_trailers:bool header_key_format:.Http1ProtocolOptions.HeaderKeyFormat ignore_http_11_upgrade:[]envoy.type.matcher.v3.StringMatcher override_stream_error_on_invalid_http_message:BoolValue send_fully_qualified_url:bool use_balsa_parser:BoolValue!',
    'Http1ProtocolOptions.HeaderKeyFormat':
      'proper_case_words:.Http1ProtocolOptions.HeaderKeyFormat.ProperCaseWords|header_format stateful_formatter:.TypedExtensionConfig|header_format',
    'Http1ProtocolOptions.HeaderKeyFormat.ProperCaseWords': '',
    Http2ProtocolOptions:
      'allow_connect:bool allow_metadata:bool connection_keepalive:.KeepaliveSettings custom_settings_parameters:[].Http2ProtocolOptions.SettingsParameter disallow_obs_text:BoolValue enable_huffman_encoding:BoolValue hpack_table_size:UInt32Value initial_connection_window_size:UInt32Value{"gte":65535,"lte":2147483647} initial_stream_window_size:UInt32Value{"gte":65535,"lte":2147483647} max_concurrent_streams:UInt32Value{"gte":1,"lte":2147483647} max_consecutive_inbound_frames_with_empty_payload:UInt32Value max_header_field_size_kb:UInt32Value{"gte":64,"lte":256} max_inbound_priority_frames_per_stream:UInt32Value max_inbound_window_update_frames_per_data_frame_sent:UInt32Value{"gte":1} max_metadata_size:UInt64Value max_outbound_control_frames:UInt32Value{"gte":1} max_outbound_frames:UInt32Value{"gte":1} override_stream_error_on_invalid_http_message:BoolValue stream_error_on_invalid_http_messaging:bool! stream_reset_burst:UInt64Value stream_reset_rate:UInt64Value use_oghttp2_codec:BoolValue',
    'Http2ProtocolOptions.SettingsParameter':
      'identifier:UInt32Value{"required":true,"gte":0,"lte":65535} value:UInt32Value{"required":true}',
    Http3ProtocolOptions:
      'allow_extended_connect:bool allow_metadata:bool disable_connection_flow_control_for_streams:bool disable_qpack:bool disallow_obs_text:BoolValue override_stream_error_on_invalid_http_message:BoolValue quic_protocol_options:.QuicProtocolOptions',
    HttpProtocolOptions:
      'headers_with_underscores_action:enum:.HttpProtocolOptions.HeadersWithUnderscoresAction idle_timeout:Duration max_connection_duration:Duration max_connection_duration_jitter:envoy.type.v3.Percent max_headers_count:UInt32Value{"gte":1} max_requests_per_connection:UInt32Value max_response_headers_kb:UInt32Value{"gt":0,"lte":8192} max_stream_duration:Duration',
    HttpService:
      'formatters:[].TypedExtensionConfig http_uri:.HttpUri request_headers_to_add:[].HeaderValueOption{"maxItems":1000}',
    HttpUri:
      'cluster:string|http_upstream_type{"minLen":1} timeout:Duration{"gte":"0s","lt":"4294967296s","required":true} uri:string{"minLen":1}',
    JsonFormatOptions: 'sort_properties:bool!',
    KeepaliveSettings:
      'connection_idle_interval:Duration{"gte":"0.001s"} interval:Duration{"gte":"0.001s"} interval_jitter:envoy.type.v3.Percent timeout:Duration{"gte":"0.001s","required":true}',
    KeyValue: 'key:string!{"maxBytes":16384,"minLen":1} value:bytes!',
    KeyValueAppend: 'action:enum:.KeyValueAppend.KeyValueAppendAction entry:.KeyValue! record:.KeyValuePair',
    KeyValueMutation: 'append:.KeyValueAppend remove:string{"maxBytes":16384}',
    KeyValuePair: 'key:string{"maxBytes":16384,"minLen":1} value:Value',
    Locality: 'region:string sub_zone:string zone:string',
    Metadata:
      'filter_metadata:map<string,Struct>{"keys":{"minLen":1}} typed_filter_metadata:map<string,Any>{"keys":{"minLen":1}}',
    Node: 'client_features:[]string cluster:string dynamic_parameters:map<string,xds.core.v3.ContextParams> extensions:[].Extension id:string listening_addresses:[].Address! locality:.Locality metadata:Struct user_agent_build_version:.BuildVersion|user_agent_version_type user_agent_name:string user_agent_version:string|user_agent_version_type',
    PathConfigSource: 'path:string{"minLen":1} watched_directory:.WatchedDirectory',
    PerHostConfig: 'added_tlvs:[].TlvEntry',
    Pipe: 'mode:uint32{"lte":511} path:string{"minLen":1}',
    ProxyProtocolConfig:
      'added_tlvs:[].TlvEntry pass_through_tlvs:.ProxyProtocolPassThroughTLVs version:enum:.ProxyProtocolConfig.Version',
    ProxyProtocolPassThroughTLVs:
      'match_type:enum:.ProxyProtocolPassThroughTLVs.PassTLVsMatchType tlv_type:[]uint32{"items":{"lt":256}}',
    QueryParameter: 'key:string{"minLen":1} value:string',
    QuicKeepAliveSettings: 'initial_interval:Duration{"gte":"0.001s","lte":"0s"} max_interval:Duration',
    QuicProtocolOptions:
      'client_connection_options:string client_packet_writer:.TypedExtensionConfig connection_keepalive:.QuicKeepAliveSettings connection_migration:.QuicProtocolOptions.ConnectionMigrationSettings connection_options:string enable_scone:BoolValue idle_network_timeout:Duration{"gte":"1s"} initial_connection_window_size:UInt32Value{"gte":1,"lte":25165824} initial_stream_window_size:UInt32Value{"gte":1,"lte":16777216} max_concurrent_streams:UInt32Value{"gte":1} max_packet_length:UInt64Value memory_reduction_timeout:Duration{"gte":"1s"} num_timeouts_to_trigger_port_migration:UInt32Value{"gte":0,"lte":5}',
    'QuicProtocolOptions.ConnectionMigrationSettings':
      'max_time_on_non_default_network:Duration{"gte":"1s"} migrate_idle_connections:.QuicProtocolOptions.ConnectionMigrationSettings.MigrateIdleConnectionSettings',
    'QuicProtocolOptions.ConnectionMigrationSettings.MigrateIdleConnectionSettings':
      'max_idle_time_before_migration:Duration{"gte":"1s"}',
    RateLimitSettings: 'fill_rate:DoubleValue{"gt":0} max_tokens:UInt32Value',
    RemoteDataSource:
      'http_uri:.HttpUri{"required":true} retry_policy:.RetryPolicy sha256:string{"minLen":1}',
    RetryPolicy:
      'host_selection_retry_max_attempts:int64 num_retries:UInt32Value retry_back_off:.BackoffStrategy retry_host_predicate:[].RetryPolicy.RetryHostPredicate retry_on:string retry_priority:.RetryPolicy.RetryPriority',
    'RetryPolicy.RetryHostPredicate': 'name:string{"minLen":1} typed_config:Any|config_type',
    'RetryPolicy.RetryPriority': 'name:string{"minLen":1} typed_config:Any|config_type',
    RuntimeDouble: 'default_value:double runtime_key:string',
    RuntimeFeatureFlag: 'default_value:BoolValue{"required":true} runtime_key:string',
    RuntimeFractionalPercent:
      'default_value:envoy.type.v3.FractionalPercent{"required":true} runtime_key:string',
    RuntimePercent: 'default_value:envoy.type.v3.Percent runtime_key:string',
    RuntimeUInt32: 'default_value:uint32 runtime_key:string',
    RuntimeUInt64: 'default_value:uint64 runtime_key:string',
    SchemeHeaderTransformation:
      'match_upstream:bool scheme_to_overwrite:string|transformation{"in":["http","https"]}',
    SelfConfigSource: 'transport_api_version:enum:.ApiVersion',
    SocketAddress:
      'address:string{"minLen":1} ipv4_compat:bool named_port:string|port_specifier network_namespace_filepath:string port_value:uint32|port_specifier{"lte":65535} protocol:enum:.SocketAddress.Protocol resolver_name:string',
    SocketCmsgHeaders: 'expected_size:uint32 level:UInt32Value type:UInt32Value',
    SocketOption:
      'buf_value:bytes|value description:string int_value:int64|value ip_version:enum:.SocketOption.SocketIpVersion level:int64 name:int64 state:enum:.SocketOption.SocketState type:.SocketOption.SocketType',
    'SocketOption.SocketType':
      'datagram:.SocketOption.SocketType.Datagram stream:.SocketOption.SocketType.Stream',
    'SocketOption.SocketType.Datagram': '',
    'SocketOption.SocketType.Stream': '',
    SocketOptionsOverride: 'socket_options:[].SocketOption',
    SubstitutionFormatString:
      'content_type:string{"header":"LOOSE"} formatters:[].TypedExtensionConfig json_format:Struct|format{"required":true} json_format_options:.JsonFormatOptions omit_empty_values:bool text_format:string!|format text_format_source:.DataSource|format',
    TcpKeepalive: 'keepalive_interval:UInt32Value keepalive_probes:UInt32Value keepalive_time:UInt32Value',
    TcpProtocolOptions: '',
    TlvEntry: 'format_string:.SubstitutionFormatString type:uint32{"lt":256} value:bytes',
    TransportSocket: 'name:string{"minLen":1} typed_config:Any|config_type',
    TypedExtensionConfig: 'name:string{"minLen":1} typed_config:Any{"required":true}',
    UdpSocketConfig: 'max_rx_datagram_size:UInt64Value{"gt":0,"lt":65536} prefer_gro:BoolValue',
    UpstreamHttpProtocolOptions:
      'auto_san_validation:bool auto_sni:bool override_auto_sni_header:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"}',
    WatchedDirectory: 'path:string{"minLen":1} watch_modify:bool',
  },
  'envoy.config.endpoint.v3': {
    ClusterLoadAssignment:
      'cluster_name:string{"minLen":1} endpoints:[].LocalityLbEndpoints named_endpoints:map<string,.Endpoint> policy:.ClusterLoadAssignment.Policy',
    'ClusterLoadAssignment.Policy':
      'drop_overloads:[].ClusterLoadAssignment.Policy.DropOverload endpoint_stale_after:Duration{"gt":"0s"} overprovisioning_factor:UInt32Value{"gt":0} weighted_priority_health:bool',
    'ClusterLoadAssignment.Policy.DropOverload':
      'category:string{"minLen":1} drop_percentage:envoy.type.v3.FractionalPercent',
    ClusterStats:
      'cluster_name:string{"minLen":1} cluster_service_name:string dropped_requests:[].ClusterStats.DroppedRequests load_report_interval:Duration total_dropped_requests:uint64 upstream_locality_stats:[].UpstreamLocalityStats{"minItems":1}',
    'ClusterStats.DroppedRequests': 'category:string{"minLen":1} dropped_count:uint64',
    Endpoint:
      'additional_addresses:[].Endpoint.AdditionalAddress address:envoy.config.core.v3.Address health_check_config:.Endpoint.HealthCheckConfig hostname:string observability_name:string',
    'Endpoint.AdditionalAddress': 'address:envoy.config.core.v3.Address',
    'Endpoint.HealthCheckConfig':
      'address:envoy.config.core.v3.Address disable_active_health_check:bool hostname:string port_value:uint32{"lte":65535}',
    EndpointLoadMetricStats:
      'metric_name:string num_requests_finished_with_metric:uint64 total_metric_value:double',
    LbEndpoint:
      'endpoint:.Endpoint|host_identifier endpoint_name:string|host_identifier health_status:enum:envoy.config.core.v3.HealthStatus load_balancing_weight:UInt32Value{"gte":1} metadata:envoy.config.core.v3.Metadata',
    LbEndpointCollection: 'entries:[]xds.core.v3.CollectionEntry',
    LedsClusterLocalityConfig: 'leds_collection_name:string leds_config:envoy.config.core.v3.ConfigSource',
    LocalityLbEndpoints:
      'lb_endpoints:[].LbEndpoint leds_cluster_locality_config:.LedsClusterLocalityConfig|lb_config load_balancer_endpoints:.LocalityLbEndpoints.LbEndpointList!|lb_config load_balancing_weight:UInt32Value{"gte":1} locality:envoy.config.core.v3.Locality metadata:envoy.config.core.v3.Metadata priority:uint32{"lte":128} proximity:UInt32Value',
    'LocalityLbEndpoints.LbEndpointList': 'lb_endpoints:[].LbEndpoint',
    UnnamedEndpointLoadMetricStats: 'num_requests_finished_with_metric:uint64 total_metric_value:double',
    UpstreamEndpointStats:
      'address:envoy.config.core.v3.Address load_metric_stats:[].EndpointLoadMetricStats metadata:Struct total_error_requests:uint64 total_issued_requests:uint64 total_requests_in_progress:uint64 total_successful_requests:uint64',
    UpstreamLocalityStats:
      'application_utilization:.UnnamedEndpointLoadMetricStats cpu_utilization:.UnnamedEndpointLoadMetricStats load_metric_stats:[].EndpointLoadMetricStats locality:envoy.config.core.v3.Locality mem_utilization:.UnnamedEndpointLoadMetricStats priority:uint32 total_active_connections:uint64 total_error_requests:uint64 total_fail_connections:uint64 total_issued_requests:uint64 total_new_connections:uint64 total_requests_in_progress:uint64 total_successful_requests:uint64 upstream_endpoint_stats:[].UpstreamEndpointStats',
  },
  'envoy.config.grpc_credential.v3': {
    FileBasedMetadataConfig:
      'header_key:string header_prefix:string secret_data:envoy.config.core.v3.DataSource',
  },
  'envoy.config.listener.v3': {
    ActiveRawUdpListenerConfig: '',
    AdditionalAddress:
      'address:envoy.config.core.v3.Address socket_options:envoy.config.core.v3.SocketOptionsOverride tcp_keepalive:envoy.config.core.v3.TcpKeepalive',
    ApiListener: 'api_listener:Any',
    Filter:
      'config_discovery:envoy.config.core.v3.ExtensionConfigSource|config_type name:string{"minLen":1} typed_config:Any|config_type',
    FilterChain:
      'filter_chain_match:.FilterChainMatch filters:[].Filter metadata:envoy.config.core.v3.Metadata name:string transport_socket:envoy.config.core.v3.TransportSocket transport_socket_connect_timeout:Duration use_proxy_proto:BoolValue!',
    FilterChainMatch:
      'address_suffix:string application_protocols:[]string destination_port:UInt32Value{"gte":1,"lte":65535} direct_source_prefix_ranges:[]envoy.config.core.v3.CidrRange prefix_ranges:[]envoy.config.core.v3.CidrRange server_names:[]string source_ports:[]uint32{"items":{"gte":1,"lte":65535}} source_prefix_ranges:[]envoy.config.core.v3.CidrRange source_type:enum:.FilterChainMatch.ConnectionSourceType suffix_len:UInt32Value transport_protocol:string',
    Listener:
      'access_log:[]envoy.config.accesslog.v3.AccessLog additional_addresses:[].AdditionalAddress address:envoy.config.core.v3.Address api_listener:.ApiListener bind_to_port:BoolValue bypass_overload_manager:bool connection_balance_config:.Listener.ConnectionBalanceConfig continue_on_listener_filters_timeout:bool default_filter_chain:.FilterChain deprecated_v1:.Listener.DeprecatedV1! drain_type:enum:.Listener.DrainType enable_mptcp:bool enable_reuse_port:BoolValue fcds_config:.Listener.FcdsConfig filter_chain_matcher:xds.type.matcher.v3.Matcher filter_chains:[].FilterChain freebind:BoolValue ignore_global_conn_limit:bool internal_listener:.Listener.InternalListenerConfig|listener_specifier listener_filters:[].ListenerFilter listener_filters_timeout:Duration max_connections_to_accept_per_socket_event:UInt32Value{"gt":0} metadata:envoy.config.core.v3.Metadata name:string per_connection_buffer_high_watermark_timeout:Duration{"gte":"0s"} per_connection_buffer_limit_bytes:UInt32Value reuse_port:bool! socket_options:[]envoy.config.core.v3.SocketOption stat_prefix:string stats_matcher:envoy.config.metrics.v3.StatsMatcher tcp_backlog_size:UInt32Value tcp_fast_open_queue_length:UInt32Value tcp_keepalive:envoy.config.core.v3.TcpKeepalive traffic_direction:enum:envoy.config.core.v3.TrafficDirection transparent:BoolValue udp_listener_config:.UdpListenerConfig use_original_dst:BoolValue',
    'Listener.ConnectionBalanceConfig':
      'cpu_locality_balance:.Listener.ConnectionBalanceConfig.CpuLocalityBalance|balance_type exact_balance:.Listener.ConnectionBalanceConfig.ExactBalance|balance_type extend_balance:envoy.config.core.v3.TypedExtensionConfig|balance_type',
    'Listener.ConnectionBalanceConfig.CpuLocalityBalance': '',
    'Listener.ConnectionBalanceConfig.ExactBalance': '',
    'Listener.DeprecatedV1': 'bind_to_port:BoolValue',
    'Listener.FcdsConfig': 'config_source:envoy.config.core.v3.ConfigSource name:string',
    'Listener.InternalListenerConfig': '',
    ListenerCollection: 'entries:[]xds.core.v3.CollectionEntry',
    ListenerFilter:
      'config_discovery:envoy.config.core.v3.ExtensionConfigSource|config_type filter_disabled:.ListenerFilterChainMatchPredicate name:string{"minLen":1} typed_config:Any|config_type',
    ListenerFilterChainMatchPredicate:
      'and_match:.ListenerFilterChainMatchPredicate.MatchSet|rule any_match:bool|rule{"const":true} destination_port_range:envoy.type.v3.Int32Range|rule not_match:.ListenerFilterChainMatchPredicate|rule or_match:.ListenerFilterChainMatchPredicate.MatchSet|rule',
    'ListenerFilterChainMatchPredicate.MatchSet': 'rules:[].ListenerFilterChainMatchPredicate{"minItems":2}',
    QuicProtocolOptions:
      'connection_debug_visitor_config:envoy.config.core.v3.TypedExtensionConfig connection_id_generator_config:envoy.config.core.v3.TypedExtensionConfig crypto_handshake_timeout:Duration crypto_stream_config:envoy.config.core.v3.TypedExtensionConfig enabled:envoy.config.core.v3.RuntimeFeatureFlag idle_timeout:Duration max_sessions_per_event_loop:UInt32Value{"gt":0} packets_to_read_to_connection_count_ratio:UInt32Value{"gte":1} proof_source_config:envoy.config.core.v3.TypedExtensionConfig quic_protocol_options:envoy.config.core.v3.QuicProtocolOptions reject_new_connections:bool save_cmsg_config:[]envoy.config.core.v3.SocketCmsgHeaders{"maxItems":1} send_disable_active_migration:BoolValue server_preferred_address_config:envoy.config.core.v3.TypedExtensionConfig',
    UdpListenerConfig:
      'downstream_socket_config:envoy.config.core.v3.UdpSocketConfig quic_options:.QuicProtocolOptions udp_packet_packet_writer_config:envoy.config.core.v3.TypedExtensionConfig',
  },
  'envoy.config.metrics.v3': {
    DogStatsdSink:
      'address:envoy.config.core.v3.Address|dog_statsd_specifier max_bytes_per_datagram:UInt64Value{"gt":0} prefix:string',
    HistogramBucketSettings:
      'bins:UInt32Value{"gt":0,"lte":46082} buckets:[]double{"items":{"gt":0},"unique":true} match:envoy.type.matcher.v3.StringMatcher{"required":true}',
    HystrixSink: 'num_buckets:int64',
    MetricsServiceConfig:
      'batch_size:uint32{"gte":0} emit_tags_as_labels:bool grpc_service:envoy.config.core.v3.GrpcService{"required":true} histogram_emit_mode:enum:.HistogramEmitMode report_counters_as_deltas:BoolValue transport_api_version:enum:envoy.config.core.v3.ApiVersion',
    StatsConfig:
      'allow_default_tag_overrides:BoolValue histogram_bucket_settings:[].HistogramBucketSettings stats_matcher:.StatsMatcher stats_tags:[].TagSpecifier use_all_default_tags:BoolValue',
    StatsMatcher:
      'exclusion_list:envoy.type.matcher.v3.ListStringMatcher|stats_matcher inclusion_list:envoy.type.matcher.v3.ListStringMatcher|stats_matcher reject_all:bool|stats_matcher',
    StatsSink: 'name:string typed_config:Any|config_type',
    StatsdSink:
      'address:envoy.config.core.v3.Address|statsd_specifier prefix:string tcp_cluster_name:string|statsd_specifier',
    TagSpecifier: 'fixed_value:string|tag_value regex:string|tag_value{"maxBytes":1024} tag_name:string',
  },
  'envoy.config.overload.v3': {
    BufferFactoryConfig: 'minimum_account_to_track_power_of_two:uint32{"gte":10,"lte":56}',
    LoadShedPoint: 'name:string{"minLen":1} triggers:[].Trigger{"minItems":1}',
    OverloadAction: 'name:string{"minLen":1} triggers:[].Trigger{"minItems":1} typed_config:Any',
    OverloadManager:
      'actions:[].OverloadAction buffer_factory_config:.BufferFactoryConfig loadshed_points:[].LoadShedPoint refresh_interval:Duration resource_monitors:[].ResourceMonitor{"minItems":1}',
    ResourceMonitor: 'name:string{"minLen":1} typed_config:Any|config_type',
    ScaleTimersOverloadActionConfig:
      'timer_scale_factors:[].ScaleTimersOverloadActionConfig.ScaleTimer{"minItems":1}',
    'ScaleTimersOverloadActionConfig.ScaleTimer':
      'min_scale:envoy.type.v3.Percent|overload_adjust min_timeout:Duration|overload_adjust timer:enum:.ScaleTimersOverloadActionConfig.TimerType{"notDefault":true}',
    ScaledTrigger: 'saturation_threshold:double{"gte":0,"lte":1} scaling_threshold:double{"gte":0,"lte":1}',
    ShrinkHeapConfig: 'max_unfreed_memory_bytes:UInt64Value timer_interval:Duration{"gte":"1s"}',
    ThresholdTrigger: 'value:double{"gte":0,"lte":1}',
    Trigger:
      'name:string{"minLen":1} scaled:.ScaledTrigger|trigger_oneof threshold:.ThresholdTrigger|trigger_oneof',
  },
  'envoy.config.ratelimit.v3': {
    RateLimitServiceConfig:
      'grpc_service:envoy.config.core.v3.GrpcService{"required":true} transport_api_version:enum:envoy.config.core.v3.ApiVersion',
  },
  'envoy.config.rbac.v3': {
    Action: 'action:enum:.RBAC.Action name:string{"minLen":1}',
    Permission:
      'and_rules:.Permission.Set|rule any:bool|rule{"const":true} destination_ip:envoy.config.core.v3.CidrRange|rule destination_port:uint32|rule{"lte":65535} destination_port_range:envoy.type.v3.Int32Range|rule header:envoy.config.route.v3.HeaderMatcher|rule matcher:envoy.config.core.v3.TypedExtensionConfig|rule metadata:envoy.type.matcher.v3.MetadataMatcher!|rule not_rule:.Permission|rule or_rules:.Permission.Set|rule requested_server_name:envoy.type.matcher.v3.StringMatcher|rule sourced_metadata:.SourcedMetadata|rule uri_template:envoy.config.core.v3.TypedExtensionConfig|rule url_path:envoy.type.matcher.v3.PathMatcher|rule',
    'Permission.Set': 'rules:[].Permission{"minItems":1}',
    Policy:
      'cel_config:envoy.config.core.v3.CelExpressionConfig checked_condition:google.api.expr.v1alpha1.CheckedExpr condition:google.api.expr.v1alpha1.Expr permissions:[].Permission{"minItems":1} principals:[].Principal{"minItems":1}',
    Principal:
      'and_ids:.Principal.Set|identifier any:bool|identifier{"const":true} authenticated:.Principal.Authenticated|identifier custom:envoy.config.core.v3.TypedExtensionConfig|identifier direct_remote_ip:envoy.config.core.v3.CidrRange|identifier filter_state:envoy.type.matcher.v3.FilterStateMatcher|identifier header:envoy.config.route.v3.HeaderMatcher|identifier metadata:envoy.type.matcher.v3.MetadataMatcher!|identifier not_id:.Principal|identifier or_ids:.Principal.Set|identifier remote_ip:envoy.config.core.v3.CidrRange|identifier source_ip:envoy.config.core.v3.CidrRange!|identifier sourced_metadata:.SourcedMetadata|identifier url_path:envoy.type.matcher.v3.PathMatcher|identifier',
    'Principal.Authenticated': 'principal_name:envoy.type.matcher.v3.StringMatcher',
    'Principal.Set': 'ids:[].Principal{"minItems":1}',
    RBAC: 'action:enum:.RBAC.Action audit_logging_options:.RBAC.AuditLoggingOptions policies:map<string,.Policy>',
    'RBAC.AuditLoggingOptions':
      'audit_condition:enum:.RBAC.AuditLoggingOptions.AuditCondition logger_configs:[].RBAC.AuditLoggingOptions.AuditLoggerConfig',
    'RBAC.AuditLoggingOptions.AuditLoggerConfig':
      'audit_logger:envoy.config.core.v3.TypedExtensionConfig is_optional:bool',
    SourcedMetadata:
      'metadata_matcher:envoy.type.matcher.v3.MetadataMatcher{"required":true} metadata_source:enum:.MetadataSource',
  },
  'envoy.config.route.v3': {
    ClusterSpecifierPlugin:
      'extension:envoy.config.core.v3.TypedExtensionConfig{"required":true} is_optional:bool',
    CookieMatcher:
      'invert_match:bool name:string{"maxBytes":1024,"minLen":1} string_match:envoy.type.matcher.v3.StringMatcher{"required":true}',
    CorsPolicy:
      'allow_credentials:BoolValue allow_headers:string allow_methods:string allow_origin_string_match:[]envoy.type.matcher.v3.StringMatcher allow_private_network_access:BoolValue expose_headers:string filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent|enabled_specifier forward_not_matching_preflights:BoolValue max_age:string shadow_enabled:envoy.config.core.v3.RuntimeFractionalPercent',
    Decorator: 'operation:string{"minLen":1} propagate:BoolValue',
    DirectResponseAction:
      'body:envoy.config.core.v3.DataSource body_format:envoy.config.core.v3.SubstitutionFormatString status:uint32{"gte":200,"lt":600}',
    FilterAction: 'action:Any',
    FilterConfig: 'config:Any disabled:bool is_optional:bool',
    HeaderMatcher:
      'contains_match:string!|header_match_specifier{"minLen":1} exact_match:string!|header_match_specifier invert_match:bool name:string{"minLen":1,"header":"LOOSE"} prefix_match:string!|header_match_specifier{"minLen":1} present_match:bool|header_match_specifier range_match:envoy.type.v3.Int64Range|header_match_specifier safe_regex_match:envoy.type.matcher.v3.RegexMatcher!|header_match_specifier string_match:envoy.type.matcher.v3.StringMatcher|header_match_specifier suffix_match:string!|header_match_specifier{"minLen":1} treat_missing_header_as_empty:bool',
    HedgePolicy:
      'additional_request_chance:envoy.type.v3.FractionalPercent hedge_on_per_try_timeout:bool initial_requests:UInt32Value{"gte":1}',
    InternalRedirectPolicy:
      'allow_cross_scheme_redirect:bool max_internal_redirects:UInt32Value predicates:[]envoy.config.core.v3.TypedExtensionConfig redirect_response_codes:[]uint32{"maxItems":5} response_headers_to_copy:[]string{"items":{"header":"LOOSE"},"unique":true}',
    NonForwardingAction: '',
    QueryParameterMatcher:
      'name:string{"maxBytes":1024,"minLen":1} present_match:bool|query_parameter_match_specifier string_match:envoy.type.matcher.v3.StringMatcher|query_parameter_match_specifier{"required":true}',
    RateLimit:
      'actions:[].RateLimit.Action{"minItems":1} apply_on_stream_done:bool disable_key:string hits_addend:.RateLimit.HitsAddend limit:.RateLimit.Override stage:UInt32Value{"lte":10} x_ratelimit_option:enum:.RateLimit.XRateLimitOption',
    'RateLimit.Action':
      'destination_cluster:.RateLimit.Action.DestinationCluster|action_specifier dynamic_metadata:.RateLimit.Action.DynamicMetaData!|action_specifier extension:envoy.config.core.v3.TypedExtensionConfig|action_specifier generic_key:.RateLimit.Action.GenericKey|action_specifier header_value_match:.RateLimit.Action.HeaderValueMatch|action_specifier masked_remote_address:.RateLimit.Action.MaskedRemoteAddress|action_specifier metadata:.RateLimit.Action.MetaData|action_specifier query_parameter_value_match:.RateLimit.Action.QueryParameterValueMatch|action_specifier query_parameters:.RateLimit.Action.QueryParameters|action_specifier remote_address:.RateLimit.Action.RemoteAddress|action_specifier remote_address_match:.RateLimit.Action.RemoteAddressMatch|action_specifier request_headers:.RateLimit.Action.RequestHeaders|action_specifier source_cluster:.RateLimit.Action.SourceCluster|action_specifier',
    'RateLimit.Action.DestinationCluster': '',
    'RateLimit.Action.DynamicMetaData':
      'default_value:string descriptor_key:string{"minLen":1} metadata_key:envoy.type.metadata.v3.MetadataKey{"required":true}',
    'RateLimit.Action.GenericKey':
      'default_value:string descriptor_key:string descriptor_value:string{"minLen":1}',
    'RateLimit.Action.HeaderValueMatch':
      'default_value:string descriptor_key:string descriptor_value:string{"minLen":1} expect_match:BoolValue headers:[].HeaderMatcher{"minItems":1}',
    'RateLimit.Action.MaskedRemoteAddress':
      'v4_prefix_mask_len:UInt32Value{"lte":32} v6_prefix_mask_len:UInt32Value{"lte":128}',
    'RateLimit.Action.MetaData':
      'default_value:string descriptor_key:string{"minLen":1} metadata_key:envoy.type.metadata.v3.MetadataKey{"required":true} skip_if_absent:bool source:enum:.RateLimit.Action.MetaData.Source',
    'RateLimit.Action.QueryParameterValueMatch':
      'default_value:string descriptor_key:string descriptor_value:string{"minLen":1} expect_match:BoolValue query_parameters:[].QueryParameterMatcher{"minItems":1}',
    'RateLimit.Action.QueryParameters':
      'descriptor_key:string{"minLen":1} query_parameter_name:string{"minLen":1} skip_if_absent:bool',
    'RateLimit.Action.RemoteAddress': '',
    'RateLimit.Action.RemoteAddressMatch':
      'address_matcher:envoy.type.matcher.v3.AddressMatcher{"required":true} default_value:string descriptor_key:string descriptor_value:string{"minLen":1}',
    'RateLimit.Action.RequestHeaders':
      'descriptor_key:string{"minLen":1} header_name:string{"minLen":1,"header":"LOOSE"} skip_if_absent:bool',
    'RateLimit.Action.SourceCluster': '',
    'RateLimit.HitsAddend':
      'format:string{"ignoreEmpty":true,"prefix":"%","suffix":"%"} is_negative_hits:bool number:UInt64Value{"lte":1000000000}',
    'RateLimit.Override':
      'dynamic_metadata:.RateLimit.Override.DynamicMetadata|override_specifier rate_limit:.RateLimit.Override.RateLimitOverride|override_specifier',
    'RateLimit.Override.DynamicMetadata': 'metadata_key:envoy.type.metadata.v3.MetadataKey{"required":true}',
    'RateLimit.Override.RateLimitOverride': 'requests_per_unit:uint32 unit:enum:envoy.type.v3.RateLimitUnit',
    RedirectAction:
      'host_redirect:string{"header":"LOOSE"} https_redirect:bool|scheme_rewrite_specifier path_redirect:string|path_rewrite_specifier{"header":"LOOSE"} path_rewrite:string|path_rewrite_specifier port_redirect:uint32 prefix_rewrite:string|path_rewrite_specifier{"header":"LOOSE"} regex_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute|path_rewrite_specifier response_code:enum:.RedirectAction.RedirectResponseCode scheme_redirect:string|scheme_rewrite_specifier strip_query:bool',
    RetryPolicy:
      'host_selection_retry_max_attempts:int64 num_retries:UInt32Value per_try_idle_timeout:Duration per_try_timeout:Duration rate_limited_retry_back_off:.RetryPolicy.RateLimitedRetryBackOff refresh_cluster_on_retry:bool retriable_headers:[].HeaderMatcher retriable_request_headers:[].HeaderMatcher retriable_status_codes:[]uint32 retry_back_off:.RetryPolicy.RetryBackOff retry_host_predicate:[].RetryPolicy.RetryHostPredicate retry_on:string retry_options_predicates:[]envoy.config.core.v3.TypedExtensionConfig retry_priority:.RetryPolicy.RetryPriority',
    'RetryPolicy.RateLimitedRetryBackOff':
      'max_interval:Duration{"gt":"0s"} reset_headers:[].RetryPolicy.ResetHeader{"minItems":1}',
    'RetryPolicy.ResetHeader':
      'format:enum:.RetryPolicy.ResetHeaderFormat name:string{"minLen":1,"header":"LOOSE"}',
    'RetryPolicy.RetryBackOff':
      'base_interval:Duration{"gt":"0s","required":true} max_interval:Duration{"gt":"0s"}',
    'RetryPolicy.RetryHostPredicate': 'name:string{"minLen":1} typed_config:Any|config_type',
    'RetryPolicy.RetryPriority': 'name:string{"minLen":1} typed_config:Any|config_type',
    Route:
      'decorator:.Decorator direct_response:.DirectResponseAction|action filter_action:.FilterAction|action match:.RouteMatch{"required":true} metadata:envoy.config.core.v3.Metadata name:string non_forwarding_action:.NonForwardingAction|action per_request_buffer_limit_bytes:UInt32Value! redirect:.RedirectAction|action request_body_buffer_limit:UInt64Value request_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} request_headers_to_remove:[]string{"items":{"minLen":1,"header":"LOOSE"}} response_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} response_headers_to_remove:[]string{"items":{"minLen":1,"header":"LOOSE"}} route:.RouteAction|action stat_prefix:string tracing:.Tracing typed_per_filter_config:map<string,Any>',
    RouteAction:
      'append_x_forwarded_host:bool auto_host_rewrite:BoolValue|host_rewrite_specifier cluster:string|cluster_specifier{"minLen":1} cluster_header:string|cluster_specifier{"minLen":1,"header":"LOOSE"} cluster_not_found_response_code:enum:.RouteAction.ClusterNotFoundResponseCode cluster_specifier_plugin:string|cluster_specifier cors:.CorsPolicy! early_data_policy:envoy.config.core.v3.TypedExtensionConfig flush_timeout:Duration grpc_timeout_offset:Duration! hash_policy:[].RouteAction.HashPolicy hedge_policy:.HedgePolicy host_rewrite:string|host_rewrite_specifier host_rewrite_header:string|host_rewrite_specifier{"header":"LOOSE"} host_rewrite_literal:string|host_rewrite_specifier{"header":"LOOSE"} host_rewrite_path_regex:envoy.type.matcher.v3.RegexMatchAndSubstitute|host_rewrite_specifier idle_timeout:Duration include_vh_rate_limits:BoolValue! inline_cluster_specifier_plugin:.ClusterSpecifierPlugin|cluster_specifier internal_redirect_action:enum:.RouteAction.InternalRedirectAction! internal_redirect_policy:.InternalRedirectPolicy max_grpc_timeout:Duration! max_internal_redirects:UInt32Value! max_stream_duration:.RouteAction.MaxStreamDuration metadata_match:envoy.config.core.v3.Metadata path_rewrite:string path_rewrite_policy:envoy.config.core.v3.TypedExtensionConfig prefix_rewrite:string{"header":"LOOSE"} priority:enum:envoy.config.core.v3.RoutingPriority rate_limits:[].RateLimit regex_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute request_mirror_policies:[].RouteAction.RequestMirrorPolicy retry_policy:.RetryPolicy retry_policy_typed_config:Any timeout:Duration upgrade_configs:[].RouteAction.UpgradeConfig weighted_clusters:.WeightedCluster|cluster_specifier',
    'RouteAction.HashPolicy':
      'connection_properties:.RouteAction.HashPolicy.ConnectionProperties|policy_specifier cookie:.RouteAction.HashPolicy.Cookie|policy_specifier filter_state:.RouteAction.HashPolicy.FilterState|policy_specifier header:.RouteAction.HashPolicy.Header|policy_specifier query_parameter:.RouteAction.HashPolicy.QueryParameter|policy_specifier terminal:bool',
    'RouteAction.HashPolicy.ConnectionProperties': 'source_ip:bool',
    'RouteAction.HashPolicy.Cookie':
      'attributes:[].RouteAction.HashPolicy.CookieAttribute name:string{"minLen":1} path:string ttl:Duration',
    'RouteAction.HashPolicy.CookieAttribute':
      'name:string{"maxBytes":16384,"minLen":1,"header":"LOOSE"} value:string{"maxBytes":16384,"header":"LOOSE"}',
    'RouteAction.HashPolicy.FilterState': 'key:string{"minLen":1}',
    'RouteAction.HashPolicy.Header':
      'header_name:string{"minLen":1,"header":"LOOSE"} regex_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute',
    'RouteAction.HashPolicy.QueryParameter': 'name:string{"minLen":1}',
    'RouteAction.MaxStreamDuration':
      'grpc_timeout_header_max:Duration grpc_timeout_header_offset:Duration max_stream_duration:Duration',
    'RouteAction.RequestMirrorPolicy':
      'cluster:string cluster_header:string{"header":"LOOSE"} disable_shadow_host_suffix_append:bool host_rewrite_literal:string{"header":"LOOSE"} request_headers_mutations:[]envoy.config.common.mutation_rules.v3.HeaderMutation{"maxItems":1000} runtime_fraction:envoy.config.core.v3.RuntimeFractionalPercent trace_sampled:BoolValue',
    'RouteAction.UpgradeConfig':
      'connect_config:.RouteAction.UpgradeConfig.ConnectConfig enabled:BoolValue upgrade_type:string{"minLen":1,"header":"LOOSE"}',
    'RouteAction.UpgradeConfig.ConnectConfig':
      'allow_post:bool proxy_protocol_config:envoy.config.core.v3.ProxyProtocolConfig',
    RouteConfiguration:
      'cluster_specifier_plugins:[].ClusterSpecifierPlugin ignore_path_parameters_in_path_matching:bool ignore_port_in_host_matching:bool internal_only_headers:[]string{"items":{"header":"LOOSE"}} max_direct_response_body_size_bytes:UInt32Value metadata:envoy.config.core.v3.Metadata most_specific_header_mutations_wins:bool name:string request_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} request_headers_to_remove:[]string{"items":{"header":"LOOSE"}} request_mirror_policies:[].RouteAction.RequestMirrorPolicy response_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} response_headers_to_remove:[]string{"items":{"header":"LOOSE"}} typed_per_filter_config:map<string,Any> validate_clusters:BoolValue vhds:.Vhds vhost_header:string virtual_hosts:[].VirtualHost',
    RouteList: 'routes:[].Route',
    RouteMatch:
      'case_sensitive:BoolValue connect_matcher:.RouteMatch.ConnectMatcher|path_specifier cookies:[].CookieMatcher dynamic_metadata:[]envoy.type.matcher.v3.MetadataMatcher filter_state:[]envoy.type.matcher.v3.FilterStateMatcher grpc:.RouteMatch.GrpcRouteMatchOptions headers:[].HeaderMatcher path:string|path_specifier path_match_policy:envoy.config.core.v3.TypedExtensionConfig|path_specifier path_separated_prefix:string|path_specifier{"pattern":"^[^?#]+[^?#/]$"} prefix:string|path_specifier query_parameters:[].QueryParameterMatcher runtime_fraction:envoy.config.core.v3.RuntimeFractionalPercent safe_regex:envoy.type.matcher.v3.RegexMatcher|path_specifier{"required":true} tls_context:.RouteMatch.TlsContextMatchOptions',
    'RouteMatch.ConnectMatcher': '',
    'RouteMatch.GrpcRouteMatchOptions': '',
    'RouteMatch.TlsContextMatchOptions': 'presented:BoolValue validated:BoolValue',
    ScopedRouteConfiguration:
      'key:.ScopedRouteConfiguration.Key{"required":true} name:string{"minLen":1} on_demand:bool route_configuration:.RouteConfiguration route_configuration_name:string',
    'ScopedRouteConfiguration.Key': 'fragments:[].ScopedRouteConfiguration.Key.Fragment{"minItems":1}',
    'ScopedRouteConfiguration.Key.Fragment': 'string_key:string|type',
    Tracing:
      'client_sampling:envoy.type.v3.FractionalPercent custom_tags:[]envoy.type.tracing.v3.CustomTag operation:string overall_sampling:envoy.type.v3.FractionalPercent random_sampling:envoy.type.v3.FractionalPercent upstream_operation:string',
    Vhds: 'config_source:envoy.config.core.v3.ConfigSource{"required":true}',
    VirtualCluster: 'headers:[].HeaderMatcher name:string{"minLen":1}',
    VirtualHost:
      'cors:.CorsPolicy! domains:[]string{"items":{"header":"LOOSE"},"minItems":1} hedge_policy:.HedgePolicy include_attempt_count_in_response:bool include_is_timeout_retry_header:bool include_request_attempt_count:bool matcher:xds.type.matcher.v3.Matcher metadata:envoy.config.core.v3.Metadata name:string{"minLen":1} per_request_buffer_limit_bytes:UInt32Value! rate_limits:[].RateLimit request_body_buffer_limit:UInt64Value request_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} request_headers_to_remove:[]string{"items":{"minLen":1,"header":"LOOSE"}} request_mirror_policies:[].RouteAction.RequestMirrorPolicy require_tls:enum:.VirtualHost.TlsRequirementType response_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} response_headers_to_remove:[]string{"items":{"minLen":1,"header":"LOOSE"}} retry_policy:.RetryPolicy retry_policy_typed_config:Any routes:[].Route typed_per_filter_config:map<string,Any> virtual_clusters:[].VirtualCluster',
    WeightedCluster:
      'clusters:[].WeightedCluster.ClusterWeight{"minItems":1} header_name:string|random_value_specifier{"header":"LOOSE"} runtime_key_prefix:string total_weight:UInt32Value! use_hash_policy:BoolValue|random_value_specifier',
    'WeightedCluster.ClusterWeight':
      'cluster_header:string{"header":"LOOSE"} host_rewrite_literal:string|host_rewrite_specifier{"header":"LOOSE"} metadata_match:envoy.config.core.v3.Metadata name:string request_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} request_headers_to_remove:[]string{"items":{"header":"LOOSE"}} response_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} response_headers_to_remove:[]string{"items":{"header":"LOOSE"}} typed_per_filter_config:map<string,Any> weight:UInt32Value',
  },
  'envoy.config.tap.v3': {
    BufferedAdminSink: 'max_traces:uint64{"gt":0} timeout:Duration',
    FilePerTapSink: 'path_prefix:string{"minLen":1}',
    HttpGenericBodyMatch:
      'bytes_limit:uint32 patterns:[].HttpGenericBodyMatch.GenericTextMatch{"minItems":1}',
    'HttpGenericBodyMatch.GenericTextMatch':
      'binary_match:bytes|rule{"minLen":1} string_match:string|rule{"minLen":1}',
    HttpHeadersMatch: 'headers:[]envoy.config.route.v3.HeaderMatcher',
    MatchPredicate:
      'and_match:.MatchPredicate.MatchSet|rule any_match:bool|rule{"const":true} http_request_generic_body_match:.HttpGenericBodyMatch|rule http_request_headers_match:.HttpHeadersMatch|rule http_request_trailers_match:.HttpHeadersMatch|rule http_response_generic_body_match:.HttpGenericBodyMatch|rule http_response_headers_match:.HttpHeadersMatch|rule http_response_trailers_match:.HttpHeadersMatch|rule not_match:.MatchPredicate|rule or_match:.MatchPredicate.MatchSet|rule',
    'MatchPredicate.MatchSet': 'rules:[].MatchPredicate{"minItems":2}',
    OutputConfig:
      'max_buffered_rx_bytes:UInt32Value max_buffered_tx_bytes:UInt32Value min_streamed_sent_bytes:UInt32Value sinks:[].OutputSink{"maxItems":1,"minItems":1} streaming:bool',
    OutputSink:
      'buffered_admin:.BufferedAdminSink|output_sink_type custom_sink:envoy.config.core.v3.TypedExtensionConfig|output_sink_type file_per_tap:.FilePerTapSink|output_sink_type format:enum:.OutputSink.Format streaming_admin:.StreamingAdminSink|output_sink_type streaming_grpc:.StreamingGrpcSink|output_sink_type',
    StreamingAdminSink: '',
    StreamingGrpcSink: 'grpc_service:envoy.config.core.v3.GrpcService{"required":true} tap_id:string',
    TapConfig:
      'match:envoy.config.common.matcher.v3.MatchPredicate match_config:.MatchPredicate! output_config:.OutputConfig{"required":true} tap_enabled:envoy.config.core.v3.RuntimeFractionalPercent',
  },
  'envoy.config.trace.v3': {
    ClientConfig:
      'backend_token:string|backend_token_specifier instance_name:string max_cache_size:UInt32Value service_name:string',
    DatadogConfig:
      'collector_cluster:string{"minLen":1} collector_hostname:string remote_config:.DatadogRemoteConfig service_name:string{"minLen":1}',
    DatadogRemoteConfig: 'polling_interval:Duration',
    DynamicOtConfig: 'config:Struct! library:string!{"minLen":1}',
    LightstepConfig:
      'access_token:envoy.config.core.v3.DataSource access_token_file:string! collector_cluster:string{"minLen":1} propagation_modes:[]enum:.LightstepConfig.PropagationMode',
    OpenTelemetryConfig:
      'grpc_service:envoy.config.core.v3.GrpcService http_service:envoy.config.core.v3.HttpService max_cache_size:UInt32Value resource_detectors:[]envoy.config.core.v3.TypedExtensionConfig sampler:envoy.config.core.v3.TypedExtensionConfig service_name:string set_instrumentation_scope:BoolValue set_service_name_resource_attribute:BoolValue set_telemetry_sdk_resource_attributes:BoolValue',
    SkyWalkingConfig:
      'client_config:.ClientConfig grpc_service:envoy.config.core.v3.GrpcService{"required":true}',
    TraceServiceConfig: 'grpc_service:envoy.config.core.v3.GrpcService{"required":true}',
    Tracing: 'http:.Tracing.Http',
    'Tracing.Http': 'name:string{"minLen":1} typed_config:Any|config_type',
    XRayConfig:
      'daemon_endpoint:envoy.config.core.v3.SocketAddress sampling_rule_manifest:envoy.config.core.v3.DataSource segment_fields:.XRayConfig.SegmentFields segment_name:string{"minLen":1}',
    'XRayConfig.SegmentFields': 'aws:Struct origin:string',
    ZipkinConfig:
      'collector_cluster:string collector_endpoint:string collector_endpoint_version:enum:.ZipkinConfig.CollectorEndpointVersion collector_hostname:string collector_service:envoy.config.core.v3.HttpService shared_span_context:BoolValue split_spans_for_request:bool! timestamp_trace_ids:bool trace_context_option:enum:.ZipkinConfig.TraceContextOption trace_id_128bit:bool',
  },
  'envoy.config.upstream.local_address_selector.v3': { DefaultLocalAddressSelector: '' },
  'envoy.data.accesslog.v3': {
    AccessLogCommon:
      'access_log_type:enum:.AccessLogType connection_termination_details:string custom_tags:map<string,string> downstream_direct_remote_address:envoy.config.core.v3.Address downstream_local_address:envoy.config.core.v3.Address downstream_remote_address:envoy.config.core.v3.Address downstream_transport_failure_reason:string downstream_wire_bytes_received:uint64 downstream_wire_bytes_sent:uint64 duration:Duration filter_state_objects:map<string,Any> intermediate_log_entry:bool! metadata:envoy.config.core.v3.Metadata response_flags:.ResponseFlags route_name:string sample_rate:double{"gt":0,"lte":1} start_time:Timestamp stream_id:string time_to_first_downstream_tx_byte:Duration time_to_first_upstream_rx_byte:Duration time_to_first_upstream_tx_byte:Duration time_to_last_downstream_tx_byte:Duration time_to_last_rx_byte:Duration time_to_last_upstream_rx_byte:Duration time_to_last_upstream_tx_byte:Duration tls_properties:.TLSProperties upstream_cluster:string upstream_local_address:envoy.config.core.v3.Address upstream_remote_address:envoy.config.core.v3.Address upstream_request_attempt_count:uint32 upstream_transport_failure_reason:string upstream_wire_bytes_received:uint64 upstream_wire_bytes_sent:uint64',
    ConnectionProperties: 'received_bytes:uint64 sent_bytes:uint64',
    HTTPAccessLogEntry:
      'common_properties:.AccessLogCommon protocol_version:enum:.HTTPAccessLogEntry.HTTPVersion request:.HTTPRequestProperties response:.HTTPResponseProperties',
    HTTPRequestProperties:
      'authority:string downstream_header_bytes_received:uint64 forwarded_for:string original_path:string path:string port:UInt32Value referer:string request_body_bytes:uint64 request_headers:map<string,string> request_headers_bytes:uint64 request_id:string request_method:enum:envoy.config.core.v3.RequestMethod scheme:string upstream_header_bytes_sent:uint64 user_agent:string',
    HTTPResponseProperties:
      'downstream_header_bytes_sent:uint64 response_body_bytes:uint64 response_code:UInt32Value response_code_details:string response_headers:map<string,string> response_headers_bytes:uint64 response_trailers:map<string,string> upstream_header_bytes_received:uint64',
    ResponseFlags:
      'delay_injected:bool dns_resolution_failure:bool downstream_connection_termination:bool downstream_protocol_error:bool downstream_remote_reset:bool duration_timeout:bool failed_local_healthcheck:bool fault_injected:bool invalid_envoy_request_headers:bool local_reset:bool no_cluster_found:bool no_filter_config_found:bool no_healthy_upstream:bool no_route_found:bool overload_manager:bool rate_limit_service_error:bool rate_limited:bool response_from_cache_filter:bool stream_idle_timeout:bool unauthorized_details:.ResponseFlags.Unauthorized upstream_connection_failure:bool upstream_connection_termination:bool upstream_max_stream_duration_reached:bool upstream_overflow:bool upstream_protocol_error:bool upstream_remote_reset:bool upstream_request_timeout:bool upstream_retry_limit_exceeded:bool',
    'ResponseFlags.Unauthorized': 'reason:enum:.ResponseFlags.Unauthorized.Reason',
    TCPAccessLogEntry: 'common_properties:.AccessLogCommon connection_properties:.ConnectionProperties',
    TLSProperties:
      'ja3_fingerprint:string local_certificate_properties:.TLSProperties.CertificateProperties peer_certificate_properties:.TLSProperties.CertificateProperties tls_cipher_suite:UInt32Value tls_session_id:string tls_sni_hostname:string tls_version:enum:.TLSProperties.TLSVersion',
    'TLSProperties.CertificateProperties':
      'issuer:string subject:string subject_alt_name:[].TLSProperties.CertificateProperties.SubjectAltName',
    'TLSProperties.CertificateProperties.SubjectAltName': 'dns:string|san uri:string|san',
  },
  'envoy.data.cluster.v3': {
    OutlierDetectionEvent:
      'action:enum:.Action cluster_name:string{"minLen":1} eject_consecutive_event:.OutlierEjectConsecutive|event eject_failure_percentage_event:.OutlierEjectFailurePercentage|event eject_success_rate_event:.OutlierEjectSuccessRate|event enforced:bool num_ejections:uint32 secs_since_last_action:UInt64Value timestamp:Timestamp type:enum:.OutlierEjectionType upstream_url:string{"minLen":1}',
    OutlierEjectConsecutive: '',
    OutlierEjectFailurePercentage: 'host_success_rate:uint32{"lte":100}',
    OutlierEjectSuccessRate:
      'cluster_average_success_rate:uint32{"lte":100} cluster_success_rate_ejection_threshold:uint32{"lte":100} host_success_rate:uint32{"lte":100}',
  },
  'envoy.data.core.v3': {
    DegradedHealthyHost: '',
    HealthCheckAddHealthy: 'first_check:bool',
    HealthCheckEjectUnhealthy: 'failure_type:enum:.HealthCheckFailureType http_status_code:uint32',
    HealthCheckEvent:
      'add_healthy_event:.HealthCheckAddHealthy|event cluster_name:string{"minLen":1} degraded_healthy_host:.DegradedHealthyHost|event eject_unhealthy_event:.HealthCheckEjectUnhealthy|event health_check_failure_event:.HealthCheckFailure|event health_checker_type:enum:.HealthCheckerType host:envoy.config.core.v3.Address locality:envoy.config.core.v3.Locality metadata:envoy.config.core.v3.Metadata no_longer_degraded_host:.NoLongerDegradedHost|event successful_health_check_event:.HealthCheckSuccessful|event timestamp:Timestamp',
    HealthCheckFailure: 'failure_type:enum:.HealthCheckFailureType first_check:bool http_status_code:uint32',
    HealthCheckSuccessful: '',
    NoLongerDegradedHost: '',
    TlvsMetadata: 'typed_metadata:map<string,bytes>',
  },
  'envoy.data.dns.v3': {
    DnsTable:
      'external_retry_count:uint32{"lte":3} known_suffixes:[]envoy.type.matcher.v3.StringMatcher! virtual_domains:[].DnsTable.DnsVirtualDomain',
    'DnsTable.AddressList': 'address:[]string{"items":{"minLen":3},"minItems":1}',
    'DnsTable.DnsEndpoint':
      'address_list:.DnsTable.AddressList|endpoint_config cluster_name:string|endpoint_config service_list:.DnsTable.DnsServiceList|endpoint_config',
    'DnsTable.DnsService':
      'protocol:.DnsTable.DnsServiceProtocol service_name:string{"minLen":1,"header":"HTTP_HEADER_NAME"} targets:[].DnsTable.DnsServiceTarget{"minItems":1} ttl:Duration{"gte":"1s"}',
    'DnsTable.DnsServiceList': 'services:[].DnsTable.DnsService{"minItems":1}',
    'DnsTable.DnsServiceProtocol':
      'name:string|protocol_config{"minLen":1,"header":"HTTP_HEADER_NAME"} number:uint32|protocol_config{"lt":255}',
    'DnsTable.DnsServiceTarget':
      'cluster_name:string|endpoint_type{"minLen":1,"header":"HTTP_HEADER_NAME"} host_name:string|endpoint_type{"minLen":1,"header":"HTTP_HEADER_NAME"} port:uint32{"lt":65536} priority:uint32{"lt":65536} weight:uint32{"lt":65536}',
    'DnsTable.DnsVirtualDomain':
      'answer_ttl:Duration{"gte":"30s"} endpoint:.DnsTable.DnsEndpoint name:string{"minLen":1,"header":"HTTP_HEADER_NAME"}',
  },
  'envoy.data.tap.v3': {
    Body: 'as_bytes:bytes|body_type as_string:string|body_type truncated:bool',
    Connection: 'local_address:envoy.config.core.v3.Address remote_address:envoy.config.core.v3.Address',
    HttpBufferedTrace:
      'downstream_connection:.Connection request:.HttpBufferedTrace.Message response:.HttpBufferedTrace.Message upstream_connection:.Connection',
    'HttpBufferedTrace.Message':
      'body:.Body headers:[]envoy.config.core.v3.HeaderValue headers_received_time:Timestamp trailers:[]envoy.config.core.v3.HeaderValue',
    HttpStreamedTraceSegment:
      'request_body_chunk:.Body|message_piece request_headers:envoy.config.core.v3.HeaderMap|message_piece request_trailers:envoy.config.core.v3.HeaderMap|message_piece response_body_chunk:.Body|message_piece response_headers:envoy.config.core.v3.HeaderMap|message_piece response_trailers:envoy.config.core.v3.HeaderMap|message_piece trace_id:uint64',
    SocketBufferedTrace:
      'connection:.Connection events:[].SocketEvent read_truncated:bool trace_id:uint64 write_truncated:bool',
    SocketEvent:
      'closed:.SocketEvent.Closed|event_selector connection:.Connection read:.SocketEvent.Read|event_selector seq_num:uint64 timestamp:Timestamp write:.SocketEvent.Write|event_selector',
    'SocketEvent.Closed': '',
    'SocketEvent.Read': 'data:.Body',
    'SocketEvent.Write': 'data:.Body end_stream:bool',
    SocketEvents: 'events:[].SocketEvent',
    SocketStreamedTraceSegment:
      'connection:.Connection|message_piece event:.SocketEvent|message_piece events:.SocketEvents|message_piece trace_id:uint64',
    TraceWrapper:
      'configured_sample_rate:envoy.type.v3.FractionalPercent http_buffered_trace:.HttpBufferedTrace|trace http_streamed_trace_segment:.HttpStreamedTraceSegment|trace socket_buffered_trace:.SocketBufferedTrace|trace socket_streamed_trace_segment:.SocketStreamedTraceSegment|trace',
  },
  'envoy.extensions.access_loggers.dynamic_modules.v3': {
    DynamicModuleAccessLog:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig{"required":true} logger_config:Any logger_name:string',
  },
  'envoy.extensions.access_loggers.file.v3': {
    FileAccessLog:
      'format:string!|access_log_format json_format:Struct!|access_log_format log_format:envoy.config.core.v3.SubstitutionFormatString|access_log_format{"required":true} path:string{"minLen":1} typed_json_format:Struct!|access_log_format',
  },
  'envoy.extensions.access_loggers.filters.cel.v3': {
    ExpressionFilter: 'cel_config:envoy.config.core.v3.CelExpressionConfig expression:string',
  },
  'envoy.extensions.access_loggers.filters.process_ratelimit.v3': {
    DynamicTokenBucket:
      'config_source:envoy.config.core.v3.ConfigSource{"required":true} resource_name:string{"minLen":1}',
    ProcessRateLimitFilter: 'dynamic_config:.DynamicTokenBucket',
  },
  'envoy.extensions.access_loggers.fluentd.v3': {
    FluentdAccessLogConfig:
      'buffer_flush_interval:Duration{"gt":"0s"} buffer_size_bytes:UInt32Value cluster:string{"minLen":1} formatters:[]envoy.config.core.v3.TypedExtensionConfig record:Struct{"required":true} retry_options:.FluentdAccessLogConfig.RetryOptions stat_prefix:string{"minLen":1} tag:string{"minLen":1}',
    'FluentdAccessLogConfig.RetryOptions':
      'backoff_options:envoy.config.core.v3.BackoffStrategy max_connect_attempts:UInt32Value',
  },
  'envoy.extensions.access_loggers.grpc.v3': {
    CommonGrpcAccessLogConfig:
      'buffer_flush_interval:Duration{"gt":"0s"} buffer_size_bytes:UInt32Value custom_tags:[]envoy.type.tracing.v3.CustomTag filter_state_objects_to_log:[]string grpc_service:envoy.config.core.v3.GrpcService{"required":true} grpc_stream_retry_policy:envoy.config.core.v3.RetryPolicy log_name:string{"minLen":1} transport_api_version:enum:envoy.config.core.v3.ApiVersion',
    HttpGrpcAccessLogConfig:
      'additional_request_headers_to_log:[]string additional_response_headers_to_log:[]string additional_response_trailers_to_log:[]string common_config:.CommonGrpcAccessLogConfig{"required":true}',
    TcpGrpcAccessLogConfig: 'common_config:.CommonGrpcAccessLogConfig{"required":true}',
  },
  'envoy.extensions.access_loggers.open_telemetry.v3': {
    OpenTelemetryAccessLogConfig:
      'attributes:opentelemetry.proto.common.v1.KeyValueList body:opentelemetry.proto.common.v1.AnyValue buffer_flush_interval:Duration buffer_size_bytes:UInt32Value common_config:envoy.extensions.access_loggers.grpc.v3.CommonGrpcAccessLogConfig! custom_tags:[]envoy.type.tracing.v3.CustomTag disable_builtin_labels:bool filter_state_objects_to_log:[]string formatters:[]envoy.config.core.v3.TypedExtensionConfig grpc_service:envoy.config.core.v3.GrpcService http_service:envoy.config.core.v3.HttpService log_name:string resource_attributes:opentelemetry.proto.common.v1.KeyValueList stat_prefix:string',
  },
  'envoy.extensions.access_loggers.stats.v3': {
    Config:
      'counters:[].Config.Counter gauges:[].Config.Gauge histograms:[].Config.Histogram stat_prefix:string! stats_scope:envoy.type.v3.Scope',
    'Config.Counter':
      'stat:.Config.Stat{"required":true} value_fixed:UInt64Value{"gt":0} value_format:string{"ignoreEmpty":true,"prefix":"%","suffix":"%"}',
    'Config.Gauge':
      'add_subtract:.Config.Gauge.PairedAddSubtract set:.Config.Gauge.Set stat:.Config.Stat{"required":true} value_fixed:UInt64Value{"gt":0} value_format:string{"ignoreEmpty":true,"prefix":"%","suffix":"%"}',
    'Config.Gauge.PairedAddSubtract':
      'add_log_type:enum:envoy.data.accesslog.v3.AccessLogType sub_log_type:enum:envoy.data.accesslog.v3.AccessLogType',
    'Config.Gauge.Set': 'log_type:enum:envoy.data.accesslog.v3.AccessLogType',
    'Config.Histogram':
      'stat:.Config.Stat{"required":true} unit:enum:.Config.Histogram.Unit value_format:string{"minLen":1,"prefix":"%","suffix":"%"}',
    'Config.Stat': 'name:string{"minLen":1} tags:[].Config.Tag',
    'Config.Tag': 'name:string{"minLen":1} rules:xds.type.matcher.v3.Matcher value_format:string{"minLen":1}',
  },
  'envoy.extensions.access_loggers.stream.v3': {
    StderrAccessLog:
      'log_format:envoy.config.core.v3.SubstitutionFormatString|access_log_format{"required":true}',
    StdoutAccessLog:
      'log_format:envoy.config.core.v3.SubstitutionFormatString|access_log_format{"required":true}',
  },
  'envoy.extensions.access_loggers.wasm.v3': {
    WasmAccessLog: 'config:envoy.extensions.wasm.v3.PluginConfig',
  },
  'envoy.extensions.bootstrap.dynamic_modules.v3': {
    DynamicModuleBootstrapExtension:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig extension_config:Any extension_name:string',
  },
  'envoy.extensions.bootstrap.internal_listener.v3': {
    InternalListener: 'buffer_size_kb:UInt32Value{"gte":1,"lte":8192}',
  },
  'envoy.extensions.bootstrap.reverse_tunnel.downstream_socket_interface.v3': {
    DownstreamReverseConnectionSocketInterface:
      'access_log:[]envoy.config.accesslog.v3.AccessLog enable_detailed_stats:bool http_handshake:.DownstreamReverseConnectionSocketInterface.HttpHandshakeConfig max_reconnect_backoff:Duration{"gte":"1s"} stat_prefix:string',
    'DownstreamReverseConnectionSocketInterface.HttpHandshakeConfig':
      'additional_headers:[]envoy.config.core.v3.HeaderValueOption formatters:[]envoy.config.core.v3.TypedExtensionConfig request_path:string use_http_upgrade:bool',
  },
  'envoy.extensions.bootstrap.reverse_tunnel.upstream_socket_interface.v3': {
    UpstreamReverseConnectionSocketInterface:
      'access_log:[]envoy.config.accesslog.v3.AccessLog enable_detailed_stats:bool enable_tenant_isolation:BoolValue max_connections_per_node:uint32 ping_failure_threshold:UInt32Value{"gte":1} reporter_config:envoy.config.core.v3.TypedExtensionConfig stat_prefix:string',
  },
  'envoy.extensions.clusters.aggregate.v3': {
    AggregateClusterResource:
      'config_source:envoy.config.core.v3.ConfigSource{"required":true} resource_name:string{"minLen":1}',
    ClusterConfig: 'clusters:[]string{"minItems":1}',
  },
  'envoy.extensions.clusters.composite.v3': {
    ClusterConfig: 'clusters:[].ClusterConfig.ClusterEntry{"minItems":1}',
    'ClusterConfig.ClusterEntry': 'name:string{"minLen":1}',
  },
  'envoy.extensions.clusters.dns.v3': {
    DnsCluster:
      'all_addresses_in_single_endpoint:bool dns_failure_refresh_rate:.DnsCluster.RefreshRate dns_jitter:Duration{"gte":"0s"} dns_lookup_family:enum:envoy.extensions.clusters.common.dns.v3.DnsLookupFamily dns_min_refresh_rate:Duration{"gte":"1s"} dns_refresh_rate:Duration{"gt":"0.001s"} respect_dns_ttl:bool typed_dns_resolver_config:envoy.config.core.v3.TypedExtensionConfig',
    'DnsCluster.RefreshRate':
      'base_interval:Duration{"gt":"0.001s","required":true} max_interval:Duration{"gt":"0.001s"}',
  },
  'envoy.extensions.clusters.dynamic_forward_proxy.v3': {
    ClusterConfig:
      'allow_coalesced_connections:bool allow_insecure_cluster_options:bool dns_cache_config:envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig|cluster_implementation_specifier sub_clusters_config:.SubClustersConfig|cluster_implementation_specifier',
    SubClustersConfig:
      'dns_cluster_config:envoy.extensions.clusters.dns.v3.DnsCluster lb_policy:enum:envoy.config.cluster.v3.Cluster.LbPolicy max_sub_clusters:UInt32Value{"gt":0} preresolve_clusters:[]envoy.config.core.v3.SocketAddress sub_cluster_ttl:Duration{"gt":"0s"}',
  },
  'envoy.extensions.clusters.dynamic_modules.v3': {
    ClusterConfig:
      'cluster_config:Any cluster_name:string{"minLen":1} dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig{"required":true}',
  },
  'envoy.extensions.clusters.mcp_multicluster.v3': {
    ClusterConfig: 'servers:[].ClusterConfig.McpBackend{"minItems":1}',
    'ClusterConfig.McpBackend': 'mcp_cluster:.ClusterConfig.McpCluster name:string',
    'ClusterConfig.McpCluster':
      'cluster:string{"minLen":1} host_rewrite_literal:string path:string timeout:Duration',
  },
  'envoy.extensions.clusters.original_dst.v3': {
    OriginalDstCluster:
      'http_header_name:string metadata_key:envoy.type.metadata.v3.MetadataKey upstream_port_override:UInt32Value{"lte":65535} use_http_header:bool',
  },
  'envoy.extensions.clusters.redis.v3': {
    RedisClusterConfig:
      'cluster_refresh_rate:Duration{"gt":"0s"} cluster_refresh_timeout:Duration{"gt":"0s"} enable_zone_discovery:BoolValue failure_refresh_threshold:uint32 host_degraded_refresh_threshold:uint32 redirect_refresh_interval:Duration redirect_refresh_threshold:UInt32Value',
  },
  'envoy.extensions.clusters.reverse_connection.v3': {
    ReverseConnectionClusterConfig:
      'cleanup_interval:Duration{"gt":"0s"} host_id_format:string{"minLen":1} tenant_id_format:string{"ignoreEmpty":true,"maxLen":1024}',
  },
  'envoy.extensions.common.async_files.v3': {
    AsyncFileManagerConfig: 'id:string thread_pool:.AsyncFileManagerConfig.ThreadPool|manager_type',
    'AsyncFileManagerConfig.ThreadPool': 'thread_count:uint32{"lte":1024}',
  },
  'envoy.extensions.common.aws.v3': {
    AssumeRoleCredentialProvider:
      'credential_provider:.AwsCredentialProvider external_id:string role_arn:string{"minLen":1} role_session_name:string session_duration:Duration{"gte":"900s","lte":"43200s"}',
    AssumeRoleWithWebIdentityCredentialProvider:
      'role_arn:string{"minLen":1} role_session_name:string web_identity_token_data_source:envoy.config.core.v3.DataSource',
    AwsCredentialProvider:
      'assume_role_credential_provider:.AssumeRoleCredentialProvider assume_role_with_web_identity_provider:.AssumeRoleWithWebIdentityCredentialProvider config_credential_provider:.ConfigCredentialProvider container_credential_provider:.ContainerCredentialProvider credentials_file_provider:.CredentialsFileCredentialProvider custom_credential_provider_chain:bool environment_credential_provider:.EnvironmentCredentialProvider iam_roles_anywhere_credential_provider:.IAMRolesAnywhereCredentialProvider inline_credential:.InlineCredentialProvider instance_profile_credential_provider:.InstanceProfileCredentialProvider',
    ConfigCredentialProvider: '',
    ContainerCredentialProvider: '',
    CredentialsFileCredentialProvider:
      'credentials_data_source:envoy.config.core.v3.DataSource profile:string',
    EnvironmentCredentialProvider: '',
    IAMRolesAnywhereCredentialProvider:
      'certificate:envoy.config.core.v3.DataSource{"required":true} certificate_chain:envoy.config.core.v3.DataSource private_key:envoy.config.core.v3.DataSource{"required":true} profile_arn:string{"minLen":1} role_arn:string{"minLen":1} role_session_name:string session_duration:Duration{"gte":"900s","lte":"43200s"} trust_anchor_arn:string{"minLen":1}',
    InlineCredentialProvider:
      'access_key_id:string{"minLen":1} secret_access_key:string{"minLen":1} session_token:string',
    InstanceProfileCredentialProvider: '',
  },
  'envoy.extensions.common.dynamic_forward_proxy.v3': {
    DnsCacheCircuitBreakers: 'max_pending_requests:UInt32Value',
    DnsCacheConfig:
      'disable_dns_refresh_on_failure:bool dns_cache_circuit_breaker:.DnsCacheCircuitBreakers dns_failure_refresh_rate:envoy.config.cluster.v3.Cluster.RefreshRate dns_lookup_family:enum:envoy.config.cluster.v3.Cluster.DnsLookupFamily dns_min_refresh_rate:Duration{"gte":"1s"} dns_query_timeout:Duration{"gte":"0s"} dns_refresh_rate:Duration{"gte":"0.001s"} dns_resolution_config:envoy.config.core.v3.DnsResolutionConfig! host_ttl:Duration{"gt":"0s"} key_value_config:envoy.config.common.key_value.v3.KeyValueStoreConfig max_hosts:UInt32Value{"gt":0} name:string{"minLen":1} preresolve_hostnames:[]envoy.config.core.v3.SocketAddress resolved_address_filter:envoy.type.matcher.v3.AddressMatcher typed_dns_resolver_config:envoy.config.core.v3.TypedExtensionConfig use_tcp_for_dns_lookups:bool!',
  },
  'envoy.extensions.common.matching.v3': {
    ExtensionWithMatcher:
      'extension_config:envoy.config.core.v3.TypedExtensionConfig{"required":true} matcher:envoy.config.common.matcher.v3.Matcher! xds_matcher:xds.type.matcher.v3.Matcher',
    ExtensionWithMatcherPerRoute: 'xds_matcher:xds.type.matcher.v3.Matcher',
  },
  'envoy.extensions.common.ratelimit.v3': {
    LocalClusterRateLimit: '',
    LocalRateLimitDescriptor:
      'entries:[].RateLimitDescriptor.Entry{"minItems":1} shadow_mode:bool token_bucket:envoy.type.v3.TokenBucket{"required":true}',
    RateLimitDescriptor:
      'entries:[].RateLimitDescriptor.Entry{"minItems":1} hits_addend:UInt64Value is_negative_hits:bool limit:.RateLimitDescriptor.RateLimitOverride',
    'RateLimitDescriptor.Entry': 'key:string{"minLen":1} value:string{"minLen":0}',
    'RateLimitDescriptor.RateLimitOverride': 'requests_per_unit:uint32 unit:enum:envoy.type.v3.RateLimitUnit',
  },
  'envoy.extensions.common.tap.v3': {
    AdminConfig: 'config_id:string{"minLen":1}',
    CommonExtensionConfig:
      'admin_config:.AdminConfig|config_type static_config:envoy.config.tap.v3.TapConfig|config_type',
  },
  'envoy.extensions.compression.brotli.compressor.v3': {
    Brotli:
      'chunk_size:UInt32Value{"gte":4096,"lte":65536} disable_literal_context_modeling:bool encoder_mode:enum:.Brotli.EncoderMode input_block_bits:UInt32Value{"gte":16,"lte":24} quality:UInt32Value{"lte":11} window_bits:UInt32Value{"gte":10,"lte":24}',
  },
  'envoy.extensions.compression.brotli.decompressor.v3': {
    Brotli: 'chunk_size:UInt32Value{"gte":4096,"lte":65536} disable_ring_buffer_reallocation:bool',
  },
  'envoy.extensions.compression.gzip.compressor.v3': {
    Gzip: 'chunk_size:UInt32Value{"gte":4096,"lte":65536} compression_level:enum:.Gzip.CompressionLevel compression_strategy:enum:.Gzip.CompressionStrategy memory_level:UInt32Value{"gte":1,"lte":9} window_bits:UInt32Value{"gte":9,"lte":15}',
  },
  'envoy.extensions.compression.gzip.decompressor.v3': {
    Gzip: 'chunk_size:UInt32Value{"gte":4096,"lte":65536} max_inflate_ratio:UInt32Value{"gte":1,"lte":1032} window_bits:UInt32Value{"gte":9,"lte":15}',
  },
  'envoy.extensions.compression.qatzip.compressor.v3alpha': {
    Qatzip:
      'chunk_size:UInt32Value{"gte":4096,"lte":65536} compression_level:UInt32Value{"gte":1,"lte":9} hardware_buffer_size:enum:.Qatzip.HardwareBufferSize input_size_threshold:UInt32Value{"gte":128,"lte":524288} stream_buffer_size:UInt32Value{"gte":1024,"lte":2092032}',
  },
  'envoy.extensions.compression.qatzstd.compressor.v3alpha': {
    Qatzstd:
      'chunk_size:UInt32Value{"gte":4096,"lte":65536} compression_level:UInt32Value{"gte":1,"lte":22} enable_checksum:bool enable_qat_zstd:bool qat_zstd_fallback_threshold:UInt32Value{"gte":0,"lte":65536} strategy:enum:.Qatzstd.Strategy',
  },
  'envoy.extensions.compression.zstd.compressor.v3': {
    Zstd: 'chunk_size:UInt32Value{"gte":4096,"lte":65536} compression_level:UInt32Value dictionary:envoy.config.core.v3.DataSource enable_checksum:bool strategy:enum:.Zstd.Strategy',
  },
  'envoy.extensions.compression.zstd.decompressor.v3': {
    Zstd: 'chunk_size:UInt32Value{"gte":4096,"lte":65536} dictionaries:[]envoy.config.core.v3.DataSource',
  },
  'envoy.extensions.config.v3alpha': {
    KeyValueStoreXdsDelegateConfig:
      'key_value_store_config:envoy.config.common.key_value.v3.KeyValueStoreConfig',
  },
  'envoy.extensions.config.validators.minimum_clusters.v3': {
    MinimumClustersValidator: 'min_clusters_num:uint32',
  },
  'envoy.extensions.content_parsers.json.v3': {
    JsonContentParser: 'rules:[].JsonContentParser.RuleConfig{"minItems":1}',
    'JsonContentParser.RuleConfig':
      'rule:envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Rule{"required":true} stop_processing_after_matches:uint32{"lte":1}',
  },
  'envoy.extensions.dynamic_modules.v3': {
    DynamicModuleConfig:
      'do_not_close:bool load_globally:bool metrics_namespace:string module:envoy.config.core.v3.AsyncDataSource nack_on_cache_miss:bool name:string',
  },
  'envoy.extensions.early_data.v3': { DefaultEarlyDataPolicy: '' },
  'envoy.extensions.filters.common.dependency.v3': {
    Dependency: 'name:string{"minLen":1} type:enum:.Dependency.DependencyType',
    FilterDependencies:
      'decode_provided:[].Dependency decode_required:[].Dependency encode_provided:[].Dependency encode_required:[].Dependency',
    MatchingRequirements: 'data_input_allow_list:.MatchingRequirements.DataInputAllowList',
    'MatchingRequirements.DataInputAllowList': 'type_url:[]string',
  },
  'envoy.extensions.filters.common.fault.v3': {
    FaultDelay:
      'fixed_delay:Duration|fault_delay_secifier{"gt":"0s"} header_delay:.FaultDelay.HeaderDelay|fault_delay_secifier percentage:envoy.type.v3.FractionalPercent',
    'FaultDelay.HeaderDelay': '',
    FaultRateLimit:
      'fixed_limit:.FaultRateLimit.FixedLimit|limit_type header_limit:.FaultRateLimit.HeaderLimit|limit_type percentage:envoy.type.v3.FractionalPercent',
    'FaultRateLimit.FixedLimit': 'limit_kbps:uint64{"gte":1}',
    'FaultRateLimit.HeaderLimit': '',
  },
  'envoy.extensions.filters.common.matcher.action.v3': { SkipFilter: '' },
  'envoy.extensions.filters.common.set_filter_state.v3': {
    FilterStateValue:
      'factory_key:string format_string:envoy.config.core.v3.SubstitutionFormatString|value object_key:string|key{"minLen":1} read_only:bool! shared_with_upstream:enum:.FilterStateValue.SharedWithUpstream skip_if_empty:bool',
  },
  'envoy.extensions.filters.http.a2a.v3': {
    A2a: 'max_request_body_size:UInt32Value{"lte":10485760} parser_config:.ParserConfig storage_mode:enum:.A2a.StorageMode traffic_mode:enum:.A2a.TrafficMode',
    MethodParsingConfig: 'group:string paths:[]string',
    ParserConfig:
      'always_extract_attributes:[]string group_metadata_key:string method_configs:map<string,.MethodParsingConfig>',
  },
  'envoy.extensions.filters.http.adaptive_concurrency.v3': {
    AdaptiveConcurrency:
      'concurrency_limit_exceeded_status:envoy.type.v3.HttpStatus enabled:envoy.config.core.v3.RuntimeFeatureFlag gradient_controller_config:.GradientControllerConfig|concurrency_controller_config{"required":true}',
    GradientControllerConfig:
      'concurrency_limit_params:.GradientControllerConfig.ConcurrencyLimitCalculationParams{"required":true} min_rtt_calc_params:.GradientControllerConfig.MinimumRTTCalculationParams{"required":true} sample_aggregate_percentile:envoy.type.v3.Percent',
    'GradientControllerConfig.ConcurrencyLimitCalculationParams':
      'concurrency_update_interval:Duration{"gt":"0s","required":true} max_concurrency_limit:UInt32Value{"gt":0}',
    'GradientControllerConfig.MinimumRTTCalculationParams':
      'buffer:envoy.type.v3.Percent fixed_value:Duration{"gt":"0s"} interval:Duration{"gte":"0.001s"} jitter:envoy.type.v3.Percent min_concurrency:UInt32Value{"gt":0} request_count:UInt32Value{"gt":0}',
  },
  'envoy.extensions.filters.http.admission_control.v3': {
    AdmissionControl:
      'aggression:envoy.config.core.v3.RuntimeDouble enabled:envoy.config.core.v3.RuntimeFeatureFlag max_rejection_probability:envoy.config.core.v3.RuntimePercent rps_threshold:envoy.config.core.v3.RuntimeUInt32 sampling_window:Duration sr_threshold:envoy.config.core.v3.RuntimePercent success_criteria:.AdmissionControl.SuccessCriteria|evaluation_criteria',
    'AdmissionControl.SuccessCriteria':
      'grpc_criteria:.AdmissionControl.SuccessCriteria.GrpcCriteria http_criteria:.AdmissionControl.SuccessCriteria.HttpCriteria',
    'AdmissionControl.SuccessCriteria.GrpcCriteria': 'grpc_success_status:[]uint32{"minItems":1}',
    'AdmissionControl.SuccessCriteria.HttpCriteria':
      'http_success_status:[]envoy.type.v3.Int32Range{"minItems":1}',
  },
  'envoy.extensions.filters.http.ai_protocol_manager.v3': { AiProtocolManager: '' },
  'envoy.extensions.filters.http.alternate_protocols_cache.v3': {
    FilterConfig: 'alternate_protocols_cache_options:envoy.config.core.v3.AlternateProtocolsCacheOptions!',
  },
  'envoy.extensions.filters.http.api_key_auth.v3': {
    ApiKeyAuth: 'credentials:[].Credential forwarding:.Forwarding key_sources:[].KeySource',
    ApiKeyAuthPerRoute:
      'allowed_clients:[]string credentials:[].Credential forwarding:.Forwarding key_sources:[].KeySource',
    Credential: 'client:string{"minLen":1} key:string{"minLen":1}',
    Forwarding: 'header:string{"maxLen":1024,"header":"LOOSE"} hide_credentials:bool',
    KeySource:
      'cookie:string{"ignoreEmpty":true,"maxLen":1024,"header":"LOOSE"} header:string{"ignoreEmpty":true,"maxLen":1024,"header":"LOOSE"} query:string{"maxLen":1024}',
  },
  'envoy.extensions.filters.http.aws_lambda.v3': {
    Config:
      'arn:string{"minLen":1} credentials:.Credentials credentials_profile:string host_rewrite:string invocation_mode:enum:.Config.InvocationMode match_excluded_headers:[]envoy.type.matcher.v3.StringMatcher match_included_headers:[]envoy.type.matcher.v3.StringMatcher payload_passthrough:bool',
    Credentials: 'access_key_id:string{"minLen":1} secret_access_key:string{"minLen":1} session_token:string',
    PerRouteConfig: 'invoke_config:.Config',
  },
  'envoy.extensions.filters.http.aws_request_signing.v3': {
    AwsRequestSigning:
      'credential_provider:envoy.extensions.common.aws.v3.AwsCredentialProvider host_rewrite:string match_excluded_headers:[]envoy.type.matcher.v3.StringMatcher match_included_headers:[]envoy.type.matcher.v3.StringMatcher query_string:.AwsRequestSigning.QueryString region:string service_name:string{"minLen":1} signing_algorithm:enum:.AwsRequestSigning.SigningAlgorithm use_unsigned_payload:bool',
    'AwsRequestSigning.QueryString': 'expiration_time:Duration{"gte":"1s","lte":"3600s"}',
    AwsRequestSigningPerRoute: 'aws_request_signing:.AwsRequestSigning stat_prefix:string{"minLen":1}',
  },
  'envoy.extensions.filters.http.bandwidth_limit.v3': {
    BandwidthLimit:
      'enable_mode:enum:.BandwidthLimit.EnableMode enable_response_trailers:bool fill_interval:Duration{"gte":"0.020s","lte":"1s"} limit_kbps:UInt64Value{"gte":1} response_trailer_prefix:string{"header":"LOOSE"} runtime_enabled:envoy.config.core.v3.RuntimeFeatureFlag stat_prefix:string{"minLen":1}',
  },
  'envoy.extensions.filters.http.bandwidth_share.v3': {
    BandwidthShare:
      'default_tenant_config:.BandwidthShare.TenantConfig enable_response_trailers:bool fill_interval:Duration{"gte":"0.020s","lte":"1s"} request_limit:.BandwidthShare.Limit response_limit:.BandwidthShare.Limit response_trailer_prefix:string{"header":"LOOSE"} tenant_configs:map<string,.BandwidthShare.TenantConfig> tenant_name_selector:xds.type.matcher.v3.Matcher',
    'BandwidthShare.Limit': 'bucket_id:string kbps:envoy.config.core.v3.RuntimeUInt32{"required":true}',
    'BandwidthShare.TenantConfig': 'include_stats_tag:bool weight:uint32',
  },
  'envoy.extensions.filters.http.basic_auth.v3': {
    BasicAuth:
      'allow_missing:bool authentication_header:string{"header":"LOOSE"} emit_dynamic_metadata:bool forward_username_header:string{"header":"LOOSE"} users:envoy.config.core.v3.DataSource',
    BasicAuthPerRoute: 'users:envoy.config.core.v3.DataSource{"required":true}',
  },
  'envoy.extensions.filters.http.buffer.v3': {
    Buffer: 'max_request_bytes:UInt32Value{"required":true,"gt":0}',
    BufferPerRoute: 'buffer:.Buffer|override{"required":true} disabled:bool|override{"const":true}',
  },
  'envoy.extensions.filters.http.cache.v3': {
    CacheConfig:
      'allowed_vary_headers:[]envoy.type.matcher.v3.StringMatcher disabled:BoolValue ignore_request_cache_control_header:bool key_creator_params:.CacheConfig.KeyCreatorParams max_body_bytes:uint32 typed_config:Any',
    'CacheConfig.KeyCreatorParams':
      'exclude_host:bool exclude_scheme:bool query_parameters_excluded:[]envoy.config.route.v3.QueryParameterMatcher query_parameters_included:[]envoy.config.route.v3.QueryParameterMatcher',
  },
  'envoy.extensions.filters.http.cache_v2.v3': {
    CacheV2Config:
      'allowed_vary_headers:[]envoy.type.matcher.v3.StringMatcher disabled:BoolValue ignore_request_cache_control_header:bool key_creator_params:.CacheV2Config.KeyCreatorParams max_body_bytes:uint32 override_upstream_cluster:string typed_config:Any',
    'CacheV2Config.KeyCreatorParams':
      'exclude_host:bool exclude_scheme:bool query_parameters_excluded:[]envoy.config.route.v3.QueryParameterMatcher query_parameters_included:[]envoy.config.route.v3.QueryParameterMatcher',
  },
  'envoy.extensions.filters.http.cdn_loop.v3': {
    CdnLoopConfig: 'cdn_id:string{"minLen":1} max_allowed_occurrences:uint32',
  },
  'envoy.extensions.filters.http.checksum.v3alpha': {
    ChecksumConfig: 'checksums:[].ChecksumConfig.Checksum reject_unmatched:bool',
    'ChecksumConfig.Checksum':
      'path_matcher:envoy.type.matcher.v3.StringMatcher|matcher{"required":true} sha256:string{"pattern":"^[a-fA-F0-9]{64}"}',
  },
  'envoy.extensions.filters.http.composite.v3': {
    Composite:
      'matcher:xds.type.matcher.v3.Matcher named_filter_chains:map<string,.FilterChainConfiguration>',
    CompositePerRoute: 'matcher:xds.type.matcher.v3.Matcher{"required":true}',
    DynamicConfig: 'config_discovery:envoy.config.core.v3.ExtensionConfigSource name:string{"minLen":1}',
    ExecuteFilterAction:
      'dynamic_config:.DynamicConfig filter_chain:.FilterChainConfiguration filter_chain_name:string sample_percent:envoy.config.core.v3.RuntimeFractionalPercent typed_config:envoy.config.core.v3.TypedExtensionConfig',
    FilterChainConfiguration: 'typed_config:[]envoy.config.core.v3.TypedExtensionConfig',
  },
  'envoy.extensions.filters.http.compressor.v3': {
    Compressor:
      'choose_first:bool compressor_library:envoy.config.core.v3.TypedExtensionConfig{"required":true} content_length:UInt32Value! content_type:[]string! disable_on_etag_header:bool! remove_accept_encoding_header:bool! request_direction_config:.Compressor.RequestDirectionConfig response_direction_config:.Compressor.ResponseDirectionConfig runtime_enabled:envoy.config.core.v3.RuntimeFeatureFlag!',
    'Compressor.CommonDirectionConfig':
      'content_type:[]string enabled:envoy.config.core.v3.RuntimeFeatureFlag min_content_length:UInt32Value',
    'Compressor.RequestDirectionConfig': 'common_config:.Compressor.CommonDirectionConfig',
    'Compressor.ResponseDirectionConfig':
      'common_config:.Compressor.CommonDirectionConfig disable_on_etag_header:bool remove_accept_encoding_header:bool status_header_enabled:bool uncompressible_response_codes:[]uint32{"items":{"gte":200,"lt":600},"unique":true} weaken_etag_on_compress:bool',
    CompressorOverrides:
      'compressor_library:envoy.config.core.v3.TypedExtensionConfig response_direction_config:.ResponseDirectionOverrides',
    CompressorPerRoute: 'disabled:bool|override{"const":true} overrides:.CompressorOverrides|override',
    ResponseDirectionOverrides: 'remove_accept_encoding_header:BoolValue',
  },
  'envoy.extensions.filters.http.connect_grpc_bridge.v3': { FilterConfig: '' },
  'envoy.extensions.filters.http.cors.v3': {
    Cors: '',
    CorsPolicy:
      'allow_credentials:BoolValue allow_headers:string allow_methods:string allow_origin_string_match:[]envoy.type.matcher.v3.StringMatcher allow_private_network_access:BoolValue expose_headers:string filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent forward_not_matching_preflights:BoolValue max_age:string shadow_enabled:envoy.config.core.v3.RuntimeFractionalPercent',
  },
  'envoy.extensions.filters.http.credential_injector.v3': {
    CredentialInjector:
      'allow_request_without_credential:bool credential:envoy.config.core.v3.TypedExtensionConfig{"required":true} overwrite:bool',
  },
  'envoy.extensions.filters.http.csrf.v3': {
    CsrfPolicy:
      'additional_origins:[]envoy.type.matcher.v3.StringMatcher filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent{"required":true} shadow_enabled:envoy.config.core.v3.RuntimeFractionalPercent',
  },
  'envoy.extensions.filters.http.custom_response.v3': {
    CustomResponse: 'custom_response_matcher:xds.type.matcher.v3.Matcher',
  },
  'envoy.extensions.filters.http.decompressor.v3': {
    Decompressor:
      'decompressor_library:envoy.config.core.v3.TypedExtensionConfig{"required":true} request_direction_config:.Decompressor.RequestDirectionConfig response_direction_config:.Decompressor.ResponseDirectionConfig',
    'Decompressor.CommonDirectionConfig':
      'enabled:envoy.config.core.v3.RuntimeFeatureFlag ignore_no_transform_header:bool',
    'Decompressor.RequestDirectionConfig':
      'advertise_accept_encoding:BoolValue common_config:.Decompressor.CommonDirectionConfig',
    'Decompressor.ResponseDirectionConfig': 'common_config:.Decompressor.CommonDirectionConfig',
  },
  'envoy.extensions.filters.http.dynamic_forward_proxy.v3': {
    FilterConfig:
      'allow_dynamic_host_from_filter_state:bool dns_cache_config:envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig|implementation_specifier save_upstream_address:bool sub_cluster_config:.SubClusterConfig|implementation_specifier',
    PerRouteConfig:
      'host_rewrite_header:string|host_rewrite_specifier host_rewrite_literal:string|host_rewrite_specifier',
    SubClusterConfig: 'cluster_init_timeout:Duration{"gt":"0s"}',
  },
  'envoy.extensions.filters.http.dynamic_modules.v3': {
    DynamicModuleFilter:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig filter_config:Any filter_name:string terminal_filter:bool',
    DynamicModuleFilterPerRoute:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig filter_config:Any filter_name:string per_route_config_name:string!',
  },
  'envoy.extensions.filters.http.dynamo.v3': { Dynamo: '' },
  'envoy.extensions.filters.http.ext_authz.v3': {
    AuthorizationRequest:
      'allowed_headers:envoy.type.matcher.v3.ListStringMatcher! headers_to_add:[]envoy.config.core.v3.HeaderValue',
    AuthorizationResponse:
      'allowed_client_headers:envoy.type.matcher.v3.ListStringMatcher allowed_client_headers_on_success:envoy.type.matcher.v3.ListStringMatcher allowed_upstream_headers:envoy.type.matcher.v3.ListStringMatcher allowed_upstream_headers_to_append:envoy.type.matcher.v3.ListStringMatcher dynamic_metadata_from_headers:envoy.type.matcher.v3.ListStringMatcher',
    BufferSettings: 'allow_partial_message:bool max_request_bytes:uint32{"gt":0} pack_as_bytes:bool',
    CheckSettings:
      'context_extensions:map<string,string> disable_request_body_buffering:bool grpc_service:envoy.config.core.v3.GrpcService|service_override http_service:.HttpService|service_override with_request_body:.BufferSettings',
    ExtAuthz:
      'allowed_headers:envoy.type.matcher.v3.ListStringMatcher bootstrap_metadata_labels_key:string charge_cluster_response_stats:BoolValue clear_route_cache:bool decoder_header_mutation_rules:envoy.config.common.mutation_rules.v3.HeaderMutationRules deny_at_disable:envoy.config.core.v3.RuntimeFeatureFlag disallowed_headers:envoy.type.matcher.v3.ListStringMatcher emit_filter_state_stats:bool enable_dynamic_metadata_ingestion:BoolValue encode_raw_headers:bool enforce_response_header_limits:bool failure_mode_allow:bool failure_mode_allow_header_add:bool filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent filter_enabled_metadata:envoy.type.matcher.v3.MetadataMatcher filter_metadata:Struct grpc_service:envoy.config.core.v3.GrpcService|services http_service:.HttpService|services include_peer_certificate:bool include_tls_session:bool max_denied_response_body_bytes:uint32 metadata_context_namespaces:[]string route_metadata_context_namespaces:[]string route_typed_metadata_context_namespaces:[]string shadow_mode:bool stat_prefix:string status_on_error:envoy.type.v3.HttpStatus transport_api_version:enum:envoy.config.core.v3.ApiVersion typed_metadata_context_namespaces:[]string validate_mutations:bool with_request_body:.BufferSettings',
    ExtAuthzPerRoute: 'check_settings:.CheckSettings|override{"required":true} disabled:bool|override',
    HttpService:
      'authorization_request:.AuthorizationRequest authorization_response:.AuthorizationResponse path_override:string path_prefix:string retry_policy:envoy.config.core.v3.RetryPolicy server_uri:envoy.config.core.v3.HttpUri',
    ShadowDecision:
      'check_result:enum:.ShadowDecision.CheckResult response_headers:[]envoy.config.core.v3.HeaderValue status_code:uint32{"gte":100,"ignoreEmpty":true,"lte":599}',
  },
  'envoy.extensions.filters.http.ext_proc.v3': {
    ExtProcHttpService: 'http_service:envoy.config.core.v3.HttpService',
    ExtProcOverrides:
      'async_mode:bool! failure_mode_allow:BoolValue grpc_initial_metadata:[]envoy.config.core.v3.HeaderValue grpc_service:envoy.config.core.v3.GrpcService metadata_options:.MetadataOptions processing_mode:.ProcessingMode processing_request_modifier:envoy.config.core.v3.TypedExtensionConfig request_attributes:[]string response_attributes:[]string',
    ExtProcPerRoute: 'disabled:bool|override{"const":true} overrides:.ExtProcOverrides|override',
    ExternalProcessor:
      'allow_content_length_header:bool allow_mode_override:bool allowed_override_modes:[].ProcessingMode deferred_close_timeout:Duration disable_clear_route_cache:bool disable_immediate_response:bool failure_mode_allow:bool filter_metadata:Struct forward_rules:.HeaderForwardingRules grpc_service:envoy.config.core.v3.GrpcService http_service:.ExtProcHttpService max_message_timeout:Duration{"gte":"0s","lte":"3600s"} message_timeout:Duration{"gte":"0s","lte":"3600s"} metadata_options:.MetadataOptions mutation_rules:envoy.config.common.mutation_rules.v3.HeaderMutationRules observability_mode:bool on_processing_response:envoy.config.core.v3.TypedExtensionConfig processing_mode:.ProcessingMode processing_request_modifier:envoy.config.core.v3.TypedExtensionConfig request_attributes:[]string response_attributes:[]string route_cache_action:enum:.ExternalProcessor.RouteCacheAction send_body_without_waiting_for_header_response:bool stat_prefix:string status_on_error:envoy.type.v3.HttpStatus',
    HeaderForwardingRules:
      'allowed_headers:envoy.type.matcher.v3.ListStringMatcher disallowed_headers:envoy.type.matcher.v3.ListStringMatcher',
    MetadataOptions:
      'cluster_metadata_forwarding_namespaces:.MetadataOptions.MetadataNamespaces forwarding_namespaces:.MetadataOptions.MetadataNamespaces receiving_namespaces:.MetadataOptions.MetadataNamespaces',
    'MetadataOptions.MetadataNamespaces': 'typed:[]string untyped:[]string',
    ProcessingMode:
      'request_body_mode:enum:.ProcessingMode.BodySendMode request_header_mode:enum:.ProcessingMode.HeaderSendMode request_trailer_mode:enum:.ProcessingMode.HeaderSendMode response_body_mode:enum:.ProcessingMode.BodySendMode response_header_mode:enum:.ProcessingMode.HeaderSendMode response_trailer_mode:enum:.ProcessingMode.HeaderSendMode',
  },
  'envoy.extensions.filters.http.fault.v3': {
    FaultAbort:
      'grpc_status:uint32|error_type header_abort:.FaultAbort.HeaderAbort|error_type http_status:uint32|error_type{"gte":200,"lt":600} percentage:envoy.type.v3.FractionalPercent',
    'FaultAbort.HeaderAbort': '',
    HTTPFault:
      'abort:.FaultAbort abort_grpc_status_runtime:string abort_http_status_runtime:string abort_percent_runtime:string delay:envoy.extensions.filters.common.fault.v3.FaultDelay delay_duration_runtime:string delay_percent_runtime:string disable_downstream_cluster_stats:bool downstream_nodes:[]string filter_metadata:Struct headers:[]envoy.config.route.v3.HeaderMatcher max_active_faults:UInt32Value max_active_faults_runtime:string response_rate_limit:envoy.extensions.filters.common.fault.v3.FaultRateLimit response_rate_limit_percent_runtime:string upstream_cluster:string',
  },
  'envoy.extensions.filters.http.file_server.v3': {
    FileServerConfig:
      'content_types:map<string,string>{"keys":{"pattern":"^[a-z0-9_\\\\-]*$"}} default_content_type:string directory_behaviors:[].FileServerConfig.DirectoryBehavior manager_config:envoy.extensions.common.async_files.v3.AsyncFileManagerConfig{"required":true} path_mappings:[].FileServerConfig.PathMapping',
    'FileServerConfig.DirectoryBehavior':
      'default_file:string{"pattern":"^[^/]*$"} list:.FileServerConfig.DirectoryBehavior.List',
    'FileServerConfig.DirectoryBehavior.List': '',
    'FileServerConfig.PathMapping':
      'file_path_prefix:string{"minLen":1} request_path_prefix:string{"minLen":1}',
  },
  'envoy.extensions.filters.http.file_system_buffer.v3': {
    BufferBehavior:
      'bypass:.BufferBehavior.Bypass|behavior fully_buffer:.BufferBehavior.FullyBuffer|behavior fully_buffer_and_always_inject_content_length:.BufferBehavior.FullyBufferAndAlwaysInjectContentLength|behavior inject_content_length_if_necessary:.BufferBehavior.InjectContentLengthIfNecessary|behavior stream_when_possible:.BufferBehavior.StreamWhenPossible|behavior',
    'BufferBehavior.Bypass': '',
    'BufferBehavior.FullyBuffer': '',
    'BufferBehavior.FullyBufferAndAlwaysInjectContentLength': '',
    'BufferBehavior.InjectContentLengthIfNecessary': '',
    'BufferBehavior.StreamWhenPossible': '',
    FileSystemBufferFilterConfig:
      'manager_config:envoy.extensions.common.async_files.v3.AsyncFileManagerConfig request:.StreamConfig response:.StreamConfig storage_buffer_path:StringValue',
    StreamConfig:
      'behavior:.BufferBehavior memory_buffer_bytes_limit:UInt64Value{"gt":0} storage_buffer_bytes_limit:UInt64Value storage_buffer_queue_high_watermark_bytes:UInt64Value',
  },
  'envoy.extensions.filters.http.filter_chain.v3': {
    FilterChain: 'filters:[]envoy.config.core.v3.TypedExtensionConfig{"minItems":1}',
    FilterChainConfig: 'default_filter_chain:.FilterChain',
    FilterChainConfigPerRoute: 'filter_chain:.FilterChain{"required":true}',
  },
  'envoy.extensions.filters.http.gcp_authn.v3': {
    Audience:
      'access_token:.Audience.AccessToken bound_access_token:.Audience.BoundAccessToken bound_jwt:.Audience.BoundJwt url:string',
    'Audience.AccessToken': '',
    'Audience.BoundAccessToken': '',
    'Audience.BoundJwt': 'url:string{"minLen":1}',
    GcpAuthnFilterConfig:
      'cache_config:.TokenCacheConfig cluster:string http_uri:envoy.config.core.v3.HttpUri! retry_policy:envoy.config.core.v3.RetryPolicy timeout:Duration{"gte":"0s","lt":"4294967296s"} token_header:.TokenHeader',
    TokenCacheConfig: 'cache_size:UInt64Value{"lte":9223372036854776000}',
    TokenHeader: 'name:string{"minLen":1,"header":"LOOSE"} value_prefix:string{"header":"LOOSE"}',
  },
  'envoy.extensions.filters.http.geoip.v3': {
    Geoip:
      'custom_header_config:.Geoip.CustomHeaderConfig provider:envoy.config.core.v3.TypedExtensionConfig{"required":true} xff_config:.Geoip.XffConfig',
    'Geoip.CustomHeaderConfig': 'header_name:string{"minLen":1}',
    'Geoip.XffConfig': 'xff_num_trusted_hops:uint32',
  },
  'envoy.extensions.filters.http.golang.v3alpha': {
    Config:
      'generic_secrets:[]envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig library_id:string{"minLen":1} library_path:string{"minLen":1} merge_policy:enum:.Config.MergePolicy plugin_config:Any plugin_name:string{"minLen":1}',
    ConfigsPerRoute: 'plugins_config:map<string,.RouterPlugin>',
    RouterPlugin: 'config:Any|override disabled:bool|override{"const":true}',
  },
  'envoy.extensions.filters.http.grpc_field_extraction.v3': {
    FieldExtractions: 'request_field_extractions:map<string,.RequestFieldValueDisposition>',
    GrpcFieldExtractionConfig:
      'descriptor_set:envoy.config.core.v3.DataSource{"required":true} extractions_by_method:map<string,.FieldExtractions>',
    RequestFieldValueDisposition: 'dynamic_metadata:string|disposition',
  },
  'envoy.extensions.filters.http.grpc_http1_bridge.v3': {
    Config: 'ignore_query_parameters:bool upgrade_protobuf_to_grpc:bool',
  },
  'envoy.extensions.filters.http.grpc_http1_reverse_bridge.v3': {
    FilterConfig:
      'content_type:string{"minLen":1} response_size_header:string{"header":"LOOSE"} withhold_grpc_frames:bool',
    FilterConfigPerRoute: 'disabled:bool',
  },
  'envoy.extensions.filters.http.grpc_json_reverse_transcoder.v3': {
    GrpcJsonReverseTranscoder:
      'api_version_header:string descriptor_binary:bytes descriptor_path:string max_request_body_size:UInt32Value{"gt":0} max_response_body_size:UInt32Value{"gt":0} request_json_print_options:.GrpcJsonReverseTranscoder.PrintOptions',
    'GrpcJsonReverseTranscoder.PrintOptions':
      'always_print_enums_as_ints:bool always_print_primitive_fields:bool use_canonical_field_names:bool',
  },
  'envoy.extensions.filters.http.grpc_json_transcoder.v3': {
    GrpcJsonTranscoder:
      'auto_mapping:bool capture_unknown_query_parameters:bool case_insensitive_enum_parsing:bool convert_grpc_status:bool ignore_unknown_query_parameters:bool ignored_query_parameters:[]string match_incoming_request_route:bool match_unregistered_custom_verb:bool max_request_body_size:UInt32Value{"gt":0} max_response_body_size:UInt32Value{"gt":0} print_options:.GrpcJsonTranscoder.PrintOptions proto_descriptor:string|descriptor_set proto_descriptor_bin:bytes|descriptor_set query_param_unescape_plus:bool request_validation_options:.GrpcJsonTranscoder.RequestValidationOptions services:[]string url_unescape_spec:enum:.GrpcJsonTranscoder.UrlUnescapeSpec',
    'GrpcJsonTranscoder.PrintOptions':
      'add_whitespace:bool always_print_enums_as_ints:bool always_print_primitive_fields:bool preserve_proto_field_names:bool stream_newline_delimited:bool stream_sse_style_delimited:bool',
    'GrpcJsonTranscoder.RequestValidationOptions':
      'reject_binding_body_field_collisions:bool reject_unknown_method:bool reject_unknown_query_parameters:bool',
    UnknownQueryParams: 'key:map<string,.UnknownQueryParams.Values>',
    'UnknownQueryParams.Values': 'values:[]string',
  },
  'envoy.extensions.filters.http.grpc_stats.v3': {
    FilterConfig:
      'emit_filter_state:bool enable_upstream_stats:bool individual_method_stats_allowlist:envoy.config.core.v3.GrpcMethodList|per_method_stat_specifier replace_dots_in_grpc_service_name:bool stats_for_all_methods:BoolValue|per_method_stat_specifier',
    FilterObject: 'request_message_count:uint64 response_message_count:uint64',
  },
  'envoy.extensions.filters.http.grpc_web.v3': { GrpcWeb: '' },
  'envoy.extensions.filters.http.gzip.v3': {
    Gzip: 'chunk_size:UInt32Value{"gte":4096,"lte":65536} compression_level:enum:.Gzip.CompressionLevel.Enum compression_strategy:enum:.Gzip.CompressionStrategy compressor:envoy.extensions.filters.http.compressor.v3.Compressor memory_level:UInt32Value{"gte":1,"lte":9} window_bits:UInt32Value{"gte":9,"lte":15}',
    'Gzip.CompressionLevel': '',
  },
  'envoy.extensions.filters.http.header_mutation.v3': {
    HeaderMutation: 'most_specific_header_mutations_wins:bool mutations:.Mutations',
    HeaderMutationPerRoute: 'mutations:.Mutations',
    Mutations:
      'query_parameter_mutations:[]envoy.config.core.v3.KeyValueMutation request_mutations:[]envoy.config.common.mutation_rules.v3.HeaderMutation request_trailers_mutations:[]envoy.config.common.mutation_rules.v3.HeaderMutation response_mutations:[]envoy.config.common.mutation_rules.v3.HeaderMutation response_trailers_mutations:[]envoy.config.common.mutation_rules.v3.HeaderMutation',
  },
  'envoy.extensions.filters.http.header_to_metadata.v3': {
    Config: 'request_rules:[].Config.Rule response_rules:[].Config.Rule stat_prefix:string',
    'Config.KeyValuePair':
      'encode:enum:.Config.ValueEncode key:string{"minLen":1} metadata_namespace:string regex_value_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute type:enum:.Config.ValueType value:string',
    'Config.Rule':
      'cookie:string{"header":"LOOSE"} header:string{"header":"LOOSE"} on_header_missing:.Config.KeyValuePair on_header_present:.Config.KeyValuePair remove:bool',
  },
  'envoy.extensions.filters.http.health_check.v3': {
    HealthCheck:
      'cache_time:Duration cluster_min_healthy_percentages:map<string,envoy.type.v3.Percent> headers:[]envoy.config.route.v3.HeaderMatcher pass_through_mode:BoolValue{"required":true}',
  },
  'envoy.extensions.filters.http.ip_tagging.v3': {
    IPTagging:
      'ip_tag_header:.IPTagging.IpTagHeader ip_tags:[].IPTagging.IPTag ip_tags_datasource:envoy.config.core.v3.DataSource request_type:enum:.IPTagging.RequestType',
    'IPTagging.IPTag': 'ip_list:[]envoy.config.core.v3.CidrRange ip_tag_name:string',
    'IPTagging.IPTags': 'ip_tags:[].IPTagging.IPTag',
    'IPTagging.IpTagHeader':
      'action:enum:.IPTagging.IpTagHeader.HeaderAction header:string{"minLen":1,"header":"LOOSE"}',
  },
  'envoy.extensions.filters.http.json_to_metadata.v3': {
    JsonToMetadata: 'request_rules:.JsonToMetadata.MatchRules response_rules:.JsonToMetadata.MatchRules',
    'JsonToMetadata.KeyValuePair':
      'key:string{"minLen":1} metadata_namespace:string preserve_existing_metadata_value:bool type:enum:.JsonToMetadata.ValueType value:Value|value_type',
    'JsonToMetadata.MatchRules':
      'allow_content_types:[]string{"items":{"minLen":1}} allow_content_types_regex:envoy.type.matcher.v3.RegexMatcher allow_empty_content_type:bool rules:[].JsonToMetadata.Rule{"minItems":1}',
    'JsonToMetadata.Rule':
      'on_error:.JsonToMetadata.KeyValuePair on_missing:.JsonToMetadata.KeyValuePair on_present:.JsonToMetadata.KeyValuePair selectors:[].JsonToMetadata.Selector{"minItems":1}',
    'JsonToMetadata.Selector': 'key:string|selector{"minLen":1}',
  },
  'envoy.extensions.filters.http.jwt_authn.v3': {
    ExtractOnlyWithoutValidation: 'verification_status_header:string',
    FilterStateRule: 'name:string{"minLen":1} requires:map<string,.JwtRequirement>',
    JwksAsyncFetch: 'failed_refetch_duration:Duration fast_listener:bool',
    JwtAuthentication:
      'bypass_cors_preflight:bool filter_state_rules:.FilterStateRule providers:map<string,.JwtProvider> requirement_map:map<string,.JwtRequirement> rules:[].RequirementRule stat_prefix:string strip_failure_response:bool',
    JwtCacheConfig: 'jwt_cache_size:uint32 jwt_max_token_size:uint32',
    JwtClaimToHeader: 'claim_name:string{"minLen":1} header_name:string{"minLen":1,"header":"LOOSE"}',
    JwtHeader: 'name:string{"minLen":1,"header":"LOOSE"} value_prefix:string{"header":"LOOSE"}',
    JwtProvider:
      'audiences:[]string claim_to_headers:[].JwtClaimToHeader clear_route_cache:bool clock_skew_seconds:uint32 failed_status_in_metadata:string forward:bool forward_payload_header:string{"header":"LOOSE"} from_cookies:[]string from_headers:[].JwtHeader from_params:[]string header_in_metadata:string issuer:string jwt_cache_config:.JwtCacheConfig local_jwks:envoy.config.core.v3.DataSource|jwks_source_specifier max_lifetime:Duration normalize_payload_in_metadata:.JwtProvider.NormalizePayload pad_forward_payload_header:bool payload_in_metadata:string remote_jwks:.RemoteJwks|jwks_source_specifier require_expiration:bool subjects:envoy.type.matcher.v3.StringMatcher',
    'JwtProvider.NormalizePayload': 'space_delimited_claims:[]string',
    JwtRequirement:
      'allow_missing:Empty|requires_type allow_missing_or_failed:Empty|requires_type extract_only_without_validation:.ExtractOnlyWithoutValidation|requires_type provider_and_audiences:.ProviderWithAudiences|requires_type provider_name:string|requires_type requires_all:.JwtRequirementAndList|requires_type requires_any:.JwtRequirementOrList|requires_type',
    JwtRequirementAndList: 'requirements:[].JwtRequirement{"minItems":2}',
    JwtRequirementOrList: 'requirements:[].JwtRequirement{"minItems":2}',
    PerRouteConfig:
      'disabled:bool|requirement_specifier{"const":true} requirement_name:string|requirement_specifier{"minLen":1}',
    ProviderWithAudiences: 'audiences:[]string provider_name:string',
    RemoteJwks:
      'async_fetch:.JwksAsyncFetch cache_duration:Duration{"gte":"0.001s","lt":"9000000000s"} http_uri:envoy.config.core.v3.HttpUri{"required":true} retry_policy:envoy.config.core.v3.RetryPolicy',
    RequirementRule:
      'match:envoy.config.route.v3.RouteMatch{"required":true} requirement_name:string|requirement_type{"minLen":1} requires:.JwtRequirement|requirement_type',
  },
  'envoy.extensions.filters.http.kill_request.v3': {
    KillRequest:
      'direction:enum:.KillRequest.Direction kill_request_header:string{"header":"LOOSE"} probability:envoy.type.v3.FractionalPercent',
  },
  'envoy.extensions.filters.http.language.v3alpha': {
    Language:
      'clear_route_cache:bool default_language:string{"minLen":2} supported_languages:[]string{"items":{"minLen":2},"minItems":1,"unique":true}',
  },
  'envoy.extensions.filters.http.local_ratelimit.v3': {
    LocalRateLimit:
      'always_consume_default_token_bucket:BoolValue descriptors:[]envoy.extensions.common.ratelimit.v3.LocalRateLimitDescriptor enable_x_ratelimit_headers:enum:envoy.extensions.common.ratelimit.v3.XRateLimitHeadersRFCVersion filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent filter_enforced:envoy.config.core.v3.RuntimeFractionalPercent local_cluster_rate_limit:envoy.extensions.common.ratelimit.v3.LocalClusterRateLimit local_rate_limit_per_downstream_connection:bool max_dynamic_descriptors:UInt32Value{"gte":1} rate_limited_as_resource_exhausted:bool rate_limits:[]envoy.config.route.v3.RateLimit request_headers_to_add_when_not_enforced:[]envoy.config.core.v3.HeaderValueOption{"maxItems":10} response_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":10} stage:uint32{"lte":10} stat_prefix:string{"minLen":1} status:envoy.type.v3.HttpStatus token_bucket:envoy.type.v3.TokenBucket vh_rate_limits:enum:envoy.extensions.common.ratelimit.v3.VhRateLimitsOptions',
  },
  'envoy.extensions.filters.http.lua.v3': {
    Lua: 'clear_route_cache:BoolValue default_source_code:envoy.config.core.v3.DataSource inline_code:string! source_codes:map<string,envoy.config.core.v3.DataSource> stat_prefix:string',
    LuaPerRoute:
      'disabled:bool|override{"const":true} filter_context:Struct name:string|override{"minLen":1} source_code:envoy.config.core.v3.DataSource|override',
  },
  'envoy.extensions.filters.http.mcp.v3': {
    Mcp: 'clear_route_cache:bool max_request_body_size:UInt32Value{"lte":10485760} parser_config:.ParserConfig propagate_baggage:.Mcp.BaggagePropagationConfig propagate_trace_context:.Mcp.TraceContextPropagationConfig reject_duplicate_keys:BoolValue request_storage_mode:enum:.Mcp.RequestStorageMode traffic_mode:enum:.Mcp.TrafficMode',
    'Mcp.BaggagePropagationConfig': '',
    'Mcp.TraceContextPropagationConfig': '',
    McpOverride: 'max_request_body_size:UInt32Value{"lte":10485760} traffic_mode:enum:.Mcp.TrafficMode',
    ParserConfig: 'group_metadata_key:string methods:[].ParserConfig.MethodConfig',
    'ParserConfig.AttributeExtractionRule': 'path:string{"minLen":1}',
    'ParserConfig.MethodConfig':
      'extraction_rules:[].ParserConfig.AttributeExtractionRule group:string method:string{"minLen":1}',
  },
  'envoy.extensions.filters.http.mcp_json_rest_bridge.v3': {
    HttpRule: 'body:string delete:string get:string patch:string post:string put:string',
    McpJsonRestBridge:
      'disable_clear_route_cache:bool max_request_body_size:UInt32Value max_response_body_size:UInt32Value request_storage_mode:enum:.McpJsonRestBridge.RequestStorageMode server_info:.ServerInfo tool_config:.ServerToolConfig trace_context_extraction:.TraceContextExtractionOptions',
    McpJsonRestBridgePerRoute: 'tool_config:[].ServerToolConfig',
    McpServerInfo: 'host:string path:string',
    ServerInfo:
      'description:string fallback_protocol_version:StringValue supported_protocol_versions:[]string',
    ServerToolConfig:
      'default_server_info:.McpServerInfo list_changed:bool tool_list_http_rule:.HttpRule|tool_list_config tool_list_local:.ToolsListLocal|tool_list_config tools:[].ToolConfig',
    ToolConfig:
      'http_rule:.HttpRule name:string{"minLen":1} server_info:[].McpServerInfo text_content_streaming_enabled:bool tool_list_config:.ToolsListSpecificConfig',
    ToolsListLocal: '',
    ToolsListSpecificConfig: 'description:string{"minLen":1} input_schema:string title:string',
    TraceContextExtractionOptions: '',
  },
  'envoy.extensions.filters.http.mcp_router.v3': {
    DynamicMetadataSource: 'key:envoy.type.metadata.v3.MetadataKey{"required":true}',
    HeaderSource: 'name:string{"minLen":1,"header":"HTTP_HEADER_NAME"}',
    IdentityExtractor: 'dynamic_metadata:.DynamicMetadataSource header:.HeaderSource',
    McpRouter: 'lazy_initialization:bool servers:[].McpRouter.McpBackend session_identity:.SessionIdentity',
    'McpRouter.McpBackend': 'mcp_cluster:.McpRouter.McpCluster name:string',
    'McpRouter.McpCluster':
      'cluster:string{"minLen":1} host_rewrite_literal:string path:string timeout:Duration',
    SessionIdentity: 'identity:.IdentityExtractor{"required":true} validation:.ValidationPolicy',
    ValidationPolicy: 'mode:enum:.ValidationPolicy.Mode',
  },
  'envoy.extensions.filters.http.oauth2.v3': {
    CookieConfig:
      'partitioned:bool path:string{"pattern":"^$|^/[^\\\\x00-\\\\x1f\\\\x7f\\u0020\\",;<>\\\\\\\\]*$"} same_site:enum:.CookieConfig.SameSite',
    CookieConfigs:
      'bearer_token_cookie_config:.CookieConfig code_verifier_cookie_config:.CookieConfig id_token_cookie_config:.CookieConfig oauth_expires_cookie_config:.CookieConfig oauth_hmac_cookie_config:.CookieConfig oauth_nonce_cookie_config:.CookieConfig refresh_token_cookie_config:.CookieConfig',
    OAuth2: 'config:.OAuth2Config',
    OAuth2Config:
      'allow_failed_matcher:[]envoy.config.route.v3.HeaderMatcher allowed_redirect_domains:[]string auth_scopes:[]string auth_type:enum:.OAuth2Config.AuthType authorization_endpoint:string{"minLen":1} code_verifier_token_expires_in:Duration cookie_configs:.CookieConfigs credentials:.OAuth2Credentials{"required":true} csrf_token_expires_in:Duration default_expires_in:Duration default_refresh_token_expires_in:Duration deny_redirect_matcher:[]envoy.config.route.v3.HeaderMatcher disable_access_token_set_cookie:bool disable_id_token_set_cookie:bool disable_refresh_token_set_cookie:bool disable_token_encryption:bool end_session_endpoint:string forward_bearer_token:bool forward_id_token:.OAuth2TokenForwarding original_request_uri:string pass_through_matcher:[]envoy.config.route.v3.HeaderMatcher post_logout_redirect_uri:.PostLogoutRedirectUri preserve_authorization_header:bool private_key_jwt_config:.PrivateKeyJwtConfig redirect_path_matcher:envoy.type.matcher.v3.PathMatcher{"required":true} redirect_uri:string{"minLen":1} resources:[]string retry_policy:envoy.config.core.v3.RetryPolicy signout_path:envoy.type.matcher.v3.PathMatcher{"required":true} stat_prefix:string token_endpoint:envoy.config.core.v3.HttpUri use_access_token_expiry_for_id_token_cookie:bool use_refresh_token:BoolValue',
    OAuth2Credentials:
      'client_id:string{"minLen":1} cookie_domain:string{"pattern":"^$|^[^\\\\x00-\\\\x1f\\\\x7f\\u0020\\",;<>\\\\\\\\]+$"} cookie_names:.OAuth2Credentials.CookieNames hmac_secret:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig|token_formation{"required":true} token_secret:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig',
    'OAuth2Credentials.CookieNames':
      'bearer_token:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} code_verifier:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} id_token:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} oauth_expires:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} oauth_hmac:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} oauth_nonce:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} refresh_token:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"}',
    OAuth2PerRoute: 'config:.OAuth2Config{"required":true}',
    OAuth2TokenForwarding: 'header:string{"minLen":1,"header":"LOOSE"}',
    PostLogoutRedirectUri: 'disabled:bool|config{"const":true} uri:string|config{"minLen":1}',
    PrivateKeyJwtConfig:
      'assertion_lifetime:Duration{"gte":"1s"} signing_algorithm:enum:.PrivateKeyJwtConfig.SigningAlgorithm',
  },
  'envoy.extensions.filters.http.on_demand.v3': {
    OnDemand: 'odcds:.OnDemandCds',
    OnDemandCds: 'resources_locator:string source:envoy.config.core.v3.ConfigSource timeout:Duration',
    PerRouteConfig: 'odcds:.OnDemandCds',
  },
  'envoy.extensions.filters.http.original_src.v3': { OriginalSrc: 'mark:uint32' },
  'envoy.extensions.filters.http.peak_ewma.v3alpha': { PeakEwmaConfig: '' },
  'envoy.extensions.filters.http.proto_api_scrubber.v3': {
    DescriptorSet: 'data_source:envoy.config.core.v3.DataSource',
    MessageRestrictions: 'config:.RestrictionConfig field_restrictions:map<string,.RestrictionConfig>',
    MethodRestrictions:
      'method_restriction:.RestrictionConfig request_field_restrictions:map<string,.RestrictionConfig> response_field_restrictions:map<string,.RestrictionConfig>',
    ProtoApiScrubberConfig:
      'descriptor_set:.DescriptorSet filtering_mode:enum:.ProtoApiScrubberConfig.FilteringMode restrictions:.Restrictions scrub_unknown_fields:bool',
    RemoveFieldAction: '',
    RestrictionConfig: 'matcher:xds.type.matcher.v3.Matcher',
    Restrictions:
      'message_restrictions:map<string,.MessageRestrictions> method_restrictions:map<string,.MethodRestrictions>',
  },
  'envoy.extensions.filters.http.proto_message_extraction.v3': {
    MethodExtraction:
      'request_extraction_by_field:map<string,enum:.MethodExtraction.ExtractDirective> response_extraction_by_field:map<string,enum:.MethodExtraction.ExtractDirective>',
    ProtoMessageExtractionConfig:
      'data_source:envoy.config.core.v3.DataSource|descriptor_set extraction_by_method:map<string,.MethodExtraction> mode:enum:.ProtoMessageExtractionConfig.ExtractMode proto_descriptor_typed_metadata:string|descriptor_set',
  },
  'envoy.extensions.filters.http.rate_limit_quota.v3': {
    RateLimitQuotaBucketSettings:
      'bucket_id_builder:.RateLimitQuotaBucketSettings.BucketIdBuilder deny_response_settings:.RateLimitQuotaBucketSettings.DenyResponseSettings expired_assignment_behavior:.RateLimitQuotaBucketSettings.ExpiredAssignmentBehavior no_assignment_behavior:.RateLimitQuotaBucketSettings.NoAssignmentBehavior reporting_interval:Duration{"gt":"0.100s","required":true}',
    'RateLimitQuotaBucketSettings.BucketIdBuilder':
      'bucket_id_builder:map<string,.RateLimitQuotaBucketSettings.BucketIdBuilder.ValueBuilder>{"minPairs":1}',
    'RateLimitQuotaBucketSettings.BucketIdBuilder.ValueBuilder':
      'custom_value:envoy.config.core.v3.TypedExtensionConfig|value_specifier string_value:string|value_specifier',
    'RateLimitQuotaBucketSettings.DenyResponseSettings':
      'grpc_status:google.rpc.Status http_body:BytesValue http_status:envoy.type.v3.HttpStatus response_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":10}',
    'RateLimitQuotaBucketSettings.ExpiredAssignmentBehavior':
      'expired_assignment_behavior_timeout:Duration{"gt":"0s"} fallback_rate_limit:envoy.type.v3.RateLimitStrategy|expired_assignment_behavior reuse_last_assignment:.RateLimitQuotaBucketSettings.ExpiredAssignmentBehavior.ReuseLastAssignment|expired_assignment_behavior',
    'RateLimitQuotaBucketSettings.ExpiredAssignmentBehavior.ReuseLastAssignment': '',
    'RateLimitQuotaBucketSettings.NoAssignmentBehavior':
      'fallback_rate_limit:envoy.type.v3.RateLimitStrategy|no_assignment_behavior',
    RateLimitQuotaFilterConfig:
      'bucket_matchers:xds.type.matcher.v3.Matcher{"required":true} domain:string{"minLen":1} filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent filter_enforced:envoy.config.core.v3.RuntimeFractionalPercent request_headers_to_add_when_not_enforced:[]envoy.config.core.v3.HeaderValueOption{"maxItems":10} rlqs_server:envoy.config.core.v3.GrpcService{"required":true}',
    RateLimitQuotaOverride: 'bucket_matchers:xds.type.matcher.v3.Matcher domain:string',
  },
  'envoy.extensions.filters.http.ratelimit.v3': {
    RateLimit:
      'disable_x_envoy_ratelimited_header:bool domain:string{"minLen":1} enable_x_ratelimit_headers:enum:.RateLimit.XRateLimitHeadersRFCVersion failure_mode_deny:bool failure_mode_deny_percent:envoy.config.core.v3.RuntimeFractionalPercent filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent filter_enforced:envoy.config.core.v3.RuntimeFractionalPercent metadata_namespace:string rate_limit_service:envoy.config.ratelimit.v3.RateLimitServiceConfig{"required":true} rate_limited_as_resource_exhausted:bool rate_limited_status:envoy.type.v3.HttpStatus rate_limits:[]envoy.config.route.v3.RateLimit request_type:string{"in":["internal","external","both",""]} response_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":10} stage:uint32{"lte":10} stat_prefix:string status_on_error:envoy.type.v3.HttpStatus timeout:Duration',
    RateLimitPerRoute:
      'domain:string override_option:enum:.RateLimitPerRoute.OverrideOptions rate_limits:[]envoy.config.route.v3.RateLimit vh_rate_limits:enum:.RateLimitPerRoute.VhRateLimitsOptions',
  },
  'envoy.extensions.filters.http.rbac.v3': {
    RBAC: 'matcher:xds.type.matcher.v3.Matcher rules:envoy.config.rbac.v3.RBAC rules_stat_prefix:string shadow_matcher:xds.type.matcher.v3.Matcher shadow_rules:envoy.config.rbac.v3.RBAC shadow_rules_stat_prefix:string track_per_rule_stats:bool',
    RBACPerRoute: 'rbac:.RBAC',
  },
  'envoy.extensions.filters.http.router.v3': {
    Router:
      'dynamic_stats:BoolValue reject_connect_request_early_data:BoolValue respect_expected_rq_timeout:bool start_child_span:bool! strict_check_headers:[]string{"items":{"in":["x-envoy-upstream-rq-timeout-ms","x-envoy-upstream-rq-per-try-timeout-ms","x-envoy-max-retries","x-envoy-retry-grpc-on","x-envoy-retry-on"]}} suppress_envoy_headers:bool suppress_grpc_request_failure_code_stats:bool upstream_http_filters:[]envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter upstream_log:[]envoy.config.accesslog.v3.AccessLog upstream_log_options:.Router.UpstreamAccessLogOptions',
    'Router.UpstreamAccessLogOptions':
      'flush_upstream_log_on_upstream_stream:bool upstream_log_flush_interval:Duration{"gte":"0.001s"}',
  },
  'envoy.extensions.filters.http.set_filter_state.v3': {
    Config:
      'clear_route_cache:bool on_request_headers:[]envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue',
  },
  'envoy.extensions.filters.http.set_metadata.v3': {
    Config: 'metadata:[].Metadata metadata_namespace:string! value:Struct!',
    Metadata: 'allow_overwrite:bool metadata_namespace:string{"minLen":1} typed_value:Any value:Struct',
  },
  'envoy.extensions.filters.http.sse_to_metadata.v3': {
    SseToMetadata: 'response_rules:.SseToMetadata.ProcessingRules{"required":true}',
    'SseToMetadata.ProcessingRules':
      'content_parser:envoy.config.core.v3.TypedExtensionConfig{"required":true} max_event_size:UInt32Value{"lte":10485760}',
  },
  'envoy.extensions.filters.http.stateful_session.v3': {
    StatefulSession:
      'session_state:envoy.config.core.v3.TypedExtensionConfig stat_prefix:string status_on_strict_destination_not_found:uint32 strict:bool',
    StatefulSessionPerRoute:
      'disabled:bool|override{"const":true} stateful_session:.StatefulSession|override',
  },
  'envoy.extensions.filters.http.sxg.v3alpha': {
    SXG: 'cbor_url:string{"minLen":1,"prefix":"/"} certificate:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig client_can_accept_sxg_header:string{"ignoreEmpty":true,"header":"LOOSE"} duration:Duration header_prefix_filters:[]string{"items":{"header":"LOOSE"}} mi_record_size:uint64 private_key:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig should_encode_sxg_header:string{"ignoreEmpty":true,"header":"LOOSE"} validity_url:string{"minLen":1,"prefix":"/"}',
  },
  'envoy.extensions.filters.http.tap.v3': {
    Tap: 'common_config:envoy.extensions.common.tap.v3.CommonExtensionConfig{"required":true} record_downstream_connection:bool record_headers_received_time:bool record_upstream_connection:bool',
  },
  'envoy.extensions.filters.http.thrift_to_metadata.v3': {
    FieldSelector: 'child:.FieldSelector id:int32{"gte":-32768,"lte":32767} name:string{"minLen":1}',
    KeyValuePair: 'key:string{"minLen":1} metadata_namespace:string value:Value',
    Rule: 'field:enum:.Field field_selector:.FieldSelector method_name:string on_missing:.KeyValuePair on_present:.KeyValuePair',
    ThriftToMetadata:
      'allow_content_types:[]string{"items":{"minLen":1}} allow_empty_content_type:bool protocol:enum:envoy.extensions.filters.network.thrift_proxy.v3.ProtocolType request_rules:[].Rule response_rules:[].Rule transport:enum:envoy.extensions.filters.network.thrift_proxy.v3.TransportType',
    ThriftToMetadataPerRoute: 'request_rules:[].Rule response_rules:[].Rule',
  },
  'envoy.extensions.filters.http.transform.v3': {
    BodyTransformation:
      'action:enum:.BodyTransformation.TransformAction body_format:envoy.config.core.v3.SubstitutionFormatString{"required":true}',
    TransformConfig:
      'clear_cluster_cache:bool clear_route_cache:bool request_transformation:.Transformation response_transformation:.Transformation',
    Transformation:
      'body_transformation:.BodyTransformation headers_mutations:[]envoy.config.common.mutation_rules.v3.HeaderMutation',
  },
  'envoy.extensions.filters.http.upstream_codec.v3': { UpstreamCodec: '' },
  'envoy.extensions.filters.http.wasm.v3': { Wasm: 'config:envoy.extensions.wasm.v3.PluginConfig' },
  'envoy.extensions.filters.listener.dynamic_modules.v3': {
    DynamicModuleListenerFilter:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig filter_config:Any filter_name:string',
  },
  'envoy.extensions.filters.listener.http_inspector.v3': { HttpInspector: '' },
  'envoy.extensions.filters.listener.local_ratelimit.v3': {
    LocalRateLimit:
      'runtime_enabled:envoy.config.core.v3.RuntimeFeatureFlag stat_prefix:string{"minLen":1} token_bucket:envoy.type.v3.TokenBucket{"required":true}',
  },
  'envoy.extensions.filters.listener.original_dst.v3': { OriginalDst: '' },
  'envoy.extensions.filters.listener.original_src.v3': { OriginalSrc: 'bind_port:bool mark:uint32' },
  'envoy.extensions.filters.listener.postgres_inspector.v3alpha': {
    PostgresInspector:
      'enable_metadata_extraction:BoolValue max_startup_message_size:UInt32Value{"gte":256,"lte":10000} startup_timeout:Duration{"gte":"1s"}',
    StartupMetadata: 'application_name:string database:string user:string',
  },
  'envoy.extensions.filters.listener.proxy_protocol.v3': {
    ProxyProtocol:
      'allow_requests_without_proxy_protocol:bool disallowed_versions:[]enum:envoy.config.core.v3.ProxyProtocolConfig.Version pass_through_tlvs:envoy.config.core.v3.ProxyProtocolPassThroughTLVs rules:[].ProxyProtocol.Rule stat_prefix:string tlv_location:enum:.ProxyProtocol.TlvLocation',
    'ProxyProtocol.KeyValuePair':
      'key:string{"minLen":1} metadata_namespace:string value_string_encoding:enum:.ProxyProtocol.KeyValuePair.ValueStringEncoding',
    'ProxyProtocol.Rule': 'on_tlv_present:.ProxyProtocol.KeyValuePair tlv_type:uint32{"lt":256}',
  },
  'envoy.extensions.filters.listener.set_filter_state.v3': {
    Config: 'on_accept:[]envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue',
  },
  'envoy.extensions.filters.listener.tls_inspector.v3': {
    TlsInspector:
      'close_connection_on_client_hello_parsing_errors:bool enable_ja3_fingerprinting:BoolValue enable_ja4_fingerprinting:BoolValue initial_read_buffer_size:UInt32Value{"gt":255,"lt":65537} max_client_hello_size:UInt32Value{"gt":255,"lte":16384}',
  },
  'envoy.extensions.filters.network.client_ssl_auth.v3': {
    ClientSSLAuth:
      'auth_api_cluster:string{"minLen":1,"header":"LOOSE"} ip_white_list:[]envoy.config.core.v3.CidrRange refresh_delay:Duration stat_prefix:string{"minLen":1}',
  },
  'envoy.extensions.filters.network.connection_limit.v3': {
    ConnectionLimit:
      'delay:Duration max_connections:UInt64Value{"gte":1} runtime_enabled:envoy.config.core.v3.RuntimeFeatureFlag stat_prefix:string{"minLen":1}',
  },
  'envoy.extensions.filters.network.direct_response.v3': {
    Config: 'response:envoy.config.core.v3.DataSource',
  },
  'envoy.extensions.filters.network.dubbo_proxy.router.v3': { Router: '' },
  'envoy.extensions.filters.network.dubbo_proxy.v3': {
    Drds: 'config_source:envoy.config.core.v3.ConfigSource{"required":true} route_config_name:string',
    DubboFilter: 'config:Any name:string{"minLen":1}',
    DubboProxy:
      'drds:.Drds|route_specifier dubbo_filters:[].DubboFilter multiple_route_config:.MultipleRouteConfiguration|route_specifier protocol_type:enum:.ProtocolType route_config:[].RouteConfiguration! serialization_type:enum:.SerializationType stat_prefix:string{"minLen":1}',
    MethodMatch:
      'name:envoy.type.matcher.v3.StringMatcher params_match:map<uint32,.MethodMatch.ParameterMatchSpecifier>',
    'MethodMatch.ParameterMatchSpecifier':
      'exact_match:string|parameter_match_specifier range_match:envoy.type.v3.Int64Range|parameter_match_specifier',
    MultipleRouteConfiguration: 'name:string route_config:[].RouteConfiguration',
    Route: 'match:.RouteMatch{"required":true} route:.RouteAction{"required":true}',
    RouteAction:
      'cluster:string|cluster_specifier metadata_match:envoy.config.core.v3.Metadata weighted_clusters:envoy.config.route.v3.WeightedCluster|cluster_specifier',
    RouteConfiguration: 'group:string interface:string name:string routes:[].Route version:string',
    RouteMatch: 'headers:[]envoy.config.route.v3.HeaderMatcher method:.MethodMatch',
  },
  'envoy.extensions.filters.network.dynamic_modules.v3': {
    DynamicModuleNetworkFilter:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig filter_config:Any filter_name:string terminal_filter:bool',
  },
  'envoy.extensions.filters.network.echo.v3': { Echo: '' },
  'envoy.extensions.filters.network.ext_authz.v3': {
    ExtAuthz:
      'bootstrap_metadata_labels_key:string failure_mode_allow:bool filter_enabled_metadata:envoy.type.matcher.v3.MetadataMatcher grpc_service:envoy.config.core.v3.GrpcService include_peer_certificate:bool include_tls_session:bool metadata_context_namespaces:[]string send_tls_alert_on_denial:bool stat_prefix:string{"minLen":1} transport_api_version:enum:envoy.config.core.v3.ApiVersion typed_metadata_context_namespaces:[]string',
  },
  'envoy.extensions.filters.network.ext_proc.v3': {
    MetadataOptions:
      'forwarding_namespaces:.MetadataOptions.MetadataNamespaces receiving_namespaces:.MetadataOptions.MetadataNamespaces',
    'MetadataOptions.MetadataNamespaces': 'typed:[]string untyped:[]string',
    NetworkExternalProcessor:
      'failure_mode_allow:bool grpc_service:envoy.config.core.v3.GrpcService message_timeout:Duration{"gte":"0s","lte":"3600s"} metadata_options:.MetadataOptions processing_mode:.ProcessingMode stat_prefix:string{"minLen":1}',
    ProcessingMode:
      'process_read:enum:.ProcessingMode.DataSendMode process_write:enum:.ProcessingMode.DataSendMode',
  },
  'envoy.extensions.filters.network.generic_proxy.action.v3': {
    RouteAction:
      'cluster:string|cluster_specifier metadata:envoy.config.core.v3.Metadata name:string per_filter_config:map<string,Any> retry_policy:envoy.config.core.v3.RetryPolicy timeout:Duration weighted_clusters:envoy.config.route.v3.WeightedCluster|cluster_specifier',
  },
  'envoy.extensions.filters.network.generic_proxy.codecs.dubbo.v3': { DubboCodecConfig: '' },
  'envoy.extensions.filters.network.generic_proxy.codecs.http1.v3': {
    Http1CodecConfig: 'max_buffer_size:UInt32Value single_frame_mode:BoolValue',
  },
  'envoy.extensions.filters.network.generic_proxy.codecs.kafka.v3': { KafkaCodecConfig: '' },
  'envoy.extensions.filters.network.generic_proxy.matcher.v3': {
    HostMatchInput: '',
    KeyValueMatchEntry:
      'name:string{"minLen":1} string_match:envoy.type.matcher.v3.StringMatcher{"required":true}',
    MethodMatchInput: '',
    PathMatchInput: '',
    PropertyMatchInput: 'property_name:string{"minLen":1}',
    RequestMatchInput: '',
    RequestMatcher:
      'host:envoy.type.matcher.v3.StringMatcher method:envoy.type.matcher.v3.StringMatcher path:envoy.type.matcher.v3.StringMatcher properties:[].KeyValueMatchEntry',
    ServiceMatchInput: '',
  },
  'envoy.extensions.filters.network.generic_proxy.router.v3': { Router: 'bind_upstream_connection:bool' },
  'envoy.extensions.filters.network.generic_proxy.v3': {
    GenericProxy:
      'access_log:[]envoy.config.accesslog.v3.AccessLog codec_config:envoy.config.core.v3.TypedExtensionConfig{"required":true} filters:[]envoy.config.core.v3.TypedExtensionConfig generic_rds:.GenericRds|route_specifier route_config:.RouteConfiguration|route_specifier stat_prefix:string{"minLen":1} tracing:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.Tracing',
    GenericRds:
      'config_source:envoy.config.core.v3.ConfigSource{"required":true} route_config_name:string{"minLen":1}',
    RouteConfiguration:
      'name:string{"minLen":1} routes:xds.type.matcher.v3.Matcher virtual_hosts:[].VirtualHost',
    VirtualHost:
      'hosts:[]string{"minItems":1} name:string{"minLen":1} routes:xds.type.matcher.v3.Matcher{"required":true}',
  },
  'envoy.extensions.filters.network.geoip.v3': {
    Geoip:
      'client_ip:string provider:envoy.config.core.v3.TypedExtensionConfig{"required":true} stat_prefix:string',
  },
  'envoy.extensions.filters.network.golang.v3alpha': {
    Config:
      'is_terminal_filter:bool library_id:string{"minLen":1} library_path:string{"minLen":1} plugin_config:Any plugin_name:string{"minLen":1}',
  },
  'envoy.extensions.filters.network.http_connection_manager.v3': {
    EnvoyMobileHttpConnectionManager: 'config:.HttpConnectionManager',
    ForwardProtoConfig: 'http_destination_ports:[]uint32 https_destination_ports:[]uint32',
    HttpConnectionManager:
      'access_log:[]envoy.config.accesslog.v3.AccessLog access_log_flush_interval:Duration!{"gte":"0.001s"} access_log_options:.HttpConnectionManager.HcmAccessLogOptions add_proxy_protocol_connection_state:BoolValue add_user_agent:BoolValue always_set_request_id_in_response:bool append_local_overload:bool append_x_forwarded_port:bool codec_type:enum:.HttpConnectionManager.CodecType common_http_protocol_options:envoy.config.core.v3.HttpProtocolOptions delayed_close_timeout:Duration drain_timeout:Duration drain_timeout_jitter:envoy.type.v3.Percent early_header_mutation_extensions:[]envoy.config.core.v3.TypedExtensionConfig flush_access_log_on_new_request:bool! forward_client_cert_details:enum:.HttpConnectionManager.ForwardClientCertDetails forward_client_cert_matcher:xds.type.matcher.v3.Matcher forward_proto_config:.ForwardProtoConfig generate_request_id:BoolValue http1_safe_max_connection_duration:bool http2_protocol_options:envoy.config.core.v3.Http2ProtocolOptions http3_protocol_options:envoy.config.core.v3.Http3ProtocolOptions http_filters:[].HttpFilter http_protocol_options:envoy.config.core.v3.Http1ProtocolOptions internal_address_config:.HttpConnectionManager.InternalAddressConfig local_reply_config:.LocalReplyConfig max_request_headers_kb:UInt32Value{"gt":0,"lte":8192} merge_slashes:bool normalize_path:BoolValue original_ip_detection_extensions:[]envoy.config.core.v3.TypedExtensionConfig path_normalization_options:.HttpConnectionManager.PathNormalizationOptions path_with_escaped_slashes_action:enum:.HttpConnectionManager.PathWithEscapedSlashesAction preserve_external_request_id:bool proxy_100_continue:bool proxy_status_config:.HttpConnectionManager.ProxyStatusConfig rds:.Rds|route_specifier represent_ipv4_remote_address_as_ipv4_mapped_ipv6:bool request_headers_timeout:Duration{"gte":"0s"} request_id_extension:.RequestIDExtension request_timeout:Duration route_config:envoy.config.route.v3.RouteConfiguration|route_specifier scheme_header_transformation:envoy.config.core.v3.SchemeHeaderTransformation scoped_routes:.ScopedRoutes|route_specifier server_header_transformation:enum:.HttpConnectionManager.ServerHeaderTransformation server_name:string{"header":"LOOSE"} set_current_client_cert_details:.HttpConnectionManager.SetCurrentClientCertDetails skip_xff_append:bool stat_prefix:string{"minLen":1} stream_error_on_invalid_http_message:BoolValue stream_flush_timeout:Duration stream_idle_timeout:Duration strip_any_host_port:bool|strip_port_mode strip_matching_host_port:bool strip_trailing_host_dot:bool tracing:.HttpConnectionManager.Tracing typed_header_validation_config:envoy.config.core.v3.TypedExtensionConfig upgrade_configs:[].HttpConnectionManager.UpgradeConfig use_remote_address:BoolValue via:string{"header":"LOOSE"} xff_num_trusted_hops:uint32',
    'HttpConnectionManager.ForwardClientCertConfig':
      'forward_client_cert_details:enum:.HttpConnectionManager.ForwardClientCertDetails set_current_client_cert_details:.HttpConnectionManager.SetCurrentClientCertDetails',
    'HttpConnectionManager.HcmAccessLogOptions':
      'access_log_flush_interval:Duration{"gte":"0.001s"} flush_access_log_on_new_request:bool flush_log_on_tunnel_successfully_established:bool',
    'HttpConnectionManager.InternalAddressConfig':
      'cidr_ranges:[]envoy.config.core.v3.CidrRange unix_sockets:bool',
    'HttpConnectionManager.PathNormalizationOptions':
      'forwarding_transformation:envoy.type.http.v3.PathTransformation http_filter_transformation:envoy.type.http.v3.PathTransformation',
    'HttpConnectionManager.ProxyStatusConfig':
      'literal_proxy_name:string|proxy_name remove_connection_termination_details:bool remove_details:bool remove_response_flags:bool set_recommended_response_code:bool use_node_id:bool|proxy_name',
    'HttpConnectionManager.SetCurrentClientCertDetails':
      'cert:bool chain:bool dns:bool format:enum:.HttpConnectionManager.ForwardClientCertFormat issuer:bool subject:BoolValue uri:bool',
    'HttpConnectionManager.Tracing':
      'client_sampling:envoy.type.v3.Percent custom_tags:[]envoy.type.tracing.v3.CustomTag max_path_tag_length:UInt32Value no_context_propagation:bool operation:string overall_sampling:envoy.type.v3.Percent provider:envoy.config.trace.v3.Tracing.Http random_sampling:envoy.type.v3.Percent spawn_upstream_span:BoolValue upstream_operation:string verbose:bool',
    'HttpConnectionManager.UpgradeConfig': 'enabled:BoolValue filters:[].HttpFilter upgrade_type:string',
    HttpFilter:
      'config_discovery:envoy.config.core.v3.ExtensionConfigSource|config_type disabled:bool is_optional:bool name:string{"minLen":1} typed_config:Any|config_type',
    LocalReplyConfig: 'body_format:envoy.config.core.v3.SubstitutionFormatString mappers:[].ResponseMapper',
    Rds: 'config_source:envoy.config.core.v3.ConfigSource route_config_name:string',
    RequestIDExtension: 'typed_config:Any',
    ResponseMapper:
      'body:envoy.config.core.v3.DataSource body_format_override:envoy.config.core.v3.SubstitutionFormatString filter:envoy.config.accesslog.v3.AccessLogFilter{"required":true} headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} status_code:UInt32Value{"gte":200,"lt":600}',
    ScopedRds:
      'scoped_rds_config_source:envoy.config.core.v3.ConfigSource{"required":true} srds_resources_locator:string',
    ScopedRouteConfigurationsList:
      'scoped_route_configurations:[]envoy.config.route.v3.ScopedRouteConfiguration{"minItems":1}',
    ScopedRoutes:
      'name:string{"minLen":1} rds_config_source:envoy.config.core.v3.ConfigSource scope_key_builder:.ScopedRoutes.ScopeKeyBuilder{"required":true} scoped_rds:.ScopedRds|config_specifier scoped_route_configurations_list:.ScopedRouteConfigurationsList|config_specifier',
    'ScopedRoutes.ScopeKeyBuilder': 'fragments:[].ScopedRoutes.ScopeKeyBuilder.FragmentBuilder{"minItems":1}',
    'ScopedRoutes.ScopeKeyBuilder.FragmentBuilder':
      'header_value_extractor:.ScopedRoutes.ScopeKeyBuilder.FragmentBuilder.HeaderValueExtractor|type',
    'ScopedRoutes.ScopeKeyBuilder.FragmentBuilder.HeaderValueExtractor':
      'element:.ScopedRoutes.ScopeKeyBuilder.FragmentBuilder.HeaderValueExtractor.KvElement|extract_type element_separator:string index:uint32|extract_type name:string{"minLen":1,"header":"LOOSE"}',
    'ScopedRoutes.ScopeKeyBuilder.FragmentBuilder.HeaderValueExtractor.KvElement':
      'key:string{"minLen":1} separator:string{"minLen":1}',
  },
  'envoy.extensions.filters.network.kafka_broker.v3': {
    IdBasedBrokerRewriteRule: 'host:string{"minLen":1} id:uint32{"gte":0} port:uint32{"lte":65535}',
    IdBasedBrokerRewriteSpec: 'rules:[].IdBasedBrokerRewriteRule',
    KafkaBroker:
      'api_keys_allowed:[]uint32{"items":{"gte":0,"lte":32767}} api_keys_denied:[]uint32{"items":{"gte":0,"lte":32767}} force_response_rewrite:bool id_based_broker_address_rewrite_spec:.IdBasedBrokerRewriteSpec|broker_address_rewrite_spec stat_prefix:string{"minLen":1}',
  },
  'envoy.extensions.filters.network.kafka_mesh.v3alpha': {
    ForwardingRule: 'target_cluster:string topic_prefix:string|trigger',
    KafkaClusterDefinition:
      'bootstrap_servers:string{"minLen":1} cluster_name:string{"minLen":1} consumer_config:map<string,string> partition_count:int32{"gt":0} producer_config:map<string,string>',
    KafkaMesh:
      'advertised_host:string{"minLen":1} advertised_port:int32{"gt":0} consumer_proxy_mode:enum:.KafkaMesh.ConsumerProxyMode forwarding_rules:[].ForwardingRule upstream_clusters:[].KafkaClusterDefinition',
  },
  'envoy.extensions.filters.network.local_ratelimit.v3': {
    LocalRateLimit:
      'runtime_enabled:envoy.config.core.v3.RuntimeFeatureFlag share_key:string stat_prefix:string{"minLen":1} token_bucket:envoy.type.v3.TokenBucket{"required":true}',
  },
  'envoy.extensions.filters.network.mongo_proxy.v3': {
    MongoProxy:
      'access_log:string commands:[]string delay:envoy.extensions.filters.common.fault.v3.FaultDelay emit_dynamic_metadata:bool max_bson_depth:UInt32Value{"gt":0} stat_prefix:string{"minLen":1}',
  },
  'envoy.extensions.filters.network.mysql_proxy.v3': {
    MySQLProxy: 'access_log:string downstream_ssl:enum:.MySQLProxy.SSLMode stat_prefix:string{"minLen":1}',
  },
  'envoy.extensions.filters.network.postgres_proxy.v3alpha': {
    PostgresProxy:
      'downstream_ssl:enum:.PostgresProxy.SSLMode enable_sql_parsing:BoolValue stat_prefix:string{"minLen":1} terminate_ssl:bool! upstream_ssl:enum:.PostgresProxy.SSLMode',
  },
  'envoy.extensions.filters.network.ratelimit.v3': {
    RateLimit:
      'descriptors:[]envoy.extensions.common.ratelimit.v3.RateLimitDescriptor{"minItems":1} domain:string{"minLen":1} failure_mode_deny:bool rate_limit_service:envoy.config.ratelimit.v3.RateLimitServiceConfig{"required":true} stat_prefix:string{"minLen":1} timeout:Duration',
  },
  'envoy.extensions.filters.network.rbac.v3': {
    RBAC: 'delay_deny:Duration enforcement_type:enum:.RBAC.EnforcementType matcher:xds.type.matcher.v3.Matcher rules:envoy.config.rbac.v3.RBAC shadow_matcher:xds.type.matcher.v3.Matcher shadow_rules:envoy.config.rbac.v3.RBAC shadow_rules_stat_prefix:string stat_prefix:string{"minLen":1}',
  },
  'envoy.extensions.filters.network.redis_proxy.v3': {
    AwsIam:
      'cache_name:string{"minLen":1} credential_provider:envoy.extensions.common.aws.v3.AwsCredentialProvider expiration_time:Duration{"gte":"0s","lte":"900s"} region:string service_name:string',
    RedisExternalAuthProvider: 'enable_auth_expiration:bool grpc_service:envoy.config.core.v3.GrpcService',
    RedisProtocolOptions:
      'auth_password:envoy.config.core.v3.DataSource auth_username:envoy.config.core.v3.DataSource aws_iam:.AwsIam credentials:[].RedisProtocolOptions.Credential',
    'RedisProtocolOptions.Credential':
      'address:envoy.config.core.v3.Address auth_password:envoy.config.core.v3.DataSource auth_username:envoy.config.core.v3.DataSource',
    RedisProxy:
      'custom_commands:[]string downstream_auth_password:envoy.config.core.v3.DataSource! downstream_auth_passwords:[]envoy.config.core.v3.DataSource downstream_auth_username:envoy.config.core.v3.DataSource external_auth_provider:.RedisExternalAuthProvider faults:[].RedisProxy.RedisFault latency_in_micros:bool prefix_routes:.RedisProxy.PrefixRoutes protocol_version:enum:.RedisProxy.ProtocolVersion settings:.RedisProxy.ConnPoolSettings{"required":true} stat_prefix:string{"minLen":1}',
    'RedisProxy.ConnPoolSettings':
      'buffer_flush_timeout:Duration connection_rate_limit:.RedisProxy.ConnectionRateLimit dns_cache_config:envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig enable_command_stats:bool enable_hashtagging:bool enable_redirection:bool max_buffer_size_before_flush:uint32 max_upstream_unknown_connections:UInt32Value op_timeout:Duration{"required":true} read_policy:enum:.RedisProxy.ConnPoolSettings.ReadPolicy',
    'RedisProxy.ConnectionRateLimit': 'connection_rate_limit_per_sec:uint32{"gt":0}',
    'RedisProxy.PrefixRoutes':
      'case_insensitive:bool catch_all_route:.RedisProxy.PrefixRoutes.Route routes:[].RedisProxy.PrefixRoutes.Route',
    'RedisProxy.PrefixRoutes.Route':
      'cluster:string{"minLen":1} key_formatter:string prefix:string{"maxBytes":1000} read_command_policy:.RedisProxy.PrefixRoutes.Route.ReadCommandPolicy remove_prefix:bool request_mirror_policy:[].RedisProxy.PrefixRoutes.Route.RequestMirrorPolicy',
    'RedisProxy.PrefixRoutes.Route.ReadCommandPolicy': 'cluster:string{"minLen":1}',
    'RedisProxy.PrefixRoutes.Route.RequestMirrorPolicy':
      'cluster:string{"minLen":1} exclude_read_commands:bool runtime_fraction:envoy.config.core.v3.RuntimeFractionalPercent',
    'RedisProxy.RedisFault':
      'commands:[]string delay:Duration fault_enabled:envoy.config.core.v3.RuntimeFractionalPercent{"required":true} fault_type:enum:.RedisProxy.RedisFault.RedisFaultType',
  },
  'envoy.extensions.filters.network.reverse_tunnel.v3': {
    DrainAwareHttpConnectionManager:
      'enable_drain_with_goaway:bool hcm_config:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
    JwtHandshakeValidation:
      'allow_missing_or_failed:bool audiences:[]string claims_metadata_namespace:string{"ignoreEmpty":true,"maxLen":255} clock_skew_seconds:uint32 issuer:string{"maxLen":1024} local_jwks:envoy.config.core.v3.DataSource|jwks_source_specifier token_header:string{"ignoreEmpty":true,"maxLen":255}',
    ReverseTunnel:
      'auto_close_connections:bool enable_connection_limit:bool jwt_validation:.JwtHandshakeValidation ping_interval:Duration{"gte":"0.001s","lte":"300s"} request_method:enum:envoy.config.core.v3.RequestMethod request_path:string{"ignoreEmpty":true,"maxLen":255,"minLen":1} required_cluster_name:string{"ignoreEmpty":true,"maxLen":255} skip_rebalancing:bool use_http_upgrade:bool validation:.Validation',
    Validation:
      'cluster_id_format:string{"maxLen":1024} dynamic_metadata_namespace:string{"maxLen":255} emit_dynamic_metadata:bool node_id_format:string{"maxLen":1024} tenant_id_format:string{"maxLen":1024}',
  },
  'envoy.extensions.filters.network.rocketmq_proxy.v3': {
    RocketmqProxy:
      'develop_mode:bool route_config:.RouteConfiguration stat_prefix:string{"minLen":1} transient_object_life_span:Duration',
    Route: 'match:.RouteMatch{"required":true} route:.RouteAction{"required":true}',
    RouteAction: 'cluster:string{"minLen":1} metadata_match:envoy.config.core.v3.Metadata',
    RouteConfiguration: 'name:string routes:[].Route',
    RouteMatch:
      'headers:[]envoy.config.route.v3.HeaderMatcher topic:envoy.type.matcher.v3.StringMatcher{"required":true}',
  },
  'envoy.extensions.filters.network.set_filter_state.v3': {
    Config:
      'on_downstream_data:[]envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue on_downstream_tls_handshake:[]envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue on_new_connection:[]envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue',
  },
  'envoy.extensions.filters.network.sip_proxy.router.v3alpha': { Router: '' },
  'envoy.extensions.filters.network.sip_proxy.tra.v3alpha': {
    CreateRequest: 'context:map<string,string> data:map<string,string>',
    CreateResponse: '',
    DeleteRequest: 'context:map<string,string> key:string',
    DeleteResponse: '',
    RetrieveRequest: 'context:map<string,string> key:string',
    RetrieveResponse: 'data:map<string,string>',
    SubscribeRequest: '',
    SubscribeResponse: 'data:map<string,string>',
    TraServiceConfig:
      'grpc_service:envoy.config.core.v3.GrpcService{"required":true} timeout:Duration transport_api_version:enum:envoy.config.core.v3.ApiVersion',
    TraServiceRequest:
      'create_request:.CreateRequest|request delete_request:.DeleteRequest|request retrieve_request:.RetrieveRequest|request subscribe_request:.SubscribeRequest|request type:string update_request:.UpdateRequest|request',
    TraServiceResponse:
      'create_response:.CreateResponse|response delete_response:.DeleteResponse|response reason:string ret:int32 retrieve_response:.RetrieveResponse|response subscribe_response:.SubscribeResponse|response type:string update_response:.UpdateResponse|response',
    UpdateRequest: 'context:map<string,string> data:map<string,string>',
    UpdateResponse: '',
  },
  'envoy.extensions.filters.network.sip_proxy.v3alpha': {
    Cache: 'add_query_to_cache:bool max_cache_item:int32',
    CustomizedAffinity: 'entries:[].CustomizedAffinityEntry stop_load_balance:bool',
    CustomizedAffinityEntry: 'cache:.Cache header:string key_name:string query:bool subscribe:bool',
    LocalService: 'domain:string parameter:string',
    Route: 'match:.RouteMatch{"required":true} route:.RouteAction{"required":true}',
    RouteAction: 'cluster:string|cluster_specifier{"minLen":1}',
    RouteConfiguration: 'name:string routes:[].Route',
    RouteMatch: 'domain:string|match_specifier header:string parameter:string',
    SipFilter: 'name:string{"minLen":1} typed_config:Any|config_type',
    SipProtocolOptions:
      'customized_affinity:.CustomizedAffinity registration_affinity:bool session_affinity:bool',
    SipProxy:
      'route_config:.RouteConfiguration settings:.SipProxy.SipSettings sip_filters:[].SipFilter stat_prefix:string{"minLen":1}',
    'SipProxy.SipSettings':
      'local_services:[].LocalService operate_via:bool tra_service_config:envoy.extensions.filters.network.sip_proxy.tra.v3alpha.TraServiceConfig transaction_timeout:Duration',
  },
  'envoy.extensions.filters.network.sni_cluster.v3': { SniCluster: '' },
  'envoy.extensions.filters.network.sni_dynamic_forward_proxy.v3': {
    FilterConfig:
      'dns_cache_config:envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig{"required":true} port_value:uint32|port_specifier{"gt":0,"lte":65535} save_upstream_address:bool',
  },
  'envoy.extensions.filters.network.tcp_bandwidth_limit.v3': {
    TcpBandwidthLimit:
      'fill_interval:Duration{"gte":"0.020s","lte":"1s"} read_limit_kbps:UInt64Value runtime_enabled:envoy.config.core.v3.RuntimeFeatureFlag stat_prefix:string{"minLen":1} write_limit_kbps:UInt64Value',
  },
  'envoy.extensions.filters.network.tcp_proxy.v3': {
    TcpProxy:
      'access_log:[]envoy.config.accesslog.v3.AccessLog access_log_flush_interval:Duration!{"gte":"0.001s"} access_log_options:.TcpProxy.TcpAccessLogOptions backoff_options:envoy.config.core.v3.BackoffStrategy check_drain_close:BoolValue cluster:string|cluster_specifier downstream_idle_timeout:Duration flush_access_log_on_connected:bool! hash_policy:[]envoy.type.v3.HashPolicy{"maxItems":1} idle_timeout:Duration max_connect_attempts:UInt32Value{"gte":1} max_downstream_connection_duration:Duration{"gte":"0.001s"} max_downstream_connection_duration_jitter_percentage:envoy.type.v3.Percent max_early_data_bytes:UInt32Value{"lte":1048576} metadata_match:envoy.config.core.v3.Metadata on_demand:.TcpProxy.OnDemand proxy_protocol_tlv_merge_policy:enum:.ProxyProtocolTlvMergePolicy proxy_protocol_tlvs:[]envoy.config.core.v3.TlvEntry stat_prefix:string{"minLen":1} tunneling_config:.TcpProxy.TunnelingConfig upstream_connect_mode:enum:.UpstreamConnectMode upstream_idle_timeout:Duration weighted_clusters:.TcpProxy.WeightedCluster|cluster_specifier',
    'TcpProxy.OnDemand':
      'odcds_config:envoy.config.core.v3.ConfigSource resources_locator:string timeout:Duration',
    'TcpProxy.TcpAccessLogOptions':
      'access_log_flush_interval:Duration{"gte":"0.001s"} flush_access_log_on_connected:bool flush_access_log_on_start:bool',
    'TcpProxy.TunnelingConfig':
      'formatters:[]envoy.config.core.v3.TypedExtensionConfig headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} hostname:string{"minLen":1} post_path:string propagate_response_headers:bool propagate_response_trailers:bool request_id_extension:envoy.extensions.filters.network.http_connection_manager.v3.RequestIDExtension request_id_header:string request_id_metadata_key:string use_post:bool',
    'TcpProxy.WeightedCluster': 'clusters:[].TcpProxy.WeightedCluster.ClusterWeight{"minItems":1}',
    'TcpProxy.WeightedCluster.ClusterWeight':
      'metadata_match:envoy.config.core.v3.Metadata name:string{"minLen":1} weight:uint32{"gte":1}',
  },
  'envoy.extensions.filters.network.thrift_proxy.filters.header_to_metadata.v3': {
    HeaderToMetadata: 'request_rules:[].HeaderToMetadata.Rule{"minItems":1}',
    'HeaderToMetadata.KeyValuePair':
      'encode:enum:.HeaderToMetadata.ValueEncode key:string{"minLen":1} metadata_namespace:string regex_value_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute|value_type type:enum:.HeaderToMetadata.ValueType value:string|value_type',
    'HeaderToMetadata.Rule':
      'header:string{"minLen":1,"header":"LOOSE"} on_missing:.HeaderToMetadata.KeyValuePair on_present:.HeaderToMetadata.KeyValuePair remove:bool',
  },
  'envoy.extensions.filters.network.thrift_proxy.filters.payload_to_metadata.v3': {
    PayloadToMetadata: 'request_rules:[].PayloadToMetadata.Rule{"minItems":1}',
    'PayloadToMetadata.FieldSelector':
      'child:.PayloadToMetadata.FieldSelector id:int32{"gte":-32768,"lte":32767} name:string{"minLen":1}',
    'PayloadToMetadata.KeyValuePair':
      'key:string{"minLen":1} metadata_namespace:string regex_value_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute|value_type type:enum:.PayloadToMetadata.ValueType value:string|value_type',
    'PayloadToMetadata.Rule':
      'field_selector:.PayloadToMetadata.FieldSelector{"required":true} method_name:string|match_specifier on_missing:.PayloadToMetadata.KeyValuePair on_present:.PayloadToMetadata.KeyValuePair service_name:string|match_specifier',
  },
  'envoy.extensions.filters.network.thrift_proxy.filters.ratelimit.v3': {
    RateLimit:
      'domain:string{"minLen":1} failure_mode_deny:bool rate_limit_service:envoy.config.ratelimit.v3.RateLimitServiceConfig{"required":true} stage:uint32{"lte":10} timeout:Duration',
  },
  'envoy.extensions.filters.network.thrift_proxy.router.v3': {
    Router: 'close_downstream_on_upstream_error:BoolValue',
  },
  'envoy.extensions.filters.network.thrift_proxy.v3': {
    Route: 'match:.RouteMatch{"required":true} route:.RouteAction{"required":true}',
    RouteAction:
      'cluster:string|cluster_specifier{"minLen":1} cluster_header:string|cluster_specifier{"minLen":1,"header":"LOOSE"} metadata_match:envoy.config.core.v3.Metadata rate_limits:[]envoy.config.route.v3.RateLimit request_mirror_policies:[].RouteAction.RequestMirrorPolicy strip_service_name:bool weighted_clusters:.WeightedCluster|cluster_specifier',
    'RouteAction.RequestMirrorPolicy':
      'cluster:string{"minLen":1} runtime_fraction:envoy.config.core.v3.RuntimeFractionalPercent',
    RouteConfiguration: 'name:string routes:[].Route validate_clusters:BoolValue',
    RouteMatch:
      'headers:[]envoy.config.route.v3.HeaderMatcher invert:bool method_name:string|match_specifier service_name:string|match_specifier',
    ThriftFilter: 'name:string{"minLen":1} typed_config:Any|config_type',
    ThriftProtocolOptions: 'protocol:enum:.ProtocolType transport:enum:.TransportType',
    ThriftProxy:
      'access_log:[]envoy.config.accesslog.v3.AccessLog header_keys_preserve_case:bool max_requests_per_connection:UInt32Value payload_passthrough:bool protocol:enum:.ProtocolType route_config:.RouteConfiguration stat_prefix:string{"minLen":1} thrift_filters:[].ThriftFilter transport:enum:.TransportType trds:.Trds',
    Trds: 'config_source:envoy.config.core.v3.ConfigSource{"required":true} route_config_name:string',
    WeightedCluster: 'clusters:[].WeightedCluster.ClusterWeight{"minItems":1}',
    'WeightedCluster.ClusterWeight':
      'metadata_match:envoy.config.core.v3.Metadata name:string{"minLen":1} weight:UInt32Value{"gte":1}',
  },
  'envoy.extensions.filters.network.wasm.v3': { Wasm: 'config:envoy.extensions.wasm.v3.PluginConfig' },
  'envoy.extensions.filters.network.zookeeper_proxy.v3': {
    LatencyThresholdOverride:
      'opcode:enum:.LatencyThresholdOverride.Opcode threshold:Duration{"gte":"0.001s","required":true}',
    ZooKeeperProxy:
      'access_log:string default_latency_threshold:Duration{"gte":"0.001s"} enable_latency_threshold_metrics:bool enable_per_opcode_decoder_error_metrics:bool enable_per_opcode_request_bytes_metrics:bool enable_per_opcode_response_bytes_metrics:bool latency_threshold_overrides:[].LatencyThresholdOverride max_packet_bytes:UInt32Value stat_prefix:string{"minLen":1}',
  },
  'envoy.extensions.filters.udp.dns_filter.v3': {
    DnsFilterConfig:
      'access_log:[]envoy.config.accesslog.v3.AccessLog client_config:.DnsFilterConfig.ClientContextConfig server_config:.DnsFilterConfig.ServerContextConfig stat_prefix:string{"minLen":1}',
    'DnsFilterConfig.ClientContextConfig':
      'dns_resolution_config:envoy.config.core.v3.DnsResolutionConfig! max_pending_lookups:uint64{"gte":1} resolver_timeout:Duration{"gte":"1s"} typed_dns_resolver_config:envoy.config.core.v3.TypedExtensionConfig upstream_resolvers:[]envoy.config.core.v3.Address!',
    'DnsFilterConfig.ServerContextConfig':
      'external_dns_table:envoy.config.core.v3.DataSource|config_source inline_dns_table:envoy.data.dns.v3.DnsTable|config_source',
  },
  'envoy.extensions.filters.udp.dynamic_modules.v3': {
    DynamicModuleUdpListenerFilter:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig filter_config:Any filter_name:string',
  },
  'envoy.extensions.filters.udp.udp_proxy.session.dynamic_forward_proxy.v3': {
    FilterConfig:
      'buffer_options:.FilterConfig.BufferOptions dns_cache_config:envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig|implementation_specifier{"required":true} stat_prefix:string{"minLen":1}',
    'FilterConfig.BufferOptions': 'max_buffered_bytes:UInt64Value max_buffered_datagrams:UInt32Value',
  },
  'envoy.extensions.filters.udp.udp_proxy.session.ext_authz.v3': {
    FilterConfig:
      'buffer_options:.FilterConfig.BufferOptions failure_mode_allow:bool grpc_service:envoy.config.core.v3.GrpcService{"required":true} stat_prefix:string{"minLen":1}',
    'FilterConfig.BufferOptions': 'max_buffered_bytes:UInt64Value max_buffered_datagrams:UInt32Value',
  },
  'envoy.extensions.filters.udp.udp_proxy.session.http_capsule.v3': { FilterConfig: '' },
  'envoy.extensions.filters.udp.udp_proxy.v3': {
    Route: 'cluster:string{"minLen":1}',
    UdpProxyConfig:
      'access_log:[]envoy.config.accesslog.v3.AccessLog access_log_options:.UdpProxyConfig.UdpAccessLogOptions cluster:string!|route_specifier{"minLen":1} hash_policies:[].UdpProxyConfig.HashPolicy{"maxItems":1} idle_timeout:Duration matcher:xds.type.matcher.v3.Matcher|route_specifier proxy_access_log:[]envoy.config.accesslog.v3.AccessLog session_filters:[].UdpProxyConfig.SessionFilter stat_prefix:string{"minLen":1} tunneling_config:.UdpProxyConfig.UdpTunnelingConfig upstream_socket_config:envoy.config.core.v3.UdpSocketConfig use_original_src_ip:bool use_per_packet_load_balancing:bool',
    'UdpProxyConfig.HashPolicy':
      'key:string|policy_specifier{"minLen":1} source_ip:bool|policy_specifier{"const":true}',
    'UdpProxyConfig.SessionFilter':
      'config_discovery:envoy.config.core.v3.ExtensionConfigSource|config_type name:string{"minLen":1} typed_config:Any|config_type',
    'UdpProxyConfig.UdpAccessLogOptions':
      'access_log_flush_interval:Duration{"gte":"0.001s"} flush_access_log_on_tunnel_connected:bool',
    'UdpProxyConfig.UdpTunnelingConfig':
      'buffer_options:.UdpProxyConfig.UdpTunnelingConfig.BufferOptions default_target_port:uint32{"gt":0,"lte":65535} headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} post_path:string propagate_response_headers:bool propagate_response_trailers:bool proxy_host:string{"minLen":1} proxy_port:UInt32Value retry_options:.UdpProxyConfig.UdpTunnelingConfig.RetryOptions target_host:string{"minLen":1} use_post:bool',
    'UdpProxyConfig.UdpTunnelingConfig.BufferOptions':
      'max_buffered_bytes:UInt64Value max_buffered_datagrams:UInt32Value',
    'UdpProxyConfig.UdpTunnelingConfig.RetryOptions':
      'backoff_options:envoy.config.core.v3.BackoffStrategy max_connect_attempts:UInt32Value',
  },
  'envoy.extensions.formatter.cel.v3': { Cel: '' },
  'envoy.extensions.formatter.dynamic_modules.v3': {
    DynamicModuleFormatter:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig{"required":true} formatter_config:Any formatter_name:string',
  },
  'envoy.extensions.formatter.file_content.v3': { FileContent: '' },
  'envoy.extensions.formatter.generic_secret.v3': {
    GenericSecret:
      'secret_configs:map<string,envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig>{"minPairs":1}',
  },
  'envoy.extensions.formatter.metadata.v3': { Metadata: '' },
  'envoy.extensions.formatter.req_without_query.v3': { ReqWithoutQuery: '' },
  'envoy.extensions.geoip_providers.common.v3': {
    CommonGeoipProviderConfig:
      'geo_field_keys:.CommonGeoipProviderConfig.GeolocationFieldKeys geo_headers_to_add:.CommonGeoipProviderConfig.GeolocationHeadersToAdd!',
    'CommonGeoipProviderConfig.GeolocationFieldKeys':
      'anon:string anon_hosting:string anon_proxy:string anon_tor:string anon_vpn:string apple_private_relay:string asn:string asn_org:string city:string country:string isp:string region:string',
    'CommonGeoipProviderConfig.GeolocationHeadersToAdd':
      'anon:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} anon_hosting:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} anon_proxy:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} anon_tor:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} anon_vpn:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} apple_private_relay:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} asn:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} asn_org:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} city:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} country:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} is_anon:string!{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} isp:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} region:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"}',
  },
  'envoy.extensions.geoip_providers.maxmind.v3': {
    MaxMindConfig:
      'anon_db_path:string{"pattern":"^$|^.*\\\\.mmdb$"} asn_db_path:string{"pattern":"^$|^.*\\\\.mmdb$"} city_db_path:string{"pattern":"^$|^.*\\\\.mmdb$"} common_provider_config:envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig{"required":true} country_db_path:string{"pattern":"^$|^.*\\\\.mmdb$"} isp_db_path:string{"pattern":"^$|^.*\\\\.mmdb$"}',
  },
  'envoy.extensions.grpc_service.call_credentials.access_token.v3': {
    AccessTokenCredentials: 'token:string',
  },
  'envoy.extensions.grpc_service.call_credentials.file_based_metadata.v3': {
    FileBasedMetadataCallCredentials:
      'header_key:string header_prefix:string secret_data:envoy.config.core.v3.DataSource',
  },
  'envoy.extensions.grpc_service.call_credentials.google_compute_engine.v3': {
    GoogleComputeEngineCredentials: '',
  },
  'envoy.extensions.grpc_service.call_credentials.google_iam.v3': {
    GoogleIamCredentials: 'authority_selector:string authorization_token:string',
  },
  'envoy.extensions.grpc_service.call_credentials.google_refresh_token.v3': {
    GoogleRefreshTokenCredentials: 'token:string',
  },
  'envoy.extensions.grpc_service.call_credentials.service_account_jwt_access.v3': {
    ServiceAccountJwtAccessCredentials: 'json_key:string token_lifetime:Duration',
  },
  'envoy.extensions.grpc_service.call_credentials.sts_service.v3': {
    StsServiceCredentials:
      'actor_token_path:string actor_token_type:string audience:string requested_token_type:string resource:string scope:string subject_token_path:string{"minLen":1} subject_token_type:string{"minLen":1} token_exchange_service_uri:string',
  },
  'envoy.extensions.grpc_service.channel_credentials.google_default.v3': { GoogleDefaultCredentials: '' },
  'envoy.extensions.grpc_service.channel_credentials.insecure.v3': { InsecureCredentials: '' },
  'envoy.extensions.grpc_service.channel_credentials.local.v3': { LocalCredentials: '' },
  'envoy.extensions.grpc_service.channel_credentials.tls.v3': {
    TlsCredentials:
      'identity_certificate_provider:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProviderInstance root_certificate_provider:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProviderInstance',
  },
  'envoy.extensions.grpc_service.channel_credentials.xds.v3': { XdsCredentials: 'fallback_credentials:Any' },
  'envoy.extensions.health_check.event_sinks.file.v3': {
    HealthCheckEventFileSink: 'event_log_path:string{"minLen":1}',
  },
  'envoy.extensions.health_checkers.dynamic_modules.v3': {
    DynamicModuleHealthCheck:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig{"required":true} health_checker_config:Any health_checker_name:string{"minLen":1}',
  },
  'envoy.extensions.health_checkers.redis.v3': {
    Redis: 'aws_iam:envoy.extensions.filters.network.redis_proxy.v3.AwsIam key:string',
  },
  'envoy.extensions.health_checkers.thrift.v3': {
    Thrift:
      'method_name:string{"minLen":1} protocol:enum:envoy.extensions.filters.network.thrift_proxy.v3.ProtocolType transport:enum:envoy.extensions.filters.network.thrift_proxy.v3.TransportType',
  },
  'envoy.extensions.http.cache.file_system_http_cache.v3': {
    FileSystemHttpCacheConfig:
      'cache_path:string{"minLen":1} cache_subdivisions:uint32 create_cache_path:bool evict_fraction:float manager_config:envoy.extensions.common.async_files.v3.AsyncFileManagerConfig{"required":true} max_cache_entry_count:UInt64Value max_cache_size_bytes:UInt64Value max_eviction_period:Duration max_individual_cache_entry_size_bytes:UInt64Value min_eviction_period:Duration',
  },
  'envoy.extensions.http.cache.simple_http_cache.v3': { SimpleHttpCacheConfig: '' },
  'envoy.extensions.http.cache_v2.file_system_http_cache.v3': {
    FileSystemHttpCacheV2Config:
      'cache_path:string{"minLen":1} cache_subdivisions:uint32 create_cache_path:bool evict_fraction:float manager_config:envoy.extensions.common.async_files.v3.AsyncFileManagerConfig{"required":true} max_cache_entry_count:UInt64Value max_cache_size_bytes:UInt64Value max_eviction_period:Duration max_individual_cache_entry_size_bytes:UInt64Value min_eviction_period:Duration',
  },
  'envoy.extensions.http.cache_v2.simple_http_cache.v3': { SimpleHttpCacheV2Config: '' },
  'envoy.extensions.http.custom_response.local_response_policy.v3': {
    LocalResponsePolicy:
      'body:envoy.config.core.v3.DataSource body_format:envoy.config.core.v3.SubstitutionFormatString response_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} status_code:UInt32Value{"gte":200,"lt":600}',
  },
  'envoy.extensions.http.custom_response.redirect_policy.v3': {
    RedirectPolicy:
      'modify_request_headers_action:envoy.config.core.v3.TypedExtensionConfig redirect_action:envoy.config.route.v3.RedirectAction|redirect_action_specifier request_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} response_headers_to_add:[]envoy.config.core.v3.HeaderValueOption{"maxItems":1000} status_code:UInt32Value{"gte":200,"lte":999} uri:string|redirect_action_specifier{"minLen":1}',
  },
  'envoy.extensions.http.early_header_mutation.header_mutation.v3': {
    HeaderMutation: 'mutations:[]envoy.config.common.mutation_rules.v3.HeaderMutation{"minItems":1}',
  },
  'envoy.extensions.http.ext_proc.processing_request_modifiers.mapped_attribute_builder.v3': {
    MappedAttributeBuilder:
      'mapped_request_attributes:map<string,string> mapped_response_attributes:map<string,string>',
  },
  'envoy.extensions.http.ext_proc.response_processors.save_processing_response.v3': {
    SaveProcessingResponse:
      'filter_state_name_suffix:string save_immediate_response:.SaveProcessingResponse.SaveOptions save_request_headers:.SaveProcessingResponse.SaveOptions save_request_trailers:.SaveProcessingResponse.SaveOptions save_response_headers:.SaveProcessingResponse.SaveOptions save_response_trailers:.SaveProcessingResponse.SaveOptions',
    'SaveProcessingResponse.SaveOptions': 'save_on_error:bool save_response:bool',
  },
  'envoy.extensions.http.header_formatters.preserve_case.v3': {
    PreserveCaseFormatterConfig:
      'formatter_type_on_envoy_headers:enum:.PreserveCaseFormatterConfig.FormatterTypeOnEnvoyHeaders forward_reason_phrase:bool',
  },
  'envoy.extensions.http.header_validators.envoy_default.v3': {
    HeaderValidatorConfig:
      'headers_with_underscores_action:enum:.HeaderValidatorConfig.HeadersWithUnderscoresAction http1_protocol_options:.HeaderValidatorConfig.Http1ProtocolOptions restrict_http_methods:bool strip_fragment_from_path:bool uri_path_normalization_options:.HeaderValidatorConfig.UriPathNormalizationOptions',
    'HeaderValidatorConfig.Http1ProtocolOptions': 'allow_chunked_length:bool',
    'HeaderValidatorConfig.UriPathNormalizationOptions':
      'path_with_escaped_slashes_action:enum:.HeaderValidatorConfig.UriPathNormalizationOptions.PathWithEscapedSlashesAction skip_merging_slashes:bool skip_path_normalization:bool',
  },
  'envoy.extensions.http.injected_credentials.generic.v3': {
    Generic:
      'credential:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig{"required":true} header:string{"ignoreEmpty":true,"header":"HTTP_HEADER_NAME"} header_value_prefix:string',
  },
  'envoy.extensions.http.injected_credentials.oauth2.v3': {
    OAuth2:
      'client_credentials:.OAuth2.ClientCredentials|flow_type endpoint_params:[].OAuth2.EndpointParameter scopes:[]string token_endpoint:envoy.config.core.v3.HttpUri{"required":true} token_fetch_retry_interval:Duration{"gte":"1s"}',
    'OAuth2.ClientCredentials':
      'auth_type:enum:.OAuth2.AuthType client_id:string{"minLen":1} client_secret:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig{"required":true}',
    'OAuth2.EndpointParameter': 'name:string{"minLen":1} value:string',
  },
  'envoy.extensions.http.original_ip_detection.custom_header.v3': {
    CustomHeaderConfig:
      'allow_extension_to_set_address_as_trusted:bool header_name:string{"minLen":1,"header":"HTTP_HEADER_NAME"} reject_with_status:envoy.type.v3.HttpStatus',
  },
  'envoy.extensions.http.original_ip_detection.xff.v3': {
    XffConfig: 'skip_xff_append:BoolValue xff_num_trusted_hops:uint32 xff_trusted_cidrs:.XffTrustedCidrs',
    XffTrustedCidrs: 'cidrs:[]envoy.config.core.v3.CidrRange',
  },
  'envoy.extensions.http.stateful_session.cookie.v3': {
    CookieBasedSessionState: 'cookie:envoy.type.http.v3.Cookie{"required":true}',
  },
  'envoy.extensions.http.stateful_session.envelope.v3': {
    EnvelopeSessionState: 'header:.EnvelopeSessionState.Header{"required":true}',
    'EnvelopeSessionState.Header': 'name:string{"minLen":1}',
  },
  'envoy.extensions.http.stateful_session.header.v3': { HeaderBasedSessionState: 'name:string{"minLen":1}' },
  'envoy.extensions.internal_redirect.allow_listed_routes.v3': {
    AllowListedRoutesConfig: 'allowed_route_names:[]string{"items":{"minLen":1}}',
  },
  'envoy.extensions.internal_redirect.previous_routes.v3': { PreviousRoutesConfig: '' },
  'envoy.extensions.internal_redirect.safe_cross_scheme.v3': { SafeCrossSchemeConfig: '' },
  'envoy.extensions.key_value.file_based.v3': {
    FileBasedKeyValueStoreConfig:
      'filename:string{"minLen":1} flush_interval:Duration max_entries:UInt32Value',
  },
  'envoy.extensions.load_balancing_policies.client_side_weighted_round_robin.v3': {
    ClientSideWeightedRoundRobin:
      'blackout_period:Duration enable_oob_load_report:BoolValue error_utilization_penalty:FloatValue{"gte":0} metric_names_for_computing_utilization:[]string oob_reporting_config:envoy.extensions.load_balancing_policies.common.v3.OrcaOobReportingConfig oob_reporting_period:Duration slow_start_config:envoy.extensions.load_balancing_policies.common.v3.SlowStartConfig weight_expiration_period:Duration weight_update_period:Duration',
  },
  'envoy.extensions.load_balancing_policies.cluster_provided.v3': { ClusterProvided: '' },
  'envoy.extensions.load_balancing_policies.common.v3': {
    ConsistentHashingLbConfig:
      'hash_balance_factor:UInt32Value{"gte":100} hash_policy:[]envoy.config.route.v3.RouteAction.HashPolicy use_hostname_for_hashing:bool',
    LocalityLbConfig:
      'locality_weighted_lb_config:.LocalityLbConfig.LocalityWeightedLbConfig|locality_config_specifier zone_aware_lb_config:.LocalityLbConfig.ZoneAwareLbConfig|locality_config_specifier',
    'LocalityLbConfig.LocalityWeightedLbConfig': '',
    'LocalityLbConfig.ZoneAwareLbConfig':
      'fail_traffic_on_panic:bool force_local_zone:.LocalityLbConfig.ZoneAwareLbConfig.ForceLocalZone force_locality_direct_routing:bool! locality_basis:enum:.LocalityLbConfig.ZoneAwareLbConfig.LocalityBasis min_cluster_size:UInt64Value routing_enabled:envoy.type.v3.Percent',
    'LocalityLbConfig.ZoneAwareLbConfig.ForceLocalZone': 'min_size:UInt32Value',
    OrcaOobReportingConfig:
      'authority:string{"header":"LOOSE"} port_value:uint32{"lte":65535} transport_socket_match_criteria:Struct',
    SlowStartConfig:
      'aggression:envoy.config.core.v3.RuntimeDouble min_weight_percent:envoy.type.v3.Percent slow_start_window:Duration',
  },
  'envoy.extensions.load_balancing_policies.dynamic_modules.v3': {
    DynamicModulesLoadBalancerConfig:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig{"required":true} lb_policy_config:Any lb_policy_name:string{"minLen":1}',
  },
  'envoy.extensions.load_balancing_policies.least_request.v3': {
    LeastRequest:
      'active_request_bias:envoy.config.core.v3.RuntimeDouble choice_count:UInt32Value{"gte":2} enable_full_scan:BoolValue! locality_lb_config:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig selection_method:enum:.LeastRequest.SelectionMethod slow_start_config:envoy.extensions.load_balancing_policies.common.v3.SlowStartConfig',
  },
  'envoy.extensions.load_balancing_policies.load_aware_locality.v3': {
    LoadAwareLocality:
      'enable_oob_load_report:BoolValue endpoint_picking_policy:envoy.config.cluster.v3.LoadBalancingPolicy{"required":true} metric_names_for_computing_utilization:[]string oob_reporting_period:Duration remote_probe_fraction:DoubleValue{"gte":0,"lt":1} smoothing_time_constant:Duration{"gt":"0s"} utilization_variance_threshold:DoubleValue{"gte":0,"lte":1} weight_expiration_period:Duration{"gte":"0s"} weight_update_period:Duration{"gte":"0.100s"}',
  },
  'envoy.extensions.load_balancing_policies.maglev.v3': {
    Maglev:
      'consistent_hashing_lb_config:envoy.extensions.load_balancing_policies.common.v3.ConsistentHashingLbConfig locality_weighted_lb_config:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.LocalityWeightedLbConfig table_size:UInt64Value{"lte":5000011}',
  },
  'envoy.extensions.load_balancing_policies.override_host.v3': {
    OverrideHost:
      'fallback_policy:envoy.config.cluster.v3.LoadBalancingPolicy{"required":true} override_host_sources:[].OverrideHost.OverrideHostSource{"minItems":1} selected_host_key:envoy.type.metadata.v3.MetadataKey',
    'OverrideHost.OverrideHostSource':
      'header:string{"header":"LOOSE"} metadata:envoy.type.metadata.v3.MetadataKey',
  },
  'envoy.extensions.load_balancing_policies.peak_ewma.v3alpha': {
    PeakEwma:
      'aggregation_interval:Duration decay_time:Duration default_rtt:Duration max_samples_per_host:UInt32Value penalty_value:DoubleValue',
  },
  'envoy.extensions.load_balancing_policies.pick_first.v3': { PickFirst: 'shuffle_address_list:bool' },
  'envoy.extensions.load_balancing_policies.random.v3': {
    Random: 'locality_lb_config:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig',
  },
  'envoy.extensions.load_balancing_policies.random_subsetting.v3': {
    RandomSubsetting:
      'child_policy:envoy.config.cluster.v3.LoadBalancingPolicy{"required":true} subset_size:UInt32Value{"gt":0}',
  },
  'envoy.extensions.load_balancing_policies.ring_hash.v3': {
    RingHash:
      'consistent_hashing_lb_config:envoy.extensions.load_balancing_policies.common.v3.ConsistentHashingLbConfig hash_balance_factor:UInt32Value!{"gte":100} hash_function:enum:.RingHash.HashFunction locality_weighted_lb_config:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.LocalityWeightedLbConfig maximum_ring_size:UInt64Value{"lte":8388608} minimum_ring_size:UInt64Value{"gte":1,"lte":8388608} use_hostname_for_hashing:bool!',
  },
  'envoy.extensions.load_balancing_policies.round_robin.v3': {
    RoundRobin:
      'locality_lb_config:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig slow_start_config:envoy.extensions.load_balancing_policies.common.v3.SlowStartConfig',
  },
  'envoy.extensions.load_balancing_policies.subset.v3': {
    Subset:
      'allow_redundant_keys:bool default_subset:Struct fallback_policy:enum:.Subset.LbSubsetFallbackPolicy list_as_any:bool locality_weight_aware:bool metadata_fallback_policy:enum:.Subset.LbSubsetMetadataFallbackPolicy panic_mode_any:bool scale_locality_weight:bool subset_lb_policy:envoy.config.cluster.v3.LoadBalancingPolicy{"required":true} subset_selectors:[].Subset.LbSubsetSelector',
    'Subset.LbSubsetSelector':
      'fallback_keys_subset:[]string fallback_policy:enum:.Subset.LbSubsetSelector.LbSubsetSelectorFallbackPolicy keys:[]string single_host_per_subset:bool',
  },
  'envoy.extensions.load_balancing_policies.wrr_locality.v3': {
    WrrLocality: 'endpoint_picking_policy:envoy.config.cluster.v3.LoadBalancingPolicy{"required":true}',
  },
  'envoy.extensions.local_address_selectors.filter_state_override.v3': { Config: '' },
  'envoy.extensions.matching.actions.transform_stat.v3': {
    TransformStat:
      'drop_stat:.TransformStat.DropStat drop_tag:.TransformStat.DropTag update_tag:.TransformStat.UpdateTag',
    'TransformStat.DropStat': '',
    'TransformStat.DropTag': '',
    'TransformStat.UpdateTag': 'new_tag_value:string',
  },
  'envoy.extensions.matching.common_inputs.environment_variable.v3': { Config: 'name:string{"minLen":1}' },
  'envoy.extensions.matching.common_inputs.network.v3': {
    ApplicationProtocolInput: '',
    DestinationIPInput: '',
    DestinationPortInput: '',
    DirectSourceIPInput: '',
    DynamicMetadataInput: 'filter:string{"minLen":1} path:[].DynamicMetadataInput.PathSegment{"minItems":1}',
    'DynamicMetadataInput.PathSegment': 'key:string|segment{"minLen":1}',
    FilterStateInput: 'field:string key:string{"minLen":1}',
    NetworkNamespaceInput: '',
    ServerNameInput: '',
    SourceIPInput: '',
    SourcePortInput: '',
    SourceTypeInput: '',
    TransportProtocolInput: '',
  },
  'envoy.extensions.matching.common_inputs.ssl.v3': { DnsSanInput: '', SubjectInput: '', UriSanInput: '' },
  'envoy.extensions.matching.common_inputs.stats.v3': { StatFullNameMatchInput: '', StatTagValueInput: '' },
  'envoy.extensions.matching.common_inputs.transport_socket.v3': {
    EndpointMetadataInput: 'filter:string path:[].EndpointMetadataInput.PathSegment{"minItems":1}',
    'EndpointMetadataInput.PathSegment': 'key:string|segment{"minLen":1}',
    FilterStateInput: 'key:string{"minLen":1}',
    LocalityMetadataInput: 'filter:string path:[].LocalityMetadataInput.PathSegment{"minItems":1}',
    'LocalityMetadataInput.PathSegment': 'key:string|segment{"minLen":1}',
    TransportSocketNameAction: 'name:string{"minLen":1}',
  },
  'envoy.extensions.matching.http.dynamic_modules.v3': { HttpDynamicModuleMatchInput: '' },
  'envoy.extensions.matching.input_matchers.consistent_hashing.v3': {
    ConsistentHashing: 'modulo:uint32{"gt":0} seed:uint64 threshold:uint32',
  },
  'envoy.extensions.matching.input_matchers.dynamic_modules.v3': {
    DynamicModuleMatcher:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig{"required":true} matcher_config:Any matcher_name:string',
  },
  'envoy.extensions.matching.input_matchers.hyperscan.v3alpha': {
    Hyperscan: 'regexes:[].Hyperscan.Regex{"minItems":1}',
    'Hyperscan.Regex':
      'allow_empty:bool caseless:bool combination:bool dot_all:bool id:uint32 multiline:bool quiet:bool regex:string{"minLen":1} ucp:bool utf8:bool',
  },
  'envoy.extensions.matching.input_matchers.ip.v3': {
    Ip: 'cidr_ranges:[]envoy.config.core.v3.CidrRange{"minItems":1} stat_prefix:string{"minLen":1}',
  },
  'envoy.extensions.matching.input_matchers.metadata.v3': {
    Metadata: 'invert:bool value:envoy.type.matcher.v3.ValueMatcher{"required":true}',
  },
  'envoy.extensions.matching.input_matchers.runtime_fraction.v3': {
    RuntimeFraction:
      'runtime_fraction:envoy.config.core.v3.RuntimeFractionalPercent{"required":true} seed:uint64',
  },
  'envoy.extensions.network.connection_balance.dlb.v3alpha': {
    Dlb: 'fallback_policy:enum:.Dlb.FallbackPolicy id:uint32 max_retries:uint32',
  },
  'envoy.extensions.network.dns_resolver.apple.v3': {
    AppleDnsResolverConfig: 'include_unroutable_families:bool',
  },
  'envoy.extensions.network.dns_resolver.cares.v3': {
    CaresDnsResolverConfig:
      'dns_resolver_options:envoy.config.core.v3.DnsResolverOptions edns0_max_payload_size:UInt32Value{"gte":512,"lte":4096} filter_unroutable_families:bool max_udp_channel_duration:Duration{"gte":"0s"} qcache_max_ttl:UInt32Value{"gte":0} query_timeout_seconds:UInt64Value{"gte":1} query_tries:UInt32Value{"gte":1} reinit_channel_on_timeout:bool resolvers:[]envoy.config.core.v3.Address rotate_nameservers:bool udp_max_queries:UInt32Value use_resolvers_as_fallback:bool',
  },
  'envoy.extensions.network.dns_resolver.getaddrinfo.v3': {
    GetAddrInfoDnsResolverConfig: 'num_resolver_threads:UInt32Value num_retries:UInt32Value',
  },
  'envoy.extensions.network.dns_resolver.hickory.v3': {
    DnsOverHttpsConfig: 'server_urls:[]string{"items":{"minLen":1}}',
    DnsOverTlsConfig: 'servers:[]envoy.config.core.v3.Address tls_server_name:string{"minLen":1}',
    HickoryDnsResolverConfig:
      'cache_size:UInt32Value dns_over_https:.DnsOverHttpsConfig dns_over_tls:.DnsOverTlsConfig enable_dnssec:bool num_resolver_threads:UInt32Value{"gte":1,"lte":16} query_timeout:Duration{"gte":"0.001s"} query_tries:UInt32Value{"gte":1} resolvers:[]envoy.config.core.v3.Address use_system_config:BoolValue',
  },
  'envoy.extensions.network.socket_interface.sockmap.v3': {
    Sockmap:
      'accelerated_ports:[]envoy.type.v3.Int64Range{"maxItems":128} bpf_program_path:string cgroup_path:string register_user_space_sockets:BoolValue sockhash_max_entries:UInt32Value{"gte":1}',
  },
  'envoy.extensions.network.socket_interface.v3': {
    DefaultSocketInterface: 'io_uring_options:.IoUringOptions',
    IoUringOptions:
      'enable_multishot_receive:bool enable_submission_queue_polling:bool io_uring_size:UInt32Value read_buffer_size:UInt32Value write_high_watermark_bytes:UInt32Value{"gte":4096} write_low_watermark_bytes:UInt32Value{"gte":1024} write_timeout_ms:UInt32Value',
  },
  'envoy.extensions.network_filters.peer_metadata': { Config: 'baggage_key:string', UpstreamConfig: '' },
  'envoy.extensions.outlier_detection_monitors.common.v3': {
    DatabaseErrors: '',
    ErrorBuckets:
      'database_errors:[].DatabaseErrors http_errors:[].HttpErrors local_origin_errors:[].LocalOriginErrors',
    HttpErrors: 'range:envoy.type.v3.Int32Range',
    LocalOriginErrors: '',
  },
  'envoy.extensions.outlier_detection_monitors.consecutive_errors.v3': {
    ConsecutiveErrors:
      'enforcing:UInt32Value{"lte":100} error_buckets:envoy.extensions.outlier_detection_monitors.common.v3.ErrorBuckets name:string threshold:UInt32Value{"lte":100}',
  },
  'envoy.extensions.path.match.uri_template.v3': {
    UriTemplateMatchConfig: 'path_template:string{"maxLen":256,"minLen":1}',
  },
  'envoy.extensions.path.rewrite.uri_template.v3': {
    UriTemplateRewriteConfig: 'path_template_rewrite:string{"maxLen":256,"minLen":1}',
  },
  'envoy.extensions.private_key_providers.cryptomb.v3alpha': {
    CryptoMbPrivateKeyMethodConfig:
      'poll_delay:Duration{"gte":"0.001s","required":true} private_key:envoy.config.core.v3.DataSource',
  },
  'envoy.extensions.private_key_providers.kae.v3alpha': {
    KaePrivateKeyMethodConfig:
      'max_instances:UInt32Value{"gte":1} poll_delay:Duration{"gte":"0.001s","required":true} private_key:envoy.config.core.v3.DataSource',
  },
  'envoy.extensions.private_key_providers.qat.v3alpha': {
    QatPrivateKeyMethodConfig:
      'poll_delay:Duration{"gte":"0.001s","required":true} private_key:envoy.config.core.v3.DataSource',
  },
  'envoy.extensions.quic.client_writer_factory.v3': { DefaultClientWriter: '' },
  'envoy.extensions.quic.connection_debug_visitor.quic_stats.v3': {
    Config: 'update_period:Duration{"gte":"0.001s"}',
  },
  'envoy.extensions.quic.connection_debug_visitor.v3': { BasicConfig: '' },
  'envoy.extensions.quic.connection_id_generator.quic_lb.v3': {
    Config:
      'encryption_parameters:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig{"required":true} expected_server_id_length:uint32{"lte":18} nonce_length_bytes:uint32{"gte":4,"lte":16} server_id:envoy.config.core.v3.DataSource{"required":true} server_id_base64_encoded:bool unencrypted_mode:bool',
  },
  'envoy.extensions.quic.connection_id_generator.v3': { DeterministicConnectionIdGeneratorConfig: '' },
  'envoy.extensions.quic.crypto_stream.v3': { CryptoServerStreamConfig: '' },
  'envoy.extensions.quic.proof_source.v3': { ProofSourceConfig: '' },
  'envoy.extensions.quic.server_preferred_address.v3': {
    DataSourceServerPreferredAddressConfig:
      'ipv4_config:.DataSourceServerPreferredAddressConfig.AddressFamilyConfig ipv6_config:.DataSourceServerPreferredAddressConfig.AddressFamilyConfig',
    'DataSourceServerPreferredAddressConfig.AddressFamilyConfig':
      'address:envoy.config.core.v3.DataSource{"required":true} dnat_address:envoy.config.core.v3.DataSource port:envoy.config.core.v3.DataSource',
    FixedServerPreferredAddressConfig:
      'ipv4_address:string ipv4_config:.FixedServerPreferredAddressConfig.AddressFamilyConfig ipv6_address:string ipv6_config:.FixedServerPreferredAddressConfig.AddressFamilyConfig',
    'FixedServerPreferredAddressConfig.AddressFamilyConfig':
      'address:envoy.config.core.v3.SocketAddress dnat_address:envoy.config.core.v3.SocketAddress',
  },
  'envoy.extensions.rate_limit_descriptors.expr.v3': {
    Descriptor:
      'descriptor_key:string{"minLen":1} parsed:google.api.expr.v1alpha1.Expr|expr_specifier skip_if_error:bool text:string|expr_specifier{"minLen":1}',
  },
  'envoy.extensions.rbac.audit_loggers.stream.v3': { StdoutAuditLog: '' },
  'envoy.extensions.rbac.matchers.upstream_ip_port.v3': {
    UpstreamIpPortMatcher:
      'upstream_ip:envoy.config.core.v3.CidrRange upstream_port_range:envoy.type.v3.Int64Range',
  },
  'envoy.extensions.rbac.principals.mtls_authenticated.v3': {
    Config:
      'any_validated_client_certificate:bool san_matcher:envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher',
  },
  'envoy.extensions.regex_engines.hyperscan.v3alpha': { Hyperscan: '' },
  'envoy.extensions.regex_engines.v3': { GoogleRE2: '' },
  'envoy.extensions.request_id.uuid.v3': {
    UuidRequestIdConfig: 'pack_trace_reason:BoolValue use_request_id_for_trace_sampling:BoolValue',
  },
  'envoy.extensions.resource_monitors.cgroup_memory.v3': { CgroupMemoryConfig: 'max_memory_bytes:uint64' },
  'envoy.extensions.resource_monitors.cpu_utilization.v3': {
    CpuUtilizationConfig: 'mode:enum:.CpuUtilizationConfig.UtilizationComputeStrategy',
  },
  'envoy.extensions.resource_monitors.downstream_connections.v3': {
    DownstreamConnectionsConfig: 'max_active_downstream_connections:int64{"gt":0}',
  },
  'envoy.extensions.resource_monitors.fixed_heap.v3': {
    FixedHeapConfig:
      'max_heap_size_bytes:uint64 max_heap_size_bytes_runtime:envoy.config.core.v3.RuntimeUInt64',
  },
  'envoy.extensions.resource_monitors.injected_resource.v3': {
    InjectedResourceConfig: 'filename:string{"minLen":1}',
  },
  'envoy.extensions.retry.host.omit_canary_hosts.v3': { OmitCanaryHostsPredicate: '' },
  'envoy.extensions.retry.host.omit_host_metadata.v3': {
    OmitHostMetadataConfig: 'metadata_match:envoy.config.core.v3.Metadata',
  },
  'envoy.extensions.retry.host.previous_hosts.v3': { PreviousHostsPredicate: '' },
  'envoy.extensions.retry.priority.previous_priorities.v3': {
    PreviousPrioritiesConfig: 'update_frequency:int32{"gt":0}',
  },
  'envoy.extensions.reverse_tunnel_reporters.v3alpha.clients.grpc_client': {
    GrpcClientConfig:
      'cluster:string{"minLen":1} connect_retry_interval:Duration{"gte":"0.025s","lte":"3600s"} default_send_interval:Duration{"gte":"0.025s","lte":"3600s"} max_buffer_count:uint32 max_retries:uint32 stat_prefix:string',
    ReverseTunnel:
      'created_at:Timestamp{"required":true} identity:.TunnelInitiatorIdentity{"required":true} name:string{"minLen":1}',
    StreamReverseTunnelsRequest:
      'added_tunnels:[].ReverseTunnel full_push:bool node:envoy.config.core.v3.Node{"required":true} nonce:int64{"gte":0} removed_tunnel_names:[]string{"items":{"minLen":1}}',
    StreamReverseTunnelsResponse:
      'error_detail:google.rpc.Status node_id:string report_interval:Duration{"gte":"0.025s","lte":"3600s"} request_nonce:int64{"gte":0}',
    TunnelInitiatorIdentity:
      'cluster_id:string{"maxLen":128,"minLen":1} node_id:string{"maxLen":128,"minLen":1} tenant_id:string{"maxLen":128,"minLen":1}',
  },
  'envoy.extensions.reverse_tunnel_reporters.v3alpha.reporters': {
    EventReporterConfig: 'clients:[].ReverseConnectionReporterClient{"minItems":1} stat_prefix:string',
    ReverseConnectionReporterClient: 'name:string{"minLen":1} typed_config:Any{"required":true}',
  },
  'envoy.extensions.router.cluster_specifier.golang.v3alpha': {
    Config:
      'config:Any default_cluster:string{"minLen":1} library_id:string{"minLen":1} library_path:string{"minLen":1}',
  },
  'envoy.extensions.router.cluster_specifiers.lua.v3': {
    LuaConfig: 'default_cluster:string source_code:envoy.config.core.v3.DataSource{"required":true}',
  },
  'envoy.extensions.router.cluster_specifiers.matcher.v3': {
    ClusterAction: 'cluster:string{"minLen":1}',
    MatcherClusterSpecifier: 'cluster_matcher:xds.type.matcher.v3.Matcher{"required":true}',
  },
  'envoy.extensions.stat_sinks.dynamic_modules.v3': {
    DynamicModuleStatsSink:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig{"required":true} sink_config:Any sink_name:string',
  },
  'envoy.extensions.stat_sinks.graphite_statsd.v3': {
    GraphiteStatsdSink:
      'address:envoy.config.core.v3.Address|statsd_specifier max_bytes_per_datagram:UInt64Value{"gt":0} prefix:string',
  },
  'envoy.extensions.stat_sinks.kafka.v3': {
    KafkaStatsSinkConfig:
      'batch_size:uint32{"gte":0} broker_list:string{"minLen":1} buffer_flush_timeout_ms:UInt32Value emit_tags_as_labels:BoolValue format:enum:.SerializationFormat producer_config:map<string,string> report_counters_as_deltas:BoolValue topic:string{"minLen":1}',
  },
  'envoy.extensions.stat_sinks.open_telemetry.v3': {
    SinkConfig:
      'custom_metric_conversions:xds.type.matcher.v3.Matcher emit_tags_as_attributes:BoolValue grpc_service:envoy.config.core.v3.GrpcService|protocol_specifier{"required":true} http_service:envoy.config.core.v3.HttpService|protocol_specifier max_data_points_per_request:uint32 prefix:string report_counters_as_deltas:bool report_histograms_as_deltas:bool resource_detectors:[]envoy.config.core.v3.TypedExtensionConfig use_tag_extracted_name:BoolValue',
    'SinkConfig.ConversionAction':
      'metric_name:string static_metric_labels:[]opentelemetry.proto.common.v1.KeyValue',
    'SinkConfig.DropAction': '',
  },
  'envoy.extensions.stat_sinks.wasm.v3': { Wasm: 'config:envoy.extensions.wasm.v3.PluginConfig' },
  'envoy.extensions.stat_sinks.wasm_filter.v3': {
    WasmFilterStatsSinkConfig:
      'inner_sink:envoy.config.metrics.v3.StatsSink{"required":true} wasm_config:envoy.extensions.wasm.v3.PluginConfig{"required":true}',
  },
  'envoy.extensions.string_matcher.lua.v3': {
    Lua: 'source_code:envoy.config.core.v3.DataSource{"required":true}',
  },
  'envoy.extensions.tap_sinks.udp_sink.v3alpha': {
    UdpSink: 'udp_address:envoy.config.core.v3.SocketAddress',
  },
  'envoy.extensions.tracers.dynamic_modules.v3': {
    DynamicModuleTracer:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig{"required":true} tracer_config:Any tracer_name:string',
  },
  'envoy.extensions.tracers.fluentd.v3': {
    FluentdConfig:
      'buffer_flush_interval:Duration{"gt":"0s"} buffer_size_bytes:UInt32Value cluster:string{"minLen":1} retry_policy:envoy.config.core.v3.RetryPolicy stat_prefix:string{"minLen":1} tag:string{"minLen":1}',
  },
  'envoy.extensions.tracers.opentelemetry.resource_detectors.v3': {
    DynatraceResourceDetectorConfig: '',
    EnvironmentResourceDetectorConfig: '',
    StaticConfigResourceDetectorConfig: 'attributes:map<string,string>',
  },
  'envoy.extensions.tracers.opentelemetry.samplers.v3': {
    AlwaysOnSamplerConfig: '',
    CELSamplerConfig: 'expression:xds.type.v3.CelExpression',
    DynatraceSamplerConfig:
      'cluster_id:int32 http_service:envoy.config.core.v3.HttpService root_spans_per_minute:uint32 tenant:string',
    ParentBasedSamplerConfig: 'wrapped_sampler:envoy.config.core.v3.TypedExtensionConfig',
    TraceIdRatioBasedSamplerConfig: 'sampling_percentage:envoy.type.v3.FractionalPercent',
  },
  'envoy.extensions.transport_sockets.alts.v3': {
    Alts: 'handshaker_service:string{"minLen":1} peer_service_accounts:[]string',
  },
  'envoy.extensions.transport_sockets.dynamic_modules.v3': {
    DynamicModuleTransportSocket:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig{"required":true} implements_secure_transport:bool transport_socket_config:Any transport_socket_name:string{"minLen":1}',
  },
  'envoy.extensions.transport_sockets.http_11_proxy.v3': {
    Http11ProxyUpstreamTransport:
      'default_proxy_address:envoy.config.core.v3.Address transport_socket:envoy.config.core.v3.TransportSocket',
  },
  'envoy.extensions.transport_sockets.internal_upstream.v3': {
    InternalUpstreamTransport:
      'passthrough_metadata:[].InternalUpstreamTransport.MetadataValueSource transport_socket:envoy.config.core.v3.TransportSocket{"required":true}',
    'InternalUpstreamTransport.MetadataValueSource':
      'kind:envoy.type.metadata.v3.MetadataKind{"required":true} name:string{"minLen":1}',
  },
  'envoy.extensions.transport_sockets.proxy_protocol.v3': {
    ProxyProtocolUpstreamTransport:
      'allow_unspecified_address:bool config:envoy.config.core.v3.ProxyProtocolConfig tlv_as_pool_key:bool transport_socket:envoy.config.core.v3.TransportSocket{"required":true}',
  },
  'envoy.extensions.transport_sockets.quic.v3': {
    QuicDownstreamTransport:
      'downstream_tls_context:envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext{"required":true} enable_early_data:BoolValue enable_resumption:BoolValue',
    QuicUpstreamTransport:
      'upstream_tls_context:envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext{"required":true}',
  },
  'envoy.extensions.transport_sockets.raw_buffer.v3': { RawBuffer: '' },
  'envoy.extensions.transport_sockets.s2a.v3': { S2AConfiguration: 's2a_address:string{"minLen":1}' },
  'envoy.extensions.transport_sockets.starttls.v3': {
    StartTlsConfig:
      'cleartext_socket_config:envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer tls_socket_config:envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext{"required":true}',
    UpstreamStartTlsConfig:
      'cleartext_socket_config:envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer tls_socket_config:envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext{"required":true}',
  },
  'envoy.extensions.transport_sockets.tap.v3': {
    SocketTapConfig: 'set_connection_per_event:bool stats_prefix:string',
    Tap: 'common_config:envoy.extensions.common.tap.v3.CommonExtensionConfig{"required":true} socket_tap_config:.SocketTapConfig transport_socket:envoy.config.core.v3.TransportSocket{"required":true}',
  },
  'envoy.extensions.transport_sockets.tcp_stats.v3': {
    Config:
      'transport_socket:envoy.config.core.v3.TransportSocket{"required":true} update_period:Duration{"gte":"0.001s"}',
  },
  'envoy.extensions.transport_sockets.tls.cert_mappers.filter_state_override.v3': {
    Config: 'default_value:string{"minLen":1}',
  },
  'envoy.extensions.transport_sockets.tls.cert_mappers.sni.v3': { SNI: 'default_value:string{"minLen":1}' },
  'envoy.extensions.transport_sockets.tls.cert_mappers.static_name.v3': {
    StaticName: 'name:string{"minLen":1}',
  },
  'envoy.extensions.transport_sockets.tls.cert_selectors.on_demand_secret.v3': {
    Config:
      'certificate_mapper:envoy.config.core.v3.TypedExtensionConfig{"required":true} config_source:envoy.config.core.v3.ConfigSource{"required":true} prefetch_secret_names:[]string',
  },
  'envoy.extensions.transport_sockets.tls.cert_validator.dynamic_modules.v3': {
    DynamicModuleCertValidatorConfig:
      'dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig{"required":true} validator_config:Any validator_name:string{"minLen":1}',
  },
  'envoy.extensions.transport_sockets.tls.v3': {
    CertificateProviderPluginInstance: 'certificate_name:string instance_name:string{"minLen":1}',
    CertificateValidationContext:
      'allow_expired_certificate:bool ca_certificate_provider_instance:.CertificateProviderPluginInstance crl:envoy.config.core.v3.DataSource custom_validator_config:envoy.config.core.v3.TypedExtensionConfig match_subject_alt_names:[]envoy.type.matcher.v3.StringMatcher! match_typed_subject_alt_names:[].SubjectAltNameMatcher max_verify_depth:UInt32Value{"lte":100} only_verify_leaf_cert_crl:bool require_signed_certificate_timestamp:BoolValue suppress_client_ca_list:bool system_root_certs:.CertificateValidationContext.SystemRootCerts trust_chain_verification:enum:.CertificateValidationContext.TrustChainVerification trusted_ca:envoy.config.core.v3.DataSource verify_certificate_hash:[]string{"items":{"maxBytes":95,"minLen":64}} verify_certificate_spki:[]string{"items":{"maxBytes":44,"minLen":44}} watched_directory:envoy.config.core.v3.WatchedDirectory',
    'CertificateValidationContext.SystemRootCerts': '',
    CommonTlsContext:
      'alpn_protocols:[]string combined_validation_context:.CommonTlsContext.CombinedCertificateValidationContext|validation_context_type custom_handshaker:envoy.config.core.v3.TypedExtensionConfig custom_tls_certificate_selector:envoy.config.core.v3.TypedExtensionConfig key_log:.TlsKeyLog tls_certificate_certificate_provider:.CommonTlsContext.CertificateProvider! tls_certificate_certificate_provider_instance:.CommonTlsContext.CertificateProviderInstance! tls_certificate_provider_instance:.CertificateProviderPluginInstance tls_certificate_sds_secret_configs:[].SdsSecretConfig tls_certificates:[].TlsCertificate tls_params:.TlsParameters validation_context:.CertificateValidationContext|validation_context_type validation_context_certificate_provider:.CommonTlsContext.CertificateProvider!|validation_context_type validation_context_certificate_provider_instance:.CommonTlsContext.CertificateProviderInstance!|validation_context_type validation_context_sds_secret_config:.SdsSecretConfig|validation_context_type',
    'CommonTlsContext.CertificateProvider':
      'name:string{"minLen":1} typed_config:envoy.config.core.v3.TypedExtensionConfig|config',
    'CommonTlsContext.CertificateProviderInstance': 'certificate_name:string instance_name:string',
    'CommonTlsContext.CombinedCertificateValidationContext':
      'default_validation_context:.CertificateValidationContext{"required":true} validation_context_certificate_provider:.CommonTlsContext.CertificateProvider! validation_context_certificate_provider_instance:.CommonTlsContext.CertificateProviderInstance! validation_context_sds_secret_config:.SdsSecretConfig{"required":true}',
    DownstreamTlsContext:
      'common_tls_context:.CommonTlsContext disable_stateful_session_resumption:bool disable_stateless_session_resumption:bool|session_ticket_keys_type full_scan_certs_on_sni_mismatch:BoolValue ocsp_staple_policy:enum:.DownstreamTlsContext.OcspStaplePolicy prefer_client_ciphers:bool require_client_certificate:BoolValue require_sni:BoolValue session_ticket_keys:.TlsSessionTicketKeys|session_ticket_keys_type session_ticket_keys_sds_secret_config:.SdsSecretConfig|session_ticket_keys_type session_timeout:Duration{"gte":"0s","lt":"4294967296s"}',
    GenericSecret:
      'secret:envoy.config.core.v3.DataSource secrets:map<string,envoy.config.core.v3.DataSource>',
    PrivateKeyProvider: 'fallback:bool provider_name:string{"minLen":1} typed_config:Any|config_type',
    SPIFFECertValidatorConfig:
      'trust_bundles:envoy.config.core.v3.DataSource trust_domains:[].SPIFFECertValidatorConfig.TrustDomain{"minItems":1}',
    'SPIFFECertValidatorConfig.TrustDomain':
      'name:string{"minLen":1} trust_bundle:envoy.config.core.v3.DataSource workload_trust_domain:string',
    SdsSecretConfig: 'name:string{"minLen":1} sds_config:envoy.config.core.v3.ConfigSource',
    Secret:
      'generic_secret:.GenericSecret|type name:string session_ticket_keys:.TlsSessionTicketKeys|type tls_certificate:.TlsCertificate|type validation_context:.CertificateValidationContext|type',
    SubjectAltNameMatcher:
      'matcher:envoy.type.matcher.v3.StringMatcher{"required":true} oid:string san_type:enum:.SubjectAltNameMatcher.SanType{"notDefault":true}',
    TlsCertificate:
      'certificate_chain:envoy.config.core.v3.DataSource ocsp_staple:envoy.config.core.v3.DataSource password:envoy.config.core.v3.DataSource pkcs12:envoy.config.core.v3.DataSource private_key:envoy.config.core.v3.DataSource private_key_provider:.PrivateKeyProvider signed_certificate_timestamp:[]envoy.config.core.v3.DataSource watched_directory:envoy.config.core.v3.WatchedDirectory',
    TlsKeyLog:
      'local_address_range:[]envoy.config.core.v3.CidrRange path:string{"minLen":1} remote_address_range:[]envoy.config.core.v3.CidrRange',
    TlsParameters:
      'cipher_suites:[]string compliance_policies:[]enum:.TlsParameters.CompliancePolicy{"maxItems":1} ecdh_curves:[]string signature_algorithms:[]string tls_maximum_protocol_version:enum:.TlsParameters.TlsProtocol tls_minimum_protocol_version:enum:.TlsParameters.TlsProtocol',
    TlsSessionTicketKeys: 'keys:[]envoy.config.core.v3.DataSource{"minItems":1}',
    UpstreamTlsContext:
      'allow_renegotiation:bool auto_host_sni:bool auto_sni_san_validation:bool common_tls_context:.CommonTlsContext enforce_rsa_key_usage:BoolValue! max_session_keys:UInt32Value sni:string{"maxBytes":255}',
  },
  'envoy.extensions.udp_packet_writer.v3': { UdpDefaultWriterFactory: '', UdpGsoBatchWriterFactory: '' },
  'envoy.extensions.upstreams.http.dynamic_modules.v3': {
    Config:
      'bridge_config:Any bridge_name:string{"minLen":1} dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig{"required":true}',
  },
  'envoy.extensions.upstreams.http.generic.v3': { GenericConnectionPoolProto: '' },
  'envoy.extensions.upstreams.http.http.v3': { HttpConnectionPoolProto: '' },
  'envoy.extensions.upstreams.http.reverse_tunnel.v3': {
    ReverseTunnelUpstreamCodecOptions: 'enable_drain_with_goaway:bool',
  },
  'envoy.extensions.upstreams.http.tcp.golang.v3alpha': {
    Config:
      'library_id:string{"minLen":1} library_path:string{"minLen":1} plugin_config:Any plugin_name:string{"minLen":1}',
  },
  'envoy.extensions.upstreams.http.tcp.v3': { TcpConnectionPoolProto: '' },
  'envoy.extensions.upstreams.http.udp.v3': { UdpConnectionPoolProto: '' },
  'envoy.extensions.upstreams.http.v3': {
    HttpProtocolOptions:
      'auto_config:.HttpProtocolOptions.AutoHttpConfig|upstream_protocol_options common_http_protocol_options:envoy.config.core.v3.HttpProtocolOptions explicit_http_config:.HttpProtocolOptions.ExplicitHttpConfig|upstream_protocol_options hash_policy:[]envoy.config.route.v3.RouteAction.HashPolicy header_validation_config:envoy.config.core.v3.TypedExtensionConfig http_filters:[]envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter outlier_detection:.HttpProtocolOptions.OutlierDetection request_mirror_policies:[]envoy.config.route.v3.RouteAction.RequestMirrorPolicy retry_policy:envoy.config.route.v3.RetryPolicy upstream_http_protocol_options:envoy.config.core.v3.UpstreamHttpProtocolOptions use_downstream_protocol_config:.HttpProtocolOptions.UseDownstreamHttpConfig|upstream_protocol_options',
    'HttpProtocolOptions.AutoHttpConfig':
      'alternate_protocols_cache_options:envoy.config.core.v3.AlternateProtocolsCacheOptions http2_protocol_options:envoy.config.core.v3.Http2ProtocolOptions http3_protocol_options:envoy.config.core.v3.Http3ProtocolOptions http_protocol_options:envoy.config.core.v3.Http1ProtocolOptions',
    'HttpProtocolOptions.ExplicitHttpConfig':
      'http2_protocol_options:envoy.config.core.v3.Http2ProtocolOptions|protocol_config http3_protocol_options:envoy.config.core.v3.Http3ProtocolOptions|protocol_config http_protocol_options:envoy.config.core.v3.Http1ProtocolOptions|protocol_config',
    'HttpProtocolOptions.OutlierDetection':
      'error_matcher:envoy.config.common.matcher.v3.MatchPredicate{"required":true}',
    'HttpProtocolOptions.UseDownstreamHttpConfig':
      'http2_protocol_options:envoy.config.core.v3.Http2ProtocolOptions http3_protocol_options:envoy.config.core.v3.Http3ProtocolOptions http_protocol_options:envoy.config.core.v3.Http1ProtocolOptions',
  },
  'envoy.extensions.upstreams.tcp.generic.v3': { GenericConnectionPoolProto: '' },
  'envoy.extensions.upstreams.tcp.v3': { TcpProtocolOptions: 'idle_timeout:Duration' },
  'envoy.extensions.vcl.v3alpha': { VclSocketInterface: '' },
  'envoy.extensions.wasm.v3': {
    CapabilityRestrictionConfig: 'allowed_capabilities:map<string,.SanitizationConfig>',
    EnvironmentVariables: 'host_env_keys:[]string key_values:map<string,string>',
    PluginConfig:
      'allow_on_headers_stop_iteration:BoolValue capability_restriction_config:.CapabilityRestrictionConfig configuration:Any fail_open:bool! failure_policy:enum:.FailurePolicy name:string reload_config:.ReloadConfig root_id:string vm_config:.VmConfig|vm',
    ReloadConfig: 'backoff:envoy.config.core.v3.BackoffStrategy',
    SanitizationConfig: '',
    VmConfig:
      'allow_precompiled:bool code:envoy.config.core.v3.AsyncDataSource configuration:Any environment_variables:.EnvironmentVariables nack_on_code_cache_miss:bool runtime:string vm_id:string',
    WasmService: 'config:.PluginConfig singleton:bool',
  },
  'envoy.extensions.watchdog.profile_action.v3': {
    ProfileActionConfig: 'max_profiles:uint64 profile_duration:Duration profile_path:string{"minLen":1}',
  },
  'envoy.service.accesslog.v3': {
    StreamAccessLogsMessage:
      'http_logs:.StreamAccessLogsMessage.HTTPAccessLogEntries|log_entries identifier:.StreamAccessLogsMessage.Identifier tcp_logs:.StreamAccessLogsMessage.TCPAccessLogEntries|log_entries',
    'StreamAccessLogsMessage.HTTPAccessLogEntries':
      'log_entry:[]envoy.data.accesslog.v3.HTTPAccessLogEntry{"minItems":1}',
    'StreamAccessLogsMessage.Identifier':
      'log_name:string{"minLen":1} node:envoy.config.core.v3.Node{"required":true}',
    'StreamAccessLogsMessage.TCPAccessLogEntries':
      'log_entry:[]envoy.data.accesslog.v3.TCPAccessLogEntry{"minItems":1}',
    StreamAccessLogsResponse: '',
  },
  'envoy.service.auth.v3': {
    AttributeContext:
      'context_extensions:map<string,string> destination:.AttributeContext.Peer metadata_context:envoy.config.core.v3.Metadata request:.AttributeContext.Request route_metadata_context:envoy.config.core.v3.Metadata source:.AttributeContext.Peer tls_session:.AttributeContext.TLSSession',
    'AttributeContext.HttpRequest':
      'body:string fragment:string header_map:envoy.config.core.v3.HeaderMap headers:map<string,string> host:string id:string method:string path:string protocol:string query:string raw_body:bytes scheme:string size:int64',
    'AttributeContext.Peer':
      'address:envoy.config.core.v3.Address certificate:string labels:map<string,string> principal:string service:string',
    'AttributeContext.Request': 'http:.AttributeContext.HttpRequest time:Timestamp',
    'AttributeContext.TLSSession': 'sni:string',
    CheckRequest: 'attributes:.AttributeContext',
    CheckResponse:
      'denied_response:.DeniedHttpResponse|http_response dynamic_metadata:Struct error_response:.DeniedHttpResponse|http_response ok_response:.OkHttpResponse|http_response status:google.rpc.Status',
    DeniedHttpResponse:
      'body:string headers:[]envoy.config.core.v3.HeaderValueOption status:envoy.type.v3.HttpStatus',
    OkHttpResponse:
      'dynamic_metadata:Struct! headers:[]envoy.config.core.v3.HeaderValueOption headers_to_remove:[]string query_parameters_to_remove:[]string query_parameters_to_set:[]envoy.config.core.v3.QueryParameter response_headers_to_add:[]envoy.config.core.v3.HeaderValueOption',
  },
  'envoy.service.cluster.v3': { CdsDummy: '' },
  'envoy.service.discovery.v3': {
    AdsDummy: '',
    DeltaDiscoveryRequest:
      'error_detail:google.rpc.Status initial_resource_versions:map<string,string> node:envoy.config.core.v3.Node resource_locators_subscribe:[].ResourceLocator resource_locators_unsubscribe:[].ResourceLocator resource_names_subscribe:[]string resource_names_unsubscribe:[]string response_nonce:string type_url:string',
    DeltaDiscoveryResponse:
      'control_plane:envoy.config.core.v3.ControlPlane nonce:string removed_resource_names:[].ResourceName removed_resources:[]string resource_errors:[].ResourceError resources:[].Resource system_version_info:string type_url:string',
    DiscoveryRequest:
      'error_detail:google.rpc.Status node:envoy.config.core.v3.Node resource_locators:[].ResourceLocator resource_names:[]string response_nonce:string type_url:string version_info:string',
    DiscoveryResponse:
      'canary:bool control_plane:envoy.config.core.v3.ControlPlane nonce:string resource_errors:[].ResourceError resources:[]Any type_url:string version_info:string',
    DynamicParameterConstraints:
      'and_constraints:.DynamicParameterConstraints.ConstraintList|type constraint:.DynamicParameterConstraints.SingleConstraint|type not_constraints:.DynamicParameterConstraints|type or_constraints:.DynamicParameterConstraints.ConstraintList|type',
    'DynamicParameterConstraints.ConstraintList': 'constraints:[].DynamicParameterConstraints',
    'DynamicParameterConstraints.SingleConstraint':
      'exists:.DynamicParameterConstraints.SingleConstraint.Exists|constraint_type key:string value:string|constraint_type',
    'DynamicParameterConstraints.SingleConstraint.Exists': '',
    Resource:
      'aliases:[]string cache_control:.Resource.CacheControl metadata:envoy.config.core.v3.Metadata name:string resource:Any resource_name:.ResourceName ttl:Duration version:string',
    'Resource.CacheControl': 'do_not_cache:bool',
    ResourceError: 'error_detail:google.rpc.Status resource_name:.ResourceName',
    ResourceLocator: 'dynamic_parameters:map<string,string> name:string',
    ResourceName: 'dynamic_parameter_constraints:.DynamicParameterConstraints name:string',
  },
  'envoy.service.endpoint.v3': { EdsDummy: '', LedsDummy: '' },
  'envoy.service.event_reporting.v3': {
    StreamEventsRequest: 'events:[]Any{"minItems":1} identifier:.StreamEventsRequest.Identifier',
    'StreamEventsRequest.Identifier': 'node:envoy.config.core.v3.Node{"required":true}',
    StreamEventsResponse: '',
  },
  'envoy.service.ext_proc.v3': {
    BodyMutation:
      'body:bytes|mutation clear_body:bool|mutation streamed_response:.StreamedBodyResponse|mutation',
    BodyResponse: 'response:.CommonResponse',
    CommonResponse:
      'body_mutation:.BodyMutation clear_route_cache:bool header_mutation:.HeaderMutation status:enum:.CommonResponse.ResponseStatus trailers:envoy.config.core.v3.HeaderMap',
    GrpcStatus: 'status:uint32',
    HeaderMutation: 'remove_headers:[]string set_headers:[]envoy.config.core.v3.HeaderValueOption',
    HeadersResponse: 'response:.CommonResponse',
    HttpBody: 'body:bytes end_of_stream:bool end_of_stream_without_message:bool grpc_message_compressed:bool',
    HttpHeaders: 'attributes:map<string,Struct>! end_of_stream:bool headers:envoy.config.core.v3.HeaderMap',
    HttpTrailers: 'trailers:envoy.config.core.v3.HeaderMap',
    ImmediateResponse:
      'body:bytes details:string grpc_status:.GrpcStatus headers:.HeaderMutation status:envoy.type.v3.HttpStatus{"required":true}',
    ProcessingRequest:
      'attributes:map<string,Struct> metadata_context:envoy.config.core.v3.Metadata observability_mode:bool protocol_config:.ProtocolConfiguration request_body:.HttpBody|request request_headers:.HttpHeaders|request request_trailers:.HttpTrailers|request response_body:.HttpBody|request response_headers:.HttpHeaders|request response_trailers:.HttpTrailers|request',
    ProcessingResponse:
      'dynamic_metadata:Struct immediate_response:.ImmediateResponse|response mode_override:envoy.extensions.filters.http.ext_proc.v3.ProcessingMode override_message_timeout:Duration request_body:.BodyResponse|response request_drain:bool request_headers:.HeadersResponse|response request_trailers:.TrailersResponse|response response_body:.BodyResponse|response response_headers:.HeadersResponse|response response_trailers:.TrailersResponse|response streamed_immediate_response:.StreamedImmediateResponse|response',
    ProtocolConfiguration:
      'request_body_mode:enum:envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode response_body_mode:enum:envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode send_body_without_waiting_for_header_response:bool',
    StreamedBodyResponse:
      'body:bytes end_of_stream:bool end_of_stream_without_message:bool grpc_message_compressed:bool',
    StreamedImmediateResponse:
      'body_response:.StreamedBodyResponse|response headers_response:.HttpHeaders|response trailers_response:envoy.config.core.v3.HeaderMap|response',
    TrailersResponse: 'header_mutation:.HeaderMutation',
  },
  'envoy.service.extension.v3': { EcdsDummy: '' },
  'envoy.service.health.v3': {
    Capability: 'health_check_protocols:[]enum:.Capability.Protocol',
    ClusterEndpointsHealth: 'cluster_name:string locality_endpoints_health:[].LocalityEndpointsHealth',
    ClusterHealthCheck:
      'cluster_name:string health_checks:[]envoy.config.core.v3.HealthCheck locality_endpoints:[].LocalityEndpoints transport_socket_matches:[]envoy.config.cluster.v3.Cluster.TransportSocketMatch upstream_bind_config:envoy.config.core.v3.BindConfig',
    EndpointHealth:
      'endpoint:envoy.config.endpoint.v3.Endpoint health_metadata:Struct health_status:enum:envoy.config.core.v3.HealthStatus',
    EndpointHealthResponse:
      'cluster_endpoints_health:[].ClusterEndpointsHealth endpoints_health:[].EndpointHealth!',
    HdsDummy: '',
    HealthCheckRequest: 'capability:.Capability node:envoy.config.core.v3.Node',
    HealthCheckRequestOrEndpointHealthResponse:
      'endpoint_health_response:.EndpointHealthResponse|request_type health_check_request:.HealthCheckRequest|request_type',
    HealthCheckSpecifier: 'cluster_health_checks:[].ClusterHealthCheck interval:Duration',
    LocalityEndpoints: 'endpoints:[]envoy.config.endpoint.v3.Endpoint locality:envoy.config.core.v3.Locality',
    LocalityEndpointsHealth: 'endpoints_health:[].EndpointHealth locality:envoy.config.core.v3.Locality',
  },
  'envoy.service.listener.v3': { LdsDummy: '' },
  'envoy.service.load_stats.v3': {
    LoadStatsRequest: 'cluster_stats:[]envoy.config.endpoint.v3.ClusterStats node:envoy.config.core.v3.Node',
    LoadStatsResponse:
      'clusters:[]string load_reporting_interval:Duration report_endpoint_granularity:bool send_all_clusters:bool',
  },
  'envoy.service.metrics.v3': {
    StreamMetricsMessage:
      'envoy_metrics:[]io.prometheus.client.MetricFamily identifier:.StreamMetricsMessage.Identifier',
    'StreamMetricsMessage.Identifier': 'node:envoy.config.core.v3.Node{"required":true}',
    StreamMetricsResponse: '',
  },
  'envoy.service.network_ext_proc.v3': {
    Data: 'data:bytes end_of_stream:bool',
    ProcessingRequest: 'metadata:envoy.config.core.v3.Metadata read_data:.Data write_data:.Data',
    ProcessingResponse:
      'close_stream_to_ext_proc_server:bool connection_status:enum:.ProcessingResponse.ConnectionStatus data_processing_status:enum:.ProcessingResponse.DataProcessedStatus dynamic_metadata:Struct read_data:.Data write_data:.Data',
  },
  'envoy.service.rate_limit_quota.v3': {
    BucketId: 'bucket:map<string,string>{"keys":{"minLen":1},"minPairs":1,"values":{"minLen":1}}',
    RateLimitQuotaResponse: 'bucket_action:[].RateLimitQuotaResponse.BucketAction{"minItems":1}',
    'RateLimitQuotaResponse.BucketAction':
      'abandon_action:.RateLimitQuotaResponse.BucketAction.AbandonAction|bucket_action bucket_id:.BucketId{"required":true} quota_assignment_action:.RateLimitQuotaResponse.BucketAction.QuotaAssignmentAction|bucket_action',
    'RateLimitQuotaResponse.BucketAction.AbandonAction': '',
    'RateLimitQuotaResponse.BucketAction.QuotaAssignmentAction':
      'assignment_time_to_live:Duration{"gte":"0s"} rate_limit_strategy:envoy.type.v3.RateLimitStrategy',
    RateLimitQuotaUsageReports:
      'bucket_quota_usages:[].RateLimitQuotaUsageReports.BucketQuotaUsage{"minItems":1} domain:string{"minLen":1}',
    'RateLimitQuotaUsageReports.BucketQuotaUsage':
      'bucket_id:.BucketId{"required":true} num_requests_allowed:uint64 num_requests_denied:uint64 time_elapsed:Duration{"gt":"0s","required":true}',
  },
  'envoy.service.ratelimit.v3': {
    RateLimitRequest:
      'descriptors:[]envoy.extensions.common.ratelimit.v3.RateLimitDescriptor domain:string hits_addend:uint32',
    RateLimitResponse:
      'dynamic_metadata:Struct overall_code:enum:.RateLimitResponse.Code quota:.RateLimitResponse.Quota raw_body:bytes request_headers_to_add:[]envoy.config.core.v3.HeaderValue response_headers_to_add:[]envoy.config.core.v3.HeaderValue statuses:[].RateLimitResponse.DescriptorStatus',
    'RateLimitResponse.DescriptorStatus':
      'code:enum:.RateLimitResponse.Code current_limit:.RateLimitResponse.RateLimit duration_until_reset:Duration limit_remaining:uint32 quota:.RateLimitResponse.Quota',
    'RateLimitResponse.Quota': 'id:string requests:uint32{"gt":0} valid_until:Timestamp|expiration_specifier',
    'RateLimitResponse.RateLimit':
      'name:string requests_per_unit:uint32 unit:enum:.RateLimitResponse.RateLimit.Unit',
  },
  'envoy.service.redis_auth.v3': {
    RedisProxyExternalAuthRequest: 'password:string username:string',
    RedisProxyExternalAuthResponse: 'expiration:Timestamp message:string status:google.rpc.Status',
  },
  'envoy.service.route.v3': { RdsDummy: '', SrdsDummy: '' },
  'envoy.service.runtime.v3': { RtdsDummy: '', Runtime: 'layer:Struct name:string{"minLen":1}' },
  'envoy.service.secret.v3': { SdsDummy: '' },
  'envoy.service.status.v3': {
    ClientConfig:
      'client_scope:string generic_xds_configs:[].ClientConfig.GenericXdsConfig node:envoy.config.core.v3.Node xds_config:[].PerXdsConfig!',
    'ClientConfig.GenericXdsConfig':
      'client_status:enum:envoy.admin.v3.ClientResourceStatus config_status:enum:.ConfigStatus error_state:envoy.admin.v3.UpdateFailureState is_static_resource:bool last_updated:Timestamp name:string type_url:string version_info:string xds_config:Any',
    ClientStatusRequest:
      'exclude_resource_contents:bool node:envoy.config.core.v3.Node node_matchers:[]envoy.type.matcher.v3.NodeMatcher',
    ClientStatusResponse: 'config:[].ClientConfig',
    PerXdsConfig:
      'client_status:enum:.ClientConfigStatus! cluster_config:envoy.admin.v3.ClustersConfigDump|per_xds_config endpoint_config:envoy.admin.v3.EndpointsConfigDump|per_xds_config listener_config:envoy.admin.v3.ListenersConfigDump|per_xds_config route_config:envoy.admin.v3.RoutesConfigDump|per_xds_config scoped_route_config:envoy.admin.v3.ScopedRoutesConfigDump|per_xds_config status:enum:.ConfigStatus',
  },
  'envoy.service.tap.v3': {
    StreamTapsRequest:
      'identifier:.StreamTapsRequest.Identifier trace:envoy.data.tap.v3.TraceWrapper trace_id:uint64',
    'StreamTapsRequest.Identifier': 'node:envoy.config.core.v3.Node{"required":true} tap_id:string',
    StreamTapsResponse: '',
  },
  'envoy.tcp.metadataexchange.config': {
    MetadataExchange: 'additional_labels:[]string enable_discovery:bool protocol:string',
  },
  'envoy.type.http.v3': {
    Cookie: 'attributes:[].CookieAttribute name:string{"minLen":1} path:string ttl:Duration{"gte":"0s"}',
    CookieAttribute:
      'name:string{"maxBytes":16384,"minLen":1,"header":"LOOSE"} value:string{"maxBytes":16384,"header":"LOOSE"}',
    PathTransformation: 'operations:[].PathTransformation.Operation',
    'PathTransformation.Operation':
      'merge_slashes:.PathTransformation.Operation.MergeSlashes|operation_specifier normalize_path_rfc_3986:.PathTransformation.Operation.NormalizePathRFC3986|operation_specifier',
    'PathTransformation.Operation.MergeSlashes': '',
    'PathTransformation.Operation.NormalizePathRFC3986': '',
  },
  'envoy.type.matcher.v3': {
    AddressMatcher: 'invert_match:bool ranges:[]xds.core.v3.CidrRange',
    DoubleMatcher: 'exact:double|match_pattern range:envoy.type.v3.DoubleRange|match_pattern',
    FilterStateMatcher:
      'address_match:.AddressMatcher|matcher key:string{"minLen":1} string_match:.StringMatcher|matcher',
    HttpRequestHeaderMatchInput: 'header_name:string{"header":"LOOSE"}',
    HttpRequestQueryParamMatchInput: 'query_param:string{"minLen":1}',
    HttpRequestTrailerMatchInput: 'header_name:string{"header":"LOOSE"}',
    HttpResponseHeaderMatchInput: 'header_name:string{"header":"LOOSE"}',
    HttpResponseLocalReplyMatchInput: '',
    HttpResponseStatusCodeClassMatchInput: '',
    HttpResponseStatusCodeMatchInput: '',
    HttpResponseTrailerMatchInput: 'header_name:string{"header":"LOOSE"}',
    ListMatcher: 'one_of:.ValueMatcher|match_pattern',
    ListStringMatcher: 'patterns:[].StringMatcher{"minItems":1}',
    MetadataMatcher:
      'filter:string{"minLen":1} invert:bool path:[].MetadataMatcher.PathSegment{"minItems":1} value:.ValueMatcher{"required":true}',
    'MetadataMatcher.PathSegment': 'key:string|segment{"minLen":1}',
    NodeMatcher: 'node_id:.StringMatcher node_metadatas:[].StructMatcher',
    OrMatcher: 'value_matchers:[].ValueMatcher{"minItems":2}',
    PathMatcher: 'path:.StringMatcher|rule{"required":true}',
    RegexMatchAndSubstitute: 'pattern:.RegexMatcher{"required":true} substitution:string{"header":"LOOSE"}',
    RegexMatcher: 'google_re2:.RegexMatcher.GoogleRE2!|engine_type regex:string{"minLen":1}',
    'RegexMatcher.GoogleRE2': 'max_program_size:UInt32Value!',
    StringMatcher:
      'contains:string|match_pattern{"minLen":1} custom:xds.core.v3.TypedExtensionConfig|match_pattern exact:string|match_pattern ignore_case:bool prefix:string|match_pattern{"minLen":1} safe_regex:.RegexMatcher|match_pattern{"required":true} suffix:string|match_pattern{"minLen":1}',
    StructMatcher: 'path:[].StructMatcher.PathSegment{"minItems":1} value:.ValueMatcher{"required":true}',
    'StructMatcher.PathSegment': 'key:string|segment{"minLen":1}',
    ValueMatcher:
      'bool_match:bool|match_pattern double_match:.DoubleMatcher|match_pattern list_match:.ListMatcher|match_pattern null_match:.ValueMatcher.NullMatch|match_pattern or_match:.OrMatcher|match_pattern present_match:bool|match_pattern string_match:.StringMatcher|match_pattern',
    'ValueMatcher.NullMatch': '',
  },
  'envoy.type.metadata.v3': {
    MetadataKey: 'key:string{"minLen":1} path:[].MetadataKey.PathSegment{"minItems":1}',
    'MetadataKey.PathSegment': 'key:string|segment{"minLen":1}',
    MetadataKind:
      'cluster:.MetadataKind.Cluster|kind host:.MetadataKind.Host|kind request:.MetadataKind.Request|kind route:.MetadataKind.Route|kind',
    'MetadataKind.Cluster': '',
    'MetadataKind.Host': '',
    'MetadataKind.Request': '',
    'MetadataKind.Route': '',
  },
  'envoy.type.tracing.v3': {
    CustomTag:
      'environment:.CustomTag.Environment|type literal:.CustomTag.Literal|type metadata:.CustomTag.Metadata|type request_header:.CustomTag.Header|type tag:string{"minLen":1} value:string|type',
    'CustomTag.Environment': 'default_value:string name:string{"minLen":1}',
    'CustomTag.Header': 'default_value:string name:string{"minLen":1,"header":"LOOSE"}',
    'CustomTag.Literal': 'value:string{"minLen":1}',
    'CustomTag.Metadata':
      'default_value:string kind:envoy.type.metadata.v3.MetadataKind metadata_key:envoy.type.metadata.v3.MetadataKey',
  },
  'envoy.type.v3': {
    DoubleRange: 'end:double start:double',
    FractionalPercent: 'denominator:enum:.FractionalPercent.DenominatorType numerator:uint32',
    HashPolicy:
      'filter_state:.HashPolicy.FilterState|policy_specifier source_ip:.HashPolicy.SourceIp|policy_specifier',
    'HashPolicy.FilterState': 'key:string{"minLen":1}',
    'HashPolicy.SourceIp': '',
    HttpStatus: 'code:enum:.StatusCode{"notDefault":true}',
    Int32Range: 'end:int32 start:int32',
    Int64Range: 'end:int64 start:int64',
    Percent: 'value:double{"gte":0,"lte":100}',
    RateLimitStrategy:
      'blanket_rule:enum:.RateLimitStrategy.BlanketRule|strategy requests_per_time_unit:.RateLimitStrategy.RequestsPerTimeUnit|strategy token_bucket:.TokenBucket|strategy',
    'RateLimitStrategy.RequestsPerTimeUnit': 'requests_per_time_unit:uint64 time_unit:enum:.RateLimitUnit',
    Scope:
      'enable_eviction:bool max_counters:UInt32Value max_gauges:UInt32Value max_histograms:UInt32Value prefix:string sharing_name:string',
    SemanticVersion: 'major_number:uint32 minor_number:uint32 patch:uint32',
    TokenBucket:
      'fill_interval:Duration{"gt":"0s","required":true} max_tokens:uint32{"gte":0} tokens_per_fill:UInt32Value{"gt":0}',
  },
  'envoy.watchdog.v3': { AbortActionConfig: 'wait_duration:Duration' },
  'google.api.expr.v1alpha1': {
    CheckedExpr:
      'expr:.Expr expr_version:string reference_map:map<int64,.Reference> source_info:.SourceInfo type_map:map<int64,.Type>',
    Constant:
      'bool_value:bool|constant_kind bytes_value:bytes|constant_kind double_value:double|constant_kind duration_value:Duration!|constant_kind int64_value:int64|constant_kind null_value:enum:NullValue|constant_kind string_value:string|constant_kind timestamp_value:Timestamp!|constant_kind uint64_value:uint64|constant_kind',
    Decl: 'function:.Decl.FunctionDecl|decl_kind ident:.Decl.IdentDecl|decl_kind name:string',
    'Decl.FunctionDecl': 'doc:string overloads:[].Decl.FunctionDecl.Overload',
    'Decl.FunctionDecl.Overload':
      'doc:string is_instance_function:bool overload_id:string params:[].Type result_type:.Type type_params:[]string',
    'Decl.IdentDecl': 'doc:string type:.Type value:.Constant',
    EnumValue: 'type:string value:int32',
    ErrorSet: 'errors:[]google.rpc.Status',
    EvalState: 'results:[].EvalState.Result values:[].ExprValue',
    'EvalState.Result': 'expr:int64 value:int64',
    Explain: 'expr_steps:[].Explain.ExprStep values:[].Value',
    'Explain.ExprStep': 'id:int64 value_index:int32',
    Expr: 'call_expr:.Expr.Call|expr_kind comprehension_expr:.Expr.Comprehension|expr_kind const_expr:.Constant|expr_kind id:int64 ident_expr:.Expr.Ident|expr_kind list_expr:.Expr.CreateList|expr_kind select_expr:.Expr.Select|expr_kind struct_expr:.Expr.CreateStruct|expr_kind',
    'Expr.Call': 'args:[].Expr function:string target:.Expr',
    'Expr.Comprehension':
      'accu_init:.Expr accu_var:string iter_range:.Expr iter_var:string iter_var2:string loop_condition:.Expr loop_step:.Expr result:.Expr',
    'Expr.CreateList': 'elements:[].Expr optional_indices:[]int32',
    'Expr.CreateStruct': 'entries:[].Expr.CreateStruct.Entry message_name:string',
    'Expr.CreateStruct.Entry':
      'field_key:string|key_kind id:int64 map_key:.Expr|key_kind optional_entry:bool value:.Expr',
    'Expr.Ident': 'name:string',
    'Expr.Select': 'field:string operand:.Expr test_only:bool',
    ExprValue: 'error:.ErrorSet|kind unknown:.UnknownSet|kind value:.Value|kind',
    ListValue: 'values:[].Value',
    MapValue: 'entries:[].MapValue.Entry',
    'MapValue.Entry': 'key:.Value value:.Value',
    ParsedExpr: 'expr:.Expr source_info:.SourceInfo',
    Reference: 'name:string overload_id:[]string value:.Constant',
    SourceInfo:
      'extensions:[].SourceInfo.Extension line_offsets:[]int32 location:string macro_calls:map<int64,.Expr> positions:map<int64,int32> syntax_version:string',
    'SourceInfo.Extension':
      'affected_components:[]enum:.SourceInfo.Extension.Component id:string version:.SourceInfo.Extension.Version',
    'SourceInfo.Extension.Version': 'major:int64 minor:int64',
    SourcePosition: 'column:int32 line:int32 location:string offset:int32',
    Type: 'abstract_type:.Type.AbstractType|type_kind dyn:Empty|type_kind error:Empty|type_kind function:.Type.FunctionType|type_kind list_type:.Type.ListType|type_kind map_type:.Type.MapType|type_kind message_type:string|type_kind null:enum:NullValue|type_kind primitive:enum:.Type.PrimitiveType|type_kind type:.Type|type_kind type_param:string|type_kind well_known:enum:.Type.WellKnownType|type_kind wrapper:enum:.Type.PrimitiveType|type_kind',
    'Type.AbstractType': 'name:string parameter_types:[].Type',
    'Type.FunctionType': 'arg_types:[].Type result_type:.Type',
    'Type.ListType': 'elem_type:.Type',
    'Type.MapType': 'key_type:.Type value_type:.Type',
    UnknownSet: 'exprs:[]int64',
    Value:
      'bool_value:bool|kind bytes_value:bytes|kind double_value:double|kind enum_value:.EnumValue|kind int64_value:int64|kind list_value:.ListValue|kind map_value:.MapValue|kind null_value:enum:NullValue|kind object_value:Any|kind string_value:string|kind type_value:string|kind uint64_value:uint64|kind',
  },
  'google.protobuf': {
    Any: 'type_url:string value:bytes',
    BoolValue: 'value:bool',
    BytesValue: 'value:bytes',
    DescriptorProto:
      'enum_type:[]EnumDescriptorProto extension:[]FieldDescriptorProto extension_range:[]DescriptorProto.ExtensionRange field:[]FieldDescriptorProto name:string nested_type:[]DescriptorProto oneof_decl:[]OneofDescriptorProto options:MessageOptions reserved_name:[]string reserved_range:[]DescriptorProto.ReservedRange visibility:enum:SymbolVisibility',
    'DescriptorProto.ExtensionRange': 'end:int32 options:ExtensionRangeOptions start:int32',
    'DescriptorProto.ReservedRange': 'end:int32 start:int32',
    DoubleValue: 'value:double',
    Duration: 'nanos:int32 seconds:int64',
    Empty: '',
    EnumDescriptorProto:
      'name:string options:EnumOptions reserved_name:[]string reserved_range:[]EnumDescriptorProto.EnumReservedRange value:[]EnumValueDescriptorProto visibility:enum:SymbolVisibility',
    'EnumDescriptorProto.EnumReservedRange': 'end:int32 start:int32',
    EnumOptions:
      'allow_alias:bool deprecated:bool deprecated_legacy_json_field_conflicts:bool! features:FeatureSet uninterpreted_option:[]UninterpretedOption',
    EnumValueDescriptorProto: 'name:string number:int32 options:EnumValueOptions',
    EnumValueOptions:
      'debug_redact:bool deprecated:bool feature_support:FieldOptions.FeatureSupport features:FeatureSet uninterpreted_option:[]UninterpretedOption',
    ExtensionRangeOptions:
      'declaration:[]ExtensionRangeOptions.Declaration features:FeatureSet uninterpreted_option:[]UninterpretedOption verification:enum:ExtensionRangeOptions.VerificationState',
    'ExtensionRangeOptions.Declaration':
      'full_name:string number:int32 repeated:bool reserved:bool type:string',
    FeatureSet:
      'default_symbol_visibility:enum:FeatureSet.VisibilityFeature.DefaultSymbolVisibility enforce_naming_style:enum:FeatureSet.EnforceNamingStyle enum_type:enum:FeatureSet.EnumType field_presence:enum:FeatureSet.FieldPresence json_format:enum:FeatureSet.JsonFormat message_encoding:enum:FeatureSet.MessageEncoding repeated_field_encoding:enum:FeatureSet.RepeatedFieldEncoding utf8_validation:enum:FeatureSet.Utf8Validation',
    'FeatureSet.VisibilityFeature': '',
    FeatureSetDefaults:
      'defaults:[]FeatureSetDefaults.FeatureSetEditionDefault maximum_edition:enum:Edition minimum_edition:enum:Edition',
    'FeatureSetDefaults.FeatureSetEditionDefault':
      'edition:enum:Edition fixed_features:FeatureSet overridable_features:FeatureSet',
    FieldDescriptorProto:
      'default_value:string extendee:string json_name:string label:enum:FieldDescriptorProto.Label name:string number:int32 oneof_index:int32 options:FieldOptions proto3_optional:bool type:enum:FieldDescriptorProto.Type type_name:string',
    FieldOptions:
      'ctype:enum:FieldOptions.CType debug_redact:bool deprecated:bool edition_defaults:[]FieldOptions.EditionDefault feature_support:FieldOptions.FeatureSupport features:FeatureSet jstype:enum:FieldOptions.JSType lazy:bool packed:bool retention:enum:FieldOptions.OptionRetention targets:[]enum:FieldOptions.OptionTargetType uninterpreted_option:[]UninterpretedOption unverified_lazy:bool weak:bool!',
    'FieldOptions.EditionDefault': 'edition:enum:Edition value:string',
    'FieldOptions.FeatureSupport':
      'deprecation_warning:string edition_deprecated:enum:Edition edition_introduced:enum:Edition edition_removed:enum:Edition',
    FileDescriptorProto:
      'dependency:[]string edition:enum:Edition enum_type:[]EnumDescriptorProto extension:[]FieldDescriptorProto message_type:[]DescriptorProto name:string option_dependency:[]string options:FileOptions package:string public_dependency:[]int32 service:[]ServiceDescriptorProto source_code_info:SourceCodeInfo syntax:string weak_dependency:[]int32',
    FileDescriptorSet: 'file:[]FileDescriptorProto',
    FileOptions:
      'cc_enable_arenas:bool cc_generic_services:bool csharp_namespace:string deprecated:bool features:FeatureSet go_package:string java_generate_equals_and_hash:bool! java_generic_services:bool java_multiple_files:bool java_outer_classname:string java_package:string java_string_check_utf8:bool objc_class_prefix:string optimize_for:enum:FileOptions.OptimizeMode php_class_prefix:string php_metadata_namespace:string php_namespace:string py_generic_services:bool ruby_package:string swift_prefix:string uninterpreted_option:[]UninterpretedOption',
    FloatValue: 'value:float',
    GeneratedCodeInfo: 'annotation:[]GeneratedCodeInfo.Annotation',
    'GeneratedCodeInfo.Annotation':
      'begin:int32 end:int32 path:[]int32 semantic:enum:GeneratedCodeInfo.Annotation.Semantic source_file:string',
    Int32Value: 'value:int32',
    Int64Value: 'value:int64',
    ListValue: 'values:[]Value',
    MessageOptions:
      'deprecated:bool deprecated_legacy_json_field_conflicts:bool! features:FeatureSet map_entry:bool message_set_wire_format:bool no_standard_descriptor_accessor:bool uninterpreted_option:[]UninterpretedOption',
    MethodDescriptorProto:
      'client_streaming:bool input_type:string name:string options:MethodOptions output_type:string server_streaming:bool',
    MethodOptions:
      'deprecated:bool features:FeatureSet idempotency_level:enum:MethodOptions.IdempotencyLevel uninterpreted_option:[]UninterpretedOption',
    OneofDescriptorProto: 'name:string options:OneofOptions',
    OneofOptions: 'features:FeatureSet uninterpreted_option:[]UninterpretedOption',
    ServiceDescriptorProto: 'method:[]MethodDescriptorProto name:string options:ServiceOptions',
    ServiceOptions: 'deprecated:bool features:FeatureSet uninterpreted_option:[]UninterpretedOption',
    SourceCodeInfo: 'location:[]SourceCodeInfo.Location',
    'SourceCodeInfo.Location':
      'leading_comments:string leading_detached_comments:[]string path:[]int32 span:[]int32 trailing_comments:string',
    StringValue: 'value:string',
    Struct: 'fields:map<string,Value>',
    Timestamp: 'nanos:int32 seconds:int64',
    UInt32Value: 'value:uint32',
    UInt64Value: 'value:uint64',
    UninterpretedOption:
      'aggregate_value:string double_value:double identifier_value:string name:[]UninterpretedOption.NamePart negative_int_value:int64 positive_int_value:uint64 string_value:bytes',
    'UninterpretedOption.NamePart': 'is_extension:bool name_part:string',
    Value:
      'bool_value:bool|kind list_value:ListValue|kind null_value:enum:NullValue|kind number_value:double|kind string_value:string|kind struct_value:Struct|kind',
  },
  'google.rpc': { Status: 'code:int32 details:[]Any message:string' },
  'io.istio.http.peer_metadata': {
    Config:
      'additional_labels:[]string downstream_discovery:[].Config.DiscoveryMethod downstream_propagation:[].Config.PropagationMethod shared_with_upstream:bool upstream_discovery:[].Config.DiscoveryMethod upstream_propagation:[].Config.PropagationMethod',
    'Config.Baggage': '',
    'Config.DiscoveryMethod':
      'baggage:.Config.Baggage|method_specifier istio_headers:.Config.IstioHeaders|method_specifier upstream_filter_state:.Config.UpstreamFilterState|method_specifier workload_discovery:.Config.WorkloadDiscovery|method_specifier',
    'Config.IstioHeaders': 'skip_external_clusters:bool',
    'Config.PropagationMethod':
      'baggage:.Config.Baggage|method_specifier istio_headers:.Config.IstioHeaders|method_specifier',
    'Config.UpstreamFilterState': 'peer_metadata_key:string',
    'Config.WorkloadDiscovery': '',
  },
  'io.prometheus.client': {
    Bucket: 'cumulative_count:uint64 cumulative_count_float:double exemplar:.Exemplar upper_bound:double',
    BucketSpan: 'length:uint32 offset:sint32',
    Counter: 'created_timestamp:Timestamp exemplar:.Exemplar value:double',
    Exemplar: 'label:[].LabelPair timestamp:Timestamp value:double',
    Gauge: 'value:double',
    Histogram:
      'bucket:[].Bucket created_timestamp:Timestamp exemplars:[].Exemplar negative_count:[]double negative_delta:[]sint64 negative_span:[].BucketSpan positive_count:[]double positive_delta:[]sint64 positive_span:[].BucketSpan sample_count:uint64 sample_count_float:double sample_sum:double schema:sint32 zero_count:uint64 zero_count_float:double zero_threshold:double',
    LabelPair: 'name:string value:string',
    Metric:
      'counter:.Counter gauge:.Gauge histogram:.Histogram label:[].LabelPair summary:.Summary timestamp_ms:int64 untyped:.Untyped',
    MetricFamily: 'help:string metric:[].Metric name:string type:enum:.MetricType unit:string',
    Quantile: 'quantile:double value:double',
    Summary: 'created_timestamp:Timestamp quantile:[].Quantile sample_count:uint64 sample_sum:double',
    Untyped: 'value:double',
  },
  'istio.envoy.config.filter.http.alpn.v2alpha1': {
    FilterConfig: 'alpn_override:[].FilterConfig.AlpnOverride',
    'FilterConfig.AlpnOverride': 'alpn_override:[]string upstream_protocol:enum:.FilterConfig.Protocol',
  },
  'istio.envoy.config.filter.http.jwt_auth.v2alpha1': {
    DataSource: 'filename:string|specifier inline_bytes:bytes|specifier inline_string:string|specifier',
    HttpUri: 'cluster:string|http_upstream_type timeout:Duration uri:string',
    JwtAuthentication: 'allow_missing_or_failed:bool rules:[].JwtRule',
    JwtHeader: 'name:string value_prefix:string',
    JwtRule:
      'audiences:[]string forward:bool forward_payload_header:string from_headers:[].JwtHeader from_params:[]string issuer:string local_jwks:.DataSource|jwks_source_specifier remote_jwks:.RemoteJwks|jwks_source_specifier',
    RemoteJwks: 'cache_duration:Duration http_uri:.HttpUri',
  },
  'istio.envoy.config.filter.network.tcp_cluster_rewrite.v2alpha1': {
    TcpClusterRewrite: 'cluster_pattern:string cluster_replacement:string',
  },
  'opentelemetry.proto.common.v1': {
    AnyValue:
      'array_value:.ArrayValue|value bool_value:bool|value bytes_value:bytes|value double_value:double|value int_value:int64|value kvlist_value:.KeyValueList|value string_value:string|value string_value_strindex:int32|value',
    ArrayValue: 'values:[].AnyValue',
    EntityRef: 'description_keys:[]string id_keys:[]string schema_url:string type:string',
    InstrumentationScope: 'attributes:[].KeyValue dropped_attributes_count:uint32 name:string version:string',
    KeyValue: 'key:string key_strindex:int32 value:.AnyValue',
    KeyValueList: 'values:[].KeyValue',
  },
  'udpa.annotations': {
    FieldMigrateAnnotation: 'oneof_promotion:string rename:string',
    FieldSecurityAnnotation: 'configure_for_untrusted_downstream:bool configure_for_untrusted_upstream:bool',
    FileMigrateAnnotation: 'move_to_package:string',
    MigrateAnnotation: 'rename:string',
    StatusAnnotation: 'package_version_status:enum:.PackageVersionStatus work_in_progress:bool',
    VersioningAnnotation: 'previous_message_type:string',
  },
  'udpa.type.v1': { TypedStruct: 'type_url:string value:Struct' },
  'xds.annotations.v3': {
    FieldMigrateAnnotation: 'oneof_promotion:string rename:string',
    FieldSecurityAnnotation: 'configure_for_untrusted_downstream:bool configure_for_untrusted_upstream:bool',
    FieldStatusAnnotation: 'work_in_progress:bool',
    FileMigrateAnnotation: 'move_to_package:string',
    FileStatusAnnotation: 'work_in_progress:bool',
    MessageStatusAnnotation: 'work_in_progress:bool',
    MigrateAnnotation: 'rename:string',
    StatusAnnotation: 'package_version_status:enum:.PackageVersionStatus work_in_progress:bool',
    VersioningAnnotation: 'previous_message_type:string',
  },
  'xds.core.v3': {
    Authority: 'name:string{"minLen":1}',
    CidrRange: 'address_prefix:string{"minLen":1} prefix_len:UInt32Value{"lte":128}',
    CollectionEntry:
      'inline_entry:.CollectionEntry.InlineEntry|resource_specifier locator:.ResourceLocator|resource_specifier',
    'CollectionEntry.InlineEntry':
      'name:string{"pattern":"^[0-9a-zA-Z_\\\\-\\\\.~:]+$"} resource:Any version:string',
    ContextParams: 'params:map<string,string>',
    Resource: 'name:.ResourceName resource:Any version:string',
    ResourceLocator:
      'authority:string directives:[].ResourceLocator.Directive exact_context:.ContextParams|context_param_specifier id:string resource_type:string{"minLen":1} scheme:enum:.ResourceLocator.Scheme',
    'ResourceLocator.Directive':
      'alt:.ResourceLocator|directive entry:string|directive{"minLen":1,"pattern":"^[0-9a-zA-Z_\\\\-\\\\./~:]+$"}',
    ResourceName: 'authority:string context:.ContextParams id:string resource_type:string{"minLen":1}',
    TypedExtensionConfig: 'name:string{"minLen":1} typed_config:Any{"required":true}',
  },
  'xds.type.matcher.v3': {
    CelMatcher: 'description:string expr_match:xds.type.v3.CelExpression{"required":true}',
    DoubleRangeMatcher: 'range_matchers:[].DoubleRangeMatcher.RangeMatcher',
    'DoubleRangeMatcher.RangeMatcher':
      'on_match:.Matcher.OnMatch ranges:[]xds.type.v3.DoubleRange{"minItems":1}',
    HttpAttributesCelMatchInput: '',
    IPMatcher: 'range_matchers:[].IPMatcher.IPRangeMatcher',
    'IPMatcher.IPRangeMatcher':
      'exclusive:bool on_match:.Matcher.OnMatch ranges:[]xds.core.v3.CidrRange{"minItems":1}',
    Int32RangeMatcher: 'range_matchers:[].Int32RangeMatcher.RangeMatcher',
    'Int32RangeMatcher.RangeMatcher':
      'on_match:.Matcher.OnMatch ranges:[]xds.type.v3.Int32Range{"minItems":1}',
    Int64RangeMatcher: 'range_matchers:[].Int64RangeMatcher.RangeMatcher',
    'Int64RangeMatcher.RangeMatcher':
      'on_match:.Matcher.OnMatch ranges:[]xds.type.v3.Int64Range{"minItems":1}',
    ListStringMatcher: 'patterns:[].StringMatcher{"minItems":1}',
    Matcher:
      'matcher_list:.Matcher.MatcherList|matcher_type matcher_tree:.Matcher.MatcherTree|matcher_type on_no_match:.Matcher.OnMatch',
    'Matcher.MatcherList': 'matchers:[].Matcher.MatcherList.FieldMatcher{"minItems":1}',
    'Matcher.MatcherList.FieldMatcher':
      'on_match:.Matcher.OnMatch{"required":true} predicate:.Matcher.MatcherList.Predicate{"required":true}',
    'Matcher.MatcherList.Predicate':
      'and_matcher:.Matcher.MatcherList.Predicate.PredicateList|match_type not_matcher:.Matcher.MatcherList.Predicate|match_type or_matcher:.Matcher.MatcherList.Predicate.PredicateList|match_type single_predicate:.Matcher.MatcherList.Predicate.SinglePredicate|match_type',
    'Matcher.MatcherList.Predicate.PredicateList': 'predicate:[].Matcher.MatcherList.Predicate{"minItems":2}',
    'Matcher.MatcherList.Predicate.SinglePredicate':
      'custom_match:xds.core.v3.TypedExtensionConfig|matcher input:xds.core.v3.TypedExtensionConfig{"required":true} value_match:.StringMatcher|matcher',
    'Matcher.MatcherTree':
      'custom_match:xds.core.v3.TypedExtensionConfig|tree_type exact_match_map:.Matcher.MatcherTree.MatchMap|tree_type input:xds.core.v3.TypedExtensionConfig{"required":true} prefix_match_map:.Matcher.MatcherTree.MatchMap|tree_type',
    'Matcher.MatcherTree.MatchMap': 'map:map<string,.Matcher.OnMatch>{"minPairs":1}',
    'Matcher.OnMatch':
      'action:xds.core.v3.TypedExtensionConfig|on_match keep_matching:bool matcher:.Matcher|on_match',
    RegexMatcher: 'google_re2:.RegexMatcher.GoogleRE2|engine_type{"required":true} regex:string{"minLen":1}',
    'RegexMatcher.GoogleRE2': '',
    ServerNameMatcher: 'domain_matchers:[].ServerNameMatcher.DomainMatcher',
    'ServerNameMatcher.DomainMatcher': 'domains:[]string{"minItems":1} on_match:.Matcher.OnMatch',
    StringMatcher:
      'contains:string|match_pattern{"minLen":1} custom:xds.core.v3.TypedExtensionConfig|match_pattern exact:string|match_pattern ignore_case:bool prefix:string|match_pattern{"minLen":1} safe_regex:.RegexMatcher|match_pattern{"required":true} suffix:string|match_pattern{"minLen":1}',
  },
  'xds.type.v3': {
    CelExpression:
      'cel_expr_checked:cel.expr.CheckedExpr cel_expr_parsed:cel.expr.ParsedExpr cel_expr_string:string checked_expr:google.api.expr.v1alpha1.CheckedExpr!|expr_specifier parsed_expr:google.api.expr.v1alpha1.ParsedExpr!|expr_specifier',
    CelExtractString: 'default_value:StringValue expr_extract:.CelExpression{"required":true}',
    DoubleRange: 'end:double start:double',
    Int32Range: 'end:int32 start:int32',
    Int64Range: 'end:int64 start:int64',
    TypedStruct: 'type_url:string value:Struct',
  },
};

/** Names of the values of enums. */
export const enumTable: Readonly<Record<string, string>> = {
  'cel.expr.SourceInfo.Extension.Component':
    'COMPONENT_UNSPECIFIED COMPONENT_PARSER COMPONENT_TYPE_CHECKER COMPONENT_RUNTIME',
  'cel.expr.Type.PrimitiveType': 'PRIMITIVE_TYPE_UNSPECIFIED BOOL INT64 UINT64 DOUBLE STRING BYTES',
  'cel.expr.Type.WellKnownType': 'WELL_KNOWN_TYPE_UNSPECIFIED ANY TIMESTAMP DURATION',
  'envoy.admin.v3.ClientResourceStatus':
    'UNKNOWN REQUESTED DOES_NOT_EXIST ACKED NACKED RECEIVED_ERROR TIMEOUT',
  'envoy.admin.v3.CommandLineOptions.DrainStrategy': 'Gradual Immediate',
  'envoy.admin.v3.CommandLineOptions.IpVersion': 'v4 v6',
  'envoy.admin.v3.CommandLineOptions.Mode': 'Serve Validate InitOnly',
  'envoy.admin.v3.ServerInfo.State': 'LIVE DRAINING PRE_INITIALIZING INITIALIZING',
  'envoy.admin.v3.SimpleMetric.Type': 'COUNTER GAUGE',
  'envoy.config.accesslog.v3.ComparisonFilter.Op': 'EQ GE LE NE',
  'envoy.config.accesslog.v3.GrpcStatusFilter.Status':
    'OK CANCELED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED',
  'envoy.config.bootstrap.v3.ApiListenerManager.ThreadingModel': 'MAIN_THREAD_ONLY STANDALONE_WORKER_THREAD',
  'envoy.config.bootstrap.v3.CustomInlineHeader.InlineHeaderType':
    'REQUEST_HEADER REQUEST_TRAILER RESPONSE_HEADER RESPONSE_TRAILER',
  'envoy.config.bootstrap.v3.Watchdog.WatchdogAction.WatchdogEvent': 'UNKNOWN KILL MULTIKILL MEGAMISS MISS',
  'envoy.config.cluster.v3.Cluster.ClusterProtocolSelection':
    'USE_CONFIGURED_PROTOCOL USE_DOWNSTREAM_PROTOCOL',
  'envoy.config.cluster.v3.Cluster.DiscoveryType': 'STATIC STRICT_DNS LOGICAL_DNS EDS ORIGINAL_DST',
  'envoy.config.cluster.v3.Cluster.DnsLookupFamily': 'AUTO V4_ONLY V6_ONLY V4_PREFERRED ALL',
  'envoy.config.cluster.v3.Cluster.LbPolicy':
    'ROUND_ROBIN LEAST_REQUEST RING_HASH RANDOM MAGLEV CLUSTER_PROVIDED LOAD_BALANCING_POLICY_CONFIG',
  'envoy.config.cluster.v3.Cluster.LbSubsetConfig.LbSubsetFallbackPolicy':
    'NO_FALLBACK ANY_ENDPOINT DEFAULT_SUBSET',
  'envoy.config.cluster.v3.Cluster.LbSubsetConfig.LbSubsetMetadataFallbackPolicy':
    'METADATA_NO_FALLBACK FALLBACK_LIST',
  'envoy.config.cluster.v3.Cluster.LbSubsetConfig.LbSubsetSelector.LbSubsetSelectorFallbackPolicy':
    'NOT_DEFINED NO_FALLBACK ANY_ENDPOINT DEFAULT_SUBSET KEYS_SUBSET',
  'envoy.config.cluster.v3.Cluster.RingHashLbConfig.HashFunction': 'XX_HASH MURMUR_HASH_2',
  'envoy.config.cluster.v3.UpstreamConnectionOptions.FirstAddressFamilyVersion':
    'DEFAULT V4 V6 PIPE INTERNAL',
  'envoy.config.core.v3.ApiConfigSource.ApiType':
    'DEPRECATED_AND_UNAVAILABLE_DO_NOT_USE REST GRPC DELTA_GRPC AGGREGATED_GRPC AGGREGATED_DELTA_GRPC',
  'envoy.config.core.v3.ApiVersion': 'AUTO V2 V3',
  'envoy.config.core.v3.HeaderValueOption.HeaderAppendAction':
    'APPEND_IF_EXISTS_OR_ADD ADD_IF_ABSENT OVERWRITE_IF_EXISTS_OR_ADD OVERWRITE_IF_EXISTS',
  'envoy.config.core.v3.HealthStatus': 'UNKNOWN HEALTHY UNHEALTHY DRAINING TIMEOUT DEGRADED',
  'envoy.config.core.v3.HttpProtocolOptions.HeadersWithUnderscoresAction': 'ALLOW REJECT_REQUEST DROP_HEADER',
  'envoy.config.core.v3.KeyValueAppend.KeyValueAppendAction':
    'APPEND_IF_EXISTS_OR_ADD ADD_IF_ABSENT OVERWRITE_IF_EXISTS_OR_ADD OVERWRITE_IF_EXISTS',
  'envoy.config.core.v3.ProxyProtocolConfig.Version': 'V1 V2',
  'envoy.config.core.v3.ProxyProtocolPassThroughTLVs.PassTLVsMatchType': 'INCLUDE_ALL INCLUDE',
  'envoy.config.core.v3.RequestMethod':
    'METHOD_UNSPECIFIED GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH',
  'envoy.config.core.v3.RoutingPriority': 'DEFAULT HIGH',
  'envoy.config.core.v3.SocketAddress.Protocol': 'TCP UDP',
  'envoy.config.core.v3.SocketOption.SocketIpVersion':
    'SOCKET_IP_VERSION_UNSPECIFIED SOCKET_IP_VERSION_IPV4 SOCKET_IP_VERSION_IPV6',
  'envoy.config.core.v3.SocketOption.SocketState': 'STATE_PREBIND STATE_BOUND STATE_LISTENING',
  'envoy.config.core.v3.TrafficDirection': 'UNSPECIFIED INBOUND OUTBOUND',
  'envoy.config.listener.v3.FilterChainMatch.ConnectionSourceType': 'ANY SAME_IP_OR_LOOPBACK EXTERNAL',
  'envoy.config.listener.v3.Listener.DrainType': 'DEFAULT MODIFY_ONLY',
  'envoy.config.metrics.v3.HistogramEmitMode': 'SUMMARY_AND_HISTOGRAM SUMMARY HISTOGRAM',
  'envoy.config.overload.v3.ScaleTimersOverloadActionConfig.TimerType':
    'UNSPECIFIED HTTP_DOWNSTREAM_CONNECTION_IDLE HTTP_DOWNSTREAM_STREAM_IDLE TRANSPORT_SOCKET_CONNECT HTTP_DOWNSTREAM_CONNECTION_MAX HTTP_DOWNSTREAM_STREAM_FLUSH',
  'envoy.config.rbac.v3.MetadataSource': 'DYNAMIC ROUTE',
  'envoy.config.rbac.v3.RBAC.Action': 'ALLOW DENY LOG',
  'envoy.config.rbac.v3.RBAC.AuditLoggingOptions.AuditCondition': 'NONE ON_DENY ON_ALLOW ON_DENY_AND_ALLOW',
  'envoy.config.route.v3.RateLimit.Action.MetaData.Source':
    'DYNAMIC ROUTE_ENTRY CLUSTER_ENTRY CLUSTER_LOCALITY_ENTRY',
  'envoy.config.route.v3.RateLimit.XRateLimitOption': 'UNSPECIFIED OFF DRAFT_VERSION_03',
  'envoy.config.route.v3.RedirectAction.RedirectResponseCode':
    'MOVED_PERMANENTLY FOUND SEE_OTHER TEMPORARY_REDIRECT PERMANENT_REDIRECT',
  'envoy.config.route.v3.RetryPolicy.ResetHeaderFormat': 'SECONDS UNIX_TIMESTAMP',
  'envoy.config.route.v3.RouteAction.ClusterNotFoundResponseCode':
    'SERVICE_UNAVAILABLE NOT_FOUND INTERNAL_SERVER_ERROR',
  'envoy.config.route.v3.RouteAction.InternalRedirectAction':
    'PASS_THROUGH_INTERNAL_REDIRECT HANDLE_INTERNAL_REDIRECT',
  'envoy.config.route.v3.VirtualHost.TlsRequirementType': 'NONE EXTERNAL_ONLY ALL',
  'envoy.config.tap.v3.OutputSink.Format':
    'JSON_BODY_AS_BYTES JSON_BODY_AS_STRING PROTO_BINARY PROTO_BINARY_LENGTH_DELIMITED PROTO_TEXT',
  'envoy.config.trace.v3.LightstepConfig.PropagationMode': 'ENVOY LIGHTSTEP B3 TRACE_CONTEXT',
  'envoy.config.trace.v3.ZipkinConfig.CollectorEndpointVersion':
    'DEPRECATED_AND_UNAVAILABLE_DO_NOT_USE HTTP_JSON HTTP_PROTO GRPC',
  'envoy.config.trace.v3.ZipkinConfig.TraceContextOption': 'USE_B3 USE_B3_WITH_W3C_PROPAGATION',
  'envoy.data.accesslog.v3.AccessLogType':
    'NotSet TcpUpstreamConnected TcpPeriodic TcpConnectionStart TcpConnectionEnd DownstreamStart DownstreamPeriodic DownstreamEnd UpstreamPoolReady UpstreamPeriodic UpstreamEnd DownstreamTunnelSuccessfullyEstablished UdpTunnelUpstreamConnected UdpPeriodic UdpSessionEnd',
  'envoy.data.accesslog.v3.HTTPAccessLogEntry.HTTPVersion': 'PROTOCOL_UNSPECIFIED HTTP10 HTTP11 HTTP2 HTTP3',
  'envoy.data.accesslog.v3.ResponseFlags.Unauthorized.Reason': 'REASON_UNSPECIFIED EXTERNAL_SERVICE',
  'envoy.data.accesslog.v3.TLSProperties.TLSVersion': 'VERSION_UNSPECIFIED TLSv1 TLSv1_1 TLSv1_2 TLSv1_3',
  'envoy.data.cluster.v3.Action': 'EJECT UNEJECT',
  'envoy.data.cluster.v3.OutlierEjectionType':
    'CONSECUTIVE_5XX CONSECUTIVE_GATEWAY_FAILURE SUCCESS_RATE CONSECUTIVE_LOCAL_ORIGIN_FAILURE SUCCESS_RATE_LOCAL_ORIGIN FAILURE_PERCENTAGE FAILURE_PERCENTAGE_LOCAL_ORIGIN DEGRADED',
  'envoy.data.core.v3.HealthCheckFailureType': 'ACTIVE PASSIVE NETWORK NETWORK_TIMEOUT',
  'envoy.data.core.v3.HealthCheckerType': 'HTTP TCP GRPC REDIS THRIFT DYNAMIC_MODULE',
  'envoy.extensions.access_loggers.stats.v3.Config.Histogram.Unit':
    'Unspecified Bytes Microseconds Milliseconds Percent',
  'envoy.extensions.clusters.common.dns.v3.DnsLookupFamily':
    'UNSPECIFIED AUTO V4_ONLY V6_ONLY V4_PREFERRED ALL',
  'envoy.extensions.common.ratelimit.v3.VhRateLimitsOptions': 'OVERRIDE INCLUDE IGNORE',
  'envoy.extensions.common.ratelimit.v3.XRateLimitHeadersRFCVersion': 'OFF DRAFT_VERSION_03',
  'envoy.extensions.compression.brotli.compressor.v3.Brotli.EncoderMode': 'DEFAULT GENERIC TEXT FONT',
  'envoy.extensions.compression.gzip.compressor.v3.Gzip.CompressionLevel':
    'DEFAULT_COMPRESSION BEST_SPEED COMPRESSION_LEVEL_1 COMPRESSION_LEVEL_2 COMPRESSION_LEVEL_3 COMPRESSION_LEVEL_4 COMPRESSION_LEVEL_5 COMPRESSION_LEVEL_6 COMPRESSION_LEVEL_7 COMPRESSION_LEVEL_8 COMPRESSION_LEVEL_9 BEST_COMPRESSION',
  'envoy.extensions.compression.gzip.compressor.v3.Gzip.CompressionStrategy':
    'DEFAULT_STRATEGY FILTERED HUFFMAN_ONLY RLE FIXED',
  'envoy.extensions.compression.qatzip.compressor.v3alpha.Qatzip.HardwareBufferSize':
    'DEFAULT SZ_4K SZ_8K SZ_32K SZ_64K SZ_128K SZ_512K',
  'envoy.extensions.compression.qatzstd.compressor.v3alpha.Qatzstd.Strategy':
    'DEFAULT FAST DFAST GREEDY LAZY LAZY2 BTLAZY2 BTOPT BTULTRA BTULTRA2',
  'envoy.extensions.compression.zstd.compressor.v3.Zstd.Strategy':
    'DEFAULT FAST DFAST GREEDY LAZY LAZY2 BTLAZY2 BTOPT BTULTRA BTULTRA2',
  'envoy.extensions.filters.common.dependency.v3.Dependency.DependencyType':
    'HEADER FILTER_STATE_KEY DYNAMIC_METADATA',
  'envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue.SharedWithUpstream':
    'NONE ONCE TRANSITIVE',
  'envoy.extensions.filters.http.a2a.v3.A2a.StorageMode':
    'NONE DYNAMIC_METADATA FILTER_STATE DYNAMIC_METADATA_AND_FILTER_STATE',
  'envoy.extensions.filters.http.a2a.v3.A2a.TrafficMode': 'PASS_THROUGH REJECT',
  'envoy.extensions.filters.http.aws_lambda.v3.Config.InvocationMode': 'SYNCHRONOUS ASYNCHRONOUS',
  'envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning.SigningAlgorithm':
    'AWS_SIGV4 AWS_SIGV4A',
  'envoy.extensions.filters.http.bandwidth_limit.v3.BandwidthLimit.EnableMode':
    'DISABLED REQUEST RESPONSE REQUEST_AND_RESPONSE',
  'envoy.extensions.filters.http.ext_authz.v3.ShadowDecision.CheckResult': 'UNSPECIFIED OK DENIED ERROR',
  'envoy.extensions.filters.http.ext_proc.v3.ExternalProcessor.RouteCacheAction': 'DEFAULT CLEAR RETAIN',
  'envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode':
    'NONE STREAMED BUFFERED BUFFERED_PARTIAL FULL_DUPLEX_STREAMED GRPC',
  'envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.HeaderSendMode': 'DEFAULT SEND SKIP',
  'envoy.extensions.filters.http.golang.v3alpha.Config.MergePolicy':
    'MERGE_VIRTUALHOST_ROUTER_FILTER MERGE_VIRTUALHOST_ROUTER OVERRIDE',
  'envoy.extensions.filters.http.grpc_json_transcoder.v3.GrpcJsonTranscoder.UrlUnescapeSpec':
    'ALL_CHARACTERS_EXCEPT_RESERVED ALL_CHARACTERS_EXCEPT_SLASH ALL_CHARACTERS',
  'envoy.extensions.filters.http.gzip.v3.Gzip.CompressionLevel.Enum': 'DEFAULT BEST SPEED',
  'envoy.extensions.filters.http.gzip.v3.Gzip.CompressionStrategy': 'DEFAULT FILTERED HUFFMAN RLE',
  'envoy.extensions.filters.http.header_to_metadata.v3.Config.ValueEncode': 'NONE BASE64',
  'envoy.extensions.filters.http.header_to_metadata.v3.Config.ValueType': 'STRING NUMBER PROTOBUF_VALUE',
  'envoy.extensions.filters.http.ip_tagging.v3.IPTagging.IpTagHeader.HeaderAction':
    'SANITIZE APPEND_IF_EXISTS_OR_ADD',
  'envoy.extensions.filters.http.ip_tagging.v3.IPTagging.RequestType': 'BOTH INTERNAL EXTERNAL',
  'envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.ValueType':
    'PROTOBUF_VALUE STRING NUMBER',
  'envoy.extensions.filters.http.kill_request.v3.KillRequest.Direction': 'REQUEST RESPONSE',
  'envoy.extensions.filters.http.mcp.v3.Mcp.RequestStorageMode':
    'MODE_UNSPECIFIED DYNAMIC_METADATA FILTER_STATE DYNAMIC_METADATA_AND_FILTER_STATE',
  'envoy.extensions.filters.http.mcp.v3.Mcp.TrafficMode': 'PASS_THROUGH REJECT_NO_MCP NOOP',
  'envoy.extensions.filters.http.mcp_json_rest_bridge.v3.McpJsonRestBridge.RequestStorageMode':
    'MODE_UNSPECIFIED DYNAMIC_METADATA',
  'envoy.extensions.filters.http.mcp_router.v3.ValidationPolicy.Mode': 'MODE_UNSPECIFIED DISABLED ENFORCE',
  'envoy.extensions.filters.http.oauth2.v3.CookieConfig.SameSite': 'DISABLED STRICT LAX NONE',
  'envoy.extensions.filters.http.oauth2.v3.OAuth2Config.AuthType':
    'URL_ENCODED_BODY BASIC_AUTH TLS_CLIENT_AUTH PRIVATE_KEY_JWT',
  'envoy.extensions.filters.http.oauth2.v3.PrivateKeyJwtConfig.SigningAlgorithm':
    'RS256 RS384 RS512 ES256 ES384 ES512',
  'envoy.extensions.filters.http.proto_api_scrubber.v3.ProtoApiScrubberConfig.FilteringMode': 'OVERRIDE',
  'envoy.extensions.filters.http.proto_message_extraction.v3.MethodExtraction.ExtractDirective':
    'ExtractDirective_UNSPECIFIED EXTRACT EXTRACT_REDACT EXTRACT_REPEATED_CARDINALITY',
  'envoy.extensions.filters.http.proto_message_extraction.v3.ProtoMessageExtractionConfig.ExtractMode':
    'ExtractMode_UNSPECIFIED FIRST_AND_LAST',
  'envoy.extensions.filters.http.ratelimit.v3.RateLimit.XRateLimitHeadersRFCVersion': 'OFF DRAFT_VERSION_03',
  'envoy.extensions.filters.http.ratelimit.v3.RateLimitPerRoute.OverrideOptions':
    'DEFAULT OVERRIDE_POLICY INCLUDE_POLICY IGNORE_POLICY',
  'envoy.extensions.filters.http.ratelimit.v3.RateLimitPerRoute.VhRateLimitsOptions':
    'OVERRIDE INCLUDE IGNORE',
  'envoy.extensions.filters.http.thrift_to_metadata.v3.Field':
    'METHOD_NAME PROTOCOL TRANSPORT HEADER_FLAGS SEQUENCE_ID MESSAGE_TYPE REPLY_TYPE',
  'envoy.extensions.filters.http.transform.v3.BodyTransformation.TransformAction': 'MERGE REPLACE',
  'envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol.KeyValuePair.ValueStringEncoding':
    'UNSPECIFIED SANITIZED_UTF8 BASE64',
  'envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol.TlvLocation':
    'DYNAMIC_METADATA FILTER_STATE',
  'envoy.extensions.filters.network.dubbo_proxy.v3.ProtocolType': 'Dubbo',
  'envoy.extensions.filters.network.dubbo_proxy.v3.SerializationType': 'Hessian2',
  'envoy.extensions.filters.network.ext_proc.v3.ProcessingMode.DataSendMode': 'STREAMED SKIP',
  'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.CodecType':
    'AUTO HTTP1 HTTP2 HTTP3',
  'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ForwardClientCertDetails':
    'SANITIZE FORWARD_ONLY APPEND_FORWARD SANITIZE_SET ALWAYS_FORWARD_ONLY',
  'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ForwardClientCertFormat':
    'TEXT JSON',
  'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.PathWithEscapedSlashesAction':
    'IMPLEMENTATION_SPECIFIC_DEFAULT KEEP_UNCHANGED REJECT_REQUEST UNESCAPE_AND_REDIRECT UNESCAPE_AND_FORWARD',
  'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ServerHeaderTransformation':
    'OVERWRITE APPEND_IF_ABSENT PASS_THROUGH',
  'envoy.extensions.filters.network.kafka_mesh.v3alpha.KafkaMesh.ConsumerProxyMode': 'StatefulConsumerProxy',
  'envoy.extensions.filters.network.mysql_proxy.v3.MySQLProxy.SSLMode': 'DISABLE REQUIRE ALLOW',
  'envoy.extensions.filters.network.postgres_proxy.v3alpha.PostgresProxy.SSLMode': 'DISABLE REQUIRE ALLOW',
  'envoy.extensions.filters.network.rbac.v3.RBAC.EnforcementType': 'ONE_TIME_ON_FIRST_BYTE CONTINUOUS',
  'envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.ConnPoolSettings.ReadPolicy':
    'MASTER PREFER_MASTER REPLICA PREFER_REPLICA ANY LOCAL_ZONE_AFFINITY LOCAL_ZONE_AFFINITY_REPLICAS_AND_PRIMARY',
  'envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.ProtocolVersion': 'RESP2 RESP3',
  'envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.RedisFault.RedisFaultType': 'DELAY ERROR',
  'envoy.extensions.filters.network.tcp_proxy.v3.ProxyProtocolTlvMergePolicy':
    'ADD_IF_ABSENT OVERWRITE_BY_TYPE_IF_EXISTS_OR_ADD APPEND_IF_EXISTS_OR_ADD',
  'envoy.extensions.filters.network.tcp_proxy.v3.UpstreamConnectMode':
    'IMMEDIATE ON_DOWNSTREAM_DATA ON_DOWNSTREAM_TLS_HANDSHAKE',
  'envoy.extensions.filters.network.thrift_proxy.filters.header_to_metadata.v3.HeaderToMetadata.ValueEncode':
    'NONE BASE64',
  'envoy.extensions.filters.network.thrift_proxy.filters.header_to_metadata.v3.HeaderToMetadata.ValueType':
    'STRING NUMBER PROTOBUF_VALUE',
  'envoy.extensions.filters.network.thrift_proxy.filters.payload_to_metadata.v3.PayloadToMetadata.ValueType':
    'STRING NUMBER',
  'envoy.extensions.filters.network.thrift_proxy.v3.ProtocolType':
    'AUTO_PROTOCOL BINARY LAX_BINARY COMPACT TWITTER',
  'envoy.extensions.filters.network.thrift_proxy.v3.TransportType': 'AUTO_TRANSPORT FRAMED UNFRAMED HEADER',
  'envoy.extensions.filters.network.zookeeper_proxy.v3.LatencyThresholdOverride.Opcode':
    'Connect Create Delete Exists GetData SetData GetAcl SetAcl GetChildren Sync Ping GetChildren2 Check Multi Create2 Reconfig CheckWatches RemoveWatches CreateContainer CreateTtl Close SetAuth SetWatches GetEphemerals GetAllChildrenNumber SetWatches2 AddWatch',
  'envoy.extensions.http.header_formatters.preserve_case.v3.PreserveCaseFormatterConfig.FormatterTypeOnEnvoyHeaders':
    'DEFAULT PROPER_CASE',
  'envoy.extensions.http.header_validators.envoy_default.v3.HeaderValidatorConfig.HeadersWithUnderscoresAction':
    'ALLOW REJECT_REQUEST DROP_HEADER',
  'envoy.extensions.http.header_validators.envoy_default.v3.HeaderValidatorConfig.UriPathNormalizationOptions.PathWithEscapedSlashesAction':
    'IMPLEMENTATION_SPECIFIC_DEFAULT KEEP_UNCHANGED REJECT_REQUEST UNESCAPE_AND_REDIRECT UNESCAPE_AND_FORWARD',
  'envoy.extensions.http.injected_credentials.oauth2.v3.OAuth2.AuthType': 'BASIC_AUTH URL_ENCODED_BODY',
  'envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.ZoneAwareLbConfig.LocalityBasis':
    'HEALTHY_HOSTS_NUM HEALTHY_HOSTS_WEIGHT',
  'envoy.extensions.load_balancing_policies.least_request.v3.LeastRequest.SelectionMethod':
    'N_CHOICES FULL_SCAN',
  'envoy.extensions.load_balancing_policies.ring_hash.v3.RingHash.HashFunction':
    'DEFAULT_HASH XX_HASH MURMUR_HASH_2',
  'envoy.extensions.load_balancing_policies.subset.v3.Subset.LbSubsetFallbackPolicy':
    'NO_FALLBACK ANY_ENDPOINT DEFAULT_SUBSET',
  'envoy.extensions.load_balancing_policies.subset.v3.Subset.LbSubsetMetadataFallbackPolicy':
    'METADATA_NO_FALLBACK FALLBACK_LIST',
  'envoy.extensions.load_balancing_policies.subset.v3.Subset.LbSubsetSelector.LbSubsetSelectorFallbackPolicy':
    'NOT_DEFINED NO_FALLBACK ANY_ENDPOINT DEFAULT_SUBSET KEYS_SUBSET',
  'envoy.extensions.network.connection_balance.dlb.v3alpha.Dlb.FallbackPolicy':
    'None NopConnectionBalance ExactConnectionBalance',
  'envoy.extensions.resource_monitors.cpu_utilization.v3.CpuUtilizationConfig.UtilizationComputeStrategy':
    'HOST CONTAINER',
  'envoy.extensions.stat_sinks.kafka.v3.SerializationFormat': 'JSON PROTOBUF',
  'envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext.TrustChainVerification':
    'VERIFY_TRUST_CHAIN ACCEPT_UNTRUSTED',
  'envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext.OcspStaplePolicy':
    'LENIENT_STAPLING STRICT_STAPLING MUST_STAPLE',
  'envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher.SanType':
    'SAN_TYPE_UNSPECIFIED EMAIL DNS URI IP_ADDRESS OTHER_NAME',
  'envoy.extensions.transport_sockets.tls.v3.TlsParameters.CompliancePolicy':
    'FIPS_202205 CNSA2_202603 CNSA1_202603',
  'envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol':
    'TLS_AUTO TLSv1_0 TLSv1_1 TLSv1_2 TLSv1_3',
  'envoy.extensions.wasm.v3.FailurePolicy': 'UNSPECIFIED FAIL_RELOAD FAIL_CLOSED FAIL_OPEN',
  'envoy.service.ext_proc.v3.CommonResponse.ResponseStatus': 'CONTINUE CONTINUE_AND_REPLACE',
  'envoy.service.health.v3.Capability.Protocol': 'HTTP TCP REDIS',
  'envoy.service.network_ext_proc.v3.ProcessingResponse.ConnectionStatus': 'CONTINUE CLOSE CLOSE_RST',
  'envoy.service.network_ext_proc.v3.ProcessingResponse.DataProcessedStatus': 'UNKNOWN UNMODIFIED MODIFIED',
  'envoy.service.ratelimit.v3.RateLimitResponse.Code': 'UNKNOWN OK OVER_LIMIT',
  'envoy.service.ratelimit.v3.RateLimitResponse.RateLimit.Unit':
    'UNKNOWN SECOND MINUTE HOUR DAY WEEK MONTH YEAR',
  'envoy.service.status.v3.ClientConfigStatus':
    'CLIENT_UNKNOWN CLIENT_REQUESTED CLIENT_ACKED CLIENT_NACKED CLIENT_RECEIVED_ERROR',
  'envoy.service.status.v3.ConfigStatus': 'UNKNOWN SYNCED NOT_SENT STALE ERROR',
  'envoy.type.v3.CodecClientType': 'HTTP1 HTTP2 HTTP3',
  'envoy.type.v3.FractionalPercent.DenominatorType': 'HUNDRED TEN_THOUSAND MILLION',
  'envoy.type.v3.RateLimitStrategy.BlanketRule': 'ALLOW_ALL DENY_ALL',
  'envoy.type.v3.RateLimitUnit': 'UNKNOWN SECOND MINUTE HOUR DAY MONTH YEAR',
  'envoy.type.v3.StatusCode':
    'Empty Continue OK Created Accepted NonAuthoritativeInformation NoContent ResetContent PartialContent MultiStatus AlreadyReported IMUsed MultipleChoices MovedPermanently Found SeeOther NotModified UseProxy TemporaryRedirect PermanentRedirect BadRequest Unauthorized PaymentRequired Forbidden NotFound MethodNotAllowed NotAcceptable ProxyAuthenticationRequired RequestTimeout Conflict Gone LengthRequired PreconditionFailed PayloadTooLarge URITooLong UnsupportedMediaType RangeNotSatisfiable ExpectationFailed MisdirectedRequest UnprocessableEntity Locked FailedDependency UpgradeRequired PreconditionRequired TooManyRequests RequestHeaderFieldsTooLarge InternalServerError NotImplemented BadGateway ServiceUnavailable GatewayTimeout HTTPVersionNotSupported VariantAlsoNegotiates InsufficientStorage LoopDetected NotExtended NetworkAuthenticationRequired',
  'google.api.expr.v1alpha1.SourceInfo.Extension.Component':
    'COMPONENT_UNSPECIFIED COMPONENT_PARSER COMPONENT_TYPE_CHECKER COMPONENT_RUNTIME',
  'google.api.expr.v1alpha1.Type.PrimitiveType':
    'PRIMITIVE_TYPE_UNSPECIFIED BOOL INT64 UINT64 DOUBLE STRING BYTES',
  'google.api.expr.v1alpha1.Type.WellKnownType': 'WELL_KNOWN_TYPE_UNSPECIFIED ANY TIMESTAMP DURATION',
  'google.protobuf.Edition':
    'EDITION_UNKNOWN EDITION_LEGACY EDITION_PROTO2 EDITION_PROTO3 EDITION_2023 EDITION_2024 EDITION_UNSTABLE EDITION_1_TEST_ONLY EDITION_2_TEST_ONLY EDITION_99997_TEST_ONLY EDITION_99998_TEST_ONLY EDITION_99999_TEST_ONLY EDITION_MAX',
  'google.protobuf.ExtensionRangeOptions.VerificationState': 'DECLARATION UNVERIFIED',
  'google.protobuf.FeatureSet.EnforceNamingStyle': 'ENFORCE_NAMING_STYLE_UNKNOWN STYLE2024 STYLE_LEGACY',
  'google.protobuf.FeatureSet.EnumType': 'ENUM_TYPE_UNKNOWN OPEN CLOSED',
  'google.protobuf.FeatureSet.FieldPresence': 'FIELD_PRESENCE_UNKNOWN EXPLICIT IMPLICIT LEGACY_REQUIRED',
  'google.protobuf.FeatureSet.JsonFormat': 'JSON_FORMAT_UNKNOWN ALLOW LEGACY_BEST_EFFORT',
  'google.protobuf.FeatureSet.MessageEncoding': 'MESSAGE_ENCODING_UNKNOWN LENGTH_PREFIXED DELIMITED',
  'google.protobuf.FeatureSet.RepeatedFieldEncoding': 'REPEATED_FIELD_ENCODING_UNKNOWN PACKED EXPANDED',
  'google.protobuf.FeatureSet.Utf8Validation': 'UTF8_VALIDATION_UNKNOWN VERIFY NONE',
  'google.protobuf.FeatureSet.VisibilityFeature.DefaultSymbolVisibility':
    'DEFAULT_SYMBOL_VISIBILITY_UNKNOWN EXPORT_ALL EXPORT_TOP_LEVEL LOCAL_ALL STRICT',
  'google.protobuf.FieldDescriptorProto.Label': 'LABEL_OPTIONAL LABEL_REPEATED LABEL_REQUIRED',
  'google.protobuf.FieldDescriptorProto.Type':
    'TYPE_DOUBLE TYPE_FLOAT TYPE_INT64 TYPE_UINT64 TYPE_INT32 TYPE_FIXED64 TYPE_FIXED32 TYPE_BOOL TYPE_STRING TYPE_GROUP TYPE_MESSAGE TYPE_BYTES TYPE_UINT32 TYPE_ENUM TYPE_SFIXED32 TYPE_SFIXED64 TYPE_SINT32 TYPE_SINT64',
  'google.protobuf.FieldOptions.CType': 'STRING CORD STRING_PIECE',
  'google.protobuf.FieldOptions.JSType': 'JS_NORMAL JS_STRING JS_NUMBER',
  'google.protobuf.FieldOptions.OptionRetention': 'RETENTION_UNKNOWN RETENTION_RUNTIME RETENTION_SOURCE',
  'google.protobuf.FieldOptions.OptionTargetType':
    'TARGET_TYPE_UNKNOWN TARGET_TYPE_FILE TARGET_TYPE_EXTENSION_RANGE TARGET_TYPE_MESSAGE TARGET_TYPE_FIELD TARGET_TYPE_ONEOF TARGET_TYPE_ENUM TARGET_TYPE_ENUM_ENTRY TARGET_TYPE_SERVICE TARGET_TYPE_METHOD',
  'google.protobuf.FileOptions.OptimizeMode': 'SPEED CODE_SIZE LITE_RUNTIME',
  'google.protobuf.GeneratedCodeInfo.Annotation.Semantic': 'NONE SET ALIAS',
  'google.protobuf.MethodOptions.IdempotencyLevel': 'IDEMPOTENCY_UNKNOWN NO_SIDE_EFFECTS IDEMPOTENT',
  'google.protobuf.NullValue': 'NULL_VALUE',
  'google.protobuf.SymbolVisibility': 'VISIBILITY_UNSET VISIBILITY_LOCAL VISIBILITY_EXPORT',
  'io.prometheus.client.MetricType': 'COUNTER GAUGE SUMMARY UNTYPED HISTOGRAM GAUGE_HISTOGRAM',
  'istio.envoy.config.filter.http.alpn.v2alpha1.FilterConfig.Protocol': 'HTTP10 HTTP11 HTTP2',
  'udpa.annotations.PackageVersionStatus': 'UNKNOWN FROZEN ACTIVE NEXT_MAJOR_VERSION_CANDIDATE',
  'xds.annotations.v3.PackageVersionStatus': 'UNKNOWN FROZEN ACTIVE NEXT_MAJOR_VERSION_CANDIDATE',
  'xds.core.v3.ResourceLocator.Scheme': 'XDSTP HTTP FILE',
};
