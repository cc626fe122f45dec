using Inburgering.Gateway.Access;

namespace Inburgering.Gateway.Storage;

/// <summary>A dossier inside a transaction, with its data key in hand.</summary>
public sealed class DossierRef
{
    internal DossierRef(string gemeentecode, Guid dossierId, Guid sleutelId, byte[] sleutel, bool nieuw)
    {
        Gemeentecode = gemeentecode;
        DossierId = dossierId;
        SleutelId = sleutelId;
        Sleutel = sleutel;
        Nieuw = nieuw;
    }

    public string Gemeentecode { get; }

    public Guid DossierId { get; }

    /// <summary>True when this transaction opened it.</summary>
    public bool Nieuw { get; }

    /// <summary>Business clock: since when it takes no more; null while it is open.</summary>
    public DateTimeOffset? GeslotenOp { get; internal init; }

    /// <summary>Gemeente the person moved to.</summary>
    public string? VerhuisdNaar { get; internal init; }

    /// <exception cref="DossierGeslotenException">The dossier is closed: what stands in it is history.</exception>
    public void RequireOpen()
    {
        if (GeslotenOp is not null)
        {
            throw new DossierGeslotenException();
        }
    }

    internal Guid SleutelId { get; }

    internal byte[] Sleutel { get; }
}
