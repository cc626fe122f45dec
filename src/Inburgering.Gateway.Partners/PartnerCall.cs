namespace Inburgering.Gateway.Partners;

/// <summary>One call to a partner over HTTP, the same for every adapter: how long it may take, how large its answer may be, what went wrong on the way, and when it may be tried again. What the partner said is the adapter's to read.</summary>
public static class PartnerCall
{
    private const int MostBytes = 1024 * 1024;

    /// <remarks>Longer is a mistake: it would put a message away for good.</remarks>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Sends the request and reads what came back.</summary>
    /// <param name="partner">Made by the hub; its timeout holds for the whole answer.</param>
    /// <param name="read">What the answer means; it reads a body by <see cref="BytesAsync"/>.</param>
    /// <returns>What <paramref name="read"/> makes of it; <see cref="PartnerReply{T}.Unavailable"/> when nothing came back.</returns>
    public static async Task<PartnerReply<T>> CallAsync<T>(
        this HttpClient partner, HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task<PartnerReply<T>>> read, CancellationToken ct)
    {
        // HttpClient's own timeout ends at the headers; a body that never ends must not hold us either.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(partner.Timeout);
        try
        {
            using var response = await partner.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return await read(response, patience.Token);
        }
        catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return TooLarge<T>();
        }
        catch (Exception broken) when (IsOnTheWay(broken, ct))
        {
            return new PartnerReply<T>.Unavailable(null) { Waarom = NietGevraagdException.Van(broken) };
        }
    }

    /// <summary>How long the partner asks to wait.</summary>
    /// <remarks>A date is measured from the answer's own Date: our clock and the partner's may differ. Source: RFC 9110, 10.2.3.</remarks>
    /// <returns>Null: it does not say. A day at most, and never less than nothing.</returns>
    public static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => AtMost(delta),
        { Date: { } date } when response.Headers.Date is { } now => date > now ? AtMost(date - now) : TimeSpan.Zero,
        _ => null,
    };

    /// <summary>The body of an answer.</summary>
    /// <returns>Null: more than 1 MiB; the rest is left unread.</returns>
    public static async Task<ReadOnlyMemory<byte>?> BytesAsync(HttpContent content, CancellationToken ct)
    {
        if (content.Headers.ContentLength > MostBytes)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(ct);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, ct)) > 0)
        {
            if (body.Length + count > MostBytes)
            {
                return null;
            }

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    /// <summary>An answer of which <see cref="BytesAsync"/> left the rest unread.</summary>
    public static PartnerReply<T> TooLarge<T>() => Unreadable<T>("Het antwoord is groter dan 1 MiB.");

    /// <summary>An answer that does not fit the contract as a whole.</summary>
    /// <param name="detail">In Dutch, without anything the partner said.</param>
    public static PartnerReply<T>.Unreadable Unreadable<T>(string detail) => new([new BerichtFout(string.Empty, detail)]);

    private static TimeSpan AtMost(TimeSpan wait) => wait < LongestWait ? wait : LongestWait;

    private static bool IsOnTheWay(Exception broken, CancellationToken ct) => broken switch
    {
        OperationCanceledException => !ct.IsCancellationRequested,
        HttpRequestException or TimeoutException or IOException => true,
        _ => false,
    };
}
