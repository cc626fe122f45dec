using System.Diagnostics;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Outbox;

/// <summary>One melding: decide, write the line, send, write how it ended. A crash in between leaves an attempt whose outcome is not known.</summary>
internal sealed class MeldingVerzending(ILogWriter log, MeldingVertrek vertrek, MeldingAankomst aankomst, Verzender verzender)
{
    public async Task WorkAsync(string gemeentecode, Guid meldingId, CancellationToken ct)
    {
        Vertrek? gaat = null;
        await log.AppendAsync(
            gemeentecode,
            async (transactie, stop) =>
            {
                (gaat, var regel) = await vertrek.DecideAsync(transactie, gemeentecode, meldingId, stop);
                return [regel];
            },
            ct);
        if (gaat is null)
        {
            return;
        }

        var antwoord = await SendAsync(gaat, ct);
        await log.AppendAsync(gemeentecode, (transactie, stop) => aankomst.FinishAsync(transactie, gemeentecode, gaat.Melding, antwoord, stop), ct);
    }

    /// <summary>In the trace of the request that gave it.</summary>
    private async Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Vertrek gaat, CancellationToken ct)
    {
        using var handeling = new Activity("melding verzenden");
        handeling.SetIdFormat(ActivityIdFormat.W3C);
        handeling.SetParentId(ActivityTraceId.CreateFromString(gaat.Melding.TraceId), ActivitySpanId.CreateRandom());
        handeling.Start();
        return await verzender.SendAsync(gaat.Melding.Partner, gaat.Melding.Melding, gaat.Envelop, ct);
    }
}
