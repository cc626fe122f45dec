using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Instelling of DUO's Inburgeringsaanbod API 1.2.0: a list about nobody.</summary>
internal static class DuoInstellingen
{
    /// <summary>The contract's maxItems.</summary>
    private const int MostItems = 200;

    public static PartnerReply<Instellingen> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.ReadList(body, MostItems, Instelling, lijst => new Instellingen(lijst));

    private static Instelling Instelling(JsonFields duo) => new(
        Nummer: duo.Required("instellingsnummer").Text(10, 10),
        Naam: duo.Required("naam").Text(1, 128),
        Keurmerk: duo.Optional("indicatieBowKeurmerk")?.Flag() ?? false,
        Taalschakeltraject: duo.Optional("indicatieTstKeurmerk")?.Flag() ?? false)
    {
        Postcode = duo.Required("postcode").Text(IsPostcode, "Is geen postcode zoals 1234AB."),
        Huisnummer = (int)duo.Required("huisnummer").Integer(1, 99999),
        Huisnummertoevoeging = duo.Optional("huisnummertoevoeging")?.Text(1, 4),
        Plaatsnaam = duo.Required("plaatsnaam").Text(1, 40),
        Bow = duo.Optional("bow")?.Text(IsBow, "Is geen nummer van één tot tien cijfers."),
        Brin = duo.Optional("brin")?.Text(IsBrin, "Zijn geen twee cijfers met twee hoofdletters."),
    };

    private static bool IsPostcode(string text) => text.Length == 6 && text[0] != '0' && text[..4].All(char.IsAsciiDigit) && text[4..].All(char.IsAsciiLetterUpper);

    private static bool IsBow(string text) => text.Length is >= 1 and <= 10 && text.All(char.IsAsciiDigit);

    private static bool IsBrin(string text) => text.Length == 4 && text[..2].All(char.IsAsciiDigit) && text[2..].All(char.IsAsciiLetterUpper);
}
