namespace Inburgering.Gateway.Storage;

/// <summary>Where this process finds its things; read once from the environment (interface 1).</summary>
public sealed record GatewayOptions
{
    /// <summary>GATEWAY_DATA, default .data.</summary>
    public required string DataMap { get; init; }

    /// <summary>GATEWAY_SLEUTELS, default DataMap/sleutels.</summary>
    public required string SleutelMap { get; init; }

    /// <summary>GATEWAY_PORT, default 8080; 0 lets the system choose (tests).</summary>
    public required int Port { get; init; }

    /// <summary>GATEWAY_SANDBOX_PORT, default 8090.</summary>
    public required int SandboxPort { get; init; }

    /// <summary>Gateway:ConfigMap, default config/ beside the program; what changes there while the program runs becomes the new policy.</summary>
    public string ConfigMap { get; init; } = Path.Combine(AppContext.BaseDirectory, "config");

    /// <summary>Gateway:Beleidronde: how often a process looks which policy is in force, and whether config/ changed. Default 1 s.</summary>
    public TimeSpan Beleidronde { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gateway:PubliekeUrl; null: http://127.0.0.1:Port.</summary>
    public string? PubliekeUrl { get; init; }

    /// <summary>GATEWAY_OMGEVING, as the log names where it was written; without it this is a place to try things out.</summary>
    public string Omgeving { get; init; } = "proef";

    /// <summary>Base of issuer and audience, without a slash at the end. Never taken from the Host header.</summary>
    public string BasisUrl => PubliekeUrl ?? $"http://127.0.0.1:{Port}";

    /// <summary>Folder with the demo's own files.</summary>
    public string DemoMap => Path.Combine(DataMap, "demo");

    /// <summary>GATEWAY_MTLS_MAP, default SleutelMap/mtls: certificates for mutual TLS.</summary>
    public string MtlsMap { get => field ?? Path.Combine(SleutelMap, "mtls"); init; }

    /// <summary>Folder the seals are exported to.</summary>
    public string AnkerMap => Path.Combine(DataMap, "ankers");

    /// <summary>Reads the environment.</summary>
    public static GatewayOptions FromConfiguration(IConfiguration configuration)
    {
        var data = Path.GetFullPath(configuration["GATEWAY_DATA"] ?? ".data");
        return new GatewayOptions
        {
            DataMap = data,
            SleutelMap = Path.GetFullPath(configuration["GATEWAY_SLEUTELS"] ?? Path.Combine(data, "sleutels")),
            Port = configuration.GetValue("GATEWAY_PORT", 8080),
            SandboxPort = configuration.GetValue("GATEWAY_SANDBOX_PORT", 8090),
            ConfigMap = Path.GetFullPath(configuration["Gateway:ConfigMap"] ?? Path.Combine(AppContext.BaseDirectory, "config")),
            Beleidronde = configuration.GetValue("Gateway:Beleidronde", TimeSpan.FromSeconds(1)),
            MtlsMap = configuration["GATEWAY_MTLS_MAP"] is { Length: > 0 } mtls ? Path.GetFullPath(mtls) : null!,
            PubliekeUrl = configuration["Gateway:PubliekeUrl"]?.TrimEnd('/'),
            Omgeving = configuration["GATEWAY_OMGEVING"] is { Length: > 0 } omgeving ? omgeving : "proef",
        };
    }
}
