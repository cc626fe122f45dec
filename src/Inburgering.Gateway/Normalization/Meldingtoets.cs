using System.Data.Common;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;

namespace Inburgering.Gateway.Normalization;

/// <summary>Tests a melding on what is known now: when it is given, and again when it leaves.</summary>
internal sealed class Meldingtoets(MeldingStore meldingen, Voorwaarden voorwaarden, Naslag naslag)
{
    /// <summary>What a partner has about this person.</summary>
    /// <param name="eerder">All that was told it before.</param>
    /// <param name="vandaag">The Dutch day.</param>
    public async Task<Meldingfeiten> BekendAsync(
        DbTransaction transactie, DossierRef dossier, string partner, IReadOnlyList<GegevenMelding> eerder, DateOnly vandaag, CancellationToken ct) =>
        await Meldingfeitenlezer.ReadAsync(transactie, dossier, partner, eerder, vandaag, ct) with { Instellingen = naslag.Instellingen(dossier.Gemeentecode) };

    /// <summary>A new one, on what its receiver has by then.</summary>
    public async Task<Meldingoordeel> ToetsAsync(DbTransaction transactie, DossierRef dossier, string partner, Melding melding, Meldingfeiten bekend, CancellationToken ct) =>
        Toets(melding, await MetContactAsync(transactie, dossier, partner, melding, bekend, ct));

    /// <summary>What one that waits breaks by now.</summary>
    public async Task<IReadOnlyList<Toetsing>> GeschondenAsync(DbTransaction transactie, DossierRef dossier, GegevenMelding melding, DateOnly vandaag, CancellationToken ct)
    {
        var alle = await meldingen.OfAsync(transactie, dossier, ct);
        var eerder = alle.TakeWhile(m => m.MeldingId != melding.MeldingId).ToArray();
        var bekend = await BekendAsync(transactie, dossier, melding.Partner, eerder, vandaag, ct);
        return (await ToetsAsync(transactie, dossier, melding.Partner, melding.Melding, bekend, ct)).Geschonden;
    }

    private Meldingoordeel Toets(Melding melding, Meldingfeiten bekend) => new(voorwaarden.Toets(melding, bekend), voorwaarden.ToetsInhoud(melding, bekend).Count > 0);

    /// <summary>What is known of the contact that the melding names: of the gemeente, not of this person.</summary>
    private static async Task<Meldingfeiten> MetContactAsync(
        DbTransaction transactie, DossierRef dossier, string partner, Melding melding, Meldingfeiten bekend, CancellationToken ct) => ContactpersoonStore.Nummer(melding) is not { } nummer
        ? bekend
        : bekend with
        {
            ContactBekend = await ContactpersoonStore.HasAsync(transactie, dossier.Gemeentecode, partner, nummer, ct),
            Koppelingen = (await ContactpersoonStore.LinkedAsync(transactie, dossier.Gemeentecode, partner, nummer, ookOnderweg: true, ct)).Count,
        };
}

/// <summary>What the conditions say of a melding.</summary>
/// <param name="InInhoud">Something is broken whatever is known of the person: the fault is in the melding itself.</param>
internal sealed record Meldingoordeel(IReadOnlyList<Toetsing> Alle, bool InInhoud)
{
    public IReadOnlyList<Toetsing> Geschonden => [.. Alle.Where(t => t.Uitslag == Toetsuitslag.Geschonden)];

    /// <summary>What a person should know: warnings, and what could not be tested.</summary>
    public IReadOnlyList<Toetsing> Opmerkingen => [.. Alle.Where(t => t.Uitslag != Toetsuitslag.Geschonden)];
}
