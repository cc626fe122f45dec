using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>GET /v1/partner/correctietaken and POST …/{correctietaakId}/bevestigingen: what a partner must correct at itself (AVG 19).</summary>
internal static class EigenCorrectietaken
{
    private const string Taken = "/partner/correctietaken";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet(Taken, AlleAsync)
            .WithMetadata(new HandelingAttribute("Eigen correctietaken geraadpleegd", Actie.Raadplegen))
            .RequireClient()
            .WithName("getEigenCorrectietaken")
            .WithTags(RechtenWiring.Tag)
            .WithSummary("Uw openstaande correctietaken lezen")
            .WithDescription("Geeft welke velden verkeerd waren toen u ze kreeg of leverde, oudste eerst en ten hoogste 500 tegelijk. Lees het dossier voor de juiste waarde, verbeter uw administratie en bevestig de taak; dan volgen de andere.");
        v1.MapPost($"{Taken}/{{correctietaakId}}/bevestigingen", BevestigAsync)
            .WithMetadata(new HandelingAttribute("Eigen correctietaak bevestigd", Actie.Muteren))
            .RequireClient()
            .WithName("bevestigEigenCorrectietaak")
            .WithTags(RechtenWiring.Tag)
            .WithSummary("Bevestigen dat u heeft gecorrigeerd")
            .WithDescription("Legt vast dat u het gegeven in uw eigen administratie heeft verbeterd. Nog eens bevestigen heeft geen tweede gevolg.");
    }

    internal static async Task<Results<Ok<EigenCorrectietakenView>, ProblemHttpResult>> AlleAsync(CallerHolder holder, PartnerCorrecties correcties, CancellationToken ct) =>
        holder.Caller is { } caller ? (await correcties.ReadAsync(caller, ct)).Antwoord() : Problems.GeenToegang.Answer();

    /// <param name="correctietaakId">Nummer van de taak.</param>
    internal static async Task<Results<Ok<EigenCorrectietaakView>, ProblemHttpResult>> BevestigAsync(
        string correctietaakId, CallerHolder holder, PartnerCorrecties correcties, CancellationToken ct) =>
        holder.Caller is { } caller ? (await correcties.ConfirmAsync(caller, Adres.Id(correctietaakId), ct)).Antwoord() : Problems.GeenToegang.Answer();
}

/// <summary>A partner's own tasks; each line names the person it is about.</summary>
internal sealed class PartnerCorrecties(AccessDesk desk, CorrectietaakStore taken, ILogWriter log, Verwerking verwerking)
{
    private const int Hoogstens = 500;

    public async Task<Uitkomst<EigenCorrectietakenView>> ReadAsync(Caller caller, CancellationToken ct)
    {
        if (desk.AskCorrectieplicht(caller) is not { } question)
        {
            return Uitkomst<EigenCorrectietakenView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        EigenCorrectietakenView? view = null;
        verwerking.Bewijs = await log.AppendAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                var open = await taken.OpenOfAsync(transactie, question, Hoogstens, stop);
                view = new EigenCorrectietakenView([.. open.Select(EigenCorrectietaakView.Of)]);
                return Regels(view, [.. open.Select(t => t.DossierId).Distinct()]);
            },
            ct);
        return view!;
    }

    public async Task<Uitkomst<EigenCorrectietaakView>> ConfirmAsync(Caller caller, Guid correctietaakId, CancellationToken ct)
    {
        if (desk.AskCorrectieplicht(caller) is not { } question)
        {
            return Uitkomst<EigenCorrectietaakView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        EigenCorrectietaak? taak = null;
        verwerking.Bewijs = await log.AppendAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                taak = await taken.ConfirmOwnAsync(transactie, question, correctietaakId, stop);
                verwerking.Besluit = taak is null ? Resultaat.Geweigerd : Resultaat.Toegestaan;
                verwerking.Reden = taak is null ? "geen-correctietaak" : null;
                verwerking.Gevraagd = taak is null ? [] : [taak.Taak.Veld];
                verwerking.Geleverd = taak is null ? [] : EigenCorrectietaakView.Velden;
                verwerking.Aantal = taak is null ? 0 : 1;
                verwerking.GaatOver(taak?.DossierId);
                return [verwerking.NaarRegel()];
            },
            ct);
        return taak is null ? Uitkomst<EigenCorrectietaakView>.Niet(Problems.BestaatNiet, string.Empty) : EigenCorrectietaakView.Of(taak);
    }

    /// <summary>The question itself, and a line in the file of every person it names.</summary>
    private IReadOnlyList<Logregel> Regels(EigenCorrectietakenView view, IReadOnlyCollection<Guid> dossiers)
    {
        verwerking.Besluit = Resultaat.Toegestaan;
        verwerking.Aantal = dossiers.Count;
        verwerking.Geleverd = view.GeleverdeVelden();
        return Lijstregels.Of(verwerking.NaarRegel(), dossiers);
    }
}
