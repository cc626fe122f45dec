using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Tests.Servers;

/// <summary>A question or a melding of the demo's gemeente to the demo's DUO.</summary>
internal static class Vraag
{
    public const string Gemeente = "00000001999990001000";
    public const string Partner = "00000001999990009000";

    public static Raadpleging Over(string bsn) => new()
    {
        Bsn = Bsn.TryParse(bsn, out var valid) ? valid : throw new ArgumentException("No BSN.", nameof(bsn)),
        Bron = Oin.Parse(Gemeente),
        Doel = Oin.Parse(Partner),
        BerichtId = Guid.NewGuid(),
    };

    /// <param name="bsn">Null: about nobody.</param>
    public static Zending<TMelding> Met<TMelding>(TMelding melding, string? bsn)
        where TMelding : Melding => new()
        {
            Melding = melding,
            Bsn = bsn is null ? null : Over(bsn).Bsn,
            Bron = Oin.Parse(Gemeente),
            Doel = Oin.Parse(Partner),
            BerichtId = Guid.NewGuid(),
        };
}
