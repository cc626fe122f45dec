using System.Data.Common;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Normalization;

/// <summary>A melding that its receiver confirmed is what the gemeente decided: from then on it stands in the dossier as the gemeente's own (domain c, bronhouder).</summary>
internal sealed class Meldinggegevens(EigenGegevens eigen)
{
    /// <summary>Records it, inside the log writer's transaction; nothing for a melding about what another is the source of.</summary>
    public async Task RecordAsync(DbTransaction transactie, DossierRef dossier, Melding melding, CancellationToken ct)
    {
        if (Velden(melding, dossier.Gemeentecode) is var (categorie, velden))
        {
            await eigen.PutAsync(transactie, dossier, categorie, velden, ct);
        }
        else if (Instelling(melding) is { } nummer)
        {
            var staan = (await EigenGegevens.GetAsync(transactie, dossier, "AAN", ct))?["aanbiedingen"]?.AsArray() ?? [];
            await eigen.PutAsync(transactie, dossier, "AAN", new JsonObject { ["aanbiedingen"] = Aanbiedingen(staan, nummer, melding as AanbodMelding) }, ct);
        }
    }

    /// <summary>What a melding says of one category, null for a field that it leaves out or takes back; nothing for an offer, a total of hours and what is no field.</summary>
    public static (string Categorie, JsonObject Velden)? Velden(Melding melding, string gemeentecode) => melding switch
    {
        PipMelding m => ("PIP", Met(
            ("gemeentecode", gemeentecode), ("dagtekening", m.Dagtekening), ("leerroute", Normalizer.Word(m.Leerroute)), ("niveau", m.Niveau?.ToString()),
            ("geschatteIntensiteitB1Route", m.GeschatteIntensiteitB1Route), ("indicatorMagOpleidingAfmaken", m.IndicatorMagOpleidingAfmaken),
            ("indicatorAlfabetiseringsonderwijs", m.IndicatorAlfabetiseringsonderwijs))),
        PipIntrekking => ("PIP", Met(
            ("gemeentecode", null), ("dagtekening", null), ("leerroute", null), ("niveau", null), ("geschatteIntensiteitB1Route", null),
            ("indicatorMagOpleidingAfmaken", null), ("indicatorAlfabetiseringsonderwijs", null))),
        MapMelding m => ("MAP", Met(("datumEindgesprek", m.DatumEindgesprek), ("verwijtbaar", m.Verwijtbaar))),
        PvtMelding m => ("PVT", Met(("datumOndertekening", m.DatumOndertekening), ("verwijtbaar", m.Verwijtbaar))),
        ContactpersoonKoppeling { Contact: { } m } => ("CPS", Contact(m)),
        ContactpersoonOntkoppeling => ("CPS", Contact(null)),
        _ => null,
    };

    /// <summary>The contact of a person changed for everybody who has it; the melding itself was about one.</summary>
    public Task RecordContactAsync(DbTransaction transactie, DossierRef dossier, Contactgegevens contact, CancellationToken ct) => eigen.PutAsync(transactie, dossier, "CPS", Contact(contact), ct);

    private static JsonObject Contact(Contactgegevens? contact) => Met(("regievoerder", contact?.Naam), ("telefoon", contact?.Telefoon), ("email", contact?.Email));

    private static string? Instelling(Melding melding) => melding switch
    {
        AanbodMelding m => m.Instellingsnummer,
        AanbodIntrekking m => m.Instellingsnummer,
        _ => null,
    };

    /// <summary>One offer per instelling: a new one replaces it.</summary>
    private static JsonArray? Aanbiedingen(JsonArray staan, string nummer, AanbodMelding? nieuw)
    {
        List<JsonNode?> alle = [.. staan.Where(a => (string?)a!["instellingsnummer"] != nummer).Select(a => a!.DeepClone())];
        if (nieuw is not null)
        {
            alle.Add(Normalizer.Fields(
                ("instellingsnummer", nummer), ("datumInburgeringsaanbod", nieuw.DatumInburgeringsaanbod), ("verwachteStartdatumOpleiding", nieuw.VerwachteStartdatum),
                ("verwachteEinddatumOpleiding", nieuw.VerwachteEinddatum), ("indicatorAlfabetiseringsonderwijs", nieuw.IndicatorAlfabetiseringsonderwijs)));
        }

        return alle.Count > 0 ? new JsonArray([.. alle]) : null;
    }

    /// <summary>All fields the melding is about: what it leaves out goes, for the receiver replaces the whole too.</summary>
    private static JsonObject Met(params (string Naam, object? Waarde)[] velden)
    {
        var gevuld = Normalizer.Fields(velden);
        foreach (var (naam, _) in velden)
        {
            gevuld.TryAdd(naam, null);
        }

        return gevuld;
    }
}
