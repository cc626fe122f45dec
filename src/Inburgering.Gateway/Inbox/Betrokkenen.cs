using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>Who a line of a message is about.</summary>
internal static class Betrokkenen
{
    /// <summary>By pseudonym. A reference of the partner's alone says nothing in the log: then it is the dossier, when there is one.</summary>
    /// <param name="persoon">Null: nobody was named.</param>
    /// <param name="dossierId">Null: no dossier of ours.</param>
    public static Betrokkene? Of(Kluis kluis, string gemeentecode, Persoonsaanduiding? persoon, Guid? dossierId)
    {
        (string Pseudoniem, string Type)? wie = persoon switch
        {
            { Bsn: { } bsn } => kluis.Pseudoniem(gemeentecode, bsn),
            { VNummer: { } vNummer } => kluis.Pseudoniem(gemeentecode, vNummer),
            _ => null,
        };
        return wie is var (pseudoniem, type) ? new Betrokkene(pseudoniem, type, dossierId) : Alleen(dossierId);
    }

    private static Betrokkene? Alleen(Guid? dossierId) => dossierId is { } bekend ? new Betrokkene(null, "dossier", bekend) : null;
}
