using System.Data.Common;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>The database side of <see cref="Afstemwerk"/>: every write in one transaction with its lines, and what was fetched by the same way as of a notification.</summary>
internal sealed class Afstemtoepassing(
    ILogWriter log, AfstemmingStore afstemmingen, DossierWriter dossiers, DossierNormalization normalization, MeldingStore meldingen, BerichtStore berichten, Koppelgevolg gevolg, PartnerCatalog partners, Beleid beleid, TaakRegels regels)
{
    /// <summary>Name of the job in lines, and of who began what nobody asked for.</summary>
    public const string Actor = "taak-afstemming";

    public static Opvraging Opvraging(Afstempersoon persoon) =>
        new(persoon.Gemeentecode, persoon.AfstemmingId, persoon.Partner, persoon.TraceId, Actor, persoon.GestartDoor == Actor ? null : persoon.GestartDoor);

    /// <summary>Takes over what the partner changed, and keeps what differs.</summary>
    public Task ApplyAsync(Afstempersoon persoon, Opgehaald opgehaald, CancellationToken ct) =>
        CloseAsync(persoon, opgehaald.Regels, (transactie, stop) => StoreAsync(transactie, persoon, opgehaald, stop), ct);

    /// <summary>Done without a change to the dossier.</summary>
    /// <param name="gevraagd">Lines of what was asked of the partner.</param>
    public Task FinishAsync(Afstempersoon persoon, Afstemafloop afloop, IReadOnlyList<Logregel> gevraagd, CancellationToken ct) => CloseAsync(
        persoon,
        gevraagd,
        async (transactie, stop) =>
        {
            var gevolgen = gevraagd.Count == 0 || persoon.Proef ? [] : await gevolg.NoteAsync(transactie, Opvraging(persoon), persoon.DossierId, afloop.Reden, stop);
            await afstemmingen.FinishAsync(transactie, persoon, null, afloop, stop);
            var resultaat = afloop.Uitkomst == Afstemuitkomst.Tegengehouden ? Resultaat.Geweigerd : Resultaat.Fout;
            return [.. gevraagd.Select(r => Over(r, persoon)), .. gevolgen, regels.Afgestemd(Opvraging(persoon), persoon.DossierId, resultaat, afloop.Reden, [])];
        },
        ct);

    /// <summary>Still to be done, later.</summary>
    /// <param name="tot">System clock.</param>
    public Task PauseAsync(Afstempersoon persoon, string reden, DateTimeOffset tot, IReadOnlyList<Logregel> gevraagd, CancellationToken ct) => log.AppendAsync(
        persoon.Gemeentecode,
        async (transactie, stop) =>
        {
            await gevolg.NoteAsync(transactie, Opvraging(persoon), persoon.DossierId, reden, stop);
            await afstemmingen.PauseAsync(transactie, persoon, reden, tot, stop);
            return [.. gevraagd.Select(r => Over(r, persoon)), regels.Afgestemd(Opvraging(persoon), persoon.DossierId, Resultaat.Fout, reden, [])];
        },
        ct);

    private async Task<IReadOnlyList<Logregel>> StoreAsync(DbTransaction transactie, Afstempersoon persoon, Opgehaald opgehaald, CancellationToken ct)
    {
        if (await dossiers.FindAsync(transactie, persoon.Gemeentecode, persoon.DossierId, ct) is not { GeslotenOp: null } dossier)
        {
            await afstemmingen.FinishAsync(transactie, persoon, null, new Afstemafloop(Afstemuitkomst.Tegengehouden, Meldingredenen.DossierGesloten), ct);
            return [.. opgehaald.Regels.Select(r => Over(r, persoon)), regels.Afgestemd(Opvraging(persoon), persoon.DossierId, Resultaat.Geweigerd, Meldingredenen.DossierGesloten, [])];
        }

        await gevolg.NoteAsync(transactie, Opvraging(persoon), persoon.DossierId, null, ct);
        var verslag = Vergelijking.Of(await StofAsync(transactie, persoon, dossier, opgehaald, ct));
        IReadOnlyList<string> velden = persoon.Proef ? [] : await normalization.ApplyAsync(transactie, dossier, regels.Recht(persoon.Partner), persoon.AfstemmingId, opgehaald.Records, ct);
        await afstemmingen.FinishAsync(transactie, persoon, dossier, Afloop(verslag), ct);
        return [.. opgehaald.Regels.Select(r => Over(r, persoon)), regels.Afgestemd(Opvraging(persoon), persoon.DossierId, Resultaat.Toegestaan, Zonder(persoon, velden), velden)];
    }

    /// <summary>Why nothing was taken over; null: something was.</summary>
    private static string? Zonder(Afstempersoon persoon, IReadOnlyList<string> velden) => (persoon.Proef, velden.Count) switch
    {
        (true, _) => "proef",
        (false, 0) => "geen-wijziging",
        _ => null,
    };

    private async Task<Vergelijkingsstof> StofAsync(DbTransaction transactie, Afstempersoon persoon, DossierRef dossier, Opgehaald opgehaald, CancellationToken ct) => new()
    {
        Partner = persoon.Partner,
        Gemeentecode = persoon.Gemeentecode,
        Feiten = await Feitlezer.ReadAsync(transactie, dossier, null, ct),
        Records = opgehaald.Records,
        Afwezig = opgehaald.Afwezig,
        Meldingen = await meldingen.OfAsync(transactie, dossier, ct),
        Verwacht = [.. (await berichten.WaitingAsync(transactie, dossier, persoon.Partner, ct)).SelectMany(b => Ophalen(persoon.Partner, b))],
        Bronhouders = beleid.Gegevens.Categorieen.ToDictionary(c => c.Key, c => c.Value.Bronhouders),
    };

    private IReadOnlyList<Type> Ophalen(string partner, byte[] inhoud) =>
        partners.ReaderOf(partner)?.Read(inhoud) is PartnerReply<Gebeurtenis>.Answer { Value: var gebeurtenis } ? gebeurtenis.Ophalen : [];

    private static Afstemafloop Afloop(Afstemverslag verslag) => verslag switch
    {
        { Verschillen.Count: > 0 } => new Afstemafloop(Afstemuitkomst.Verschillend, null, verslag),
        { Gemist.Count: > 0 } => new Afstemafloop(Afstemuitkomst.Gemist, null, verslag),
        _ => new Afstemafloop(Afstemuitkomst.Gelijk),
    };

    private static Logregel Over(Logregel regel, Afstempersoon persoon) => regel with { Betrokkene = regel.Betrokkene! with { DossierId = persoon.DossierId } };

    /// <summary>Overtaken by another worker: nothing of ours is applied, but what was asked of a partner was asked and stays in the log.</summary>
    private async Task CloseAsync(
        Afstempersoon persoon, IReadOnlyList<Logregel> gevraagd, Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> werk, CancellationToken ct)
    {
        try
        {
            await log.AppendAsync(persoon.Gemeentecode, werk, ct);
        }
        catch (IngehaaldException) when (gevraagd.Count > 0)
        {
            await log.AppendAsync(persoon.Gemeentecode, (_, _) => Task.FromResult<IReadOnlyList<Logregel>>([.. gevraagd.Select(r => Over(r, persoon))]), ct);
        }
    }
}
