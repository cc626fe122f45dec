using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>POST and DELETE of an inburgeringsaanbod. Conditions: DUO's voorwaarden, "Inburgeringsaanbod".</summary>
/// <remarks>
/// The conditions name datumAanvangTaalschakeltraject and datumEindeCursus, which no schema has; they are read as
/// verwachteStartdatumOpleiding and verwachteEinddatumOpleiding.
/// </remarks>
internal sealed class DuoAanbodMeldingen(DuoWereld wereld, DuoMeldingsloket loket)
{
    private const string Path = "/personen/{bsn}/Inburgeringsaanbod/{instellingsnummer}";

    public void Map(RouteGroupBuilder api)
    {
        loket.Map(api, HttpMethods.Post, Path, DuoVersies.Inburgeringsaanbod, DuoLichaam.Inburgeringsaanbod, Post);
        loket.Map(api, HttpMethods.Delete, Path, DuoVersies.Inburgeringsaanbod, null, Delete);
    }

    private DuoAntwoord Post(DuoMelding melding)
    {
        if (Weigering(melding) is { } weigering)
        {
            return weigering;
        }

        var aanbod = melding.Body.DeepClone().AsObject();
        aanbod["gemeentecode"] = melding.Gemeente;
        var all = Aanbiedingen(melding.Persoon);
        all[Nummer(melding)] = aanbod;
        wereld.Put(melding.Persoon with { Aanbiedingen = DuoDeel.Van(all) });
        return DuoAntwoord.Geregistreerd;
    }

    private DuoAntwoord Delete(DuoMelding melding)
    {
        var all = Aanbiedingen(melding.Persoon);
        if (all[Nummer(melding)] is not { } aanbod)
        {
            return DuoAntwoord.NietGevonden;
        }

        if (DuoAntwoord.Geweigerd(
                ((string?)aanbod["gemeentecode"] != melding.Gemeente, "Dit inburgeringsaanbod is door een andere gemeente aangeleverd.")) is { } weigering)
        {
            return weigering;
        }

        all.Remove(Nummer(melding));
        wereld.Put(melding.Persoon with { Aanbiedingen = all.Count == 0 ? null : DuoDeel.Van(all) });
        return DuoAntwoord.Verwijderd;
    }

    private DuoAntwoord? Weigering(DuoMelding melding)
    {
        var pip = melding.Persoon.ActuelePip;
        var termijn = melding.Persoon.Inburgeringstermijn;
        var (van, tot) = (termijn.Datum("startdatum"), termijn.Datum("einddatum"));
        var dagtekening = pip.Datum("dagtekeningPip");
        var aanbod = melding.Datum("datumInburgeringsaanbod");
        var (start, einde) = (melding.Datum("verwachteStartdatumOpleiding"), melding.Datum("verwachteEinddatumOpleiding"));
        return DuoAntwoord.Geweigerd(
            (!melding.Persoon.IsAsielstatushouder, "Een inburgeringsaanbod is alleen mogelijk voor een asielstatushouder."),
            (pip is null, "De inburgeraar heeft geen PIP."),
            (!Keurmerk(Nummer(melding), pip.Tekst("leerroute")), "De instelling is bij DUO niet bekend met het keurmerk dat bij de leerroute hoort (BoW, of TST bij de onderwijsroute)."),
            (aanbod < dagtekening, "De datum inburgeringsaanbod ligt voor de datum dagtekening van het actuele PIP."),
            (start < dagtekening, "De verwachte startdatum opleiding ligt voor de datum dagtekening van het actuele PIP."),
            (einde < dagtekening, "De verwachte einddatum opleiding ligt voor de datum dagtekening van het actuele PIP."),
            (start < aanbod, "De verwachte startdatum opleiding ligt voor de datum inburgeringsaanbod."),
            (einde < start, "De verwachte einddatum opleiding ligt voor de verwachte startdatum opleiding."),
            (start < van || start >= tot, "De verwachte startdatum opleiding ligt buiten de inburgeringstermijn."),
            (einde < van || einde > tot, "De verwachte einddatum opleiding ligt buiten de inburgeringstermijn."));
    }

    private bool Keurmerk(string instellingsnummer, string? leerroute)
    {
        JsonElement? found = wereld.Instellingen.EnumerateArray().FirstOrDefault(one => DuoDeel.Tekst(one, "instellingsnummer") == instellingsnummer);
        return Heeft(found, "indicatieBowKeurmerk") || (leerroute == "O" && Heeft(found, "indicatieTstKeurmerk"));
    }

    private static bool Heeft(JsonElement? instelling, string keurmerk) => instelling.Lid(keurmerk) is { ValueKind: JsonValueKind.True };

    private static string Nummer(DuoMelding melding) => (string)melding.Pad["instellingsnummer"]!;

    private static JsonObject Aanbiedingen(DuoPersoon persoon) =>
        persoon.Aanbiedingen is { ValueKind: JsonValueKind.Object } all ? JsonNode.Parse(all.GetRawText())!.AsObject() : [];
}
