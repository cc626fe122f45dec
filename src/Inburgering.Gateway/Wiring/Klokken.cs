using System.Globalization;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Wiring;

/// <summary>Two clocks (interface 5): the system's, and the business clock that stands still in the demo.</summary>
internal static class Klokken
{
    /// <summary>GATEWAY_KLOK, which ./run sets for the demo; else the real time.</summary>
    /// <exception cref="InvalidOperationException">GATEWAY_KLOK is no moment.</exception>
    public static TimeProvider Zaakklok(IConfiguration configuration)
    {
        if (configuration["GATEWAY_KLOK"] is { Length: > 0 } tekst)
        {
            return DateTimeOffset.TryParse(tekst, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? new StilleKlok(moment)
                : throw new InvalidOperationException("GATEWAY_KLOK is geen tijdstip. Schrijf bijvoorbeeld 2024-11-15T10:00:00+01:00.");
        }

        return TimeProvider.System;
    }

    public static IServiceCollection AddKlokken(this IServiceCollection services, TimeProvider zaakklok) => services
        .AddSingleton(TimeProvider.System)
        .AddKeyedSingleton(Klok.Zaak, zaakklok);
}

/// <summary>A clock that stands still until it is set; its stopwatch runs.</summary>
internal sealed class StilleKlok(DateTimeOffset moment) : TimeProvider
{
    /// <summary>The moment it shows.</summary>
    public DateTimeOffset Moment { get; set; } = moment;

    public override DateTimeOffset GetUtcNow() => Moment.ToUniversalTime();
}
