using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Books what came in and was not booked yet, oldest first: each report in one transaction with its mark and its lines, so that it counts once whatever happens (payments 6.6).</summary>
internal sealed partial class VerwerkBankberichten(BankberichtStore store, IBestandlezer<Bankbericht> lezer, Boekwerk boekwerk, Beleid beleid, ILogWriter log, ILogger<VerwerkBankberichten> logger)
{
    /// <summary>Until nothing more can be booked: what is booked may be what another one waited for.</summary>
    /// <param name="daad">Line of whoever asks for it.</param>
    /// <param name="ookWachtend">False: those that wait are looked at only when something was booked.</param>
    public async Task HandleAsync(Question vraag, Logregel daad, bool ookWachtend, CancellationToken ct)
    {
        var verder = true;
        while (verder)
        {
            verder = false;
            foreach (var berichtId in await store.WaitingAsync(vraag, ookWachtend, ct))
            {
                verder |= await ProbeerAsync(vraag, berichtId, daad, ct);
            }

            ookWachtend |= verder;
        }
    }

    /// <summary>One that breaks us stays as it came, is tried again with the next report, and keeps no other from being booked.</summary>
    private async Task<bool> ProbeerAsync(Question vraag, Guid berichtId, Logregel daad, CancellationToken ct)
    {
        try
        {
            return await EenAsync(vraag, berichtId, daad, ct);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or KeyNotFoundException or OverflowException or CryptographicException or DbException)
        {
            LogVast(berichtId, e.GetType().Name);
            return false;
        }
    }

    /// <returns>Whether it is done now.</returns>
    private async Task<bool> EenAsync(Question vraag, Guid berichtId, Logregel daad, CancellationToken ct)
    {
        var (gemeentecode, klaar) = (vraag.Caller.Gemeentecode, false);
        var gelezen = lezer.Lees(await store.BytesAsync(vraag, berichtId, ct));
        await log.AppendAgainAsync(
            gemeentecode,
            async (transactie, stop) =>
            {
                await BankberichtStore.TurnAsync(transactie, gemeentecode, stop);
                var (stand, dossiers) = await VerwerkAsync(transactie, gemeentecode, berichtId, gelezen, stop);
                klaar = stand is null or Bankberichtstand.Verwerkt;
                return Lijstregels.Of(Regel(daad, berichtId, stand) with { Gevraagd = dossiers.Count > 0 ? [Betaalgegevens.Veld] : [] }, dossiers);
            },
            ct);
        return klaar;
    }

    /// <param name="stand">Null: another machine was first, and nothing was done.</param>
    private static Logregel Regel(Logregel daad, Guid berichtId, Bankberichtstand? stand) => daad with
    {
        Naam = stand is null ? "Bankbericht was al verwerkt" : "Bankbericht verwerkt",
        Actie = Actie.Muteren,
        SpanId = ActivitySpanId.CreateRandom().ToHexString(),
        ParentSpanId = daad.SpanId,
        Resultaat = stand == Bankberichtstand.Quarantaine ? Resultaat.Geweigerd : Resultaat.Toegestaan,
        Reden = stand is { } nu ? Enumwoord.Van(nu) : null,
        BerichtId = $"{berichtId:D}",
    };

    /// <returns>Stand null: another machine was first.</returns>
    private async Task<(Bankberichtstand? Stand, IReadOnlyCollection<Guid> Dossiers)> VerwerkAsync(
        DbTransaction transactie, string gemeentecode, Guid berichtId, PartnerReply<Bankbericht> gelezen, CancellationToken ct)
    {
        if (await BankberichtStore.FindAsync(transactie, gemeentecode, berichtId, ct) is not { Stand: Bankberichtstand.Ontvangen or Bankberichtstand.Wacht })
        {
            return (null, []);
        }

        var (oordeel, bericht) = await BeoordeelAsync(transactie, gemeentecode, berichtId, gelezen, ct);
        var dossiers = bericht is null ? [] : await boekwerk.BoekAsync(transactie, gemeentecode, berichtId, bericht, ct);
        await store.MarkAsync(transactie, gemeentecode, berichtId, oordeel.Stand, oordeel.Soort, oordeel.Fouten, ct);
        return (oordeel.Stand, dossiers);
    }

