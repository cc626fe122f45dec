using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Inburgering.Gateway.Wiring;

/// <summary>The counts as text for a scraper (Prometheus exposition format 0.0.4).</summary>
internal sealed class MetricsText : BaseExporter<Metric>
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly Lock one = new();
    private readonly StringBuilder text = new();

    public MetricsText() => Reader = new BaseExportingMetricReader(this) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative };

    /// <summary>For the MeterProvider; collects only when asked.</summary>
    public BaseExportingMetricReader Reader { get; }

    /// <summary>The counts of now.</summary>
    public string Read()
    {
        lock (one)
        {
            text.Clear();
            Reader.Collect();
            return text.ToString();
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
        {
            Write(metric);
        }

        return ExportResult.Success;
    }

    private void Write(Metric metric)
    {
        var name = Name(metric);
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {OneLine(metric.Description)}\n# TYPE {name} {Kind(metric.MetricType)}\n");
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            Write(name, metric.MetricType, point);
        }
    }

    private void Write(string name, MetricType type, MetricPoint point)
    {
        var labels = Labels(point.Tags);
        switch (type)
        {
            case MetricType.Histogram:
                WriteHistogram(name, labels, point);
                break;
            case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                Line(name, labels, point.GetSumLong());
                break;
            case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic:
                Line(name, labels, point.GetSumDouble());
                break;
            case MetricType.LongGauge:
                Line(name, labels, point.GetGaugeLastValueLong());
                break;
            case MetricType.DoubleGauge:
                Line(name, labels, point.GetGaugeLastValueDouble());
                break;
            default:
                break;
        }
    }

    private void WriteHistogram(string name, string labels, MetricPoint point)
    {
        var soFar = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            soFar += bucket.BucketCount;
            var edge = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString(CultureInfo.InvariantCulture);
            Line($"{name}_bucket", Join(labels, $"le=\"{edge}\""), soFar);
        }

        Line($"{name}_sum", labels, point.GetHistogramSum());
        Line($"{name}_count", labels, point.GetHistogramCount());
    }

    private void Line(string name, string labels, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? string.Empty : $"{{{labels}}}")} {value}\n");

    private static string Labels(ReadOnlyTagCollection tags)
    {
        var labels = string.Empty;
        foreach (var (key, value) in tags)
        {
            labels = Join(labels, $"{Word(key)}=\"{Escape(BsnRedaction.Clean(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty))}\"");
        }

        return labels;
    }

    private static string Join(string labels, string label) => labels.Length == 0 ? label : $"{labels},{label}";

    private static string Name(Metric metric)
    {
        var name = Word(metric.Name);
        var unit = metric.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => string.Empty };
        name += name.EndsWith(unit, StringComparison.Ordinal) ? string.Empty : unit;
        return metric.MetricType is MetricType.LongSum or MetricType.DoubleSum ? name + "_total" : name;
    }

    private static string Kind(MetricType type) => type switch
    {
        MetricType.Histogram => "histogram",
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        _ => "gauge",
    };

    private static string Word(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string OneLine(string? sentence) => (sentence ?? string.Empty).ReplaceLineEndings(" ");

    private static string Escape(string value) => value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n");
}
