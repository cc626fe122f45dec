using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>Whether an entry is that of an order: by our own id, to the cent, on the account that it was paid from. Never by name or text (payments 7.3).</summary>
internal static class Match
{
    /// <summary>Shown at most; who needs more looks for himself.</summary>
    public const int MeesteKandidaten = 10;

    /// <summary>Whether the order is in a batch that is paid from this account.</summary>
    public static bool IsVan(Werkboek werk, BekendeOpdracht opdracht, Iban rekening) => opdracht.Batch is { } batch && werk.Batch(batch).Rekening == rekening;

    /// <summary>Whether this debit pays this order.</summary>
    public static bool Betaalt(Werkboek werk, BekendeOpdracht opdracht, Iban rekening, Postdetail detail) =>
        IsVan(werk, opdracht, rekening)
        && detail.Bedrag == default(Bedrag) - opdracht.Bedrag
        && !detail.AndereTegenrekening && (detail.Tegenrekening is null || detail.Tegenrekening == opdracht.Tegenrekening);

    /// <summary>Orders that an entry without an id may be of: to a debit those that wait for one, to a return those that were paid.</summary>
    public static ILookup<(Iban Rekening, Bedrag Bedrag), Betaalid> Kandidaten(Werkboek werk) => werk.Boek.Opdrachten
        .Where(opdracht => opdracht.Batch is not null)
        .Select(opdracht => werk.Opdracht(opdracht.Kenmerk))
        .Where(opdracht => opdracht.Stand is Opdrachtstand.Aangeboden or Opdrachtstand.Geaccepteerd or Opdrachtstand.Uitgevoerd)
        .OrderBy(opdracht => opdracht.Kenmerk.ToString(), StringComparer.Ordinal)
        .ToLookup(
            opdracht => (werk.Batch(opdracht.Batch!.Value).Rekening, opdracht.Stand == Opdrachtstand.Uitgevoerd ? opdracht.Bedrag : default(Bedrag) - opdracht.Bedrag),
            opdracht => opdracht.Kenmerk);
}
