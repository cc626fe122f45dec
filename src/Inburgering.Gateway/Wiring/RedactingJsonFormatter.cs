using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;

namespace Inburgering.Gateway.Wiring;

/// <summary>Second layer: one JSON line per event, cleaned once more as text (templates, property names, exceptions).</summary>
internal sealed class RedactingJsonFormatter : ITextFormatter
{
    private readonly JsonFormatter json = new(renderMessage: true, formatProvider: CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        json.Format(logEvent, line);
        output.Write(BsnRedaction.Clean(line.ToString()));
    }
}
