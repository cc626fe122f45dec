using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Inburgering.Gateway.Wiring;

/// <summary>First layer: cleans the values of a log event, whatever their form, and drops the paths that ASP.NET Core's scopes bring.</summary>
internal sealed class BsnEnricher : ILogEventEnricher
{
    private static readonly string[] Paths = ["RequestPath", "Path", "PathBase", "QueryString", "Uri"];

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var path in Paths)
        {
            logEvent.RemovePropertyIfPresent(path);
        }

        foreach (var (name, value) in logEvent.Properties.ToArray())
        {
            if (Clean(value) is var clean && !ReferenceEquals(clean, value))
            {
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, clean));
            }
        }
    }

    private static LogEventPropertyValue Clean(LogEventPropertyValue value) => value switch
    {
        ScalarValue scalar => Clean(scalar),
        SequenceValue list => new SequenceValue(list.Elements.Select(Clean)),
        StructureValue structure => new StructureValue(structure.Properties.Select(p => new LogEventProperty(p.Name, Clean(p.Value))), structure.TypeTag),
        DictionaryValue words => new DictionaryValue(words.Elements.Select(e => KeyValuePair.Create(Clean(e.Key), Clean(e.Value)))),
        _ => value,
    };

    private static ScalarValue Clean(ScalarValue scalar)
    {
        var text = scalar.Value switch
        {
            null or bool or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or Guid or Enum => null,
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString(),
        };
        return text is not null && BsnRedaction.Clean(text) is var clean && clean != text ? new ScalarValue(clean) : scalar;
    }
}
