using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>From the policy: which partners work for a gemeente, which taken they do, and what each taak opens for them.</summary>
internal sealed class Partnerrecht(Beleid beleid, CallerRegister register)
{
    /// <summary>Null: unknown, the gemeente's own client, or one that works elsewhere.</summary>
    public Registratie? Zoek(string gemeentecode, string clientId) =>
        register.Zoek(clientId) is { Sjabloon.VanGemeente: false } partner && partner.Gemeentecode == gemeentecode ? partner : null;

    /// <summary>OIN of a partner of this gemeente, for the log; null when it is none any more.</summary>
    public string? Oin(string gemeentecode, string clientId) => Zoek(gemeentecode, clientId)?.Sjabloon.Organisatie;

    public bool Doet(Registratie partner, string taak) => beleid.Grants.Any(g => g.Rol == partner.Sjabloon.Rol && g.Voorwaarden.Opdracht == taak);

    /// <summary>Whether the gemeente offers this to this doelgroep; while DUO has not said, the desk holds every read back that depends on it.</summary>
    public bool InAanbod(string gemeentecode, string? doelgroep, string taak) =>
        doelgroep is null || beleid.Biedt(gemeentecode, doelgroep, taak);

    /// <summary>Whom to tell that a person comes to it for this taak, and for which doel; null: this partner is told nothing.</summary>
    public (string Sleutel, string Doel)? Aanmelding(Registratie partner, string taak) =>
        partner.Sjabloon.Instantie is { } sleutel && beleid.Bestemmingen.ContainsKey(sleutel)
        && beleid.Grants.FirstOrDefault(g => g.Rol == partner.Sjabloon.Rol && g.Voorwaarden.Opdracht == taak && g.Aanmelding is not null) is { } grant
            ? (sleutel, grant.Doel)
            : null;

    /// <summary>The doelen that this taak opens, those that need consent too included.</summary>
    public IReadOnlyList<string> Doelen(Registratie partner, string taak) =>
        [.. beleid.Grants.Where(g => g.Rol == partner.Sjabloon.Rol && g.Voorwaarden.Opdracht == taak).Select(g => g.Doel).Order(StringComparer.Ordinal)];

    /// <summary>All doelen of this partner.</summary>
    public IReadOnlyList<string> Doelen(Registratie partner) =>
        [.. beleid.Grants.Where(g => g.Rol == partner.Sjabloon.Rol).Select(g => g.Doel).Order(StringComparer.Ordinal)];

    /// <summary>The doelen that need no consent and that these taken open for a person of this doelgroep.</summary>
    public IReadOnlyList<string> ZonderToestemming(Registratie partner, IReadOnlyCollection<string> taken, string? doelgroep) =>
        [.. beleid.Grants.Where(g => g.Rol == partner.Sjabloon.Rol && !g.Voorwaarden.Toestemming && g.Voorwaarden.Opdracht is { } taak && taken.Contains(taak)
                && (g.Voorwaarden.Doelgroep is not { } groepen || (doelgroep is not null && groepen.Contains(doelgroep))))
            .Select(g => g.Doel).Order(StringComparer.Ordinal)];

    /// <summary>Why a person cannot be asked consent for this; null when it can (domain f11).</summary>
    public string? GeenToestemming(Registratie partner, string doel)
    {
        if (!beleid.Gegevens.Doelen.TryGetValue(doel, out var bekend))
        {
            return "Dit doel bestaat niet.";
        }

        if (beleid.Zoek(partner.Sjabloon.Rol, doel) is not { } grant)
        {
            return "Dit doel hoort niet bij deze partner.";
        }

        return grant.Voorwaarden.Toestemming
            ? null
            : $"Dit doel rust op de grondslag {bekend.Grondslag}, niet op toestemming. Vraag daarvoor geen toestemming.";
    }
}
