using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Whose account it is: one records how that was found out, another accepts it; before that nothing goes to it (payments 4).</summary>
internal sealed class ControleerRekening(Betaalwerk werk, RekeningcontroleStore store)
{
    private const string Naamcontrole = "naamcontrole";
    private const string AnderKanaal = "ander-kanaal";
    private const string Bevestigd = "bevestigd";

    private static readonly string[] Uitkomsten = ["overeenkomst", "bijna", "geen", "niet-mogelijk"];
    private static readonly string[] Onvoldoende = ["geen", "niet-mogelijk"];

    /// <summary>Records an outcome; one that was accepted before has to be accepted again.</summary>
    public async Task<Uitkomst<BetalingView>> LegVastAsync(Caller caller, Guid opdrachtId, RekeningcontroleInvoer invoer, CancellationToken ct)
    {
        if (Fouten(invoer).ToArray() is { Length: > 0 } fouten)
        {
            return Uitkomst<BetalingView>.Niet(Problems.OngeldigeInvoer, "ongeldig", fouten);
        }

        return await werk.DoeAsync<BetalingView>(
            caller, opdrachtId,
            async (transactie, vast, betaling, stop) =>
            {
                await store.PutAsync(transactie, vast.Gemeentecode, betaling.RekeningHash, new Rekeningcontrole(invoer.Wijze, invoer.Uitkomst, caller.Id, null, null), stop);
                return await werk.ViewAsync(transactie, vast, opdrachtId, stop);
            },
            ct);
    }

    /// <summary>The second person. A check of the name that found another, or found nothing, is not enough: somebody has to ask by another way.</summary>
    public async Task<Uitkomst<BetalingView>> AanvaardAsync(Caller caller, Guid opdrachtId, CancellationToken ct)
    {
        if (caller.ClientId is not null)
        {
            return Uitkomst<BetalingView>.Niet(Problems.AlleenMedewerker, "geen-medewerker");
        }

        return await werk.DoeAsync<BetalingView>(
            caller, opdrachtId,
            async (transactie, vast, betaling, stop) =>
            {
                if (betaling.Controle is not { AanvaardDoor: null, GeblokkeerdOm: null } controle || Onvoldoende.Contains(controle.Uitkomst))
                {
                    return Uitkomst<BetalingView>.Niet(Problems.BetalingVast, "niets-te-aanvaarden");
                }

                return await store.AcceptAsync(transactie, vast.Gemeentecode, betaling.RekeningHash, caller.Id, stop)
                    ? await werk.ViewAsync(transactie, vast, opdrachtId, stop)
                    : Uitkomst<BetalingView>.Niet(Problems.ZelfKlaargezet, "zelf-gecontroleerd");
            },
            ct);
    }

    private static IEnumerable<InvoerFout> Fouten(RekeningcontroleInvoer invoer)
    {
        if (invoer.Wijze is not (Naamcontrole or AnderKanaal))
        {
            yield return new InvoerFout($"Kies {Naamcontrole} of {AnderKanaal}.", Pointer: "/wijze");
        }
        else if (invoer.Wijze == Naamcontrole ? !Uitkomsten.Contains(invoer.Uitkomst) : invoer.Uitkomst != Bevestigd)
        {
            yield return new InvoerFout($"Bij {Naamcontrole}: overeenkomst, bijna, geen of niet-mogelijk. Bij {AnderKanaal}: {Bevestigd}.", Pointer: "/uitkomst");
        }
    }
}
