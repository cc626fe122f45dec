using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>DUO's limits on the data of a contact. Source: contactpersoon.openapi.yml 1.0.0.</summary>
internal static partial class DuoContactRegels
{
    /// <summary>Name, e-mail and telephone.</summary>
    public static IReadOnlyList<DuoRegel<TMelding>> Gegevens<TMelding>(Func<TMelding, string> naam, Func<TMelding, string> email, Func<TMelding, string> telefoon)
        where TMelding : Melding =>
    [
        new("CPS-S1", "contactpersoon.openapi.yml, naam", "/naam")
        {
            Voldoet = (melding, _) => DuoGrenzen.Lengte(naam(melding)) is >= 1 and <= 100,
            Schending = "De naam van de contactpersoon heeft 1 tot en met 100 tekens. Vul een naam in, of kort hem in.",
        },
        new("CPS-S2", "contactpersoon.openapi.yml, naam", "/naam")
        {
            Voldoet = (melding, _) => IsNaam(naam(melding)),
            Schending = "De naam van de contactpersoon bevat een teken dat DUO niet kent. Gebruik alleen letters, spaties, punten, streepjes en de rechte of linker apostrof.",
        },
        new("CPS-S3", "contactpersoon.openapi.yml, email", "/email")
        {
            Voldoet = (melding, _) => DuoGrenzen.Lengte(email(melding)) is >= 4 and <= 241,
            Schending = "Het e-mailadres heeft 4 tot en met 241 tekens. Controleer het adres.",
        },
        new("CPS-S4", "contactpersoon.openapi.yml, telefoonnummer", "/telefoon")
        {
            Voldoet = (melding, _) => DuoGrenzen.Lengte(telefoon(melding)) is >= 3 and <= 22,
            Schending = "Het telefoonnummer heeft 3 tot en met 22 tekens. Controleer het nummer.",
        },
        new("CPS-S5", "contactpersoon.openapi.yml, telefoonnummer", "/telefoon")
        {
            Voldoet = (melding, _) => Telefoonnummer().IsMatch(telefoon(melding) ?? ""),
            Schending = "Het telefoonnummer staat niet in een vorm die DUO kent. Schrijf cijfers met hooguit één spatie of streepje ertussen, en een doorkiesnummer na een komma: 0521-538 500,12.",
        },
    ];

    /// <summary>DUO lets a gemeente at no contact but its own.</summary>
    public static DuoRegel<TMelding> VanOns<TMelding>()
        where TMelding : Melding => new("CPS-03", "contactpersoon.openapi.yml, id (aanname)", "/nummer")
        {
            Voldoet = (_, feiten) => feiten.ContactBekend,
            Schending = "Uw gemeente heeft bij DUO geen contactpersoon met dit nummer. Neem het nummer over uit de melding waarmee u de contactpersoon aanmeldde.",
            Ontbreekt = "Of uw gemeente bij DUO een contactpersoon met dit nummer heeft, is niet bekend. DUO beslist.",
        };

    /// <summary>DUO's number of a contact.</summary>
    public static DuoRegel<TMelding> Nummer<TMelding>(Func<TMelding, int> nummer)
        where TMelding : Melding => new("CPS-S6", "contactpersoon.openapi.yml, id", "/nummer")
        {
            Voldoet = (melding, _) => DuoGrenzen.IsContactnummer(nummer(melding)),
            Schending = "Het nummer van een contactpersoon bij DUO ligt van 1 tot en met 99999. Meld de contactpersoon eerst aan bij DUO.",
        };

    /// <remarks>DUO's pattern [\s'‘.\p{L}\p{Pd}]{0,100} lacks anchors and so would let everything pass; read as it is meant. Its length is CPS-S1.</remarks>
    private static bool IsNaam(string? naam) => (naam ?? "").EnumerateRunes().All(teken =>
        Rune.IsLetter(teken) || Rune.IsWhiteSpace(teken) || Rune.GetUnicodeCategory(teken) == UnicodeCategory.DashPunctuation || teken.Value is '\'' or '‘' or '.');

    /// <remarks>DUO's pattern; \z because $ would let a line break pass.</remarks>
    [GeneratedRegex(@"^(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telefoonnummer();
}
