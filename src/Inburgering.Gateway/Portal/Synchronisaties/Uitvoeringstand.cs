using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Synchronisaties;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>The part of a run's page that changes while it goes on; numbers alone, nobody is in it.</summary>
/// <param name="Nu">System clock.</param>
internal sealed record Uitvoeringstand(UitvoeringView Uitvoering, SynchronisatieView Koppeling, DateTimeOffset Nu)
{
    public bool Loopt => Uitvoering.Status == "loopt";

    public string Voortgang => $"{Uitvoeringzinnen.Getal(Uitvoering.Gedaan)} van {Uitvoeringzinnen.Getal(Uitvoering.Ontvangen)} {(IsLevering ? "berichten" : "personen")}";

    public bool IsLevering => Uitvoering.Aanleiding == Koppelpagina.Leverend;

    /// <summary>«Meestal komen er 9 berichten binnen.»; null: not known.</summary>
    public string? Gewoonlijk => Koppeling.GewoonOntvangen switch
    {
        null => null,
        1 => "Meestal komt er 1 bericht binnen.",
        var aantal => $"Meestal komen er {Uitvoeringzinnen.Getal(aantal.Value)} berichten binnen.",
    };

    /// <summary>«Bezig sinds 2 minuten; meestal duurt het 3 minuten.»</summary>
    public string Duur
    {
        get
        {
            var duur = Uitvoeringzinnen.Duur(Uitvoering, Nu);
            var gewoon = Koppeling.GewoneDuurSeconden is { } seconden ? $" Meestal duurt het {Tijdwoorden.Duur(TimeSpan.FromSeconds(seconden))}." : string.Empty;
            return Loopt ? $"Bezig: {duur}.{gewoon}" : $"Duurde {duur}.{gewoon}";
        }
    }
}
