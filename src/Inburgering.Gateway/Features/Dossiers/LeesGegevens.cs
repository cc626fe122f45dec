using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Bronnen;
using Inburgering.Gateway.Features.Partnerblik;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Dossiers;

/// <summary>The content of one dossier for regie, or for who holds emergency access to it; masked until asked for (ux 1.5).</summary>
internal sealed class LeesGegevens(AccessDesk desk, GatewayDb db, Woorden woorden, Verwerking verwerking)
{
    private const string Regie = "regie-voeren";

    /// <returns>Null: refused, see <paramref name="caller"/>'s role; the line knows why.</returns>
    public async Task<Dossiergegevens?> HandleAsync(Caller caller, Guid dossierId, Zicht zicht, CancellationToken ct)
    {
        var regie = caller.Rol == "REG";
        verwerking.Naam = regie ? verwerking.Naam : "Noodtoegang: gegevens bekeken";
        if ((regie ? desk.Ask(caller, Regie) : desk.AskInNood(caller)) is not { } question)
        {
            return null;
        }

        var feiten = await db.ReadAsync(question, dossierId, ct);
        if (desk.Decide(question, feiten) is not { } granted)
        {
            return null;
        }

        return new Dossiergegevens(!regie, LeesBronverschillen.Of(granted, feiten).Count, [.. granted.Gegevens.Select(c => new Blok(c.Key, woorden.Categorie(c.Key), [.. c.Value.Select(v => new Blokveld(v.Key, Woorden.Veld(v.Key), Waarde(v.Key, v.Value!, zicht)))]))]);
    }

    private static string Waarde(string veld, System.Text.Json.Nodes.JsonNode waarde, Zicht zicht) => zicht == Zicht.Open ? Masker.Open(waarde) : Masker.Van(veld, waarde);
}

/// <param name="InNood">Shown under emergency access.</param>
/// <param name="Verschillen">Of how many things sources say something else.</param>
internal sealed record Dossiergegevens(bool InNood, int Verschillen, IReadOnlyList<Blok> Blokken);
