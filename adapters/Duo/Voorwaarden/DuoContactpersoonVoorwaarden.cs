using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>DUO's limits on a new contact. Source: contactpersoon.openapi.yml 1.0.0.</summary>
internal sealed class DuoContactpersoonVoorwaarden() : DuoVoorwaarden<ContactpersoonMelding>(
    DuoContactRegels.Gegevens<ContactpersoonMelding>(contact => contact.Naam, contact => contact.Email, contact => contact.Telefoon));

/// <summary>DUO's limits on a changed contact. Source: contactpersoon.openapi.yml 1.0.0.</summary>
internal sealed class DuoContactpersoonWijzigingVoorwaarden() : DuoVoorwaarden<ContactpersoonWijziging>(
[
    .. DuoContactRegels.Gegevens<ContactpersoonWijziging>(contact => contact.Naam, contact => contact.Email, contact => contact.Telefoon),
    DuoContactRegels.VanOns<ContactpersoonWijziging>(),
    DuoContactRegels.Nummer<ContactpersoonWijziging>(contact => contact.Nummer),
]);

/// <summary>DUO's condition on removing a contact. Source: voorwaarden.md, "Verwijderen van een contactpersoon".</summary>
internal sealed class DuoContactpersoonVerwijderingVoorwaarden() : DuoVoorwaarden<ContactpersoonVerwijdering>(
    ZonderKoppelingen, DuoContactRegels.Nummer<ContactpersoonVerwijdering>(contact => contact.Nummer))
{
    /// <summary>DUO would remove the links with it, and persons would be without a contact unseen.</summary>
    private static readonly DuoRegel<ContactpersoonVerwijdering> ZonderKoppelingen = new("CPS-02", "voorwaarden.md, Contactpersoon, regel 90 (aanname)", "/nummer")
    {
        Voldoet = (_, feiten) => feiten.Koppelingen is { } aantal ? aantal == 0 : null,
        Schending = "Aan deze contactpersoon zijn nog inburgeraars gekoppeld; verwijderen haalt die koppelingen weg. Koppel eerst een andere contactpersoon.",
        Ontbreekt = "Of er nog inburgeraars aan deze contactpersoon zijn gekoppeld, is niet bekend. DUO haalt zulke koppelingen weg.",
    };
}

/// <summary>DUO's condition on linking a contact. Source: voorwaarden.md, "Koppelen van een Contactpersoon".</summary>
internal sealed class DuoContactpersoonKoppelingVoorwaarden() : DuoVoorwaarden<ContactpersoonKoppeling>(
    VervangtEerdere, DuoContactRegels.VanOns<ContactpersoonKoppeling>(), DuoContactRegels.Nummer<ContactpersoonKoppeling>(contact => contact.Nummer))
{
    private static readonly DuoRegel<ContactpersoonKoppeling> VervangtEerdere = new("CPS-01", "voorwaarden.md, Contactpersoon, regel 87", "/nummer")
    {
        Voldoet = (koppeling, feiten) => feiten.Contactpersoon is not { } huidige || huidige == koppeling.Nummer,
        Schending = "Aan deze persoon is bij DUO al een andere contactpersoon gekoppeld. De nieuwe komt daarvoor in de plaats.",
        IsWaarschuwing = true,
    };
}

/// <summary>DUO's limit on unlinking a contact. Source: contactpersoon.openapi.yml 1.0.0.</summary>
internal sealed class DuoContactpersoonOntkoppelingVoorwaarden() : DuoVoorwaarden<ContactpersoonOntkoppeling>(
    DuoContactRegels.Nummer<ContactpersoonOntkoppeling>(contact => contact.Nummer));
