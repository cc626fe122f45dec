using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>What happened with a dossier in a period, as numbers.</summary>
/// <param name="Tellingen">All of the period.</param>
/// <param name="Gevonden">Lines of the filter.</param>
internal sealed record Overzicht(IReadOnlyList<Dagtelling> Tellingen, long Gevonden)
{
    public bool Leeg => Tellingen.Count == 0;

    public long Gekeken => Som(IsInzage);

    /// <summary>Organisations that saw something.</summary>
    public int Kijkers => Tellingen.Where(IsInzage).Select(t => t.Organisatie).Distinct().Count();

    public long Ontvangen => Som(t => t is { Resultaat: Resultaat.Toegestaan, Actie: Actie.Ontvangen or Actie.Muteren });

    public long Geweigerd => Som(t => t.Resultaat == Resultaat.Geweigerd);

    private static bool IsInzage(Dagtelling t) => t is { Resultaat: Resultaat.Toegestaan, Actie: Actie.Raadplegen or Actie.Leveren or Actie.Exporteren };

    private long Som(Func<Dagtelling, bool> welke) => Tellingen.Where(welke).Sum(t => t.Aantal);
}
