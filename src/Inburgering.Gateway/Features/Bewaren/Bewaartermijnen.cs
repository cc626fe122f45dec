using System.Data.Common;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Bewaren;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Bewaren;

/// <summary>The nightly run: erases what may not be kept, one transaction with its line per person. Safe to run twice and to be killed.</summary>
internal sealed class Bewaartermijnen(Beleid beleid, Opruiming opruiming, Herstelboek boek, ILogWriter log, TimeProvider zaakklok)
{
    private const string Inhoud = "Berichtinhoud verwijderd na bewaartermijn";

    /// <summary>What is erased of no one dossier, by the name of its line.</summary>
    private static readonly (string Naam, Func<DbTransaction, Bewaarvraag, CancellationToken, Task<int>> Stap)[] Stappen =
    [
        (Inhoud, Wisser.EmptyLooseAsync),
        ("Uitkomsten van afstemming verwijderd na bewaartermijn", Wisser.DeleteFoundAsync),
        ("Sleutels van verwerkte leveringsbestanden vernietigd", Wisser.ShredFilesAsync),
        ("Geschiedenis van uitwisseling verwijderd na bewaartermijn", Wisser.DeleteHistoryAsync),
    ];

    private readonly Taakregel regel = new(beleid, zaakklok);

    /// <summary>One gemeente.</summary>
    /// <param name="proef">Only counts.</param>
    public async Task<Bewaartelling> RunAsync(string gemeentecode, bool proef, CancellationToken ct)
    {
        var regels = new Bewaarregels(beleid, gemeentecode);
        var nu = zaakklok.GetUtcNow();
        var vraag = new Bewaarvraag(gemeentecode, nu, regels.VerwerktVoor(nu), regels.MetEigenTermijnen, regels.GeschiedenisVoor(nu));
        var telling = new Bewaartelling(gemeentecode);
        await foreach (var stand in opruiming.DossiersAsync(vraag, ct))
        {
            var plan = Bewaarbesluit.Of(stand, regels, Periode.Vandaag(zaakklok));
            if (!plan.IsLeeg)
            {
                telling.Add(proef ? plan : await EraseAsync(vraag, stand.DossierId, regels, ct));
            }
        }

        foreach (var (naam, stap) in Stappen)
        {
            var aantal = await opruiming.CountAsync(vraag, stap, ct);
            telling.Berichten += naam == Inhoud ? aantal : 0;
            if (aantal > 0 && !proef)
            {
                await log.AppendAsync(gemeentecode, async (transactie, stop) => [regel.Of(gemeentecode, naam) with { Aantal = await stap(transactie, vraag, stop) }], ct);
            }
        }

        return telling;
    }

    /// <summary>Decides again with the dossier held: what came in since then counts.</summary>
    private async Task<Wisplan> EraseAsync(Bewaarvraag vraag, Guid dossierId, Bewaarregels regels, CancellationToken ct)
    {
        Wisplan? plan = null;
        Wissing[] geboekt = [];
        await log.AppendAsync(
            vraag.Gemeentecode,
            async (transactie, stop) =>
            {
                plan = await AgainAsync(transactie, vraag, dossierId, regels, stop);
                if (!plan.IsLeeg)
                {
                    await opruiming.WipeAsync(transactie, vraag, plan, stop);
                    geboekt = [Wissing.Of(vraag.Gemeentecode, plan)];
                    await boek.WriteAsync(geboekt, stop);
                }

                return [regel.Of(vraag.Gemeentecode, Naam(plan)) with
                {
                    Reden = plan.IsLeeg ? "geen-wijziging" : null,
                    Gevraagd = [.. plan.Categorieen.Select(c => c.Categorie)],
                    Betrokkene = new Betrokkene(null, "dossier", dossierId),
                }];
            },
            ct);
        await boek.ConfirmAsync(geboekt, CancellationToken.None);
        return plan!;
    }

    private async Task<Wisplan> AgainAsync(DbTransaction transactie, Bewaarvraag vraag, Guid dossierId, Bewaarregels regels, CancellationToken ct) =>
        await opruiming.HoldAsync(transactie, vraag, dossierId, ct) is { } stand
            ? Bewaarbesluit.Of(stand, regels, Periode.Vandaag(zaakklok))
            : new Wisplan { DossierId = dossierId, HeelDossier = null, Categorieen = [], Berichten = [] };

    private static string Naam(Wisplan plan) => plan switch
    {
        { HeelDossier: not null } => "Dossier verwijderd na bewaartermijn",
        { Categorieen.Count: > 0 } => "Gegevens verwijderd na bewaartermijn",
        _ => Inhoud,
    };
}

/// <summary>What a run erased, or would erase.</summary>
internal sealed class Bewaartelling(string gemeentecode)
{
    public string Gemeentecode { get; } = gemeentecode;

    /// <summary>Whole dossiers, with their key.</summary>
    public int Dossiers { get; private set; }

    /// <summary>Categories of dossiers that stay.</summary>
    public int Categorieen { get; private set; }

    /// <summary>Bodies of processed messages.</summary>
    public int Berichten { get; set; }

    public void Add(Wisplan plan)
    {
        Berichten += plan.Berichten.Count;
        Dossiers += plan.HeelDossier is null ? 0 : 1;
        Categorieen += plan.HeelDossier is null ? plan.Categorieen.Count : 0;
    }
}
