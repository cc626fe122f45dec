using System.Data.Common;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Normalization;

/// <summary>What a melding is tested on: the partner's own facts as we hold them, and what we told it before.</summary>
internal static class Meldingfeitenlezer
{
    private static readonly string[] Categorieen = ["PLI", "VBL", "TER", "PIP", "LBT", "MAP", "PVT"];

    /// <param name="eerder">All meldingen of this dossier, in order.</param>
    /// <param name="partner">Whose conditions are tested: its own facts count.</param>
    /// <param name="vandaag">The Dutch day.</param>
    public static async Task<Meldingfeiten> ReadAsync(
        DbTransaction transactie, DossierRef dossier, string partner, IReadOnlyList<GegevenMelding> eerder, DateOnly vandaag, CancellationToken ct)
    {
        var feiten = (await Feitlezer.ReadAsync(transactie, dossier, Categorieen, ct)).Where(f => f.Bron == partner).ToDictionary(f => (f.Categorie, f.Veldgroep));
        var pip = Record(feiten, ("PIP", "pip"), Feitrecords.Pip);
        var termijn = Record(feiten, ("TER", "termijn"), Feitrecords.Termijn);
        var zroute = Laatste<ZrouteMelding>(eerder);
        var eigen = eerder.Where(Staat).Select(m => m.Melding).LastOrDefault(m => m is PipMelding or PipIntrekking) as PipMelding;
        return new Meldingfeiten
        {
            Vandaag = vandaag,
            Gemeentecode = dossier.Gemeentecode,
            Plicht = Record(feiten, ("PLI", "plicht"), Feitrecords.Plicht),
            Doelgroep = feiten.TryGetValue(("VBL", "doelgroep"), out var doelgroep) ? Feitrecords.Doelgroep(doelgroep.Velden) : null,
            Termijn = termijn,
            TermijnBekend = feiten.Count > 0,
            Pip = Geldend(pip, eigen, dossier.Gemeentecode),
            EerstePip = feiten.Count > 0 || eigen is not null ? pip is null && termijn is null && eigen is null : null,
            // the term begins on the day after the first dagtekening (domain d.2)
            EersteDagtekening = termijn?.Startdatum.AddDays(-1),
            Map = Laatste<MapMelding>(eerder) is { } map ? new Einddatum(map.DatumEindgesprek, map.Verwijtbaar, true) : Geregistreerd(feiten, "MAP", "datumEindgesprek"),
            Pvt = Laatste<PvtMelding>(eerder) is { } pvt ? new Einddatum(pvt.DatumOndertekening, pvt.Verwijtbaar, true) : Geregistreerd(feiten, "PVT", "datumOndertekening"),
            DatumAfrondingZroute = zroute?.DatumAfronding,
            ZrouteBekend = zroute is not null,
            ToetsOpen = feiten.ContainsKey(("LBT", "examennummer")) ? !feiten.TryGetValue(("LBT", "resultaat"), out var resultaat) || resultaat.Velden.Count == 0 : null,
            Aanbiedingen = Aanbiedingen(eerder) is { Length: > 0 } staan ? staan : null,
            Contactpersoon = eerder.Where(Staat).Select(m => m.Melding).LastOrDefault(m => m is ContactpersoonKoppeling or ContactpersoonOntkoppeling) is ContactpersoonKoppeling contact ? contact.Nummer : null,
            Uren = eerder.Where(Staat).Select(m => m.Melding).OfType<UrenMelding>().GroupBy(u => u.Urensoort).ToDictionary(g => g.Key, g => g.Last().Uren),
        };
    }

    /// <summary>What we told last counts until the partner says the same: it will have ours before the next arrives.</summary>
    private static Pip? Geldend(Pip? bekend, PipMelding? eigen, string gemeentecode) => eigen is null || eigen.Dagtekening < bekend?.Dagtekening
        ? bekend
        : new Pip { Gemeentecode = gemeentecode, Dagtekening = eigen.Dagtekening, Leerroute = eigen.Leerroute, Niveau = eigen.Niveau };

    /// <summary>Instellingen with an offer of ours that was not taken back.</summary>
    private static string[] Aanbiedingen(IReadOnlyList<GegevenMelding> eerder)
    {
        var staan = new HashSet<string>(StringComparer.Ordinal);
        foreach (var melding in eerder.Where(Staat).Select(m => m.Melding))
        {
            _ = melding switch
            {
                AanbodMelding aanbod => staan.Add(aanbod.Instellingsnummer),
                AanbodIntrekking aanbod => staan.Remove(aanbod.Instellingsnummer),
                _ => false,
            };
        }

        return [.. staan];
    }

    /// <summary>The last one of its kind that the partner has, or will have before the next.</summary>
    private static T? Laatste<T>(IReadOnlyList<GegevenMelding> eerder)
        where T : Melding => eerder.Where(Staat).Select(m => m.Melding).OfType<T>().LastOrDefault();

    private static bool Staat(GegevenMelding melding) => melding.Status is Meldingstatus.Wacht or Meldingstatus.Bevestigd or Meldingstatus.Afgerond;

    /// <summary>A date that the partner has without our telling: of before us, or of another gemeente, from which it came along.</summary>
    private static Einddatum? Geregistreerd(Dictionary<(string, string), Feit> feiten, string categorie, string veld)
    {
        if (!feiten.TryGetValue((categorie, "registratie"), out var feit) || feit.Velden.Count == 0)
        {
            return null;
        }

        bool? doorOns = feit.OvergenomenVan is null ? null : false;
        return new Einddatum(Feitrecords.Dag(feit.Velden[veld]), null, doorOns);
    }

    private static T? Record<T>(Dictionary<(string, string), Feit> feiten, (string Categorie, string Veldgroep) plaats, Func<JsonObject, T> record)
        where T : class => feiten.TryGetValue(plaats, out var feit) && feit.Velden.Count > 0 ? record(feit.Velden) : null;
}
