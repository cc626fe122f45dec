namespace Inburgering.Gateway.Door;

/// <summary>The API's own version (ADR /core/semver): header API-Version of every answer and info.version of the document.</summary>
internal static class ApiVersie
{
    public const string Huidig = "1.0.0";

    public const string Header = "API-Version";
}
