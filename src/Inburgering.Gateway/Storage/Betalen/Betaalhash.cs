using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>Keyed hashes by which an account and an obligation are known without saying whose they are.</summary>
internal static class Betaalhash
{
    /// <summary>Of an account.</summary>
    public static byte[] Rekening(this Kluis kluis, string gemeentecode, string iban) => kluis.Hash(gemeentecode, "rekening", Encoding.ASCII.GetBytes(iban));

    /// <summary>Of what may be paid once: dossier, kind, creditor and service month (payments 6.1).</summary>
    public static byte[] Verplichting(this Kluis kluis, string gemeentecode, Guid dossierId, NieuweBetaling wat) =>
        kluis.Hash(gemeentecode, "verplichting", Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{dossierId:N}\0{wat.Soort}\0{wat.Inhoud.Iban}\0{wat.Maand:yyyyMM}")));

    /// <summary>Of that with its try, for the journal outside the database (security 25): 64 hex.</summary>
    public static string Poging(this Kluis kluis, string gemeentecode, Betaling betaling)
    {
        var inhoud = new byte[betaling.Verplichting.Length + sizeof(short)];
        betaling.Verplichting.CopyTo(inhoud, 0);
        BinaryPrimitives.WriteInt16BigEndian(inhoud.AsSpan(betaling.Verplichting.Length), betaling.Poging);
        return Convert.ToHexStringLower(kluis.Hash(gemeentecode, "overdracht", inhoud));
    }
}
