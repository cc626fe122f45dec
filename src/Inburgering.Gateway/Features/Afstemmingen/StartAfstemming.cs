using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Afstemmingen;

/// <summary>Begins a round of reconciliation: of everybody, or of one person. The worker does the rest.</summary>
internal sealed class StartAfstemming(
    AccessDesk desk, Regie regie, Dossierwerk werk, ILogWriter log, AfstemmingStore afstemmingen, Beleid beleid, Verwerking verwerking, Afstemsignaal signaal)
{
    private const string Verzoek = "verzoek";

    /// <param name="dossierId">Null: every active person.</param>
    public async Task<Uitkomst<AfstemmingView>> HandleAsync(Caller caller, Guid? dossierId, CancellationToken ct)
    {
        var uitkomst = dossierId is { } een ? await OneAsync(caller, een, ct) : await AllAsync(caller, ct);
        signaal.Wek();
        return uitkomst;
    }

    private async Task<Uitkomst<AfstemmingView>> OneAsync(Caller caller, Guid dossierId, CancellationToken ct)
    {
        if (await regie.OpenAsync(caller, dossierId, ct) is not { } dossier)
        {
            return Uitkomst<AfstemmingView>.Niet(regie.Weigering, string.Empty);
        }

        return await werk.DoeAsync(
            dossier,
            (transactie, vast, stop) => vast.GeslotenOp is null
                ? BeginAsync(transactie, caller, vast, stop)
                : Task.FromResult(Uitkomst<AfstemmingView>.Niet(Problems.DossierGesloten, "dossier-gesloten")),
            ct);
    }

    private async Task<Uitkomst<AfstemmingView>> AllAsync(Caller caller, CancellationToken ct)
    {
        if (desk.AskUitvoering(caller) is null)
        {
            return Uitkomst<AfstemmingView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        Uitkomst<AfstemmingView> uitkomst = null!;
        verwerking.Bewijs = await log.AppendAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                uitkomst = await BeginAsync(transactie, caller, null, stop);
                verwerking.Besluit = uitkomst.Waarde is null ? Resultaat.Geweigerd : Resultaat.Toegestaan;
                verwerking.Reden = uitkomst.Reden;
                return [verwerking.NaarRegel()];
            },
            ct);
        return uitkomst;
    }

    private async Task<Uitkomst<AfstemmingView>> BeginAsync(DbTransaction transactie, Caller caller, DossierRef? een, CancellationToken ct)
    {
        var partner = beleid.Partners.Values.First(p => p.Afstemming is not null).Partnertype;
        var opdracht = new Afstemopdracht(partner, Verzoek, caller.Id, verwerking.TraceId);
        if (await afstemmingen.StartAsync(transactie, caller.Gemeentecode, opdracht, een, ct) is not { } id)
        {
            return Uitkomst<AfstemmingView>.Niet(Problems.AfstemmingLoopt, "loopt-al");
        }

        verwerking.Informatie = [.. verwerking.Informatie, $"afstemming:{id}"];
        return AfstemmingView.Of((await AfstemmingLezer.OneAsync(transactie, caller.Gemeentecode, id, ct))!);
    }
}
