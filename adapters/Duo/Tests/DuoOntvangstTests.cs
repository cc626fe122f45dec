using Inburgering.Gateway.Adapters.Tests.Servers;
using Inburgering.Gateway.Partners;
using Microsoft.AspNetCore.Http;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>What DUO's answer to a melding means.</summary>
public sealed class DuoOntvangstTests
{
    private const string Json = "application/json";
    private const string Html = "text/html";

    /// <summary>Milliseconds: a hang that is not ended must fail, not hang the tests.</summary>
    private const int Patience = 30_000;

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, DuoMeldingen.All.Count)];

    [Theory]
    [InlineData(200, null, "", "Answer")]
    [InlineData(200, Html, "<html>Onderhoud</html>", "Unreadable()")]
    [InlineData(200, Json, "{", "Unreadable()")]
    [InlineData(201, null, "", "Answer")]
    [InlineData(204, null, "", "Answer")]
    [InlineData(202, null, "", "Unreadable()")]
    [InlineData(206, null, "", "Unreadable()")]
    [InlineData(302, null, "", "Unreadable()")]
    [InlineData(400, null, "", "Unreadable()")]
    [InlineData(403, null, "", "Refused()")]
    [InlineData(403, Json, "[]", "Refused(DUO weigert en geeft geen uitleg.)")]
    [InlineData(403, Json, """[{"fouttekst":"Een."},{"fouttekst":"Twee."}]""", "Refused(Een. | Twee.)")]
    [InlineData(403, Html, "<html>Geen toegang</html>", "Unreadable()")]
    [InlineData(404, null, "", "Absent")]
    [InlineData(409, null, "", "Unreadable()")]
    [InlineData(429, null, "", "Unavailable(null)")]
    [InlineData(500, Html, "<html>Fout</html>", "Unavailable(null)")]
    [InlineData(503, Json, """{"fouttekst":"Gepland onderhoud."}""", "Unavailable(null)")]
    [InlineData(504, null, "", "Unavailable(null)")]
    public async Task Send_Status_HasOneMeaningForEveryMelding(int status, string? contentType, string body, string reply)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await PartnerServer.StartAsync(DuoAnswers.Plain(status, contentType, body), ct);

        foreach (var melding in DuoMeldingen.All.Where(melding => melding is not ContactpersoonMelding || status >= 300 || reply != "Answer"))
        {
            Assert.Equal(reply, await DuoMeldingen.SendAsync(melding, server.Client, ct));
        }
    }

    [Theory]
    [InlineData(400, "DUO vindt dat het verzoek niet aan het contract voldoet (400).")]
    [InlineData(409, "Status 409 staat niet in het contract.")]
    public async Task Send_NotUnderstood_SaysWhyInDutch(int status, string reden)
    {
        var reply = await TellAsync(DuoMeldingen.All[0], DuoAnswers.With(status));

        Assert.Equal(reden, Assert.Single(Assert.IsType<PartnerReply<Ontvangstbevestiging>.Unreadable>(reply).Fouten).Detail);
    }

    [Theory]
    [InlineData(201, Json, """{"id":4711,"contactpersoongegevens":{"naam":"Ineke"}}""", 4711)]
    [InlineData(200, Json, """{"id":99999}""", 99999)]
    [InlineData(201, Json, """{"contactpersoongegevens":{"naam":"Ineke"}}""", null)]
    public async Task Send_NewContact_ReceiptCarriesDuosNumber(int status, string contentType, string body, int? nummer)
    {
        var reply = await TellAsync(new ContactpersoonMelding("Ineke", "i@b.nl", "112"), DuoAnswers.Plain(status, contentType, body));

        Assert.Equal(nummer, Assert.IsType<PartnerReply<Ontvangstbevestiging>.Answer>(reply).Value.Nummer);
    }

    [Theory]
    [InlineData(Json, """{"id":"4711"}""", "Unreadable(/id)")]
    [InlineData(Json, """{"id":0}""", "Unreadable(/id)")]
    [InlineData(Json, """{"id":100000}""", "Unreadable(/id)")]
    [InlineData(Json, "4711", "Unreadable()")]
    [InlineData(Json, "", "Unreadable()")]
    [InlineData(Html, "<html/>", "Unreadable()")]
    public async Task Send_NewContactWithoutReadableNumber_IsNotTakenForKnown(string contentType, string body, string reply) =>
        Assert.Equal(reply, ReplyText.Of(await TellAsync(new ContactpersoonMelding("Ineke", "i@b.nl", "112"), DuoAnswers.Plain(201, contentType, body))));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Send_ConnectionLost_IsUnavailableAndNamesNobody(int row) => Assert.Equal("Unavailable(null)", ReplyText.Of(await TellAsync(
        DuoMeldingen.All[row],
        context =>
        {
            context.Abort();
            return Task.CompletedTask;
        })));

    [Fact]
    public async Task Send_AnswerOfAnotherRequest_IsUnreadable() =>
        Assert.Equal("Unreadable()", ReplyText.Of(await TellAsync(DuoMeldingen.All[0], DuoAnswers.With(201, ("berichtId", "6f0e62b4-95a1-4f0c-9a53-1d8f26d7a001")))));

    [Fact(Timeout = Patience)]
    public async Task Send_Hang_IsUnavailableAfterTheHubsTimeout()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await PartnerServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted), ct);
        server.Client.Timeout = TimeSpan.FromMilliseconds(300);

        Assert.Equal("Unavailable(null)", await DuoMeldingen.SendAsync(DuoMeldingen.All[0], server.Client, ct));
    }

    [Fact]
    public async Task Send_NumbersInThePath_AreInNoTextThatLeavesTheAdapter()
    {
        var replies = new List<object>();
        foreach (var answer in new[] { DuoAnswers.With(400), DuoAnswers.With(401), DuoAnswers.With(302, ("Location", $"/personen/{DuoMeldingen.Bsn}")), DuoAnswers.With(418) })
        {
            replies.AddRange(await Task.WhenAll(DuoMeldingen.All.Select(melding => TellAsync(melding, answer))));
        }

        Assert.All(replies, reply => Assert.All([DuoMeldingen.Bsn, DuoMeldingen.Instelling], number => Assert.DoesNotContain(number, Text(reply), StringComparison.Ordinal)));
    }

    private static string Text(object reply) => reply switch
    {
        PartnerReply<Ontvangstbevestiging>.Unreadable(var faults) => string.Join(' ', faults),
        PartnerReply<Ontvangstbevestiging>.Refused(var reasons) => string.Join(' ', reasons),
        _ => reply.ToString()!,
    };

    private static async Task<PartnerReply<Ontvangstbevestiging>> TellAsync(Melding melding, RequestDelegate answer)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await PartnerServer.StartAsync(answer, ct);
        return await DuoMeldingen.TellAsync(melding, server.Client, ct);
    }
}
