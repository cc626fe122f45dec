using Inburgering.Gateway.Access;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Inbox;

/// <summary>Delivered messages: read again by the adapter of today, held against the policy of today, applied or kept for a person. Safe to run twice.</summary>
internal sealed class Berichtwerk(CloudEventReader reader, Aanlevering aanlevering, BerichtToepassing toepassing, Leverrechten rechten, Keurmerktoets keurmerken, TaakRegels regels)
{
    /// <summary>After so many that broke us, a person looks first.</summary>
    private const int MeestePogingen = 5;

    /// <summary>Works on messages of one gemeente, in this order, and together where that makes no difference.</summary>
    /// <param name="gedaan">Gets the number of each that is done, also when a later one breaks us.</param>
    public async Task WorkAsync(IReadOnlyList<Bericht> berichten, ISet<Guid> gedaan, CancellationToken ct)
    {
        var samen = new List<Aangeleverd>();
        foreach (var bericht in berichten)
        {
            var (levering, reden) = await OordeelAsync(bericht, ct);
            if (levering is null)
            {
                await HoudAsync(bericht, reden!, ct);
                gedaan.Add(bericht.BerichtId);
                continue;
            }

            if (levering.Alleen)
            {
                await ApplyAsync(samen, gedaan, ct);
            }

            samen.Add(levering);
            if (levering.Alleen)
            {
                await ApplyAsync(samen, gedaan, ct);
            }
        }

        await ApplyAsync(samen, gedaan, ct);
    }

    private async Task ApplyAsync(List<Aangeleverd> samen, ISet<Guid> gedaan, CancellationToken ct)
    {
        if (samen.Count > 0)
        {
            await aanlevering.ApplyAsync(samen, ct);
            gedaan.UnionWith(samen.Select(l => l.Bericht.BerichtId));
            samen.Clear();
        }
    }

    /// <returns>The message as it may come in; or why it waits for a person.</returns>
    private async Task<(Aangeleverd? Levering, string? Reden)> OordeelAsync(Bericht bericht, CancellationToken ct)
    {
        if (bericht.Geteld > MeestePogingen)
        {
            return (null, Berichtredenen.InterneFout);
        }

        if (reader.Read(bericht.Partner, bericht.Inhoud) is not PartnerReply<CloudEvent>.Answer { Value: { Inhoud: { } inhoud } gelezen })
        {
            return (null, Berichtredenen.InhoudOnleesbaar);
        }

        var afzender = new Berichtafzender(bericht.Gemeentecode, bericht.ClientId, bericht.Partner, bericht.TraceId);
        if (rechten.Van(afzender, bericht.Code) is not var (_, recht) || !inhoud.Personen.All(persoon => DossierNormalization.Mag(recht, persoon)))
        {
            return (null, Berichtredenen.TypeNietToegestaan);
        }

        return recht.Instellingsnummer is { } instelling && await keurmerken.HeeftGeenAsync(instelling, rechten.Vraag(bericht.Gemeentecode), ct)
            ? (null, Berichtredenen.GeenKeurmerk)
            : (new Aangeleverd(bericht, inhoud, recht, new Aanlevermoment(gelezen.Tijdstip ?? bericht.OntvangenOp, gelezen.Volgorde)), null);
    }

    private Task HoudAsync(Bericht bericht, string reden, CancellationToken ct) =>
        toepassing.FinishAsync(bericht, new Afloop(Berichtstatus.Quarantaine, reden), null, [regels.Bericht(bericht, null, reden)], ct);
}
