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
    public JsonObject? Verteld(string categorie) =>
        Aangekomen.LastOrDefault(m => Categorie(m) == categorie) is { } laatste && Meldinggegevens.Velden(laatste, gemeentecode) is var (_, velden)
        && velden.Where(v => v.Value is not null).ToArray() is { Length: > 0 } gevuld
            ? new JsonObject(gevuld.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value!.DeepClone())))
            : null;

    /// <summary>The last total of each kind that arrived, but for a kind of which another is on its way.</summary>
    public IEnumerable<(Urensoort Soort, int Uren)> Uren => Aangekomen.OfType<UrenMelding>().GroupBy(u => u.Urensoort)
        .Where(g => !meldingen.Any(m => m.Status is Meldingstatus.Wacht or Meldingstatus.WachtOpMens && m.Melding is UrenMelding uren && uren.Urensoort == g.Key))
        .Select(g => (g.Key, g.Last().Uren));

    private IEnumerable<Melding> Aangekomen => meldingen.Where(m => m.Status is Meldingstatus.Bevestigd or Meldingstatus.Afgerond).Select(m => m.Melding);

    private string? Categorie(Melding melding) => Meldinggegevens.Velden(melding, gemeentecode)?.Categorie;
}
