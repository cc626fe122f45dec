using System.Globalization;

namespace Inburgering.Gateway.Sandbox;

/// <summary>Where the sandbox stands: its port, the gateway it sends to, and the folders it reads.</summary>
public sealed record SandboxOmgeving
{
    /// <summary>0: any free port.</summary>
    public required int Poort { get; init; }

    /// <summary>Where the gateway listens, without a trailing slash.</summary>
    public required string GatewayAdres { get; init; }

    /// <summary>True for a receiver that is not this gateway and asks no token.</summary>
    public bool ZonderToken { get; init; }

    /// <summary>The gateway's data folder; its <c>demo/</c> holds the clients' private keys.</summary>
    public required string DataMap { get; init; }

    /// <summary>The demo world, <c>config/demo</c> beside the program.</summary>
    public string DemoMap { get; init; } = Path.Combine(AppContext.BaseDirectory, "config", "demo");

    /// <summary>The day it is for the partners.</summary>
    public DateOnly Vandaag { get; init; } = new(2024, 11, 15);

    /// <summary>Reads GATEWAY_SANDBOX_PORT, GATEWAY_SANDBOX_ONTVANGER, GATEWAY_PORT, GATEWAY_DATA and GATEWAY_KLOK.</summary>
    public static SandboxOmgeving FromEnvironment()
    {
        var receiver = Environment.GetEnvironmentVariable("GATEWAY_SANDBOX_ONTVANGER") is { Length: > 0 } address ? Address(address) : null;
        var omgeving = new SandboxOmgeving
        {
            Poort = Port("GATEWAY_SANDBOX_PORT", 8090),
            GatewayAdres = receiver ?? $"http://127.0.0.1:{Port("GATEWAY_PORT", 8080)}",
            ZonderToken = receiver is not null,
            DataMap = Environment.GetEnvironmentVariable("GATEWAY_DATA") is { Length: > 0 } data ? data : ".data",
        };
        return Environment.GetEnvironmentVariable("GATEWAY_KLOK") is { Length: > 0 } klok
            ? omgeving with { Vandaag = DateOnly.FromDateTime(DateTimeOffset.Parse(klok, CultureInfo.InvariantCulture).DateTime) }
            : omgeving;
    }

    private static string Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address.GetLeftPart(UriPartial.Authority)
        : throw new InvalidOperationException("GATEWAY_SANDBOX_ONTVANGER is geen adres (http://… of https://…).");

    private static int Port(string name, int fallback) => Environment.GetEnvironmentVariable(name) switch
    {
        null or "" => fallback,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 => port,
        _ => throw new InvalidOperationException($"{name} is geen poortnummer (0 tot en met 65535)."),
    };
}
