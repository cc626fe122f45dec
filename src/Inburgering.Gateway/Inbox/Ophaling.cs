using System.Diagnostics;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Koppelingen;
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
            var reden = Add(opgehaald, record, antwoord, gevraagdOp);
            opgehaald.Regels.Add(regels.Raadpleging(bericht, bsn, partners.PartnerOf(record), record, reden) with { SpanId = spanId });
        }

        return opgehaald;
    }

    /// <summary>One question after the other, each when it is its turn; the first that cannot be answered is the last.</summary>
    /// <param name="beurt">Returns when the question with this number may leave.</param>
    public async Task<Opgehaald> FetchAsync(Opvraging opvraging, Bsn bsn, IReadOnlyList<Type> records, Func<int, CancellationToken, Task> beurt, CancellationToken ct)
    {
        var opgehaald = new Opgehaald();
        for (var i = 0; i < records.Count && opgehaald.Mislukking is null; i++)
        {
            await beurt(i, ct);
            var gevraagdOp = systeemklok.GetUtcNow();
            var (antwoord, spanId) = await FetchAsync(opvraging, bsn, records[i], ct);
            var reden = Add(opgehaald, records[i], antwoord, gevraagdOp);
            opgehaald.Regels.Add(regels.Raadpleging(opvraging, bsn, partners.PartnerOf(records[i]), records[i], reden) with { SpanId = spanId });
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
    private static string? Add(Opgehaald opgehaald, Type soort, PartnerReply<object> reply, DateTimeOffset gevraagdOp)
    {
        if (reply is PartnerReply<object>.Absent)
        {
            opgehaald.Afwezig.Add(soort);
        }

        if (reply is PartnerReply<object>.Answer { Value: var record })
        {
            opgehaald.Records.Add((record, gevraagdOp));
        }

        opgehaald.Note(reply.Houding());
        return reply switch
        {
            PartnerReply<object>.Answer => null,
            PartnerReply<object>.Absent => Berichtredenen.OnbekendBijPartner,
            PartnerReply<object>.Refused { Redenen.Count: 0 } => opgehaald.Mislukt(Berichtredenen.GeenToegangMeer),
            PartnerReply<object>.Refused => opgehaald.Mislukt(Berichtredenen.PartnerWeigert),
            PartnerReply<object>.Unavailable { Waarom: Onbereikt.AfzenderOnbekend } => opgehaald.Mislukt(Berichtredenen.AfzenderNietHerkend),
            PartnerReply<object>.Unavailable { Waarom: Onbereikt.Dicht or Onbereikt.Druk } => opgehaald.NietGevraagd(),
            PartnerReply<object>.Unavailable { RetryAfter: var wens } => opgehaald.Mislukt(Berichtredenen.PartnerNietBereikbaar, wens),
            PartnerReply<object>.Unreadable => opgehaald.Mislukt(Berichtredenen.AntwoordOnleesbaar),
            _ => throw new UnreachableException(),
        };
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

    /// <summary>Why a question got no answer, the heaviest of them; null: all did.</summary>
    public string? Mislukking { get; private set; }

    /// <summary>Why it could not be completed; null when it could.</summary>
    public string? Afloop => Mislukking ?? (Records.Count == 0 ? Berichtredenen.OnbekendBijPartner : null);

    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>The hub kept a question back, so that the rest says nothing of the message.</summary>
    public bool Ongevraagd { get; private set; }

    /// <summary>How the partner stands towards us, by all its answers.</summary>
    public Houding Houding { get; private set; }

    /// <summary>What holds for every question weighs most; then a refusal, which is final, and not asked again because another question met an outage.</summary>
    private static int Gewicht(string? reden) => reden switch
    {
        null => 0,
        Berichtredenen.GeenToegangMeer => 4,
        Berichtredenen.AfzenderNietHerkend => 3,
        Berichtredenen.PartnerNietBereikbaar => 1,
        _ => 2,
    };

    /// <summary>One question got no answer.</summary>
    /// <returns>Why.</returns>
    public string Mislukt(string reden, TimeSpan? wens = null)
    {
        RetryAfter = wens ?? RetryAfter;
        Mislukking = Gewicht(reden) >= Gewicht(Mislukking) ? reden : Mislukking;
        return reden;
    }

    /// <summary>One question was not asked.</summary>
    public string NietGevraagd()
    {
        Ongevraagd = true;
        return Mislukt(Berichtredenen.PartnerNietBereikbaar);
    }

    /// <summary>One that says more than the others.</summary>
    public void Note(Houding houding) => Houding = (Houding)Math.Max((int)Houding, (int)houding);
}
