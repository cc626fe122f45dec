using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Normalization;

/// <summary>What the gemeente told the partner about one person, as fields of the dossier: what the partner should say back.</summary>
internal sealed class Eigenmeldingen(IReadOnlyList<GegevenMelding> meldingen, string gemeentecode)
{
    /// <summary>Something of this category has not arrived yet, so that the partner cannot know it.</summary>
    public bool Onderweg(string categorie) => meldingen.Any(m => m.Status is Meldingstatus.Wacht or Meldingstatus.WachtOpMens && Categorie(m.Melding) == categorie);

    /// <summary>Something of this category was told, arrived or not.</summary>
    public bool Heeft(string categorie) => Onderweg(categorie) || Verteld(categorie) is not null;

    /// <summary>The last that arrived; null: nothing, or it was taken back.</summary>
    public JsonObject? Verteld(string categorie) => Aangekomen.LastOrDefault(m => Categorie(m) == categorie) switch
    {
        PipMelding pip => Normalizer.Fields(
            ("gemeentecode", gemeentecode), ("dagtekening", pip.Dagtekening), ("leerroute", Normalizer.Word(pip.Leerroute)), ("niveau", pip.Niveau?.ToString()),
            ("geschatteIntensiteitB1Route", pip.GeschatteIntensiteitB1Route), ("indicatorMagOpleidingAfmaken", pip.IndicatorMagOpleidingAfmaken),
            ("indicatorAlfabetiseringsonderwijs", pip.IndicatorAlfabetiseringsonderwijs)),
        MapMelding { DatumEindgesprek: { } dag } => Normalizer.Fields(("datumEindgesprek", dag)),
        PvtMelding { DatumOndertekening: { } dag } => Normalizer.Fields(("datumOndertekening", dag)),
        _ => null,
    };

    /// <summary>The last total of each kind that arrived, but for a kind of which another is on its way.</summary>
    public IEnumerable<(Urensoort Soort, int Uren)> Uren => Aangekomen.OfType<UrenMelding>().GroupBy(u => u.Urensoort)
        .Where(g => !meldingen.Any(m => m.Status is Meldingstatus.Wacht or Meldingstatus.WachtOpMens && m.Melding is UrenMelding uren && uren.Urensoort == g.Key))
        .Select(g => (g.Key, g.Last().Uren));

    private IEnumerable<Melding> Aangekomen => meldingen.Where(m => m.Status is Meldingstatus.Bevestigd or Meldingstatus.Afgerond).Select(m => m.Melding);

    private static string? Categorie(Melding melding) => melding switch
    {
        PipMelding or PipIntrekking => "PIP",
        MapMelding => "MAP",
        PvtMelding => "PVT",
        _ => null,
    };
}
