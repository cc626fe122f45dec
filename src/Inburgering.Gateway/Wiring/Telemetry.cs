using System.Diagnostics;

namespace Inburgering.Gateway.Wiring;

/// <summary>Traces and counts.</summary>
internal static class Telemetry
{
    /// <summary>Of our own source and meter.</summary>
    public const string Name = "Gateway";

    public static ActivitySource Source { get; } = new(Name);
}
