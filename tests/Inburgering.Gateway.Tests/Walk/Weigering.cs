using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>A notification that must be refused.</summary>
internal static class Weigering
{
    /// <summary>Sends it and sees that nothing was stored, and that the refusal has its one line.</summary>
    /// <param name="bekend">False: refused before we know who asks, so the caller's trace is not taken over.</param>
    public static async Task<HttpResponseMessage> SendAsync(RunningHouse house, HttpClient client, HttpRequestMessage request, bool bekend = true)
    {
        var before = await RowsAsync(house);
        var trace = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        request.Headers.Add("traceparent", $"00-{trace}-b7ad6b7169203331-00");
        using (request)
        {
            var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(before, await RowsAsync(house));
            if (bekend)
            {
                Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from verwerkingslog.regel where trace_id = '\\x{trace}'"));
            }

            return response;
        }
    }

    public static Task<long> RowsAsync(RunningHouse house) => house.ScalarAsync<long>("select count(*) from inbox.bericht");

    /// <param name="headers">Of the form "-name" (left out) or "name=value", with spaces between.</param>
    public static HttpRequestMessage Request(string headers, string body)
    {
        var values = new Dictionary<string, string> { ["bron"] = Notificaties.Duo, ["doel"] = Notificaties.Noorderveld, ["berichtId"] = Guid.NewGuid().ToString("D") };
        foreach (var change in headers.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (change[0] == '-')
            {
                values.Remove(change[1..]);
            }
            else
            {
                values[change.Split('=')[0]] = change.Split('=')[1];
            }
        }

        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/notificaties") { Content = content };
        foreach (var (name, value) in values)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
