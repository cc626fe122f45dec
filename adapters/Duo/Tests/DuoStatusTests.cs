using Inburgering.Gateway.Adapters.Tests.Servers;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

public sealed class DuoStatusTests
{
    private const string Json = "application/json";
    private const string Termijn = """{"startdatum":"2024-06-18","einddatum":"2027-06-18"}""";

    [Theory]
    [InlineData(200, Json, Termijn, "Answer")]
    [InlineData(200, "application/json; charset=utf-8", Termijn, "Answer")]
    [InlineData(200, "Application/JSON;charset=\"UTF-8\"", Termijn, "Answer")]
    [InlineData(200, "application/json; charset=iso-8859-1", Termijn, "Unreadable()")]
    [InlineData(200, "text/html", "<html>Onderhoud</html>", "Unreadable()")]
    [InlineData(200, "text/html", Termijn, "Unreadable()")]
    [InlineData(200, null, Termijn, "Unreadable()")]
    [InlineData(200, Json, "", "Unreadable()")]
    [InlineData(200, Json, "null", "Unreadable()")]
    [InlineData(200, Json, "[]", "Unreadable()")]
    [InlineData(200, Json, "{", "Unreadable()")]
    [InlineData(200, Json, Termijn + "{}", "Unreadable()")]
    [InlineData(200, Json, """{"startdatum":"2024-06-18","startdatum":"2024-06-18","einddatum":"2027-06-18"}""", "Unreadable()")]
    [InlineData(200, Json, """{"Startdatum":"2024-06-18","einddatum":"2027-06-18"}""", "Unreadable(/startdatum)")]
    [InlineData(200, Json, """{"startdatum":20240618,"einddatum":"2027-06-31"}""", "Unreadable(/startdatum /einddatum)")]
    [InlineData(200, Json, """{"startdatum":"2024-06-18","einddatum":"2027-06-18","wijzigingsdatum":null}""", "Unreadable(/wijzigingsdatum)")]
    [InlineData(204, null, "", "Unreadable()")]
    [InlineData(206, Json, Termijn, "Unreadable()")]
    [InlineData(304, null, "", "Unreadable()")]
    [InlineData(400, null, "", "Unreadable()")]
    [InlineData(401, null, "", "Unavailable(afzender onbekend)")]
    [InlineData(403, null, "", "Refused()")]
    [InlineData(403, Json, "[]", "Refused(DUO weigert en geeft geen uitleg.)")]
    [InlineData(403, Json, "[{}]", "Refused(DUO weigert en geeft geen uitleg.)")]
    [InlineData(403, Json, """[{"fouttekst":"Er is geen termijn."}]""", "Refused(Er is geen termijn.)")]
    [InlineData(403, Json, """[{"fouttekst":"Een."},{"fouttekst":"Twee."}]""", "Refused(Een. | Twee.)")]
    [InlineData(403, Json, """{"fouttekst":"Geen lijst."}""", "Unreadable()")]
    [InlineData(403, Json, """[{"fouttekst":1}]""", "Unreadable()")]
    [InlineData(403, "text/html", "<html>Geen toegang</html>", "Unreadable()")]
    [InlineData(404, null, "", "Absent")]
    [InlineData(404, "text/html", "<html>Niets</html>", "Absent")]
    [InlineData(405, null, "", "Unreadable()")]
    [InlineData(408, null, "", "Unavailable(null)")]
    [InlineData(410, null, "", "Unreadable()")]
    [InlineData(429, null, "", "Unavailable(null)")]
    [InlineData(500, null, "", "Unavailable(null)")]
    [InlineData(500, "text/html", "<html>Fout</html>", "Unavailable(null)")]
    [InlineData(501, null, "", "Unreadable()")]
    [InlineData(502, null, "", "Unavailable(null)")]
    [InlineData(503, Json, """{"fouttekst":"Gepland onderhoud."}""", "Unavailable(null)")]
    [InlineData(504, null, "", "Unavailable(null)")]
    public async Task Read_Status_HasOneMeaning(int status, string? contentType, string body, string reply) =>
        Assert.Equal(reply, await AskAsync(DuoAnswers.Plain(status, contentType, body)));

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Read_Redirect_IsUnreadableAndNotFollowed(int status)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await PartnerServer.StartAsync(DuoAnswers.With(status, ("Location", "/v1/elders")), ct);

        Assert.Equal("Unreadable()", await AskAsync(server.Client, ct));
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData(503, "120", null, "Unavailable(00:02:00)")]
    [InlineData(429, "0", null, "Unavailable(00:00:00)")]
    [InlineData(429, "86399", null, "Unavailable(23:59:59)")]
    [InlineData(429, "2000000000", null, "Unavailable(1.00:00:00)")]
    [InlineData(503, "Mon, 06 May 2999 10:00:30 GMT", "Mon, 06 May 2024 10:00:00 GMT", "Unavailable(1.00:00:00)")]
    [InlineData(503, "Mon, 06 May 2024 10:00:30 GMT", "Mon, 06 May 2024 10:00:00 GMT", "Unavailable(00:00:30)")]
    [InlineData(503, "Mon, 06 May 2024 09:00:00 GMT", "Mon, 06 May 2024 10:00:00 GMT", "Unavailable(00:00:00)")]
    [InlineData(503, "straks", null, "Unavailable(null)")]
    public async Task Read_RetryAfter_IsDuosOwnWish(int status, string retryAfter, string? date, string reply)
    {
        (string, string)[] headers = date is null ? [("Retry-After", retryAfter)] : [("Retry-After", retryAfter), ("Date", date)];

        Assert.Equal(reply, await AskAsync(DuoAnswers.With(status, headers)));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Read_OtherBerichtId_IsUnreadable(int status) =>
        Assert.Equal("Unreadable()", await AskAsync(DuoAnswers.Plain(status, Json, Termijn, ("berichtId", "6f0e62b4-95a1-4f0c-9a53-1d8f26d7a001"))));

    [Theory]
    [InlineData("", "Unreadable()")]
    [InlineData("geen-uuid", "Unreadable()")]
    public async Task Read_JunkBerichtId_IsUnreadable(string echo, string reply) =>
        Assert.Equal(reply, await AskAsync(DuoAnswers.Plain(200, Json, Termijn, ("berichtId", echo))));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_OwnBerichtId_IsAnswerInEitherCase(bool capitals)
    {
        Task EchoAsync(Microsoft.AspNetCore.Http.HttpContext context)
        {
            var asked = context.Request.Headers["berichtId"].ToString();
            var echo = capitals ? asked.ToUpperInvariant() : asked;
            return DuoAnswers.Plain(200, Json, Termijn, ("berichtId", echo))(context);
        }

        Assert.Equal("Answer", await AskAsync(EchoAsync));
    }

    [Fact]
    public async Task Read_ServiceDownWithOtherBerichtId_IsUnavailable() =>
        Assert.Equal("Unavailable(null)", await AskAsync(DuoAnswers.Plain(503, null, string.Empty, ("berichtId", "anders"))));

    private static async Task<string> AskAsync(Microsoft.AspNetCore.Http.RequestDelegate answer)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await PartnerServer.StartAsync(answer, ct);
        return await AskAsync(server.Client, ct);
    }

    private static Task<string> AskAsync(HttpClient duo, CancellationToken ct) =>
        DuoSources.AskAsync(nameof(Inburgeringstermijn), duo, Vraag.Over("999990019"), ct);
}
