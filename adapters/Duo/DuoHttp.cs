using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>One question to DUO over HTTP. What went wrong on the way is Unavailable; what DUO said is for <see cref="DuoStatus"/>.</summary>
internal static class DuoHttp
{
    /// <summary>Asks for one person's record with the headers that DUO wants on every call.</summary>
    /// <param name="duo">Made by the hub; its base address ends in the API's major version.</param>
    /// <param name="route">One of <see cref="DuoPaths"/>.</param>
    /// <param name="toCanonical">Reads the body of a 200.</param>
    public static async Task<PartnerReply<T>> AskAsync<T>(
        this HttpClient duo, Raadpleging raadpleging, string route, Func<ReadOnlyMemory<byte>, PartnerReply<T>> toCanonical, CancellationToken ct)
    {
        // HttpClient's own timeout ends at the headers; a body that never ends must not hold us either.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(duo.Timeout);
        try
        {
            using var request = Request(raadpleging, route);
            using var response = await duo.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return await response.ToReplyAsync(raadpleging, toCanonical, patience.Token);
        }
        catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return DuoStatus.TooLarge<T>();
        }
        catch (Exception broken) when (IsOnTheWay(broken, ct))
        {
            return new PartnerReply<T>.Unavailable(null);
        }
    }

    private static HttpRequestMessage Request(Raadpleging raadpleging, string route)
    {
        var path = route.Replace("{bsn}", raadpleging.Bsn.Reveal(), StringComparison.Ordinal);
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Options.Set(PartnerRequest.Route, route);
        request.Headers.Add("bron", raadpleging.Bron.ToString());
        request.Headers.Add("doel", raadpleging.Doel.ToString());
        request.Headers.Add(DuoStatus.BerichtId, raadpleging.BerichtId.ToString("D"));
        request.Headers.Add("Accept", "application/json");
        return request;
    }

    private static bool IsOnTheWay(Exception broken, CancellationToken ct) => broken switch
    {
        OperationCanceledException => !ct.IsCancellationRequested,
        HttpRequestException or TimeoutException or IOException => true,
        _ => false,
    };
}
