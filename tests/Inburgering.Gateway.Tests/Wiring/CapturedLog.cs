using System.Globalization;
using System.Text;
using Inburgering.Gateway.Wiring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Inburgering.Gateway.Tests.Wiring;

/// <summary>The diagnostic log as it would be printed.</summary>
public sealed class CapturedLog : ILogEventSink
{
    private readonly RedactingJsonFormatter formatter = new();
    private readonly StringBuilder text = new();

    /// <summary>Everything so far.</summary>
    public string Text
    {
        get
        {
            lock (text)
            {
                return text.ToString();
            }
        }
    }

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        formatter.Format(logEvent, line);
        lock (text)
        {
            text.Append(line);
        }
    }

    /// <summary>In place of the console.</summary>
    public void Use(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        logging.AddSerilog(Logging.Create(configuration, sink => sink.Sink(this)), dispose: true);
    }
}
