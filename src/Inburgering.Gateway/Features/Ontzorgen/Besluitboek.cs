using System.Text.Json;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Ontzorgen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>Decisions between how they are kept and how they count.</summary>
internal sealed class Besluitboek(Beleid beleid, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>Warned of from eight weeks before the end (payments 8.5).</summary>
    private const int Weken = 8;

    public DateOnly Vandaag => Klok.Dag(zaakklok.GetUtcNow());

    /// <summary>Least leefgeld of a gemeente that does not say so in the decision.</summary>
    public Bedrag Ondergrens(string gemeentecode) => new(beleid.Gemeenten[gemeentecode].Ontzorgen?.OndergrensCenten ?? 0);

    public static byte[] Bytes(OntzorgbesluitInvoer invoer) => JsonSerializer.SerializeToUtf8Bytes(invoer, JsonSerializerOptions.Web);

    public static OntzorgbesluitInvoer Invoer(Vastgelegd besluit) => JsonSerializer.Deserialize<OntzorgbesluitInvoer>(besluit.Inhoud, JsonSerializerOptions.Web)!;

    /// <summary>As it counts: it was checked when it came in.</summary>
    public Ontzorgbesluit Lees(string gemeentecode, Vastgelegd besluit) =>
        Besluittoets.Lees(Invoer(besluit), Ondergrens(gemeentecode), Vandaag).Besluit
        ?? throw new InvalidOperationException("A decision that was stored does not hold any more.");

    public OntzorgbesluitView View(Vastgelegd besluit)
    {
        var dagen = besluit.Einddatum.DayNumber - Vandaag.DayNumber;
        return new OntzorgbesluitView
        {
            BesluitId = besluit.BesluitId,
            Status = besluit.Actueel ? "geldt" : "vervangen",
            Einddatum = besluit.Einddatum,
            VastgelegdOp = besluit.Op,
            WekenTeGaan = besluit.Actueel && dagen >= 0 && dagen <= Weken * 7 ? dagen / 7 : null,
            Besluit = Invoer(besluit),
        };
    }
}
