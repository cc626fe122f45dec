using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features.Caseload;

/// <summary>Voor wie één gebruiker van u werkt.</summary>
/// <param name="Personen">Op volgorde van partnerReferentie; leeg: deze gebruiker kan niemand lezen.</param>
public sealed record CaseloadView(IReadOnlyList<CaseloadpersoonView> Personen) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => Personen.Count == 0 ? [] : ["partnerReferentie"];

    internal static CaseloadView Of(IReadOnlyList<Caseloadpersoon> personen) => new([.. personen.Select(p => new CaseloadpersoonView(p.PartnerReferentie, p.Taken))]);
}

/// <summary>Eén persoon in de caseload.</summary>
/// <param name="PartnerReferentie">Uw referentie van de persoon.</param>
/// <param name="Taken">Van welke lopende opdrachten de gebruiker de gegevens kan lezen. Een opdracht van later dan deze caseload hoort er niet bij: stuur de caseload dan opnieuw.</param>
public sealed record CaseloadpersoonView(string PartnerReferentie, IReadOnlyList<string> Taken);
