using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>Notifications as DUO sends them.</summary>
internal static class Notificaties
{
    public const string Duo = "00000001999990009000";
    public const string Noorderveld = "00000001999990001000";
    public const string Zuiderpolder = "00000001999990002000";

    /// <summary>Posts one.</summary>
    /// <param name="berichtId">Null: a new one.</param>
    public static Task<HttpResponseMessage> SendAsync(HttpClient duo, object body, Guid? berichtId = null) =>
        SendAsync(duo, RunningHouse.Json(body), (berichtId ?? Guid.NewGuid()).ToString("D"));

    /// <summary>Posts any content with any headers; null leaves a header out.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient duo, HttpContent body, string? berichtId, string? bron = Duo, string? doel = Noorderveld)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/notificaties") { Content = body };
        foreach (var (name, value) in new[] { ("bron", bron), ("doel", doel), ("berichtId", berichtId) })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await duo.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
