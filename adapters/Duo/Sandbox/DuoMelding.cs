using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>A melding about one person, by a gemeente that may send it.</summary>
/// <param name="Gemeente">The sender's gemeentecode.</param>
/// <param name="Body">Empty for an operation without a body.</param>
internal sealed record DuoMelding(DuoPersoon Persoon, string Gemeente, JsonObject Body, RouteValueDictionary Pad)
{
    /// <summary>A date of the body; null when it was left out.</summary>
    public DateOnly? Datum(string naam) => DuoDeel.AlsDatum(Tekst(naam));

    /// <summary>A text of the body; null when it was left out.</summary>
    public string? Tekst(string naam) => Body[naam]?.GetValue<string>();
}
