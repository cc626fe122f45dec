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

    /// <summary>What may go to this partner.</summary>
    /// <exception cref="InvalidOperationException">Its config says nothing of it.</exception>
    public Uitgaandrecht Recht(string partner) => Uitgaandrecht.Van(beleid, partner) ?? throw new InvalidOperationException($"config/partners/{partner}.json: «uitgaand» ontbreekt.");

    /// <summary>Who tells, and who is told.</summary>
    public (Oin Bron, Oin Doel) Partijen(string gemeentecode, string partner) =>
        (Oin.Parse(beleid.Gemeenten[gemeentecode].Oin), Oin.Parse(beleid.Partners[partner].Instanties[0].Oin));

    /// <summary>The fields leave now.</summary>
    public Logregel Vertrek(string gemeentecode, GegevenMelding melding, Guid berichtId) => Regel(gemeentecode, melding) with
    {
        Naam = $"Melding verzonden: {melding.Soort}",
        Actie = Actie.Leveren,
        Ontvanger = beleid.Partners[melding.Partner].Instanties[0].Oin,
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
        var recht = Recht(melding.Partner);
        return Taaklijn.Of(beleid, gemeentecode, Actor, Nu, recht.Activiteit, melding.TraceId) with
        {
            Doel = recht.Doel,
            Grondslag = recht.Grondslag,
            Gevraagd = melding.Melding.Gegevens,
            Betrokkene = new Betrokkene(null, "dossier", melding.DossierId),
        };
    }
}
