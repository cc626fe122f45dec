using System.Diagnostics;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>Asks a partner for every record an event names; each question has its own log line, answered or not.</summary>
internal sealed class Ophaling(RecordFetcher fetcher, PartnerCatalog partners, Beleid beleid, TaakRegels regels, TimeProvider systeemklok)
{
    public async Task<Opgehaald> FetchAsync(Bericht bericht, Gebeurtenis gebeurtenis, Bsn bsn, CancellationToken ct)
    {
        var opgehaald = new Opgehaald();
        var gevraagdOp = systeemklok.GetUtcNow();
        var antwoorden = await Task.WhenAll(gebeurtenis.Ophalen.Select(record => FetchAsync(bericht, bsn, record, ct)));
        foreach (var (record, (antwoord, spanId)) in gebeurtenis.Ophalen.Zip(antwoorden))
        {
            var reden = Add(opgehaald, antwoord, gevraagdOp);
            opgehaald.Regels.Add(regels.Raadpleging(bericht, bsn, partners.PartnerOf(record), record, reden) with { SpanId = spanId });
        }

        if (opgehaald.Records.Count == 0 && opgehaald.Afloop is null)
        {
            opgehaald.Afloop = Berichtredenen.OnbekendBijPartner;
        }

        return opgehaald;
    }

    /// <summary>One question after the other, each when it is its turn; the first that cannot be answered is the last.</summary>
    /// <param name="beurt">Returns when the question with this number may leave.</param>
    public async Task<Opgehaald> FetchAsync(Opvraging opvraging, Bsn bsn, IReadOnlyList<Type> records, Func<int, CancellationToken, Task> beurt, CancellationToken ct)
    {
        var opgehaald = new Opgehaald();
        for (var i = 0; i < records.Count && opgehaald.Afloop is null; i++)
        {
            await beurt(i, ct);
            var gevraagdOp = systeemklok.GetUtcNow();
            var (antwoord, spanId) = await FetchAsync(opvraging, bsn, records[i], ct);
            var reden = Add(opgehaald, antwoord, gevraagdOp);
            if (antwoord is PartnerReply<object>.Absent)
            {
                opgehaald.Afwezig.Add(records[i]);
            }

            opgehaald.Regels.Add(regels.Raadpleging(opvraging, bsn, partners.PartnerOf(records[i]), records[i], reden) with { SpanId = spanId });
        }

        if (opgehaald.Records.Count == 0 && opgehaald.Afloop is null)
        {
            opgehaald.Afloop = Berichtredenen.OnbekendBijPartner;
        }

        return opgehaald;
    }

    /// <summary>One question, in the trace of the delivery: the span of its log line is the parent of the call that goes out (LDV 3.2).</summary>
    private async Task<(PartnerReply<object> Antwoord, string SpanId)> FetchAsync(Opvraging opvraging, Bsn bsn, Type record, CancellationToken ct)
    {
        using var handeling = new Activity("gegevens opvragen");
        handeling.SetIdFormat(ActivityIdFormat.W3C);
        handeling.SetParentId(ActivityTraceId.CreateFromString(opvraging.TraceId), ActivitySpanId.CreateRandom());
        handeling.Start();
        var antwoord = await fetcher.FetchAsync(record, Vraag(opvraging.Gemeentecode, bsn, partners.PartnerOf(record)), ct);
        return (antwoord, handeling.SpanId.ToHexString());
    }

    /// <summary>What the reply means for the message; null when it is an answer.</summary>
    private static string? Add(Opgehaald opgehaald, PartnerReply<object> reply, DateTimeOffset gevraagdOp)
    {
        switch (reply)
        {
            case PartnerReply<object>.Answer answer:
                opgehaald.Records.Add((answer.Value, gevraagdOp));
                return null;
            case PartnerReply<object>.Absent:
                return Berichtredenen.OnbekendBijPartner;
            case PartnerReply<object>.Refused { Redenen.Count: 0 }:
                return opgehaald.Afloop = Berichtredenen.GeenToegangMeer;
            case PartnerReply<object>.Refused:
                return opgehaald.Afloop = Berichtredenen.PartnerWeigert;
            case PartnerReply<object>.Unavailable unavailable:
                // a refusal of another question of this message is final, and not asked again
                opgehaald.RetryAfter = unavailable.RetryAfter;
                opgehaald.Afloop ??= Berichtredenen.PartnerNietBereikbaar;
                return Berichtredenen.PartnerNietBereikbaar;
            case PartnerReply<object>.Unreadable:
                return opgehaald.Afloop = Berichtredenen.AntwoordOnleesbaar;
            default:
                throw new UnreachableException();
        }
    }

    private Raadpleging Vraag(string gemeentecode, Bsn bsn, string partner) => new()
    {
        Bsn = bsn,
        Bron = Oin.Parse(beleid.Gemeenten[gemeentecode].Oin),
        Doel = Oin.Parse(beleid.Partners[partner].Instanties[0].Oin),
        BerichtId = Guid.NewGuid(),
    };
}

/// <summary>What came back.</summary>
internal sealed class Opgehaald
{
    public List<(object Record, DateTimeOffset GevraagdOp)> Records { get; } = [];

    /// <summary>Records of which the partner says that there are none.</summary>
    public List<Type> Afwezig { get; } = [];

    public List<Logregel> Regels { get; } = [];

    /// <summary>Why it could not be completed; null when it could.</summary>
    public string? Afloop { get; set; }

    public TimeSpan? RetryAfter { get; set; }
}
