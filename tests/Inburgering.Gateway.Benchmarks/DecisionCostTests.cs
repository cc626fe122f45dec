using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Benchmarks.Lezen;
using Inburgering.Gateway.Tests.Access;

namespace Inburgering.Gateway.Benchmarks;

/// <summary>What one decision costs, and what it does not grow with: the policy of others, the number of dossiers.</summary>
public sealed class DecisionCostTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decide_PolicyWithFortyMorePartners_CostsTheSame()
    {
        var klein = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters);
        using var config = new ConfigCopy();
        var groot = config.LoadWith(extraPartners: 40);
        var (feiten, meer) = (FakeFacts.Full(klein), FakeFacts.Full(groot));
        var (school, zelfde) = (Leeswereld.Caller(klein), Leeswereld.Caller(groot));

        var gemeten = await Meting.VergelijkAsync(2_000, () => Leeswereld.Decide(klein, school, feiten), () => Leeswereld.Decide(groot, zelfde, meer));

        Assert.True(groot.Grants.Count > 4 * klein.Grants.Count);
        Meting.Houd($"besluit bij {klein.Grants.Count} en {groot.Grants.Count} grants in het beleid", gemeten, hoogstens: 1.25);
    }

    [Fact]
    public async Task Read_DecisionWithinIt_IsASmallShare()
    {
        await using var wereld = await Leeswereld.CreateAsync(Ct);
        var feiten = await wereld.ReadAsync();

        var gemeten = await Meting.VergelijkAsync(100, wereld.ReadAsync, () => Leeswereld.Decide(wereld.Beleid, wereld.School, feiten));

        Meting.Houd("lezen zonder besluit, tegen het besluit met ontsleutelen en projecteren", gemeten, hoogstens: 0.5);
    }

    [Fact]
    public async Task Read_FiftyTimesTheDossiers_CostsTheSame()
    {
        await using var klein = await Leeswereld.CreateAsync(Ct);
        await using var groot = await Leeswereld.CreateAsync(Ct);
        await Groei.DossiersAsync(groot.Database, 20_000, Ct);

        var gemeten = await Meting.VergelijkAsync(100, klein.ReadAsync, groot.ReadAsync);

        Meting.Houd("lezen bij 400 en 20.400 dossiers", gemeten, hoogstens: 1.35);
    }
}

internal static class ConfigCopyExtensions
{
    /// <summary>The same policy with more partners of the kind of VluchtelingenWerk, each with its own grants and client.</summary>
    public static Beleid LoadWith(this ConfigCopy config, int extraPartners)
    {
        var bron = JsonNode.Parse(config.Read("partners/participatiepartner.json"))!;
        var namen = Enumerable.Range(1, extraPartners).Select(i => $"extra-{i}").ToArray();
        foreach (var naam in namen)
        {
            var kopie = bron.DeepClone();
            kopie["partnertype"] = naam;
            kopie.AsObject().Remove("synchronisaties");
            var grants = kopie["grants"]!.AsArray();
            foreach (var doel in new[] { "uitvoeren-pvt", "uitvoeren-leerroute" })
            {
                var extra = grants[0]!.DeepClone();
                extra["doel"] = doel;
                grants.Add(extra);
            }

            var instantie = kopie["instanties"]![0]!.DeepClone();
            instantie["clients"] = new JsonObject { ["1708"] = $"{naam}-1708" };
            kopie["instanties"] = new JsonArray(instantie);
            config.Write($"partners/{naam}.json", kopie.ToJsonString());
        }

        return PolicyLoader.Load(config.Folder, [.. ConfigCopy.Adapters, .. namen]);
    }
}
