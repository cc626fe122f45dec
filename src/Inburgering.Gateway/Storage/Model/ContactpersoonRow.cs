namespace Inburgering.Gateway.Storage.Model;

/// <summary>A contact of the gemeente at a partner. Who it is stands in no column: only meldingen and dossiers say so, encrypted.</summary>
internal sealed class ContactpersoonRow
{
    public required string Gemeentecode { get; init; }

    public required Guid ContactpersoonId { get; init; }

    /// <summary>Key of the partner that knows it, "duo".</summary>
    public required string Partner { get; init; }

    /// <summary>Keyed hash of name, e-mail and telephone; null: they became those of another contact, so this one is known by its number alone.</summary>
    public byte[]? Kenmerk { get; set; }

    /// <summary>The partner's own number; null: it did not give one yet, or, with no <see cref="Kenmerk"/> either, it has the contact no longer.</summary>
    public int? Nummer { get; set; }

    /// <summary>The melding that makes it, or made it.</summary>
    public required Guid MeldingId { get; set; }
}
