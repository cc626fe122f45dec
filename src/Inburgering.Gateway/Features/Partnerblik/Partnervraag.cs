using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Partnerblik;

/// <summary>Asks the desk as a client of the gemeente would, without that client: for a preview, a test, or another system's question.</summary>
internal sealed class Partnervraag(Beleid beleid, CallerRegister register, TimeProvider systeemklok)
{
    /// <summary>The client as it would come in now, with all scopes it may have.</summary>
    /// <returns>Null: unknown, or not of this gemeente.</returns>
    public Caller? Als(string? clientId, string gemeentecode) =>
        clientId is not null && register.Zoek(clientId) is { } registratie && registratie.Gemeentecode == gemeentecode
            ? registratie.Sjabloon with { Scopes = registratie.Scopes.ToHashSet(StringComparer.Ordinal), TokenUitgegeven = systeemklok.GetUtcNow() }
            : null;

    /// <summary>Partners that read dossiers of this gemeente.</summary>
    public IReadOnlyList<Keuze> Partners(string gemeentecode) =>
        [.. register.Alle.Where(r => r.Gemeentecode == gemeentecode && !r.Sjabloon.VanGemeente).Select(r => new Keuze(r.ClientId, r.Naam)).OrderBy(k => k.Naam, StringComparer.CurrentCulture)];

    /// <summary>The doelen of all partners.</summary>
    public IReadOnlyList<Keuze> Doelen() =>
        [.. beleid.Grants.Where(g => beleid.Partners.ContainsKey(g.Rol)).Select(g => g.Doel).Distinct().Select(d => new Keuze(d, beleid.Gegevens.Doelen[d].Naam)).OrderBy(k => k.Naam, StringComparer.CurrentCulture)];

    /// <summary>A desk whose answers stand in no line: the line is that of who asks.</summary>
    public (AccessDesk Desk, Verwerking Proef) Balie(DateTimeOffset moment)
    {
        var proef = new Verwerking(new StilleTijd(moment));
        return (new AccessDesk(beleid, proef), proef);
    }
}
