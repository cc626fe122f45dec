using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Partnerblik;

/// <summary>Shows an employee what a partner would get of one dossier: the real desk and projection decide, and the line is the employee's own look.</summary>
internal sealed partial class ToonVoorPartner(AccessDesk desk, GatewayDb db, Partnervraag vraag, Kluis kluis, Woorden woorden, Verwerking verwerking)
{
    private const string Regie = "regie-voeren";
    private const string AvgVerzoek = "avg-verzoek-afhandelen";

    /// <summary>May this employee look at this dossier at all? Nothing of its content is loaded.</summary>
    public async Task<bool> MagAsync(Caller caller, Guid dossierId, CancellationToken ct) =>
        desk.Ask(caller, EigenDoel(caller, null), alleenRelatie: true) is { } question && desk.Decide(question, await db.ReadAsync(question, dossierId, ct)) is not null;

    /// <param name="zaaknummer">With it a privacy officer sees masked values; without it only names.</param>
    public async Task<VoorvertoningUitkomst> HandleAsync(Caller caller, Guid dossierId, (string? ClientId, string? Doel) partner, Zicht zicht, string? zaaknummer, CancellationToken ct)
    {
        var nummer = zaaknummer is not null && Zaakvorm().IsMatch(zaaknummer) ? zaaknummer : null;
        var regie = caller.Rol == "REG";
        if (desk.Ask(caller, EigenDoel(caller, nummer), alleenRelatie: !regie) is not { } question || desk.Decide(question, await db.ReadAsync(question, dossierId, ct)) is not { } eigen)
        {
            return new VoorvertoningUitkomst.Geweigerd(desk.Refusal);
        }

        if (vraag.Als(partner.ClientId, caller.Gemeentecode) is not { } als)
        {
            return new VoorvertoningUitkomst.Getoond(new Voorvertoning(partner.ClientId ?? string.Empty, woorden.Doel(partner.Doel), Inzagewoorden.Reden("onbekende-client"), []));
        }

        verwerking.Informatie = [.. verwerking.Informatie, Verwijzing.Naar(Verwijzing.Voorbeeld, als.Id), .. Zaak(caller, nummer)];
        var (balie, proef) = vraag.Balie(verwerking.Tijdstip);
        var granted = balie.Ask(als, partner.Doel) is { } gevraagd ? balie.Decide(gevraagd, await db.ReadVoorAsync(gevraagd, eigen, ct)) : null;
        var blokken = (granted?.Gegevens ?? new Dictionary<string, JsonObject>())
            .Select(c => new Blok(c.Key, woorden.Categorie(c.Key), [.. c.Value.Select(v => Veld(v, Zichtbaar(eigen, c.Key, v.Key, regie, nummer), regie ? zicht : Zicht.Gemaskeerd))]));
        return new VoorvertoningUitkomst.Getoond(new Voorvertoning(woorden.Organisatie(als.Organisatie), woorden.Doel(partner.Doel), granted is null ? Inzagewoorden.Reden(proef.Reden) : null, [.. blokken]));
    }

    /// <summary>REG looks for its own work, the privacy officer for a case, and without one as part of the control.</summary>
    private static string EigenDoel(Caller caller, string? zaaknummer) => caller.Rol switch
    {
        "REG" => Regie,
        "PO" when zaaknummer is not null => AvgVerzoek,
        _ => AccessDesk.Toezicht,
    };

    /// <summary>REG sees no more of a value than REG itself was granted.</summary>
    private static bool Zichtbaar(Granted eigen, string categorie, string veld, bool regie, string? zaaknummer) =>
        regie ? eigen.Gegevens.TryGetValue(categorie, out var velden) && velden.ContainsKey(veld) : zaaknummer is not null;

    private static Blokveld Veld(KeyValuePair<string, JsonNode?> veld, bool zichtbaar, Zicht zicht)
    {
        var waarde = zicht == Zicht.Open ? Masker.Open(veld.Value!) : Masker.Van(veld.Key, veld.Value!);
        return new Blokveld(veld.Key, Woorden.Veld(veld.Key), zichtbaar ? waarde : null);
    }

    private IEnumerable<string> Zaak(Caller caller, string? nummer) =>
        nummer is null ? [] : [Zaakverwijzing.Of(kluis, caller.Gemeentecode, nummer)];

    [GeneratedRegex(@"^(?=.*[A-Za-z-])[A-Za-z0-9-]{3,40}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Zaakvorm();
}
