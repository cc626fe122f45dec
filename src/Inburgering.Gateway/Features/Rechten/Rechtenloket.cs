using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>What every act on a right of the person shares: may this caller, on which dossier, and one transaction with its line.</summary>
internal sealed class Rechtenloket(AccessDesk access, GatewayDb db, DossierWriter dossiers, ILogWriter log, Verwerking verwerking)
{
    /// <summary>The answer to a question the desk refused.</summary>
    public ProblemHttpResult Weigering => Problems.For(access.Refusal).Answer();

    /// <summary>Decides for this dossier.</summary>
    /// <param name="dossierId">As it stands in the path.</param>
    /// <returns>Null: see <see cref="Weigering"/>.</returns>
    public async Task<Rechttoegang?> VraagAsync(Caller caller, string dossierId, CancellationToken ct)
    {
        if (access.AskAvgRecht(caller) is not { } question)
        {
            return null;
        }

        var facts = await db.ReadAsync(question, Id(dossierId), ct);
        return access.Decide(question, facts) is { } grant ? new Rechttoegang(grant, facts) : null;
    }

    /// <summary>Does work on the dossier and writes this request's line in the same transaction; refused work has changed nothing.</summary>
    public async Task<Uitkomst<T>> SchrijfAsync<T>(Rechttoegang toegang, Func<DbTransaction, DossierRef, CancellationToken, Task<Uitkomst<T>>> werk, CancellationToken ct)
        where T : class, IVerantwoord
    {
        var uitkomst = Uitkomst<T>.Weiger(Problems.DossierOnbekend, "geen-dossier");
        verwerking.Bewijs = await log.AppendAsync(
            toegang.Grant.Question.Caller.Gemeentecode,
            async (transactie, stop) =>
            {
                if (await dossiers.FindAsync(transactie, toegang.Grant.Question.Caller.Gemeentecode, toegang.Grant.DossierId, stop) is { } dossier)
                {
                    uitkomst = await werk(transactie, dossier, stop);
                }

                verwerking.Besluit = uitkomst.Inhoud is null ? Resultaat.Geweigerd : Resultaat.Toegestaan;
                verwerking.Reden = uitkomst.Reden;
                verwerking.Geleverd = uitkomst.Inhoud?.GeleverdeVelden() ?? [];
                return [verwerking.NaarRegel()];
            },
            ct);
        return uitkomst;
    }

    /// <summary>What the line says was changed, "CON.email".</summary>
    public void Betreft(string veld) => verwerking.Gevraagd = [veld];

    /// <summary>An id in a path; text that is none names nothing.</summary>
    internal static Guid Id(string tekst) => Guid.TryParseExact(tekst, "D", out var id) ? id : Guid.Empty;
}

/// <summary>One dossier, granted for an act on a right.</summary>
internal sealed record Rechttoegang(Granted Grant, IAccessFacts Facts);

/// <summary>How an act on a right ended: with what was recorded, or refused.</summary>
internal sealed class Uitkomst<T>
    where T : class, IVerantwoord
{
    private readonly Probleem? probleem;
    private readonly IReadOnlyList<InvoerFout>? fouten;

    private Uitkomst(T? inhoud, Probleem? probleem, IReadOnlyList<InvoerFout>? fouten, string? reden)
    {
        Inhoud = inhoud;
        Reden = reden;
        this.probleem = probleem;
        this.fouten = fouten;
    }

    /// <summary>Null when refused.</summary>
    public T? Inhoud { get; }

    /// <summary>Word for the line; null: nothing to add.</summary>
    public string? Reden { get; }

    /// <param name="herhaling">It had been done before; nothing was added.</param>
    public static Uitkomst<T> Gedaan(T inhoud, bool herhaling = false) => new(inhoud, null, null, herhaling ? "herhaling" : null);

    public static Uitkomst<T> Weiger(Probleem probleem, string reden, params InvoerFout[] fouten) => new(null, probleem, fouten, reden);

    /// <summary>201 with the address of what was recorded.</summary>
    public Results<Created<T>, ProblemHttpResult> Nieuw(Func<T, string> adres) =>
        Inhoud is { } inhoud ? TypedResults.Created(adres(inhoud), inhoud) : probleem!.Answer(fouten);

    /// <summary>200 with what it became.</summary>
    public Results<Ok<T>, ProblemHttpResult> Antwoord() => Inhoud is { } inhoud ? TypedResults.Ok(inhoud) : probleem!.Answer(fouten);
}
