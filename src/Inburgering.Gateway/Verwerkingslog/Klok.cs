namespace Inburgering.Gateway.Verwerkingslog;

/// <summary>Key of the business clock (interface 5): terms, opdrachten, toestemming and the times of a log line. The plain TimeProvider is the system clock.</summary>
public static class Klok
{
    /// <summary>Key for <c>[FromKeyedServices]</c>.</summary>
    public const string Zaak = "zaak";
}
