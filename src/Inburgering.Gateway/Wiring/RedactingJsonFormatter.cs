using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;

namespace Inburgering.Gateway.Wiring;

/// <summary>Second layer: one JSON line per event, cleaned once more as text (templates, property names, exceptions).</summary>
internal sealed class RedactingJsonFormatter : ITextFormatter
{
    private const string Framework = "Microsoft.AspNetCore";

    private readonly JsonFormatter json = new(renderMessage: true, formatProvider: CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        json.Format(WithoutWords(logEvent), line);
        output.Write(BsnRedaction.Clean(line.ToString()));
    }

    /// <summary>What the framework caught came out of a request: its message may repeat what was sent, its type and place do not.</summary>
    private static LogEvent WithoutWords(LogEvent e)
    {
        if (e.Exception is not { } exception || !FromFramework(e))
        {
            return e;
        }

        var properties = e.Properties.Select(p => new LogEventProperty(p.Key, p.Value));
        return new LogEvent(e.Timestamp, e.Level, new WordlessException(exception), e.MessageTemplate, properties, e.TraceId ?? default, e.SpanId ?? default);
    }

    private static bool FromFramework(LogEvent e) =>
        e.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: string name } && name.StartsWith(Framework, StringComparison.Ordinal);

    public sealed class WordlessException(Exception of) : Exception
    {
        public override string ToString() => of.InnerException is { } inner
            ? $"{of.GetType()}\n{of.StackTrace}\n--- {new WordlessException(inner)}"
            : $"{of.GetType()}\n{of.StackTrace}";
    }
}
