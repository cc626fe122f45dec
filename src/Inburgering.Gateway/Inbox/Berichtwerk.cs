using Inburgering.Gateway.Access;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Inbox;

/// <summary>One delivered message: read again by the adapter of today, held against the policy of today, applied or kept for a person. Safe to run twice.</summary>
internal sealed class Berichtwerk(CloudEventReader reader, Aanlevering aanlevering, BerichtToepassing toepassing, Leverrechten rechten, Keurmerktoets keurmerken, TaakRegels regels)
{
    /// <summary>After so many that broke us, a person looks first.</summary>
    private const int MeestePogingen = 5;

    public async Task WorkAsync(Bericht bericht, CancellationToken ct)
    {
        if (bericht.Geteld > MeestePogingen)
        {
            await HoudAsync(bericht, Berichtredenen.InterneFout, ct);
            return;
        }

        if (reader.Read(bericht.Partner, bericht.Inhoud) is not PartnerReply<CloudEvent>.Answer { Value: { Inhoud: { } inhoud } gelezen })
        {
            await HoudAsync(bericht, Berichtredenen.InhoudOnleesbaar, ct);
            return;
        }

        var afzender = new Berichtafzender(bericht.Gemeentecode, bericht.ClientId, bericht.Partner, bericht.TraceId);
        if (rechten.Van(afzender, bericht.Code) is not var (_, recht) || !inhoud.Personen.All(persoon => DossierNormalization.Mag(recht, persoon)))
        {
            await HoudAsync(bericht, Berichtredenen.TypeNietToegestaan, ct);
            return;
        }

        if (recht.Instellingsnummer is { } instelling && await keurmerken.HeeftGeenAsync(instelling, rechten.Vraag(bericht.Gemeentecode), ct))
        {
            await HoudAsync(bericht, Berichtredenen.GeenKeurmerk, ct);
            return;
        }

        await aanlevering.ApplyAsync(new Aangeleverd(bericht, inhoud, recht, new Aanlevermoment(gelezen.Tijdstip ?? bericht.OntvangenOp, gelezen.Volgorde)), ct);
    }

    private Task HoudAsync(Bericht bericht, string reden, CancellationToken ct) =>
        toepassing.FinishAsync(bericht, new Afloop(Berichtstatus.Quarantaine, reden), null, [regels.Bericht(bericht, null, reden)], ct);
}

/// <summary>A message that may come in, with its place in the sender's order.</summary>
internal sealed record Aangeleverd(Bericht Bericht, Partnerbericht Inhoud, Leverrecht Recht, Aanlevermoment Moment);
