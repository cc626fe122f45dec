using System.Globalization;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schemas Contactpersoongegevens and Contactpersoon of DUO's Contactpersoon API 1.0.0.</summary>
internal static class DuoContactpersoon
{
    private const int MostNummer = 99999;

    public static DuoPad Pad(DuoPad pad, int nummer) => pad.With("id", nummer.ToString(CultureInfo.InvariantCulture));

    public static byte[] FromCanonical(ContactpersoonMelding melding) => Gegevens(melding.Naam, melding.Email, melding.Telefoon);

    public static byte[] FromCanonical(ContactpersoonWijziging melding) => Gegevens(melding.Naam, melding.Email, melding.Telefoon);

    /// <remarks>The rest of the answer is what we sent. The contract does not require the number: without one, a person has to ask DUO.</remarks>
    public static PartnerReply<Ontvangstbevestiging> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.Read(body, duo => new Ontvangstbevestiging((int?)duo.Optional("id")?.Integer(1, MostNummer)));

    private static byte[] Gegevens(string naam, string email, string telefoon) => DuoBody.Of(("naam", naam), ("email", email), ("telefoonnummer", telefoon));
}
