using System.Globalization;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Features.Meldingen;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Voorstellen;

/// <summary>What partners told of hours, added up to DUO's totals: nothing goes to DUO before the gemeente tells it itself (domain b.4).</summary>
internal sealed class LeesUren(Regie regie, MeldingLezer meldingen, Woorden woorden)
{
    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    public async Task<Uitkomst<UrenstaatView>> HandleAsync(Caller caller, Guid dossierId, CancellationToken ct)
    {
        if (await regie.LeesAsync(caller, dossierId, ct) is not { } dossier || regie.Feiten is not { } feiten)
        {
            return Uitkomst<UrenstaatView>.Niet(regie.Weigering, string.Empty);
        }

        var gemeld = (await meldingen.UrenAsync(dossier, ct)).Where(m => m.Status is not (Meldingstatus.Geweigerd or Meldingstatus.Vervallen))
            .ToLookup(m => ((UrenMelding)m.Melding).Urensoort);
        var velden = dossier.MetBron(feiten).ToLookup(v => v.Overgenomen, v => new Brongegeven(v.Categorie, v.Veld, v.Bron, v.Waarde));
        var (totalen, overgenomen) = (Urentotalen.Of(velden[false]), Urentotalen.Of(velden[true]).Select(t => t.Soort).ToHashSet());
        return new UrenstaatView([.. totalen.Select(t => View(t, gemeld[t.Soort].LastOrDefault(), [.. Opmerkingen(t, feiten, dossier, overgenomen)], Verwacht(t.Soort, feiten)))]);
    }

    private UrentotaalView View(Urentotaal totaal, GegevenMelding? gemeld, IReadOnlyList<string> opmerkingen, bool verwacht) => new()
    {
        Soort = Keuzes.Woord(totaal.Soort),
        Urensoort = totaal.Soort,
        Uren = totaal.Uren,
        Bronnen = [.. totaal.Bronnen.Select(b => new BronurenView(b.Bron, woorden.Bron(b.Bron), b.Uren, Maand(b.Vanaf), Maand(b.TotEnMet)))],
        Gemeld = (gemeld?.Melding as UrenMelding)?.Uren,
        MeldingId = gemeld?.MeldingId,
        Openstaand = verwacht && (gemeld?.Melding as UrenMelding)?.Uren != totaal.Uren,
        Opmerkingen = opmerkingen,
    };

    /// <summary>DUO counts participation only for the Z-route of an asielstatushouder.</summary>
    private static bool Verwacht(Urensoort soort, IAccessFacts feiten) =>
        soort != Urensoort.Participatieactiviteiten || feiten is { Leerroute: "Z", Doelgroep: "Asielstatushouder" };

    private static IEnumerable<string> Opmerkingen(Urentotaal totaal, IAccessFacts feiten, Granted dossier, HashSet<Urensoort> overgenomen)
    {
        if (totaal.Soort == Urensoort.Participatieactiviteiten)
        {
            yield return Verwacht(totaal.Soort, feiten)
                ? "Participatie tijdens de brede intake telt ook mee. Tel die uren erbij op."
                : "DUO telt deze uren alleen in de Z-route van een asielstatushouder.";
        }

        if (totaal.Soort == Urensoort.ParticipatieAlsTaalles && Dagtekening(dossier) is { } pip && totaal.Vanaf <= pip)
        {
            yield return $"Taallessen van de brede intake, voor het PIP van {pip.ToString("d MMMM yyyy", Nederlands)}, tellen niet mee. Trek die uren eraf.";
        }

        if (totaal.Alfabetisering > 0)
        {
            yield return $"Daarnaast zijn er {totaal.Alfabetisering.ToString("0.##", Nederlands)} uren alfabetisering gemeld. Die zijn niet meegeteld.";
        }

        if (overgenomen.Contains(totaal.Soort))
        {
            yield return "Uren van voor de verhuizing meldt de vorige gemeente. Die zijn niet meegeteld.";
        }
    }

    private static DateOnly? Dagtekening(Granted dossier) =>
        dossier.Gegevens.GetValueOrDefault("PIP")?["dagtekening"] is JsonValue dag ? DateOnly.ParseExact(dag.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string Maand(DateOnly maand) => maand.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
