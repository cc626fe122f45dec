using System.Diagnostics;
using OpenTelemetry;

namespace Inburgering.Gateway.Wiring;

/// <summary>Before a span leaves the process: ASP.NET Core's keep a short list of tags with the route in place of the path; a BSN in any text is taken out.</summary>
internal sealed class SpanPrivacy : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.route", "http.response.status_code", "url.scheme", "network.protocol.version", "error.type",
    };

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == Telemetry.AspNetCore)
        {
            Shorten(data);
        }

        foreach (var (name, value) in data.TagObjects.ToArray())
        {
            if (value is string text && BsnRedaction.Clean(text) is var clean && clean != text)
            {
                data.SetTag(name, clean);
            }
        }

        data.DisplayName = BsnRedaction.Clean(data.DisplayName);
    }

    private static void Shorten(Activity span)
    {
        var route = span.GetTagItem("http.route") as string ?? "geen";
        foreach (var (name, _) in span.TagObjects.Where(t => !Kept.Contains(t.Key)).ToArray())
        {
            span.SetTag(name, null);
        }

        span.SetTag("url.path", route);
        span.DisplayName = $"{span.GetTagItem("http.request.method")} {route}";
    }
}
