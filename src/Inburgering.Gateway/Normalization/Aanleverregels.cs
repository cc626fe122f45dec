using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Normalization;

/// <summary>What a partner's message makes of one dossier: its fields, and what follows from them.</summary>
public sealed class Aanleverregels(Opvangregels opvang)
{
    /// <summary>Which of two counts where the order alone does not say it, and whether the message may come in at all.</summary>
    public static Task<Urenoordeel> OordeelAsync(Dossierstapel stapel, DossierRef dossier, Leverrecht recht, Persoonsbericht inhoud, Aanlevermoment moment, CancellationToken ct) =>
        Urenregels.OordeelAsync(stapel, dossier, recht, inhoud, moment, ct);

    public async Task<Aanlevergevolg> ApplyAsync(
        Dossierstapel stapel, DossierRef dossier, Leverrecht recht, Guid berichtId, Persoonsbericht inhoud, Aanlevermoment moment, Urenoordeel oordeel, CancellationToken ct)
    {
        if (!oordeel.TeltMee)
        {
            return new Aanlevergevolg([], null);
        }

        var velden = await DossierNormalization.ApplyAsync(stapel, dossier, recht, berichtId, inhoud, moment, oordeel.Voor, ct);
        if (velden.Count > 0 && inhoud.Records.OfType<Presentie>().Any())
        {
            velden = [.. velden, .. await Urenregels.VolgAsync(stapel, dossier, recht, berichtId, moment, ct)];
        }

        return new Aanlevergevolg(velden, await opvang.VolgAsync(stapel, dossier, recht.Partner, ct));
    }
}

/// <summary>What became of it.</summary>
/// <param name="Velden">Names of the fields that were stored.</param>
/// <param name="Opvang">What happened to the dossier as a whole; null: nothing.</param>
public sealed record Aanlevergevolg(IReadOnlyList<string> Velden, Opvanggevolg? Opvang);
