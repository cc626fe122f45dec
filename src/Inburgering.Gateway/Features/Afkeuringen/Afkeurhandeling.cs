using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>What every act on rejected messages shares: who may, and the line in the same transaction.</summary>
internal sealed class Afkeurhandeling(AccessDesk desk, ILogWriter log, Verwerking verwerking)
{
    /// <summary>Every fault of the reason.</summary>
    public static IReadOnlyList<InvoerFout> Fouten(string? reden) => Redentoets.Fouten(reden, "dit doet");

    /// <param name="werk">A problem changes nothing.</param>
    public async Task<Uitkomst<T>> DoeAsync<T>(Caller caller, Func<DbTransaction, CancellationToken, Task<Uitkomst<T>>> werk, CancellationToken ct)
        where T : class, IVerantwoord => desk.AskUitvoering(caller) is { } vraag ? await DoeAsync(vraag, werk, ct) : Uitkomst<T>.Niet(Problems.For(desk.Refusal), string.Empty);

    /// <summary>As above, for what the desk has decided.</summary>
    public async Task<Uitkomst<T>> DoeAsync<T>(Question vraag, Func<DbTransaction, CancellationToken, Task<Uitkomst<T>>> werk, CancellationToken ct)
        where T : class, IVerantwoord
    {
        Uitkomst<T> uitkomst = null!;
        var grond = verwerking.Informatie;
        verwerking.Bewijs = await log.AppendAsync(
            vraag.Caller.Gemeentecode,
            async (transactie, stop) =>
            {
                verwerking.Informatie = grond;
                uitkomst = await werk(transactie, stop);
                verwerking.Besluit = uitkomst.Waarde is null ? Resultaat.Geweigerd : Resultaat.Toegestaan;
                verwerking.Reden = uitkomst.Reden;
                verwerking.Geleverd = uitkomst.Waarde?.GeleverdeVelden() ?? [];
                return [verwerking.NaarRegel()];
            },
            ct);
        return uitkomst;
    }

    /// <summary>The line says which it was about.</summary>
    public void GaatOver(string soort, Guid id) => verwerking.Informatie = [.. verwerking.Informatie, $"{soort}:{id}"];
}
