using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>The demo, with a DUO that is spared a second when it fails too often, and messages that are soon another's after a kill: what happens then is tested, not how long it lasts.</summary>
public sealed class Brekerhuis : RunningHouse
{
    public Brekerhuis()
    {
        var config = new ConfigCopy(Path.Combine(Data, "config"));
        config.Edit("partners/duo.json", duo => duo["verbinding"]!["brekerSeconden"] = 1);
    }

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?>
    {
        ["Gateway__ConfigMap"] = Path.Combine(Data, "config"),
        // still longer than the work on one, also when DUO hangs
        ["Inbox__LeaseSeconden"] = TestMaat.Lang ? "60" : "15",
    };
}
