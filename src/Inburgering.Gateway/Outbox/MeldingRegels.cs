using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Outbox;

/// <summary>Log lines of the job that sends: one before an attempt leaves, one when its outcome is known.</summary>
internal sealed class MeldingRegels(Beleid beleid, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private const string Actor = "taak-meldingen";

    /// <summary>Business clock.</summary>
    public DateTimeOffset Nu => zaakklok.GetUtcNow();

    /// <summary>What may go to this partner by its «uitgaand».</summary>
    /// <exception cref="InvalidOperationException">Its config says nothing of it.</exception>
    public Uitgaandrecht Recht(string partner) => Uitgaandrecht.Van(beleid, partner) ?? throw new InvalidOperationException($"config/partners/{partner}.json: «uitgaand» ontbreekt.");

    /// <summary>Who tells, and who is told.</summary>
    public (Oin Bron, Oin Doel) Partijen(string gemeentecode, string partner) =>
        (Oin.Parse(beleid.Gemeenten[gemeentecode].Oin), Oin.Parse(beleid.Bestemmingen[partner].Oin));

    /// <summary>The fields leave now.</summary>
    public Logregel Vertrek(string gemeentecode, GegevenMelding melding, Guid berichtId) => Regel(gemeentecode, melding) with
    {
        Naam = $"Melding verzonden: {melding.Soort}",
        Actie = Actie.Leveren,
        Ontvanger = beleid.Bestemmingen[melding.Partner].Oin,
        Geleverd = melding.Melding.Gegevens,
        BerichtId = berichtId.ToString("D"),
    };

    /// <summary>It did not leave, or its outcome is known.</summary>
    public Logregel Afloop(string gemeentecode, GegevenMelding melding, string naam, Resultaat resultaat, string? reden) => Regel(gemeentecode, melding) with
    {
        Naam = $"{naam}: {melding.Soort}",
        Resultaat = resultaat,
        Reden = reden,
        BerichtId = melding.OnderwegAls?.ToString("D"),
    };

    /// <summary>What it changed in another dossier.</summary>
    public Logregel Gevolg(string gemeentecode, GegevenMelding melding, string naam) => Regel(gemeentecode, melding) with { Naam = naam };

    /// <summary>The partner lets us no longer at this person.</summary>
    public Logregel Opgeschort(string gemeentecode, GegevenMelding melding) => Regel(gemeentecode, melding) with
    {
        Naam = "Uitwisseling opgeschort",
        Reden = "geen-toegang-meer",
        Gevraagd = [],
    };

    private Logregel Regel(string gemeentecode, GegevenMelding melding)
    {
        var (doel, grondslag, activiteit) = Waarvoor(melding);
        return Taaklijn.Of(beleid, gemeentecode, Actor, Nu, activiteit, melding.TraceId) with
        {
            Doel = doel,
            Grondslag = grondslag,
            Gevraagd = melding.Melding.Gegevens,
            Betrokkene = new Betrokkene(null, "dossier", melding.DossierId),
        };
    }

    /// <summary>Of an aanmelding the doel that it was given for, whatever the policy says by now; of the rest that of the partner's «uitgaand».</summary>
    private (string? Doel, string? Grondslag, string Activiteit) Waarvoor(GegevenMelding melding)
    {
        if (melding.Melding is AanmeldingMelding { Doel: var eigen })
        {
            return beleid.Gegevens.Doelen.TryGetValue(eigen, out var doel) ? (eigen, doel.Grondslag, beleid.Activiteit(eigen)) : ("onbekend", null, beleid.Activiteit(AccessDesk.Regie));
        }

        var recht = Recht(melding.Partner);
        return (recht.Doel, recht.Grondslag, recht.Activiteit);
    }
}
