using System.Data.Common;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;

namespace Inburgering.Gateway.Normalization;

/// <summary>Tests a melding on what is known now: when it is given, and again when it leaves.</summary>
internal sealed class Meldingtoets(MeldingStore meldingen, Voorwaarden voorwaarden)
{
    /// <summary>A new one, after all that was given before.</summary>
    /// <param name="vandaag">The Dutch day.</param>
    public async Task<Meldingoordeel> ToetsAsync(
        DbTransaction transactie, DossierRef dossier, Toetsvraag vraag, IReadOnlyList<GegevenMelding> eerder, DateOnly vandaag, CancellationToken ct)
    {
        var (partner, melding) = vraag;
        var bekend = await Meldingfeitenlezer.ReadAsync(transactie, dossier, partner, eerder, vandaag, ct);
        return new Meldingoordeel(voorwaarden.Toets(melding, bekend), voorwaarden.ToetsInhoud(melding, bekend).Count > 0);
    }

    /// <summary>What one that waits breaks by now.</summary>
    public async Task<IReadOnlyList<Toetsing>> GeschondenAsync(DbTransaction transactie, DossierRef dossier, GegevenMelding melding, DateOnly vandaag, CancellationToken ct)
    {
        var alle = await meldingen.OfAsync(transactie, dossier, ct);
        var eerder = alle.TakeWhile(m => m.MeldingId != melding.MeldingId).ToArray();
        return (await ToetsAsync(transactie, dossier, new Toetsvraag(melding.Partner, melding.Melding), eerder, vandaag, ct)).Geschonden;
    }
}

/// <summary>A melding and whose conditions it has to meet.</summary>
internal sealed record Toetsvraag(string Partner, Melding Melding);

/// <summary>What the conditions say of a melding.</summary>
/// <param name="InInhoud">Something is broken whatever is known of the person: the fault is in the melding itself.</param>
internal sealed record Meldingoordeel(IReadOnlyList<Toetsing> Alle, bool InInhoud)
{
    public IReadOnlyList<Toetsing> Geschonden => [.. Alle.Where(t => t.Uitslag == Toetsuitslag.Geschonden)];

    /// <summary>What a person should know: warnings, and what could not be tested.</summary>
    public IReadOnlyList<Toetsing> Opmerkingen => [.. Alle.Where(t => t.Uitslag != Toetsuitslag.Geschonden)];
}
