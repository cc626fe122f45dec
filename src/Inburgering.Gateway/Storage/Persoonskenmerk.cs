using System.Text;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Storage;

/// <summary>What a person is named by, as bytes for a keyed hash: so that messages about one person are known before there is a dossier.</summary>
internal static class Persoonskenmerk
{
    public static byte[] Of(Bsn bsn) => Encoding.UTF8.GetBytes(bsn.Reveal());

    public static byte[] Of(VNummer vNummer) => Encoding.UTF8.GetBytes(vNummer.Reveal());

    /// <summary>The V-nummer first: who knows both learned the BSN later.</summary>
    public static byte[] Of(Persoonsaanduiding persoon) => persoon switch
    {
        { VNummer: { } vNummer } => Of(vNummer),
        { Bsn: { } bsn } => Of(bsn),
        _ => Encoding.UTF8.GetBytes(persoon.PartnerReferentie ?? string.Empty),
    };
}
