using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Afstemmingen;

/// <summary>Begins the reconciliation of one person. The worker does the rest.</summary>
internal sealed class StartAfstemming(Regie regie, Dossierwerk werk, AfstemmingStore afstemmingen, Beleid beleid, Verwerking verwerking, Afstemsignaal signaal)
{
    private const string Verzoek = "verzoek";

    public async Task<Uitkomst<AfstemmingView>> HandleAsync(Caller caller, Guid dossierId, CancellationToken ct)
    {
        if (await regie.OpenAsync(caller, dossierId, ct) is not { } dossier)
        {
            return Uitkomst<AfstemmingView>.Niet(regie.Weigering, string.Empty);
        }

        var uitkomst = await werk.DoeAsync(
            dossier,
            (transactie, vast, stop) => vast.GeslotenOp is null
                ? BeginAsync(transactie, caller, vast, stop)
                : Task.FromResult(Uitkomst<AfstemmingView>.Niet(Problems.DossierGesloten, "dossier-gesloten")),
            ct);
        signaal.Wek();
        return uitkomst;
    }

    private async Task<Uitkomst<AfstemmingView>> BeginAsync(DbTransaction transactie, Caller caller, DossierRef een, CancellationToken ct)
    {
        var opdracht = new Afstemopdracht(beleid.Afstempartner, Verzoek, caller.Id, verwerking.TraceId);
        if (await afstemmingen.StartAsync(transactie, caller.Gemeentecode, opdracht, een, ct) is not { } id)
        {
            return Uitkomst<AfstemmingView>.Niet(Problems.AfstemmingLoopt, "loopt-al");
        }

        verwerking.Informatie = [.. verwerking.Informatie, $"afstemming:{id}"];
        return AfstemmingView.Of((await AfstemmingLezer.OneAsync(transactie, caller.Gemeentecode, id, ct))!);
    }
}
