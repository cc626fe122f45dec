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

    internal Guid SleutelId { get; }

    internal byte[] Sleutel { get; }
}
