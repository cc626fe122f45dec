using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Normalization;

/// <summary>What became of a payment, as a fact of the dossier: one per payment, so that each carries the report that said it.</summary>
/// <remarks>What is only planned or on its way is no fact: a payment is what a statement booked (payments 1.5), the bank refused, or a person says was paid without the gateway.</remarks>
internal static class Betaalgegevens
{
    /// <summary>Where it stands in the dossier.</summary>
    public const string Veld = "FIN.betalingen";

    /// <summary>Whether an order that came to this state is a fact.</summary>
    public static bool IsUitkomst(Opdrachtstand stand) => stand is Opdrachtstand.Uitgevoerd or Opdrachtstand.Teruggeboekt or Opdrachtstand.Afgewezen;

    /// <param name="berichtId">The report of the bank that said it; null: a person did.</param>
    /// <param name="gezegd">System clock.</param>
    public static Feit Van(Betaling betaling, Opdrachtstand stand, DateOnly dag, Guid? berichtId, DateTimeOffset gezegd) => new()
    {
        Categorie = "FIN",
        Veldgroep = $"betaling-{betaling.OpdrachtId:N}",
        Bron = EigenGegevens.Bron,
        BerichtId = berichtId,
        GevraagdOp = gezegd,
        GaatVoor = true,
        Velden = new JsonObject
        {
            ["betalingen"] = new JsonArray(new JsonObject
            {
                ["maand"] = $"{betaling.Wat.Maand:yyyy-MM}",
                ["soort"] = betaling.Wat.Soort,
                ["bedragCenten"] = betaling.Wat.Inhoud.BedragCenten,
                ["uitvoeringsdatum"] = $"{dag:yyyy-MM-dd}",
                ["stand"] = Enumwoord.Van(stand),
                ["kenmerk"] = betaling.Kenmerk.ToString(),
            }),
        },
    };
}
