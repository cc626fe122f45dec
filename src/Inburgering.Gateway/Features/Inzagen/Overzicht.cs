using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>What happened with a dossier in a period, as numbers.</summary>
/// <param name="PerDag">What people and partners did in the period, without the control of the log itself.</param>
/// <param name="Opgevraagd">How often a job asked another organisation.</param>
/// <param name="Gevonden">Lines of the filter.</param>
internal sealed record Overzicht(IReadOnlyList<Dagaantal> PerDag, long Opgevraagd, long Gevonden)
{
    public bool Leeg => PerDag.Count == 0 && Opgevraagd == 0;

    /// <summary>Organisations that saw something.</summary>
    public int Kijkers => PerDag.Where(d => d.Wat == Wat.Gekeken).Select(d => d.Organisatie).Distinct().Count();

    public long Som(Wat wat) => PerDag.Where(d => d.Wat == wat).Sum(d => d.Aantal);

    internal static Overzicht Of(IReadOnlyList<Dagtelling> tellingen, long gevonden) => new(
        [
            .. tellingen.Select(t => (Telling: t, Wat: Soort(t))).Where(t => t.Wat is not null)
                .GroupBy(t => (t.Telling.Dag, t.Telling.Organisatie, Wat: t.Wat!.Value))
                .Select(g => new Dagaantal(g.Key.Dag, g.Key.Organisatie, g.Key.Wat, g.Sum(t => t.Telling.Aantal))),
        ],
        tellingen.Where(t => t is { Automatisch: true, MetOntvanger: true, Resultaat: Resultaat.Toegestaan }).Sum(t => t.Aantal),
        gevonden);

    /// <summary>Null: no look and no delivery.</summary>
    private static Wat? Soort(Dagtelling telling) => telling switch
    {
        { Automatisch: true } => null,
        { Resultaat: Resultaat.Geweigerd } => Wat.Geweigerd,
        { Resultaat: Resultaat.Toegestaan, Actie: Actie.Raadplegen or Actie.Leveren or Actie.Exporteren } => Wat.Gekeken,
        { Resultaat: Resultaat.Toegestaan, Actie: Actie.Ontvangen or Actie.Muteren } => Wat.Geleverd,
        _ => null,
    };
}

/// <summary>How often one organisation did one thing on one Dutch day.</summary>
internal sealed record Dagaantal(DateOnly Dag, string Organisatie, Wat Wat, long Aantal);

/// <summary>What an organisation did with a dossier.</summary>
internal enum Wat
{
    /// <summary>Saw or received data.</summary>
    Gekeken,

    /// <summary>Brought data in.</summary>
    Geleverd,

    Geweigerd,
}
