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
    private static readonly string[] Categorieen = ["PLI", "VBL", "TER", "PIP", "LBT"];

    /// <param name="eerder">All meldingen of this dossier, in order.</param>
    /// <param name="partner">Whose conditions are tested: its own facts count.</param>
    /// <param name="vandaag">The Dutch day.</param>
    public static async Task<Meldingfeiten> ReadAsync(
        DbTransaction transactie, DossierRef dossier, string partner, IReadOnlyList<GegevenMelding> eerder, DateOnly vandaag, CancellationToken ct)
    {
        var feiten = (await Feitlezer.ReadAsync(transactie, dossier, Categorieen, ct)).Where(f => f.Bron == partner).ToDictionary(f => f.Veldgroep, f => f.Velden);
        var pip = Record(feiten, "pip", Feitrecords.Pip);
        var termijn = Record(feiten, "termijn", Feitrecords.Termijn);
        var zroute = Laatste<ZrouteMelding>(eerder);
        return new Meldingfeiten
        {
            Vandaag = vandaag,
            Gemeentecode = dossier.Gemeentecode,
            Plicht = Record(feiten, "plicht", Feitrecords.Plicht),
            Doelgroep = feiten.TryGetValue("doelgroep", out var doelgroep) ? Feitrecords.Doelgroep(doelgroep) : null,
            Termijn = termijn,
            Pip = pip,
            EerstePip = pip is not null || termijn is not null || Laatste<PipMelding>(eerder) is not null ? false : feiten.Count > 0 ? true : null,
            // the term begins on the day after the first dagtekening (domain d.2)
            EersteDagtekening = termijn?.Startdatum.AddDays(-1),
            Map = Laatste<MapMelding>(eerder) is { } map ? new Einddatum(map.DatumEindgesprek, map.Verwijtbaar, true) : null,
            Pvt = Laatste<PvtMelding>(eerder) is { } pvt ? new Einddatum(pvt.DatumOndertekening, pvt.Verwijtbaar, true) : null,
            DatumAfrondingZroute = zroute?.DatumAfronding,
            ZrouteBekend = zroute is not null,
            ToetsOpen = feiten.ContainsKey("examennummer") ? !feiten.TryGetValue("resultaat", out var resultaat) || resultaat.Count == 0 : null,
            Uren = eerder.Where(Staat).Select(m => m.Melding).OfType<UrenMelding>().GroupBy(u => u.Urensoort).ToDictionary(g => g.Key, g => g.Last().Uren),
        };
    }

    /// <summary>The last one of its kind that the partner has, or will have before the next.</summary>
    public static T? Laatste<T>(IReadOnlyList<GegevenMelding> eerder)
        where T : Melding => eerder.Where(Staat).Select(m => m.Melding).OfType<T>().LastOrDefault();

    private static bool Staat(GegevenMelding melding) => melding.Status is Meldingstatus.Wacht or Meldingstatus.Bevestigd or Meldingstatus.Afgerond;

    private static T? Record<T>(Dictionary<string, JsonObject> feiten, string veldgroep, Func<JsonObject, T> record)
        where T : class => feiten.TryGetValue(veldgroep, out var velden) && velden.Count > 0 ? record(velden) : null;
}
