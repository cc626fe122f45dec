using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features;

/// <summary>Work on one dossier in one transaction with its line, done or refused; two at once on the same dossier go one after the other.</summary>
internal sealed class Dossierwerk(DossierWriter dossiers, ILogWriter log, Verwerking verwerking)
{
    /// <summary>Does the work on a dossier that the desk granted.</summary>
    /// <param name="werk">Looks first and writes after: what it refuses, it has not begun. May run again after it was rolled back.</param>
    public Task<Uitkomst<T>> DoeAsync<T>(Granted dossier, Func<DbTransaction, DossierRef, CancellationToken, Task<Uitkomst<T>>> werk, CancellationToken ct)
        where T : class, IVerantwoord => DoeAsync(dossier, werk, static (regel, _) => [regel], ct);

    /// <summary>As above.</summary>
    /// <param name="ontvanger">OIN of the partner that what was done concerns; null when none.</param>
    public Task<Uitkomst<T>> DoeAsync<T>(
        Granted dossier, Func<DbTransaction, DossierRef, CancellationToken, Task<Uitkomst<T>>> werk, Func<T, string?> ontvanger, CancellationToken ct)
        where T : class, IVerantwoord => DoeAsync(dossier, werk, (regel, gedaan) => [regel with { Ontvanger = ontvanger(gedaan) }], ct);

    /// <summary>As above.</summary>
    /// <param name="regels">What is written of work that was done, from this request's own line; refused work has that line alone.</param>
    public async Task<Uitkomst<T>> DoeAsync<T>(
        Granted dossier, Func<DbTransaction, DossierRef, CancellationToken, Task<Uitkomst<T>>> werk, Func<Logregel, T, IReadOnlyList<Logregel>> regels, CancellationToken ct)
        where T : class, IVerantwoord
    {
        var gemeentecode = dossier.Question.Caller.Gemeentecode;
        var uitkomst = Weg<T>();
        verwerking.Bewijs = await log.AppendAgainAsync(
            gemeentecode,
            async (transactie, stop) =>
            {
                uitkomst = await dossiers.FindAsync(transactie, gemeentecode, dossier.DossierId, stop) is { } vast ? await werk(transactie, vast, stop) : Weg<T>();
                var regel = Regel(uitkomst);
                return uitkomst.Waarde is { } gedaan ? regels(regel, gedaan) : [regel];
            },
            ct);
        return uitkomst;
    }

    private static Uitkomst<T> Weg<T>()
        where T : class => Uitkomst<T>.Niet(Problems.DossierOnbekend, "geen-dossier");

    private Logregel Regel<T>(Uitkomst<T> uitkomst)
        where T : class, IVerantwoord
    {
        verwerking.Besluit = uitkomst.Probleem is null ? Resultaat.Toegestaan : Resultaat.Geweigerd;
        verwerking.Reden = uitkomst.Reden;
        verwerking.Geleverd = uitkomst.Waarde?.GeleverdeVelden() ?? [];
        return verwerking.NaarRegel();
    }
}

/// <summary>Two nodes that each hold a dossier the other waits for: one of them is rolled back and simply begins again.</summary>
internal static class Vastgelopen
{
    private const string Toestand = "40P01";
    private const int MeestePogingen = 3;

    /// <summary>As the writer's own, begun again when the database broke a deadlock with it.</summary>
    public static async Task<Logbewijs> AppendAgainAsync(
        this ILogWriter log, string gemeentecode, Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> werk, CancellationToken ct)
    {
        var pogingen = 0;
        while (true)
        {
            try
            {
                return await log.AppendAsync(gemeentecode, werk, ct);
            }
            catch (DbException e) when (e.SqlState == Toestand && ++pogingen < MeestePogingen)
            {
                // nothing of ours is left; the other went on
            }
        }
    }
}
