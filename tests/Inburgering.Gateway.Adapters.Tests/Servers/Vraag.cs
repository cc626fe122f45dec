using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Tests.Servers;

/// <summary>A question of the demo's gemeente to the demo's DUO.</summary>
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
}
