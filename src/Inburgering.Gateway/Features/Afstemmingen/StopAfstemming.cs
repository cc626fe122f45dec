using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Afstemmingen;

/// <summary>Stops a round: who is being done is finished, nobody else begins. Stopped twice is stopped once.</summary>
internal sealed class StopAfstemming(AccessDesk desk, ILogWriter log, AfstemmingStore afstemmingen, AfstemmingLezer lezer, Verwerking verwerking)
{
    public async Task<Uitkomst<AfstemmingView>> HandleAsync(Caller caller, Guid afstemmingId, CancellationToken ct)
    {
        if (desk.AskUitvoering(caller) is null)
        {
            return Uitkomst<AfstemmingView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        if (await lezer.OneAsync(caller.Gemeentecode, afstemmingId, ct) is not { } afstemming)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<AfstemmingView>.Niet(Problems.AfstemmingOnbekend, string.Empty);
        }

        if (afstemming.Status == Afstemmingstatus.Klaar)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<AfstemmingView>.Niet(Problems.AfstemmingVoorbij, string.Empty);
        }

        verwerking.Informatie = [$"afstemming:{afstemmingId}"];
        verwerking.Bewijs = await log.AppendAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                verwerking.Reden = await afstemmingen.StopAsync(transactie, caller.Gemeentecode, afstemmingId, stop) ? null : "geen-wijziging";
                return [verwerking.NaarRegel()];
            },
            ct);
        return AfstemmingView.Of((await lezer.OneAsync(caller.Gemeentecode, afstemmingId, ct))!);
    }
}