    /// <returns>How far it comes, and what of it may be booked; null: nothing.</returns>
    private async Task<(Oordeel Oordeel, Bankbericht? Bericht)> BeoordeelAsync(
        DbTransaction transactie, string gemeentecode, Guid berichtId, PartnerReply<Bankbericht> gelezen, CancellationToken ct)
    {
        if (gelezen is not PartnerReply<Bankbericht>.Answer(var bericht))
        {
            return (Oordeel.Niet(null, gelezen is PartnerReply<Bankbericht>.Unreadable(var fouten) ? fouten : []), null);
        }

        if (beleid.Gemeenten[gemeentecode].Betaalrekening is not { } eigen || !Iban.TryParse(eigen.Iban, out var rekening))
        {
            return (Oordeel.Niet(null, [Fout("/", "Uw gemeente heeft geen rekening waarvan de gateway betaalt.", "BK-02")]), null);
        }

        var soort = new Bankberichtsoort(bericht.Soort, eigen.Profiel, bericht.BerichtId);
        if (await BankberichtStore.IsUsedAsync(transactie, gemeentecode, berichtId, soort, ct))
        {
            return (Oordeel.Niet(soort, [Fout("/berichtId", "Er is al een ander bericht met dit nummer van de bank verwerkt.", "BK-02")]), null);
        }

        return bericht switch
        {
            Bankbericht.Afschriften afschriften => await AfschriftenAsync(transactie, gemeentecode, soort, afschriften, rekening, ct),
            Bankbericht.Adviezen adviezen when adviezen.Lijst.Any(a => a.Rekening != rekening) =>
                (Oordeel.Niet(soort, [Fout("/rekening", "Is van een rekening die niet bij deze gemeente hoort.", "BK-02")]), null),
            _ => (Oordeel.Klaar(soort), bericht),
        };
    }

    /// <summary>All of its statements or none: those that were booked already do nothing again.</summary>
    private static async Task<(Oordeel Oordeel, Bankbericht? Bericht)> AfschriftenAsync(
        DbTransaction transactie, string gemeentecode, Bankberichtsoort soort, Bankbericht.Afschriften bericht, Iban rekening, CancellationToken ct)
    {
        var stand = await BoekingStore.StandAsync(transactie, gemeentecode, rekening, ct);
        var nieuw = new List<Afschrift>();
        foreach (var afschrift in bericht.Lijst)
        {
            switch (Afschriftvolgorde.Toets(afschrift, [rekening], stand))
            {
                case Volgorde.Wacht(var reden):
                    return (IsEerst(afschrift, stand) ? Oordeel.Wacht(soort, reden) : Oordeel.Niet(soort, [reden]), null);
                case Volgorde.Volgt:
                    nieuw.Add(afschrift);
                    stand = Afschriftstand.Na(afschrift);
                    break;
                default:
                    break;
            }
        }

        if (nieuw.Count > 0)
        {
            await BoekingStore.SetStandAsync(transactie, gemeentecode, rekening, stand!, ct);
        }

        return (Oordeel.Klaar(soort), bericht with { Lijst = nieuw });

        // what is ahead waits for what comes between; what is behind or does not fit waits for nothing
        bool IsEerst(Afschrift afschrift, Afschriftstand? tot) =>
            afschrift.Rekening == rekening && afschrift.Nummer is { } nummer && (tot is null || nummer > tot.Nummer + 1 || IsPagina(afschrift, nummer, tot));
    }

    private static bool IsPagina(Afschrift afschrift, long nummer, Afschriftstand tot) =>
        (nummer == tot.Nummer && (afschrift.Pagina?.Nummer ?? 1) > (tot.Pagina?.Nummer ?? 1) + 1)
        || (nummer == tot.Nummer + 1 && (tot.Pagina is { Laatste: false } || afschrift.Pagina is { Nummer: > 1 }));

    private static BerichtFout Fout(string plaats, string detail, string code) => new(plaats, detail) { Code = code };

    [LoggerMessage(Level = LogLevel.Critical, Message = "Bankbericht {BerichtId} is niet te verwerken: {Fout}; het staat er nog en gaat bij het volgende bericht weer.")]
    private partial void LogVast(Guid berichtId, string fout);

    private sealed record Oordeel(Bankberichtstand Stand, Bankberichtsoort? Soort, IReadOnlyList<BerichtFout> Fouten)
    {
        public static Oordeel Klaar(Bankberichtsoort soort) => new(Bankberichtstand.Verwerkt, soort, []);

        public static Oordeel Wacht(Bankberichtsoort soort, BerichtFout reden) => new(Bankberichtstand.Wacht, soort, [reden]);

        public static Oordeel Niet(Bankberichtsoort? soort, IReadOnlyList<BerichtFout> fouten) => new(Bankberichtstand.Quarantaine, soort, fouten);
    }
}
