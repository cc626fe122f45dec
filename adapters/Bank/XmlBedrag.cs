using System.Globalization;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>Money at the edge of a file: euros with a point, invariant (payments 1.3).</summary>
internal static class XmlBedrag
{
    private const int Centen = 100;

    /// <summary>Always two decimals.</summary>
    public static string Schrijf(Bedrag bedrag) => (bedrag.Centen / (decimal)Centen).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Null: no decimal number, more than two decimals that are not zero, or more than a long holds.</summary>
    public static Bedrag? Lees(string? tekst) =>
        decimal.TryParse(tekst?.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var euro)
        && Math.Abs(euro) < long.MaxValue / Centen && decimal.Truncate(euro * Centen) == euro * Centen
            ? new Bedrag((long)(euro * Centen))
            : null;
}
