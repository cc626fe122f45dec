using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>What an order pays to whom: kept under the key of the dossier, as JSON.</summary>
/// <param name="Naam">As the decision has it, before the bank's characters.</param>
internal sealed record Betaalinhoud(long BedragCenten, string Naam, string Iban)
{
    /// <summary>Reference of the creditor; null: the text.</summary>
    public string? Kenmerk { get; init; }

    /// <summary>Null: the reference.</summary>
    public string? Omschrijving { get; init; }
}

/// <summary>An order to be kept.</summary>
/// <param name="Besluit">The decision that it rests on.</param>
/// <param name="Maand">First of the service month.</param>
/// <param name="Dag">On which the bank executes it.</param>
internal sealed record NieuweBetaling(Guid Besluit, DateOnly Maand, string Soort, DateOnly Dag, Betaalinhoud Inhoud);

/// <summary>An order, opened.</summary>
internal sealed record Betaling(Guid OpdrachtId, Guid DossierId, NieuweBetaling Wat)
{
    public required Betaalid Kenmerk { get; init; }

    public required short Poging { get; init; }

    /// <summary>The try before this one; null: it is the first.</summary>
    public required Guid? Vorige { get; init; }

    public required byte[] Verplichting { get; init; }

    /// <summary>Keyed hash of the creditor's IBAN.</summary>
    public required byte[] RekeningHash { get; init; }

    public required Opdrachtstand Stand { get; init; }

    /// <summary>Null: in no batch.</summary>
    public required Guid? BatchId { get; init; }

    /// <summary>Clients and accounts that made or changed it: none of them may approve it.</summary>
    public required IReadOnlyList<string> Makers { get; init; }

    /// <summary>Whether its account may be paid; null: nobody checked it.</summary>
    public required Rekeningcontrole? Controle { get; init; }
}

/// <summary>The check of one account (payments 4).</summary>
/// <param name="Wijze">naamcontrole or ander-kanaal.</param>
/// <param name="Uitkomst">overeenkomst, bijna, geen, niet-mogelijk or bevestigd.</param>
/// <param name="Door">Who recorded it.</param>
/// <param name="AanvaardDoor">The second person; null: not yet.</param>
/// <param name="GeblokkeerdOm">ISO reason of the bank; null: not blocked.</param>
internal sealed record Rekeningcontrole(string Wijze, string Uitkomst, string Door, string? AanvaardDoor, string? GeblokkeerdOm)
{
    public bool Betaalbaar => AanvaardDoor is not null && GeblokkeerdOm is null;
}
