using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Features.Partnerblik;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Toegangsvragen;

/// <summary>Answers another system's question with the same desk and the same facts as the request itself would meet.</summary>
internal sealed class BeoordeelVraag(Beleid beleid, AccessDesk desk, GatewayDb db, Partnervraag partners, Verwerking verwerking)
{
    /// <summary>What a dossier can be asked for here.</summary>
    private static readonly string[] Handelingen = ["lezen", "zoeken", "can_read"];

    /// <param name="caller">A client of the gemeente.</param>
    /// <returns>Null: a newer policy is in force than this process holds, so nothing can be decided.</returns>
    public async Task<Evaluatie?> HandleAsync(Caller caller, Evaluatievraag vraag, CancellationToken ct)
    {
        if (vraag.Ouder is { } ouder && verwerking.ParentSpanId is null)
        {
            verwerking.Volgt(ouder);
        }

        var ander = partners.Als(vraag.Subject.Id, caller.Gemeentecode);
        var eigen = await OwnAsync(caller, vraag.DossierId, ct);
        if (Onmogelijk(vraag.Action.Name, ander) is { } onmogelijk)
        {
            desk.WeigerVoor(eigen, onmogelijk);
            return Answer(null);
        }

        var velden = desk.AskVoor(caller, ander, Doel(ander, vraag.Activiteit), eigen) is { } question
            ? desk.DecideVoor(question, await db.ReadVoorAsync(question, eigen!, ct))
            : null;
        return verwerking.Reden == "beleid-verouderd" ? null : Answer(velden);
    }

    /// <summary>The gemeente's own right to the dossier, which stands in no line of its own: the line is about the question.</summary>
    private async Task<Granted?> OwnAsync(Caller caller, Guid dossierId, CancellationToken ct)
    {
        var (balie, _) = partners.Balie(verwerking.Tijdstip);
        return balie.AskBesluit(caller) is { } question ? balie.Decide(question, await db.ReadAsync(question, dossierId, ct)) : null;
    }

    /// <summary>Why no read can come of it, whatever the policy says of the doel; null when one can.</summary>
    private static string? Onmogelijk(string handeling, Caller? ander)
    {
        if (!Handelingen.Contains(handeling))
        {
            return "actie-onbekend";
        }

        return ander is not null && !ander.Scopes.Contains(Scopes.DossierLezen) ? "geen-leesrecht" : null;
    }

    /// <summary>The doel of an activity: that client's own, else any, which the desk then refuses.</summary>
    private string Doel(Caller? ander, string activiteit)
    {
        var doelen = beleid.Gegevens.Doelen.Where(d => d.Value.Activiteit == activiteit).Select(d => d.Key).ToArray();
        return doelen.FirstOrDefault(d => ander is not null && beleid.Zoek(ander.Rol, d) is not null) ?? doelen.FirstOrDefault() ?? "onbekend";
    }

    private Evaluatie Answer(IReadOnlyList<string>? velden) => new(velden is not null, new EvaluatieContext
    {
        ReasonAdmin = velden is null ? new Reden(verwerking.Reden!) : null,
        ReasonUser = velden is null ? new Dictionary<string, string> { ["nl"] = Inzagewoorden.Reden(verwerking.Reden)! } : null,
        Doel = verwerking.Doel,
        Grondslag = velden is null ? null : verwerking.Grondslag,
        Beleid = beleid.Hash,
        Velden = velden,
    });
}
