using System.Text.RegularExpressions;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Besluiten;

/// <summary>Why a decision was made as it was; the same for screen and API.</summary>
internal sealed partial class LeesBesluit(AccessDesk desk, GatewayDb db, LogLezer log, GrondenLezer gronden, Beleidsversies versies)
{
    /// <param name="dossierId">As this caller names it.</param>
    /// <param name="besluitId">The header Besluit-Id of the answer, or the number in «Wie heeft gekeken».</param>
    public async Task<BesluitUitkomst> HandleAsync(Caller caller, Guid dossierId, string besluitId, CancellationToken ct)
    {
        if (desk.AskBesluit(caller) is not { } question || desk.DecideBesluit(question, await db.ReadAsync(question, dossierId, ct)) is not { } granted)
        {
            return new BesluitUitkomst.Geweigerd(desk.Refusal);
        }

        if (!SpanForm().IsMatch(besluitId) || (await log.ReadAsync(caller.Gemeentecode, Filter(granted, besluitId), null, ct)).Regels is not [var gelezen])
        {
            desk.GeenBesluit();
            return new BesluitUitkomst.Geweigerd(desk.Refusal);
        }

        return new BesluitUitkomst.Gevonden(await MakeAsync(granted, dossierId, gelezen.Regel, ct));
    }

    /// <summary>A partner's own, or its user's; of the gemeente all, but what is confidential and the control of the log itself only for who controls.</summary>
    private static LogFilter Filter(Granted granted, string besluitId) => new()
    {
        DossierId = granted.DossierId,
        SpanId = besluitId,
        ClientId = granted.Question.Caller.VanGemeente ? null : granted.Question.Caller.ClientId,
        Actor = granted.Question.Caller.Gebruiker,
        ZonderDoel = VoorToezicht(granted) ? null : AccessDesk.Toezicht,
        ZonderVertrouwelijk = !VoorToezicht(granted),
    };

    private static bool VoorToezicht(Granted granted) => granted.Question is { Caller.VanGemeente: true, Doel: AccessDesk.Toezicht };

    private async Task<Besluit> MakeAsync(Granted granted, Guid dossierId, Logregel regel, CancellationToken ct)
    {
        var versie = regel.Beleid is null ? null : await versies.ReadAsync(regel.Beleid, ct);
        var toen = versie?.Beleid;
        var uitleg = new Uitlegger(regel, toen, await gronden.ReadAsync(granted, Onderwerp(regel), ct));
        return new Besluit
        {
            Regel = regel,
            DossierId = dossierId,
            Uitleg = uitleg.Make(),
            Beleid = versie,
            Herberekend = toen is null ? null : Herberekening.Of(regel, toen)?.Gelijk(regel),
            VoorToezicht = VoorToezicht(granted),
        };
    }

    /// <summary>Whose opdracht and toestemming counted: of a question asked for another, that other's.</summary>
    private static string? Onderwerp(Logregel regel) => Verwijzing.Van(regel, Verwijzing.Voor).FirstOrDefault() ?? regel.ClientId;

    [GeneratedRegex(@"^[0-9a-f]{16}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex SpanForm();
}
