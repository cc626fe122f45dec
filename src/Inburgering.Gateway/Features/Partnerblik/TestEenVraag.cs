using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Partnerblik;

/// <summary>«Test een vraag»: partner, doel and an invented person; the desk answers as it would, and nobody's data is touched.</summary>
internal sealed class TestEenVraag(Beleid beleid, Partnervraag vraag, Woorden woorden, Verwerking verwerking)
{
    /// <returns>Null: a choice is missing or unknown.</returns>
    public Testuitslag? Handle(string gemeentecode, string? clientId, string? doel, string? persoon)
    {
        if (vraag.Als(clientId, gemeentecode) is not { } als || string.IsNullOrEmpty(doel) || Voorbeeldpersoon.Alle.FirstOrDefault(p => p.Sleutel == persoon) is not { } wie)
        {
            return null;
        }

        var (balie, proef) = vraag.Balie(verwerking.Tijdstip);
        var granted = balie.Ask(als, doel) is { } question ? balie.Decide(question, wie.Feiten(als, beleid)) : null;
        return new Testuitslag(
            woorden.Organisatie(als.Organisatie),
            woorden.Doel(doel),
            wie.Naam,
            granted is null ? Inzagewoorden.Reden(proef.Reden) : null,
            [.. (granted?.Gegevens ?? new SortedDictionary<string, System.Text.Json.Nodes.JsonObject>()).Select(c => new Blok(c.Key, woorden.Categorie(c.Key), [.. c.Value.Select(v => new Blokveld(v.Key, Woorden.Veld(v.Key), null))]))]);
    }
}

/// <summary>What the desk would answer.</summary>
/// <param name="Reden">In words; null when allowed.</param>
/// <param name="Blokken">What this partner would see at most.</param>
internal sealed record Testuitslag(string Partner, string Doel, string Persoon, string? Reden, IReadOnlyList<Blok> Blokken);
